import Testing

@testable import TextUI

@Suite("Width of text")
struct WidthTests {
  @Test(
    "T3 T4 T5 T6 T7: a text takes the cells that its clusters take when drawn",
    arguments: [
      ("ｶﾞｷﾞｸﾞ", 6), ("ｶﾞｷﾞｸﾞｹﾞｺﾞ", 10), ("aﾞ", 2), ("か\u{3099}", 2), ("が", 2), ("葛\u{E0100}", 2),
      ("👨\u{200D}👩\u{200D}👧", 2), ("🇯🇵", 2), ("⚠\u{FE0F}", 1), ("❤\u{FE0F}", 1), ("👍🏽", 2), ("𠮷野", 4),
      ("髙橋", 4), ("﨑", 2), ("\u{3000}", 2), ("ＫＰＩ達成率", 12), ("中文", 4), ("令和8年4月", 10), ("e\u{301}", 1),
      ("1\u{FE0F}\u{20E3}", 1), ("\u{1112}\u{1161}\u{11AB}", 2), ("\u{E000}", 1), ("·", 1), ("", 0),
    ])
  func clusters(text: String, cells: Int) {
    #expect(WidthPolicy.narrow.width(of: text) == cells)
  }

  @Test(
    "T1: what Unicode calls ambiguous follows the policy", arguments: ["①", "─", "※", "→", "…", "●", "★", "│", "·"])
  func ambiguous(text: String) {
    #expect(WidthPolicy.narrow.width(of: text) == 1)
    #expect(WidthPolicy.wide.width(of: text) == 2)
  }

  @Test("The half-width voicing mark takes one cell, the combining one none")
  func voicingMarks() {
    #expect(WidthPolicy.narrow.width(of: Unicode.Scalar(0xFF9E) ?? " ") == 1)
    #expect(WidthPolicy.narrow.width(of: Unicode.Scalar(0x3099) ?? " ") == 0)
    #expect(WidthPolicy.narrow.width(of: Unicode.Scalar(0x200D) ?? " ") == 0)
    #expect(WidthPolicy.narrow.width(of: Unicode.Scalar(0xE0100) ?? " ") == 0)
  }

  @Test("T20: control characters are as wide as the marks that stand for them")
  func unsafe() {
    #expect(WidthPolicy.narrow.width(of: "\u{1B}[0m") == 4)
    #expect(WidthPolicy.narrow.width(of: "\r\n") == 2)
    #expect(WidthPolicy.narrow.width(of: "\u{202E}") == "<U+202E>".count)
    #expect(WidthPolicy.narrow.width(of: "a\u{200B}b") == "a<U+200B>b".count)
  }

  @Test("The fast path for kana and kanji agrees with the table")
  func fastPath() {
    let ranges: [ClosedRange<UInt32>] = [0x20...0x7E, 0x3041...0x3096, 0x30A1...0x30FF, 0x4E00...0x9FFF]
    for value in ranges.joined() {
      let entry = WidthTable.boundaries.last { $0 >> 3 <= value }
      if Unicode.Scalar(value).map({ ScalarKind($0).rawValue }) != entry.map({ $0 & 7 }) {
        Issue.record("\(String(value, radix: 16))")
      }
    }
  }

  @Test("The fast path for clusters parts text as Swift does", arguments: Samples.policies)
  func clusterBoundaries(policy: WidthPolicy) {
    for text in Samples.hard + Samples.random(seed: 12, count: 3_000) {
      let parts = Clusters(text, policy).map { ($0.offset, $0.width) }
      let expected = text.indices.map { index in
        (text.utf8.distance(from: text.startIndex, to: index), policy.width(of: text[index]))
      }
      if !parts.elementsEqual(expected, by: ==) {
        Issue.record("\(text.unicodeScalars.map { String($0.value, radix: 16) })")
      }
    }
  }

  @Test("Scalars that the fast path takes alone join nothing of their kind")
  func standsAlone() {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x2010...0x203B, 0x2190...0x25FF, 0x3000...0x9FFF, 0xF900...0xFF9F,
    ]
    for value in ranges.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "漢\(scalar)漢\(scalar)\(scalar)a"
      let offsets = text.indices.map { text.utf8.distance(from: text.startIndex, to: $0) }
      if Clusters(text, .narrow).map(\.offset) != offsets { Issue.record("\(String(value, radix: 16))") }
    }
  }

  @Test("The table ascends and names its version")
  func table() {
    #expect(zip(WidthTable.boundaries, WidthTable.boundaries.dropFirst()).allSatisfy { $0 >> 3 < $1 >> 3 })
    #expect(WidthPolicy.unicodeVersion == "15.0.0")
  }

  @Test("Measuring, drawing and cells agree on random text", arguments: Samples.policies)
  func agreement(policy: WidthPolicy) {
    for text in Samples.hard + Samples.random(seed: 1, count: 500) {
      let width = policy.width(of: text)
      var canvas = Canvas(size: Size(columns: width + 2, rows: 1), policy: policy)
      canvas.draw(String(repeating: "#", count: width + 2), at: Point(column: 0, row: 0))
      let end = canvas.draw(Line(text), at: Point(column: 1, row: 0))
      let cells = Array(canvas.grid.row(0))
      #expect(end == width + 1)
      #expect(canvas.grid.isWellFormed)
      #expect(cells.first?.text == "#" && cells.last?.text == "#")
      #expect(width == 0 || cells[width].text != "#" || text.unicodeScalars.contains("#"))
    }
  }
}
