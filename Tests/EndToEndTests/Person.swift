import Foundation
import TestSupport
import Testing

/// Somebody at a dashboard of their own, whose editor shows what it was given and does what it is told, when it is told.
final class Person {
  let name: String
  let terminal: PtyTerminal
  private let own: String
  private let orders: Int32
  private var seen = 0
  private var drafts: [String] = []

  /// - Parameters:
  ///   - item: the item that is open on their screen.
  ///   - folder: for what the editor and the test tell each other.
  init(_ name: String, at item: String, of store: String, folder: String) throws {
    self.name = name
    own = "\(folder)/\(name)"
    try #require(mkfifo(own + ".orders", 0o600) == 0)
    // Open at both ends: nobody waits for the other, and no order is lost.
    orders = open(own + ".orders", O_RDWR | O_CLOEXEC)
    try #require(orders >= 0)
    let editor = """
      N=$(($(cat '\(own).count' 2>/dev/null || echo 0) + 1)); echo $N > '\(own).count'
      cp "$1" '\(own).part' && mv '\(own).part' '\(own).shown'$N
      read -r order < '\(own).orders'; eval "$order"

      """
    try editor.write(toFile: own + ".sh", atomically: true, encoding: .utf8)
    terminal = try PtyTerminal(
      columns: 80, rows: 24, ["actions/\(item)", "--store", store, "--today", "2026-11-26"],
      environment: ["LOGNAME": name, "EDITOR": "sh '\(own).sh'"])
    try terminal.waitFor("? ヘルプ")
  }

  deinit { close(orders) }

  /// - Returns: the text in the editor.
  func beginEditing() throws -> String {
    terminal.type("e")
    return try next()
  }

  /// Waits until the editor is open once more.
  ///
  /// - Returns: the text in it.
  func next() throws -> String {
    try terminal.wait("an editor of \(name)") { _ in isShown }
    seen += 1
    return try String(contentsOfFile: "\(own).shown\(seen)", encoding: .utf8)
  }

  /// Whether the editor shows something that was not looked at yet.
  var isShown: Bool { FileManager.default.fileExists(atPath: "\(own).shown\(seen + 1)") }

  /// The editor does this with the text, `$1`, and is closed.
  func save(_ order: String) {
    let line = Array((order + "\n").utf8)
    #expect(write(orders, line, line.count) == line.count)
  }

  /// The path of the text that the screen says was kept.
  func draft() throws -> String {
    let screen = terminal.screen.lines.joined(separator: "\n")
    let path = String(try #require(screen.firstMatch(of: /\/\S+\.yaml/), "\(screen)").0)
    drafts.append(path)
    return path
  }

  /// Leaves the dashboard, which tells once more what was kept.
  func leave() throws {
    terminal.type("Q")
    #expect(terminal.hasEnded() && terminal.exitStatus == 0)
    let shell = String(decoding: terminal.raw, as: UTF8.self).split(separator: "\u{1B}[?1049l").last ?? ""
    for draft in drafts {
      #expect(shell.contains("honbu: 書いたものは \(draft) に残っています"))
      try FileManager.default.removeItem(at: URL(filePath: draft).deletingLastPathComponent())
    }
  }
}
