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
    descriptor = signalfd(-1, &set, Int32(SFD_NONBLOCK.rawValue) | Int32(SFD_CLOEXEC.rawValue))
  }

  /// The signals that came in, oldest first.
  func takeAll() -> [Int32] {
    var numbers: [Int32] = []
    var info = signalfd_siginfo()
    while read(descriptor, &info, MemoryLayout<signalfd_siginfo>.size) == MemoryLayout<signalfd_siginfo>.size {
      numbers.append(Int32(info.ssi_signo))
    }
    return numbers
  }

  /// Stops the process as ^Z does in a program that knows nothing of terminals; returns when it goes on.
  func stopUntilContinued() {
    // SIGTSTP is blocked here, and the shell's job control works with SIGSTOP all the same.
    kill(getpid(), SIGSTOP)
  }
}
