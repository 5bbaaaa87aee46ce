import Testing

@testable import TextUI

@Suite("Safe text")
struct SafeTextTests {
  @Test(
    "T20: what could steer the terminal or hide becomes a visible mark",
    arguments: [
      ("\u{1B}]0;x\u{07}", "␛]0;x␇"), ("a\r\nb", "a␍␊b"), ("\u{7F}", "␡"), ("\u{9B}31m", "<U+009B>31m"),
      ("\u{FEFF}x", "<U+FEFF>x"), ("a\u{200B}b", "a<U+200B>b"), ("\u{202E}x\u{2066}", "<U+202E>x<U+2066>"),
      ("\u{E0041}", "<U+E0041>"), ("\u{00AD}", "<U+00AD>"), ("\u{2028}", "<U+2028>"), ("\u{3164}", "<U+3164>"),
      ("\t", "␉"), ("\0", "␀"), ("\u{FFFE}", "<U+FFFE>"), ("\u{2060}", "<U+2060>"),
    ])
  func substitutes(text: String, shown: String) {
    #expect(SafeText.visible(text) == shown)
  }

  @Test(
    "T6 T7 T20: Japanese text, the wide space, selectors and joiners stay",
    arguments: ["字\u{3000}間", "葛\u{E0100}城市", "⚠\u{FE0F}", "👨\u{200D}👩\u{200D}👧", "が か\u{3099}", "㋿①㈱", "\u{E000}"])
  func kept(text: String) {
    #expect(Array(SafeText.visible(text).unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test("F1 F2 F3: no unsafe scalar is left in 100,000 random texts, and making safe twice changes nothing")
  func fuzz() {
    var generator = SplitMix64(seed: 4)
    for _ in 0..<100_000 {
      let shown = SafeText.visible(Samples.random(&generator, longest: 8))
      let isClean = shown.unicodeScalars.allSatisfy { scalar in
        let value = scalar.value
        let isControl = value < 0x20 || (0x7F...0x9F).contains(value)
        let isBidi = (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
        let isTag = (0xE0000...0xE007F).contains(value)
        return !isControl && !isBidi && !isTag && value != 0x200B && value != 0xFEFF && SafeText.isSafe(scalar)
      }
      if !isClean || SafeText.visible(shown) != shown {
        Issue.record("\(shown.unicodeScalars.map { String($0.value, radix: 16) })")
      }
    }
  }

  @Test("A text is as wide as its visible form", arguments: Samples.policies)
  func sameWidth(policy: WidthPolicy) {
    for text in Samples.random(seed: 11, count: 4_000) + Samples.hard {
      let shown = SafeText.visible(text)
      if policy.width(of: text) != policy.width(of: shown) {
        Issue.record("\(text.unicodeScalars.map { String($0.value, radix: 16) })")
      }
    }
  }

  @Test("F1: cells hold no scalar that is unsafe or has no shape", arguments: Samples.policies)
  func cells(policy: WidthPolicy) {
    for text in Samples.random(seed: 5, count: 500) + Samples.hard {
      for cell in drawn(text, columns: 60, policy).row(0) {
        #expect(cell.text.unicodeScalars.allSatisfy { SafeText.isSafe($0) && ScalarKind($0) != .selector })
        #expect(cell.text.unicodeScalars.count <= Glyph.longest)
      }
    }
  }
}
