/// What text means where keys are commands: an IME left on must neither block the keys nor fire a wrong one.
public enum CommandKeys {
  public enum Meaning: Hashable, Sendable {
    /// Act on these keys, one after another.
    case keys([Key])
    /// Say that the IME is on.
    case imeOn
  }

  /// The meaning of a run of text outside an input field.
  public static func meaning(of text: String) -> Meaning {
    if let key = singleKana[text] { return .keys([.character(key)]) }
    var keys: [Key] = []
    for character in text {
      if let ascii = ascii(for: character) {
        keys.append(.character(ascii))
      } else if isJapanese(character) {
        return .imeOn
      } else {
        keys.append(.character(character))
      }
    }
    return .keys(keys)
  }

  /// Kana that one key of romaji input gives; `あ え う` would be keys that write, so they are left out.
  private static let singleKana: [String: Character] = ["い": "i", "お": "o", "ん": "n"]

  private static let signs: [Character: Character] = [
    "・": "/", "、": ",", "。": ".", "「": "[", "」": "]", "ー": "-", "\u{3000}": " ",
    "･": "/", "､": ",", "｡": ".", "｢": "[", "｣": "]", "ｰ": "-",
    "〜": "~", "−": "-", "’": "'", "‘": "'", "”": "\"", "“": "\"", "￥": "\\",
  ]

  private static func ascii(for character: Character) -> Character? {
    if let sign = signs[character] { return sign }
    guard let scalar = character.unicodeScalars.first, (0xFF01...0xFF5E).contains(scalar.value),
      let ascii = Unicode.Scalar(scalar.value - 0xFEE0)
    else { return nil }
    return Character(ascii)
  }

  private static func isJapanese(_ character: Character) -> Bool {
    character.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x3000...0x30FF, 0x31F0...0x31FF, 0x3200...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF,
        0x1B000...0x1B16F, 0x20000...0x3FFFF:
        true
      default: false
      }
    }
  }
}
