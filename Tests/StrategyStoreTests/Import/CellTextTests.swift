import Foundation
import TestSupport
import Testing

@testable import StrategyStore

/// What is told by a few bytes is what going through all characters tells.
@Suite("Cells")
struct CellTextTests {
  private static let pieces = [
    "a", "Z9", " ", "\t", "\n", "\r\n", "\u{85}", "\u{A0}", "\u{1680}", "\u{2003}", "\u{2029}", "\u{205F}", "\u{3000}",
    "é", "e\u{301}", "\u{2FF}", "\u{300}", "か", "か\u{3099}", "が", "は\u{309A}", "゛", "ー", "ヿ", "一\u{302B}\u{302A}",
    "㍻", "㋿", "漢字", "\u{F900}", "\u{4DFF}", "\u{9FFF}", "한", "ｶﾞ", "！", "\u{FEFF}", "\u{FFFD}", "😀", "👨‍👩‍👧", "",
  ]

  private static func text(_ random: inout SplitMix) -> String {
    (0..<random.below(5)).map { _ in pieces[random.below(pieces.count)] }.joined()
  }

  @Test("White space is taken from both ends, whatever stands beside it", arguments: 1...4)
  func trimmed(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<3_000 {
      let text = CellTextTests.text(&random)
      let inner = Array(text.unicodeScalars).drop { $0.properties.isWhitespace }
      var wanted = String.UnicodeScalarView()
      for scalar in inner.reversed().drop(while: { $0.properties.isWhitespace }).reversed() { wanted.append(scalar) }
      #expect(Array(CellText.trimmed(text).utf8) == Array(String(wanted).utf8))
    }
  }

  @Test("A cell of a table is what trimming, unguarding and NFC make of it", arguments: 1...4)
  func cells(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<500 {
      let parts = (0..<3).map { _ in
        // A byte order mark within a file is refused.
        let scalars = CellTextTests.text(&random).unicodeScalars.filter { $0 != "\u{FEFF}" }
        return (random.below(4) == 0 ? "'=" : "") + String(String.UnicodeScalarView(scalars))
      }
      let isQuoted = parts.map { part in part.utf8.contains(where: Byte.needsQuotes) || random.below(3) == 0 }
      let line = zip(parts, isQuoted).map { part, isQuoted in isQuoted ? "\"\(part)\"" : part }
      let file = "番号,取組名,概要\n" + line.joined(separator: ",") + "\n"
      let text = try TextDecoding.decode(Array(file.utf8))
      var table = try #require(TableReading(csv: text, kind: .items, log: FaultLog(file: "a.csv", text: text)))
      let row = table.rows(10).first
      for (index, field) in [Field.id, .title, .summary].enumerated() {
        let trimmed = isQuoted[index] ? parts[index] : CellText.trimmed(parts[index])
        let wanted = Folding.stored(CellText.unguarded(trimmed))
        guard let cell = row?[field] else { continue }
        #expect(Array(cell.text.utf8) == Array(wanted.utf8))
        if cell.isTrimmed { #expect(Array(CellText.trimmed(wanted).utf8) == Array(wanted.utf8)) }
      }
      #expect(row != nil || parts.allSatisfy { CellText.trimmed($0).isEmpty })
    }
  }

  @Test("Text is kept in NFC", arguments: 1...4)
  func stored(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<3_000 {
      let text = CellTextTests.text(&random)
      #expect(Array(Folding.stored(text).utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8))
    }
  }
}
