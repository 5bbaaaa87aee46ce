import Foundation
import TestSupport
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

  /// A million with `HONBU_FUZZ_TEXTS=1000000`.
  private static let fuzzCount = Int(ProcessInfo.processInfo.environment["HONBU_FUZZ_TEXTS"] ?? "") ?? 50_000

  @Test("F1 F2 F3: of random texts and bytes nothing hostile is left, made safe or drawn; making safe twice is once")
  func fuzz() {
    var generator = SplitMix64(seed: 4)
    var hostileTexts = 0
    for _ in 0..<Self.fuzzCount {
      let text = Samples.anything(&generator)
      let shown = SafeText.visible(text)
      if shown != text { hostileTexts += 1 }
      let isKept = SafeText.visible(shown) == shown && shown.unicodeScalars.allSatisfy(SafeText.isSafe)
      let cells = drawn(text, columns: 24).row(0)
      let isDrawnSafe = cells.allSatisfy { cell in
        cell.text.unicodeScalars.allSatisfy { !VisibleText.isHostile($0, isDrawn: true) && $0 != "\n" }
      }
      if !isKept || !isDrawnSafe || !VisibleText.hostile(in: shown).isEmpty || shown.contains("\n") {
        Issue.record("\(text.unicodeScalars.map { String($0.value, radix: 16) })")
      }
    }
    // The texts are hostile enough to find something.
    #expect(hostileTexts > Self.fuzzCount / 3)
    print("F1 \(Self.fuzzCount) texts, \(hostileTexts) of them hostile")
  }

  @Test("F1 F2: each control, bidi control, tag, separator, format character and surrogate, alone and as raw bytes")
  func every() {
    var count = 0
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), VisibleText.isHostile(scalar, isDrawn: false) || scalar == "\n" else {
        continue
      }
      count += 1
      let shown = SafeText.visible("a\(scalar)b")
      let digits = String(value, radix: 16, uppercase: true)
      let code = "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
      let picture = Unicode.Scalar(value == 0x7F ? 0x2421 : 0x2400 + value).map(String.init) ?? ""
      if shown != "a\(value < 0x20 || value == 0x7F ? picture : code)b" { Issue.record("\(digits): \(shown)") }
    }
    #expect(count > 4_000)
    // Raw C1 and surrogates are no UTF-8: what reads bytes puts U+FFFD in their place.
    for byte in UInt8(0x80)...0x9F {
      #expect(SafeText.visible(String(decoding: [0x61, byte, 0x5B], as: UTF8.self)) == "a\u{FFFD}[")
    }
    for bytes in [[0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xC0, 0x9B], [0xE0, 0x80, 0x9B]] as [[UInt8]] {
      #expect(String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { $0 == "\u{FFFD}" })
    }
  }

  @Test(
    "F3: two ids that look alike are told apart",
    arguments: [
      ("it-1", "it-1\u{200D}", "it-1<U+200D>"), ("it-1", "it-1\u{FE0F}", "it-1<U+FE0F>"),
      ("a1", "\u{430}1", "<U+0430>1"),
      ("o1", "\u{3BF}1", "<U+03BF>1"), ("it-1", "it\u{2010}1", "it<U+2010>1"), ("が1", "か\u{3099}1", "か<U+3099>1"),
      ("it 1", "it\u{A0}1", "it<U+00A0>1"), ("葛1", "葛\u{E0100}1", "葛<U+E0100>1"), ("A1", "\u{1D400}1", "<U+1D400>1"),
      ("x1", "x\u{202E}1", "x<U+202E>1"), ("取組1", "取組１", "取組１"), ("ｶﾞ", "ガ", "ガ"),
    ])
  func identifiers(one: String, other: String, shown: String) {
    #expect(SafeText.identifier(one) == one && SafeText.identifier(other) == shown)
    #expect(
      drawn(SafeText.identifier(one), columns: 20).text() != drawn(SafeText.identifier(other), columns: 20).text())
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
