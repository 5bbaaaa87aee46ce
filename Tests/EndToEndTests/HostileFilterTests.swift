import Foundation
import TestSupport
import Testing

@Suite("G1 G2: hostile filters", .serialized, .waiting)
struct HostileFilterTests {
  static let filters: [String] = [
    "'; DROP TABLE version; --", "\" OR 1=1 --", "phase:' OR ''='", "id:x' UNION SELECT body FROM version--",
    "due:<2020-04'); DELETE FROM revision;--", "); ATTACH DATABASE '/tmp/pwned' AS p; --", "%' ESCAPE '\\", "_%_%_%_%",
    "GLOB * MATCH NEAR(a b)", "kpi:<80;PRAGMA writable_schema=1", "changed:r1..r99999999999999999999",
    "fy:999999999999",
    "(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((a", "(a+)+$ (.*)*\\1 [[:alpha:]]{9999}",
    "^(?=.*)(?<x>y)\\k<x>*?+{1,}", "%s%s%n%n%08x%@%lld", "$(touch pwned)", "`touch pwned`", "; touch pwned &",
    "| touch pwned",
    "../../../../etc/passwd", "\u{1B}[2J\u{7}\u{9B}31m", "\u{202E}\u{2066}gnp", "\u{0}a",
    "-" + String(repeating: "-", count: 900) + "a",
    String(repeating: "a|", count: 60) + "a", String(repeating: "窓口|a|", count: 900),
    (1...200).map { "語\($0)" }.joined(separator: " "), (1...60).map { "-dept:第\($0)課" }.joined(separator: " "),
    (1...30).map { "~ka\($0) kikaku" }.joined(separator: " "), String(repeating: "phase:検証中|運用中 ", count: 30),
    "\"" + String(repeating: "あ", count: 1_900), String(repeating: "窓", count: 350_000),
    String(repeating: "\"", count: 700), String(repeating: "か\u{3099}\u{301}", count: 600),
    "@ @@ @\u{1B} :: phase: due:",
  ]

  @Test("Each is answered, by rows or by a sentence without a word of SQL; nothing is run or changed")
  func answered() throws {
    let named = ProcessInfo.processInfo.environment["HONBU_FILTER_STORE"]
    let office = try named == nil ? Office() : nil
    let store = named ?? office?.store ?? ""
    let before = try Data(contentsOf: URL(filePath: store), options: .alwaysMapped).hashValue
    let stamp = try FileManager.default.attributesOfItem(atPath: store)[.modificationDate] as? Date
    let terminal = try PtyTerminal(columns: 160, rows: 30, ["actions", "--store", store, "--today", "2026-11-23"])
    try terminal.waitFor("条件なし · ")
    terminal.type("v")
    terminal.settle()
    // All items are in memory once one search was whole.
    try answer("窓口", terminal)
    var slowest = (Duration.zero, "")
    for filter in Self.filters {
      let time = try answer(filter, terminal)
      if time > slowest.0 { slowest = (time, String(filter.prefix(40))) }
    }
    Extent.report(
      "G1 \(Self.filters.count) filters on \(store), slowest \(slowest.1)", took: slowest.0, promised: .seconds(1))
    terminal.type("Q")
    #expect(terminal.hasEnded() && terminal.exitStatus == 0)
    judge(terminal, "the end")
    #expect(try Data(contentsOf: URL(filePath: store), options: .alwaysMapped).hashValue == before)
    #expect(try FileManager.default.attributesOfItem(atPath: store)[.modificationDate] as? Date == stamp)
    #expect(
      !FileManager.default.fileExists(atPath: terminal.home + "/pwned")
        && !FileManager.default.fileExists(atPath: "/tmp/pwned"))
  }

  /// Judges what was written since the last time, and forgets it.
  private func judge(_ terminal: PtyTerminal, _ what: String) {
    terminal.settle()
    let faults = TerminalStream(terminal.raw).faults
    #expect(faults.isEmpty, "\(what): \(faults.prefix(5))")
    terminal.forget()
  }

  /// Pastes a filter and waits for what it gives; then the list is whole again.
  @discardableResult
  private func answer(_ filter: String, _ terminal: PtyTerminal) throws -> Duration {
    terminal.type("/")
    try terminal.waitFor("絞り込み /")
    judge(terminal, "before \(filter.prefix(40))")
    let start = ContinuousClock.now
    // A paste ends where its sign stands, so none is in it.
    terminal.type("\u{1B}[200~\(filter)\u{1B}[201~")
    try terminal.wait("an answer to \(filter.prefix(40))") { screen in
      let foot = screen.lines.suffix(3).joined(separator: "\n")
      let isAnswered = ["件／", "! ", "条件なし", "正しくありません"].contains { foot.contains($0) }
      return !terminal.raw.isEmpty && !foot.contains("検索中") && isAnswered
    }
    let time = ContinuousClock.now - start
    judge(terminal, "\(filter.prefix(40))")
    let text = terminal.screen.lines.suffix(3).joined().lowercased()
    for word in ["sqlite", "syntax error", "no such", "unrecognized", "near \"", "sql logic", "constraint"] {
      #expect(!text.contains(word), "\(filter.prefix(40)): \(text)")
    }
    terminal.type("\u{1B}")
    try terminal.waitFor("条件なし · ")
    return time
  }

  @Test("On the command line too: a filter that is too long or has too many words is refused with its limit")
  func refused() throws {
    let office = try Office()
    for (filter, sentence) in [
      (String(repeating: "窓", count: 2_001), "honbu: --filter が正しくありません。条件が長すぎます（2000文字まで）"),
      (String(repeating: "a|", count: 65), "honbu: --filter が正しくありません。条件の語が多すぎます（64語まで）"),
    ] {
      #expect(try office.command("actions --filter '\(filter)'") == sentence + "\n")
    }
    for filter in [String(repeating: "窓", count: 2_000), String(repeating: "a|", count: 64)] {
      #expect(try office.command("snapshot actions --width 80 --filter '\(filter)'").contains("本文 SHA-256: "))
    }
  }
}
