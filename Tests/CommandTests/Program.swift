import Foundation
import Synchronization
import Testing

/// The built program, started as a user would start it.
struct Program {
  /// What a standard stream of the program is.
  enum Stream: Sendable {
    case file
    case path(String)
    case closed
    /// A pipe that nobody reads any more.
    case readerGone
  }

  struct Outcome: Sendable {
    /// As a shell's `$?`: 128 + n for a signal.
    var status: Int32
    var output: String
    var error: String
    /// The program had to be killed because it did not end.
    var isHung = false
    /// The most memory that it had at once, in MiB, where it was measured and ran long enough to be looked at.
    var peakMemory: Int?

    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// Beside the test bundle, or what `HONBU_PROGRAM` names: a release build for measuring.
  static let path: String = {
    if let named = ProcessInfo.processInfo.environment["HONBU_PROGRAM"] { return named }
    let bundle = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(fileURLWithPath: bundle ?? CommandLine.arguments[0]).deletingLastPathComponent().path + "/honbu"
  }()

  let workspace: Workspace
  private let executable: String
  var environment: [String: String] = [:]
  var input = Stream.path("/dev/null")
  var output = Stream.file
  var error = Stream.file

  /// - Parameter path: another program to run in the same way.
  init(_ workspace: Workspace, path: String = Program.path) {
    self.workspace = workspace
    executable = path
  }

  @discardableResult
  func run(_ arguments: String..., within milliseconds: Int32 = 120_000) throws -> Outcome {
    try run(arguments, within: milliseconds)
  }

  /// - Parameter measuresMemory: looks every four milliseconds how much it has had: what it takes in its last ones is not
  ///   seen. What `wait4` tells of a program begins with what this process has.
  func run(
    _ arguments: [String], within milliseconds: Int32 = 120_000, measuresMemory: Bool = false
  ) throws -> Outcome {
    let running = try start(arguments)
    let limit = Duration.milliseconds(Int(milliseconds))
    let start = ContinuousClock.now
    var peak: Int?
    var isHung = true
    while isHung, ContinuousClock.now - start < limit {
      if measuresMemory { peak = running.peakMemory ?? peak }
      isHung = !running.hasEnded(within: measuresMemory ? .milliseconds(4) : limit)
    }
    if isHung { running.send(SIGKILL) }
    var outcome = try running.outcome()
    outcome.isHung = isHung
    outcome.peakMemory = peak.map { $0 >> 10 }
    return outcome
  }

  func start(_ arguments: [String]) throws -> RunningProgram {
    let names = (workspace.newPath("stdout"), workspace.newPath("stderr"))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    set(input, 0, names.0, &actions)
    set(output, 1, names.0, &actions)
    set(error, 2, names.1, &actions)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The test runner's own handling of signals is not the program's.
    var defaults = sigset_t()
    sigfillset(&defaults)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", workspace.folder, executable]
    let words = (shell + arguments).map { strdup($0) } + [nil]
    let variables = workspace.environment.merging(environment) { $1 }.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    let running = try Program.spawning.withLock { _ in
      var ends: [Int32] = [0, 0]
      try #require(pipe(&ends) == 0)
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      // The child holds the write end as long as it lives, so its end can be waited for.
      posix_spawn_file_actions_adddup2(&actions, ends[1], 99)
      var pid: pid_t = 0
      let status = posix_spawn(&pid, shell[0], &actions, &attributes, words, variables)
      close(ends[1])
      try #require(status == 0, "\(String(cString: strerror(status)))")
      return RunningProgram(pid: pid, lifeline: ends[0], outputPath: names.0, errorPath: names.1)
    }
    return running
  }

  /// Between making a pipe and marking it another test must not start a program, which would inherit it.
  private static let spawning = Mutex(())

  /// The writing end of a pipe whose reading end is closed.
  private static let deafPipe: Int32 = {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0, fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0 else { return -1 }
    close(ends[0])
    return ends[1]
  }()

  private func set(
    _ stream: Stream, _ descriptor: Int32, _ path: String, _ actions: inout posix_spawn_file_actions_t
  ) {
    switch stream {
    case .closed: posix_spawn_file_actions_addclose(&actions, descriptor)
    case .readerGone: posix_spawn_file_actions_adddup2(&actions, Program.deafPipe, descriptor)
    case .path(let path): posix_spawn_file_actions_addopen(&actions, descriptor, path, O_RDWR, 0)
    case .file:
      posix_spawn_file_actions_addopen(&actions, descriptor, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
  }
}

/// A program that was started and not yet waited for.
struct RunningProgram {
  let pid: pid_t
  let lifeline: Int32
  let outputPath: String
  let errorPath: String

  /// Waits for the end, but not longer than this.
  func hasEnded(within limit: Duration) -> Bool {
    var waiting = pollfd(fd: lifeline, events: Int16(POLLIN), revents: 0)
    let (seconds, attoseconds) = limit.components
    return poll(&waiting, 1, Int32(seconds * 1000 + attoseconds / 1_000_000_000_000_000)) > 0
  }

  func send(_ signal: Int32) { kill(pid, signal) }

  /// The most memory that it has had so far, in KiB; `nil` before it has taken the shell's place, and once it has ended.
  fileprivate var peakMemory: Int? {
    let fields = text("/proc/\(pid)/status").split(separator: "\n").map { $0.split(whereSeparator: \.isWhitespace) }
    guard fields.contains(["Name:", "honbu"]) else { return nil }
    return fields.first { $0.first == "VmHWM:" }.flatMap { $0.count > 1 ? Int($0[1]) : nil }
  }

  func outcome() throws -> Program.Outcome {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    close(lifeline)
    let signal = status & 0x7F
    return Program.Outcome(
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: text(outputPath), error: text(errorPath))
  }

  private func text(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }
}
