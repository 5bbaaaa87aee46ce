/// The bytes of romaji.
enum ASCII {
  static let apostrophe = UInt8(ascii: "'")
  static let hyphen = UInt8(ascii: "-")
  static let zero = UInt8(ascii: "0")
  static let c = UInt8(ascii: "c")
  static let h = UInt8(ascii: "h")
  static let m = UInt8(ascii: "m")
  static let n = UInt8(ascii: "n")
  static let t = UInt8(ascii: "t")
  /// Consonants that write っ when they stand before themselves; l and x write small kana, so `ll` is no romaji.
  static let doubled = Array("bcdfghjkmprstvwyz".utf8)
  /// Consonants before which ん may be written m.
  static let labials = Array("bpm".utf8)

  static func isVowel(_ byte: UInt8) -> Bool { "aiueo".utf8.contains(byte) }
  static func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte }
  static func isDigit(_ byte: UInt8) -> Bool { zero...UInt8(ascii: "9") ~= byte }
  static func endsSyllable(_ byte: UInt8) -> Bool { isVowel(byte) || byte == apostrophe }
}

/// How kana write that a vowel is long.
enum LongVowel {
  /// The letters of kana that a romaji word may leave out after a vowel.
  static func unwritten(after vowel: UInt8) -> [UInt8] {
    switch vowel {
    case UInt8(ascii: "a"): a
    case UInt8(ascii: "i"): i
    case UInt8(ascii: "u"): u
    case UInt8(ascii: "e"): e
    default: o
    }
  }

  /// Whether a vowel written after another makes it long: `aa ii uu ee oo ou`.
  static func isLengthened(_ vowel: UInt8, by next: UInt8) -> Bool {
    ASCII.isVowel(next) && next == vowel || vowel == UInt8(ascii: "o") && next == UInt8(ascii: "u")
  }

  /// The letters of kana for the second of two vowels that are written so.
  static func written(_ vowel: UInt8, _ next: UInt8) -> [UInt8] {
    vowel == next ? unwritten(after: vowel) : u
  }

  private static let a = letters("あー")
  private static let i = letters("いー")
  private static let u = letters("うー")
  private static let e = letters("えー")
  private static let o = letters("おうー")

  private static func letters(_ kana: String) -> [UInt8] {
    guard let letters = KanaLetter.letters(of: kana.unicodeScalars) else {
      preconditionFailure("Long vowels are written in kana: \(kana)")
    }
    return letters
  }
}
