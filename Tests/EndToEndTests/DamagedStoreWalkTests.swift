import Foundation
import TestSupport
import Testing

/// A4 on the screen: all views of a store whose bytes are not what they were.
@Suite("A dashboard on a damaged store", .serialized, .waiting)
struct DamagedStoreWalkTests {
  /// What SQLite, Swift or Foundation would say of it. Nothing of the sample city says so.
  private static let foreignWords = [
    "sql", "database", "malformed", "corrupt", "disk image", "constraint", "no such", "syntax", "datatype", "decoding",
    "error", "nscocoa", "optional(", "json", "fatal", "unexpected", "invalid",
  ]

  /// The keys of a walk through all views, with what each opens.
  private static let keys: [String] =
    (1...7).flatMap { ["\($0)", "jG", "\r", "\u{1B}"] }
    + ["3", "v", "v", "/市", "\r", "\u{1B}", "1", "/a", "\u{1B}", "?", "\u{1B}", ",", "3", "d", "\u{1B}", "="]

  private struct Walk {
    /// Ended by itself, before or while it was walked.
    var isRefused = false
    var said: Set<String> = []
  }

  private func walk(_ store: String, _ told: Comment) throws -> Walk {
    let terminal = try PtyTerminal(["--store", store, "--today", "2026-11-26"])
    var walk = Walk()
    terminal.settle()
    try terminal.wait("a screen, or the end") { _ in
      terminal.raw.contains(0x1B) || terminal.hasEnded(within: .zero)
    }
    for key in Self.keys {
      if terminal.hasEnded(within: .zero) { break }
      terminal.type(key)
      terminal.settle()
      look(at: terminal, &walk, "\(told), \(key.debugDescription)")
    }
    walk.isRefused = terminal.hasEnded(within: .zero)
    if !walk.isRefused { terminal.type("Q") }
    #expect(terminal.hasEnded(), "\(told): hangs")
    let status = try #require(terminal.exitStatus)
    let text = String(decoding: terminal.raw, as: UTF8.self)
    if walk.isRefused {
      #expect([65, 66, 74, 75].contains(status) && text.hasPrefix("honbu: "), "\(told): \(status) \(text)")
      look(at: terminal, &walk, told)
    } else {
      #expect(status == 0, "\(told): \(status) \(text.suffix(400))")
    }
    #expect(TerminalStream(terminal.raw, isDrawn: !walk.isRefused).faults.isEmpty, told)
    return walk
  }

  /// Sentences of failures are kept; a word that is not ours is a fault.
  private func look(at terminal: PtyTerminal, _ walk: inout Walk, _ told: Comment) {
    let lines = terminal.screen.lines
    let text = lines.joined(separator: "\n").lowercased()
    for word in Self.foreignWords where text.contains(word) {
      Issue.record("\(told): \(word)\n\(lines.joined(separator: "\n"))")
    }
    // Nobody waits for what will not come.
    if text.contains("検索中") { Issue.record("\(told): 検索中\n\(lines.joined(separator: "\n"))") }
    for line in lines where line.contains("台帳が壊れています") || line.contains("honbu: ") {
      walk.said.insert(line.trimmingCharacters(in: .whitespaces))
    }
  }

  @Test("Every view can be asked for: no signal, no hang, a sentence of ours, and each byte as it was")
  func walks() throws {
    let office = try Office()
    defer { try? FileManager.default.removeItem(at: office.folder) }
    let whole = try Data(contentsOf: URL(fileURLWithPath: office.store))
    let sound = try walk(office.store, "sound")
    #expect(!sound.isRefused && sound.said.isEmpty)
    let store = office.folder.path + "/damaged"
    for damage in StoreDamage.allCases {
      let rounds = Extent.rounds(1, whole: 50)
      var (refused, told) = (0, 0)
      for seed in 0..<rounds {
        // Others than those of the commands' test.
        let (bytes, journal) = damage.done(to: whole, seed: 1000 + seed)
        try bytes.write(to: URL(fileURLWithPath: store))
        try journal?.write(to: URL(fileURLWithPath: store + "-journal"))
        let walk = try walk(store, "\(damage) \(1000 + seed)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: store)) == bytes, "\(damage) \(seed)")
        refused += walk.isRefused ? 1 : 0
        told += !walk.isRefused && !walk.said.isEmpty ? 1 : 0
        for path in [store, store + "-journal"] where FileManager.default.fileExists(atPath: path) {
          try FileManager.default.removeItem(atPath: path)
        }
      }
      Extent.report(
        "\(damage.rawValue), walked through all views: \(rounds), of which \(refused) not opened and \(told) told as damaged"
      )
    }
  }
}
