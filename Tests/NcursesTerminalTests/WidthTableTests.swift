import CNcurses
import Testing
import TextUI

@Suite("Our width table beside the C library's", .serialized)
struct WidthTableTests {
  private static func disputed(_ values: some Sequence<UInt32>) -> [String] {
    values.compactMap { value in
      guard let scalar = Unicode.Scalar(value), SafeText.isSafe(scalar) else { return nil }
      let ours = WidthPolicy.narrow.width(of: scalar)
      let theirs = Int(honbu_system_width(Int32(bitPattern: value)))
      // -1: not assigned in the C library's version of Unicode.
      return ours == theirs || theirs == -1 ? nil : "U+\(String(value, radix: 16, uppercase: true)) \(ours) \(theirs)"
    }
  }

  @Test("T7: ASCII, Latin, kana, CJK, Hangul and full-width forms agree")
  func agreed() {
    #expect(honbu_use_utf8() == nil)
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0xA0...0x17F, 0x370...0x3FF, 0x410...0x44F, 0x3000...0x3029, 0x3030...0x303F, 0x3041...0x3096,
      0x3099...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DB5, 0x4E00...0x9FFC, 0xAC00...0xD7A3, 0xF900...0xFA6D,
      0xFF01...0xFFDC, 0x20000...0x2A6D6, 0xE0100...0xE01EF,
    ]
    #expect(Self.disputed(ranges.joined()) == [])
  }

  @Test("The scalars of JIS X 0208 agree")
  func japaneseStandard() {
    #expect(honbu_use_utf8() == nil)
    // Symbols of rows 1, 2 and 8; the kana and kanji rows are in the ranges of the other test.
    let symbols =
      "　、。，．・：；？！゛゜´｀¨＾￣＿ヽヾゝゞ〃仝々〆〇ー―‐／＼～∥｜…‥‘’“”（）〔〕［］｛｝〈〉《》「」『』【】＋－±×÷＝≠＜＞≦≧∞∴♂♀"
      + "°′″℃￥＄￠￡％＃＆＊＠§☆★○●◎◇◆□■△▲▽▼※〒→←↑↓〓∈∋⊆⊇⊂⊃∪∩∧∨￢⇒⇔∀∃∠⊥⌒∂∇≡≒≪≫√∽∝∵∫∬Å‰♯♭♪†‡¶◯"
      + "─│┌┐┘└├┬┤┴┼━┃┏┓┛┗┣┳┫┻╋┠┯┨┷┿┝┰┥┸╂"
    #expect(Self.disputed(symbols.unicodeScalars.map(\.value)) == [])
  }

  @Test("ncurses is given our widths")
  func hook() {
    honbu_set_width_function { $0 == 0x2500 ? 2 : 1 }
    defer { honbu_set_width_function(nil) }
    #expect(honbu_layout_width(0x2500) == 2)
    #expect(honbu_system_width(0x2500) == 1)
  }
}
