import Testing

@testable import TextUI

/// F4: what terminals and versions of Unicode dispute. Where both one and two cells are found, two are taken where that
/// is possible: a terminal that takes one leaves the second empty, and covers nothing.
@Suite("Disputed widths")
struct DisputedWidthTests {
  struct Choice: CustomTestStringConvertible {
    var text: String
    var cells: Int
    /// Whether the terminal is told where the next cell stands.
    var isDisputed: Bool
    var reason: String
    var testDescription: String { reason }

    init(_ text: String, _ cells: Int, _ reason: String, isDisputed: Bool = true) {
      (self.text, self.cells, self.isDisputed, self.reason) = (text, cells, isDisputed, reason)
    }
  }

  private static let choices = [
    Choice("㉈", 2, "U+3248..324F: A in EastAsianWidth.txt (xterm: 1), 2 in glibc and tmux, full-width in fonts"),
    Choice("㉏", 2, "the last of them"),
    Choice("㉇", 2, "U+3247: W in EastAsianWidth.txt, nobody disputes it", isDisputed: false),
    Choice("㉐", 2, "U+3250: W in EastAsianWidth.txt", isDisputed: false),
    Choice("䷀", 2, "U+4DC0..4DFF: N up to Unicode 15.1, W from 16.0 on (UAX #11, revision 43); glibc 2.36: 2"),
    Choice("䷿", 2, "the last hexagram"),
    Choice("☰", 2, "U+2630..2637, trigrams: W from Unicode 16.0 on; glibc 2.36 and tmux 3.3a: 1"),
    Choice("⚊", 2, "U+268A..268F, digrams: W from Unicode 16.0 on"),
    Choice("𝌀", 2, "U+1D300..1D356, Tai Xuan Jing: W from Unicode 16.0 on"),
    Choice("𝍠", 2, "U+1D360..1D376, counting rods: W from Unicode 16.0 on"),
    Choice("⸺", 1, "U+2E3A: N in EastAsianWidth.txt, drawn two cells long by some fonts and utf8proc"),
    Choice("⸻", 1, "U+2E3B: N, three cells long there"),
    Choice("ﾞ", 1, "U+FF9E: H, and Grapheme_Extend: terminals that cluster (mode 2027) join it to its base"),
    Choice("ｶﾞ", 2, "the same behind its base"),
    Choice("ﾊﾟ", 2, "U+FF9F, the same"),
    Choice("🇯", 1, "half a flag: N in EastAsianWidth.txt; wcwidth 0.9: 2"),
    Choice("🇯🇵", 2, "a flag: one cell each (glibc), together two (clusters), or two each (wcwidth without clusters)"),
    Choice("1\u{FE0F}\u{20E3}", 1, "a keycap is drawn without U+FE0F, as its digit; to some U+20E3 is a second cell"),
    Choice("⚠\u{FE0F}", 1, "drawn without U+FE0F, and one cell everywhere (less drops it too)", isDisputed: false),
    Choice("❤\u{FE0F}", 1, "the same", isDisputed: false),
    Choice("👨\u{200D}👩\u{200D}👧", 2, "a joined family is drawn as its first emoji, which is W", isDisputed: false),
    Choice("👍🏽", 2, "drawn without its skin tone", isDisputed: false),
    Choice("🏽", 2, "a skin tone alone: W, but none behind a person where terminals cluster"),
    Choice("葛\u{E0100}", 2, "drawn without its variation selector, which is wide of nothing", isDisputed: false),
    Choice("🫠", 2, "U+1FAE0, emoji of Unicode 14: W; where it is not known: 0 (tmux), 1 (xterm)"),
    Choice("🫨", 2, "U+1FAE8, emoji of Unicode 15"),
    Choice("\u{1FAE9}", 2, "U+1FAE9, emoji of Unicode 16: not in our data; the block is reserved for pictographs"),
    Choice("\u{1F6D8}", 2, "U+1F6D8, emoji of Unicode 17"),
    Choice("\u{1B132}", 2, "small kana of Unicode 15: W; tmux 3.3a draws nothing"),
    Choice("\u{1112}\u{1161}\u{11AB}", 2, "conjoining Hangul: vowels and finals take no cell in glibc, one in others"),
    Choice("\u{915}\u{903}", 2, "a spacing mark (Mc): 1 in glibc, 0 in wcwidth"),
    Choice("\u{E000}", 1, "private use: A, drawn in one cell; the gaiji of an office may be two wide"),
    Choice("漢", 2, "W", isDisputed: false),
    Choice("─", 1, "A: follows the policy, which is measured in the terminal", isDisputed: false),
  ]

  @Test("Each has the width that was chosen for the reason given", arguments: choices)
  func chosen(choice: Choice) {
    #expect(WidthPolicy.narrow.width(of: choice.text) == choice.cells)
    var canvas = Canvas(size: Size(columns: 6, rows: 1), policy: .narrow)
    canvas.draw(Line(choice.text), at: Point(column: 0, row: 0))
    #expect(canvas.grid.row(0).contains(where: \.isDisputed) == choice.isDisputed)
  }

  @Test("The table of disputed runs ascends, and what we draw most is not in it")
  func table() {
    #expect(WidthTable.disputed.count.isMultiple(of: 2))
    #expect(zip(WidthTable.disputed, WidthTable.disputed.dropFirst()).allSatisfy { $0 < $1 })
    func isInRun(_ value: UInt32) -> Bool {
      (WidthTable.disputed.firstIndex { $0 > value } ?? 0) % 2 == 1
    }
    // The quick answers are those of the table.
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x3FF, 0x2000...0x33FF, 0x4DB0...0x9FFF, 0xFF00...0xFFEF, 0x1F1E0...0x1FAFF,
    ]
    for value in ranges.joined() where DisputedWidth.contains(value) != isInRun(value) {
      Issue.record("\(String(value, radix: 16))")
    }
    for scalar in "開発中ｱカかＡa1─│█●※①㈱".unicodeScalars { #expect(!DisputedWidth.contains(scalar.value), "\(scalar)") }
  }

  @Test("A row with one is drawn whole when anything in it changes, and not when nothing does")
  func changes() {
    func grid(_ text: String) -> Grid {
      var canvas = Canvas(size: Size(columns: 12, rows: 1), policy: .narrow)
      canvas.draw(Line(text), at: Point(column: 0, row: 0))
      return canvas.grid
    }
    func runs(_ before: String, _ after: String) -> [String] {
      Grid.changes(from: grid(before), to: grid(after)).map { "\($0.column) " + $0.cells.map(\.text).joined() }
    }
    #expect(runs("ab㉈cdefg", "ab㉈cdexg") == ["0 ab㉈cdexg   "])
    #expect(runs("ab㉈cdefg", "ab㉈cdefg") == [])
    #expect(runs("ab㉈cdefg", "ab漢cdefg") == ["2 漢"])
  }
}
