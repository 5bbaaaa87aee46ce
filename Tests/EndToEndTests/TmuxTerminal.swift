import Foundation
import Testing

/// A real terminal of a given size, in tmux, with the built program in it and an empty home.
final class TmuxTerminal {
  let home: URL
  private let socket: String

  /// The built program, beside the test bundle.
  static let program: String = {
    let bundle = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: bundle ?? CommandLine.arguments[0]).deletingLastPathComponent().path + "/honbu"
  }()

  init(columns: Int, rows: Int, _ arguments: String = "", environment: String = "LC_ALL=C.UTF-8") throws {
    let name = "honbu-\(UUID().uuidString.prefix(8))"
    socket = name
    home = FileManager.default.temporaryDirectory.appending(path: name)
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let command =
      "cd '\(home.path)'; env -u HONBU_STORE HOME='\(home.path)' XDG_DATA_HOME='\(home.path)/data' \(environment) "
      + "'\(Self.program)' \(arguments); echo \"left with $?\"; exec cat"
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

  /// Waits until the screen is as wanted, at most twenty seconds.
  func wait(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation, until isReached: ([String]) -> Bool
  ) throws {
    let end = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < end {
      if isReached(try screen) { return }
      poll(nil, 0, 20)
    }
    Issue.record("never: \(what)\n\(try screen.joined(separator: "\n"))", sourceLocation: sourceLocation)
    throw NeverReached(what: what)
  }

  func waitFor(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait(text, sourceLocation: sourceLocation) { $0.contains { $0.contains(text) } }
  }

  struct NeverReached: Error {
    var what: String
  }

  @discardableResult
  static func run(_ words: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
