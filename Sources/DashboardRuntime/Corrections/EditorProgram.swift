import Foundation
import Glibc

/// The editor of the person at the terminal: `$VISUAL`, else `$EDITOR`, else `vi`.
public struct EditorProgram: Sendable {
  /// As the shell reads it; may have options.
  public let command: String

  public init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    command = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "vi"
  }

  /// Waits until the editor is closed. Ctrl-C and Ctrl-\ belong to the editor meanwhile.
  ///
  /// - Returns: its exit code, 128 and the number of the signal that ended it; `nil` when it could not be started.
  public func edit(_ path: String) -> Int32? {
    let kept = [SIGINT, SIGQUIT].map { ($0, signal($0, SIG_IGN)) }
    defer { for case (let number, let handler?) in kept { signal(number, handler) } }
    // ^Z in the editor stops the whole job: a parent that stays awake would keep the shell from coming back.
    var stop = sigset_t()
    var blocked = sigset_t()
    sigemptyset(&stop)
    sigaddset(&stop, SIGTSTP)
    pthread_sigmask(SIG_UNBLOCK, &stop, &blocked)
    defer { pthread_sigmask(SIG_SETMASK, &blocked, nil) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    var none = sigset_t()
    sigfillset(&defaults)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    // The path is an argument of its own: no shell reads it.
    let words = ["/bin/sh", "-c", "\(command) \"$@\"", command, path]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for case let argument? in arguments { free(argument) } }
    var process = pid_t()
    guard posix_spawn(&process, "/bin/sh", nil, &attributes, &arguments, environ) == 0 else { return nil }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    let ending = status & 0x7F
    return ending == 0 ? (status >> 8) & 0xFF : 128 + ending
  }
}
