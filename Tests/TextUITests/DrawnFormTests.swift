import Testing

@testable import TextUI

@Suite("What a cell shows")
struct DrawnFormTests {
  @Test(
    "T4 T5 T6 T7: joiners, selectors and skin tones are kept in text and dropped in cells",
    arguments: [
      ("⚠\u{FE0F} 注意", "⚠ 注意"), ("👨\u{200D}👩\u{200D}👧x", "👨x"), ("👍🏽x", "👍x"), ("葛\u{E0100}城市", "葛城市"),
      ("か\u{3099}ハ\u{309A}", "がパ"), ("🇯🇵x", "🇯🇵x"), ("e\u{301}", "é"),
    ])
  func drawnForm(text: String, shown: String) {
    let grid = drawn(text, columns: 12)
    #expect(grid.text() == [shown])
    #expect(Array(grid.text()[0].unicodeScalars).count <= Array(shown.unicodeScalars).count + 1)
    #expect(SafeText.visible(text) == text)
  }

  @Test("T3: half-width kana with a voicing mark fills two cells")
  func halfWidthKana() {
    let cells = Array(drawn("ｶﾞｷﾞ", columns: 4).row(0))
    #expect(cells.map(\.text) == ["ｶ", "ﾞ", "ｷ", "ﾞ"])
    #expect(cells.map(\.width) == [1, 1, 1, 1])
  }

  @Test("T4: a decomposed kana is drawn composed")
  func composedKana() {
    let cell = drawn("か\u{3099}", columns: 2)[column: 0, row: 0]
    #expect(Array(cell.text.unicodeScalars) == ["が"])
  }

  @Test("Kana compose exactly where Unicode says so")
  func everyKana() {
    for value in UInt32(0x3041)...0x30FA {
      for mark in ["\u{3099}", "\u{309A}"] as [Unicode.Scalar] {
        guard let base = Unicode.Scalar(value), let composed = Kana.composed(base, with: mark) else { continue }
        var decomposed = String(base)
        decomposed.unicodeScalars.append(mark)
        #expect(String(composed) == decomposed)
      }
    }
    #expect(Kana.composed("ウ", with: "\u{3099}") == "ヴ")
    #expect(Kana.composed("か", with: "\u{309A}") == nil)
    #expect(Kana.composed("ー", with: "\u{3099}") == nil)
  }

  @Test("A mark without a base gets a dotted circle, many marks are cut to what ncurses keeps")
  func looseMarks() {
    #expect(drawn("\u{301}", columns: 2).text() == ["\u{25CC}\u{301}"])
    let cell = drawn("a" + String(repeating: "\u{301}", count: 40), columns: 2)[column: 0, row: 0]
    #expect(cell.text.unicodeScalars.count == Glyph.longest)
  }

  @Test("T13: the right half of a wide character belongs to its character")
  func rightHalf() {
    let grid = drawn("aあb", columns: 4)
    #expect(grid.characterOrigin(at: Point(column: 2, row: 0)) == Point(column: 1, row: 0))
    #expect(grid.characterOrigin(at: Point(column: 3, row: 0)) == Point(column: 3, row: 0))
  }
}
