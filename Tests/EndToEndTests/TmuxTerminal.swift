import Foundation
import TestSupport
import Testing

/// A real terminal of a given size, in tmux, with the built program in it and an empty home.
final class TmuxTerminal {
  let home: URL
  private let socket: String

  /// The built program, beside the test bundle; `HONBU_PROGRAM` names another, such as a release build to be measured.
  static let program: String = {
    if let named = ProcessInfo.processInfo.environment["HONBU_PROGRAM"] { return named }
    let bundle = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: bundle ?? CommandLine.arguments[0]).deletingLastPathComponent().path + "/honbu"
  }()

  /// - Parameter other: a whole command in the place of the program.
  init(
    columns: Int, rows: Int, _ arguments: String = "", environment: String = "LC_ALL=C.UTF-8",
    program other: String? = nil
  ) throws {
    let name = "honbu-\(UUID().uuidString.prefix(8))"
    socket = name
    home = FileManager.default.temporaryDirectory.appending(path: name)
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let command =
      "cd '\(home.path)'; env -u HONBU_STORE HOME='\(home.path)' XDG_DATA_HOME='\(home.path)/data' \(environment) "
      + "\(other ?? "'\(Self.program)' \(arguments)"); echo \"left with $?\"; exec cat"
    try tmux("-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", command)
    try tmux("set-option", "-g", "mouse", "off")
  }

  deinit {
    _ = try? Self.run(["tmux", "-L", socket, "kill-server"])
    try? FileManager.default.removeItem(at: home)
  }

  var store: String { home.path + "/data/honbu/honbu.sqlite" }

  @discardableResult
  func tmux(_ arguments: String...) throws -> String {
    try Self.run(["tmux", "-u", "-L", socket] + arguments)
  }

  func press(_ keys: String...) throws {
    for key in keys { try tmux("send-keys", key) }
  }

  func type(_ text: String) throws { try tmux("send-keys", "-l", text) }

  func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  var screen: [String] {
    get throws {
      try tmux("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The process in the terminal that is the program itself.
  var processID: Int32 {
    get throws {
      let shell = try tmux("display-message", "-p", "#{pane_pid}").trimmingCharacters(in: .whitespacesAndNewlines)
      let children = try Self.run(["pgrep", "-P", shell, "-x", "honbu"])
      return Int32(children.split(separator: "\n").first ?? "") ?? 0
    }
  }

  /// Begins anew, on the store that was made meanwhile.
  func restart(_ arguments: String) throws {
    let command = "env HOME='\(home.path)' LC_ALL=C.UTF-8 '\(TmuxTerminal.program)' \(arguments) --store '\(store)'"
    try tmux("respawn-pane", "-k", command + "; exec cat")
  }

  /// Waits until the screen is as wanted.
  func wait(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation, until isReached: ([String]) -> Bool
  ) throws {
    let end = ContinuousClock.now + Patience.limit
    while ContinuousClock.now < end {
      if isReached(try screen) { return }
      poll(nil, 0, 4)
    }
    Issue.record("never: \(what)\n\(try screen.joined(separator: "\n"))", sourceLocation: sourceLocation)
    throw NeverReached(what: what)
  }

  func waitFor(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait(text, sourceLocation: sourceLocation) { $0.contains { $0.contains(text) } }
  }

  /// What the screen shows once the program waits for something and the terminal has taken in what it wrote.
  func settled() throws -> [String] {
    let server = try tmux("display-message", "-p", "#{pid}").trimmingCharacters(in: .whitespacesAndNewlines)
    let processes = [RunningProcess(id: try processID), RunningProcess(id: Int32(server) ?? 0)]
    try #require(processes.allSatisfy { $0.state != nil })
    let end = ContinuousClock.now + Patience.limit
    var (last, quiet) = (try screen, 0)
    while quiet < 3, ContinuousClock.now < end {
      poll(nil, 0, 20)
      let next = try screen
      quiet = next == last && !processes.contains(where: \.isBusy) ? quiet + 1 : 0
      last = next
    }
    return last
  }

  struct NeverReached: Error {
    var what: String
  }

  /// Runs a command and gives what it printed.
  ///
  /// Not by Foundation's Process, which also waits for the command's children, such as the tmux server.
  @discardableResult
  static func run(_ words: [String]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "honbu-output-\(UUID().uuidString)").path
    defer { unlink(file) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    // A thread of a test may have signals blocked, which a child would inherit.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var process: pid_t = 0
    guard posix_spawnp(&process, words[0], &actions, &attributes, &arguments, environ) == 0 else {
      throw NeverReached(what: "\(words[0]) could not be started")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return try String(contentsOfFile: file, encoding: .utf8)
  }
}
