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

  @Test("Text is kept in NFC", arguments: 1...4)
  func stored(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<3_000 {
      let text = CellTextTests.text(&random)
      #expect(Array(Folding.stored(text).utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8))
    }
  }
}
