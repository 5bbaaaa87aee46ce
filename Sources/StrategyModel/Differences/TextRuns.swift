/// Text in runs that a reader takes in at once: a number, a Latin word, a run of kanji, of hiragana, of katakana.
enum TextRuns {
  private enum Class {
    case kanji, hiragana, katakana, latin, digit, space
    /// Punctuation and signs stand alone.
    case other
  }

  static func runs(of text: String) -> [Substring] {
    var runs: [Substring] = []
    var start = text.startIndex
    var current: Class?
    for index in text.indices {
      let next = characterClass(text[index], after: current)
      if let current, next != current || next == .other {
        runs.append(text[start..<index])
        start = index
      }
      current = next
    }
    if start < text.endIndex { runs.append(text[start...]) }
    return runs
  }

  private static func characterClass(_ character: Character, after current: Class?) -> Class {
    guard let scalar = character.unicodeScalars.first else { return .other }
    switch scalar.value {
    case 0x30...0x39, 0xFF10...0xFF19: return .digit
    // 1,339 and 99.9 are numbers.
    case 0x2C, 0x2E: return current == .digit ? .digit : .other
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0xFF21...0xFF3A, 0xFF41...0xFF5A: return .latin
    case 0x3041...0x309F: return .hiragana
    // The long-vowel mark belongs to whatever kana stands before it.
    case 0x30FC: return current == .hiragana ? .hiragana : .katakana
    case 0x30A1...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: return .katakana
    case 0x3005, 0x3006, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: return .kanji
    case 0x20, 0x09, 0x3000: return .space
    default: return .other
    }
  }
}
