import Glibc

/// What another program says about itself.
public enum ToolOutput {
  /// For how long a program is waited for, whatever it does.
  private static let patience = Duration.seconds(1)

  /// Runs a program, found by `PATH`, without a shell.
  ///
  /// - Returns: its first line, empty when it said nothing; `nil` when it cannot be run, fails, or takes too long.
  public static func line(_ words: [String]) -> String? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    for end in ends { posix_spawn_file_actions_addclose(&actions, end) }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for case let argument? in arguments { free(argument) } }
    var process = pid_t()
    let hasStarted = posix_spawnp(&process, words[0], &actions, nil, &arguments, environ) == 0
    close(ends[1])
    guard hasStarted else { return nil }
    let deadline = ContinuousClock.now + patience
    guard let text = read(from: ends[0], until: deadline), let status = status(of: process, until: deadline) else {
      kill(process, SIGKILL)
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      return nil
    }
    guard status == 0 else { return nil }
    return text.split(separator: "\n").first.map(String.init) ?? ""
  }

  /// Up to the end, or `nil` when that does not come.
  private static func read(from descriptor: Int32, until deadline: ContinuousClock.Instant) -> String? {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while let left = milliseconds(until: deadline) {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let count = poll(&waiting, 1, left) > 0 ? Glibc.read(descriptor, &buffer, buffer.count) : -1
      if count == 0 { return String(decoding: all, as: UTF8.self) }
      // A signal came, or the time is over.
      if count < 0 { continue }
      all += buffer[..<count]
      guard all.count < 65_536 else { return nil }
    }
    return nil
  }

  /// How a program ended; `nil` while it has not. One that has closed its output may still run.
  private static func status(of process: pid_t, until deadline: ContinuousClock.Instant) -> Int32? {
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) != process {
      guard milliseconds(until: deadline) != nil else { return nil }
      poll(nil, 0, 5)
    }
    return status
  }

  /// - Returns: `nil` once it is over.
  private static func milliseconds(until deadline: ContinuousClock.Instant) -> Int32? {
    let left = deadline - .now
    return left > .zero ? Int32(left / .milliseconds(1)) + 1 : nil
  }
}
