import CLinux
import Glibc

/// Signals as a descriptor: they are handled in the loop, between one frame and the next.
struct Signals {
  let descriptor: Int32

  static let ending: [Int32] = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  /// Call it before any thread is started, so that all inherit the mask.
  init() {
    var set = sigset_t()
    sigemptyset(&set)
    for number in Signals.ending + [SIGWINCH, SIGTSTP, SIGCONT] { sigaddset(&set, number) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
    descriptor = linux_signalfd(&set)
  }

  /// The signals that came in, oldest first.
  func takeAll() -> [Int32] {
    var numbers: [Int32] = []
    while case let number = linux_next_signal(descriptor), number > 0 { numbers.append(number) }
    return numbers
  }

  /// Stops the process as ^Z does in a program that knows nothing of terminals; returns when it goes on.
  func stopUntilContinued() {
    // SIGTSTP is blocked here, and the shell's job control works with SIGSTOP all the same.
    kill(getpid(), SIGSTOP)
  }
}
