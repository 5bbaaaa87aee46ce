import Foundation

/// Makes texts that a reader takes for the same equal: width, case, kind of kana, composed or not, old forms of kanji.
public enum TextFold {
  /// The text as it is searched.
  ///
  /// NFKC, lower case, katakana as hiragana, the forms of ``CharacterVariants``; variation selectors and zero-width
  /// characters are dropped. The long mark ー stays as typed. Folding a folded text changes nothing.
  public static func fold(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercasedASCII }
    if let folded = PlainFold.fold(text) ?? foldOfPlainJapanese(text) { return folded }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isDropped(scalar) {
      // NFKC makes a space and a mark of the free-standing marks ゛ and ゜; as marks they compose as they were meant.
      switch scalar.value {
      case 0x309B: kept.append("\u{3099}")
      case 0x309C: kept.append("\u{309A}")
      default: kept.append(scalar)
      }
    }
    let composed = String(kept).precomposedStringWithCompatibilityMapping
    var folded: [UInt8] = []
    for scalar in composed.unicodeScalars { append(scalar, to: &folded) }
    // A lower case form or a replaced character may compose with the mark after it.
    return String(decoding: folded, as: UTF8.self).precomposedStringWithCompatibilityMapping
  }

  /// Folds a text of the most common characters, as ``fold(_:)`` does, into memory that is there already.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - room: at least as many bytes.
  /// - Returns: the bytes that were written; `nil` for a text that only ``fold(_:)`` folds.
  public static func foldPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, to room: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? { PlainFold.fold(bytes, to: room) }

  /// The folded text with the way back to the original.
  public static func folded(_ text: String) -> FoldedText { FoldedText(text) }

  /// Texts of ASCII, kana, common kanji and full-width ASCII are folded scalar by scalar: NFKC changes nothing else in
  /// them, and Foundation's NFKC costs twenty times as much.
  private static func foldOfPlainJapanese(_ text: String) -> String? {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0...0x7F, 0x3001...0x3003, 0x3005...0x301C, 0x3041...0x3096, 0x309D...0x309E, 0x30A1...0x30FE,
        0x4E00...0x9FFF, 0x2010, 0x2012...0x2015, 0x2018...0x2019, 0x201C...0x201D, 0x2190...0x2193, 0x2212,
        0x25A0...0x25FF:
        append(scalar, to: &folded)
      case 0x3000:
        folded.append(0x20)
      case 0xFF01...0xFF5E:
        guard let narrow = Unicode.Scalar(scalar.value - 0xFEE0) else { return nil }
        append(narrow, to: &folded)
      default:
        return nil
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }

  private static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
    let value = scalar.value
    switch value {
    case 0x41...0x5A:
      folded.append(UInt8(truncatingIfNeeded: value) + 0x20)
    case 0...0x7F:
      folded.append(UInt8(truncatingIfNeeded: value))
    case 0x3095, 0x30F5:
      // 霞ヶ関 and 霞ケ関 are the same place.
      appendUTF8(0x304B, to: &folded)
    case 0x3096, 0x30F6:
      appendUTF8(0x3051, to: &folded)
    case 0x3001...0x301B, 0x3041...0x3094, 0x30FB...0x30FC:
      appendUTF8(value, to: &folded)
    case 0x30A1...0x30F4, 0x30FD...0x30FE:
      appendUTF8(value - 0x60, to: &folded)
    case 0x30F7...0x30FA:
      // ヷ ヸ ヹ ヺ have no hiragana of their own: わ ゐ ゑ を with a mark.
      appendUTF8(value - 0x30F7 + 0x308F, to: &folded)
      appendUTF8(0x3099, to: &folded)
    default:
      if let variant = CharacterVariants.form(of: scalar) {
        folded.append(contentsOf: UTF8.encode(variant) ?? UTF8.encodedReplacementCharacter)
      } else if (0x3001...0x9FFF).contains(value) {
        // No upper case here; the property's look-up is slow.
        appendUTF8(value, to: &folded)
      } else if scalar.properties.changesWhenLowercased {
        folded.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      } else {
        folded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// Three bytes, as UTF-8 writes U+0800 to U+FFFF.
  private static func appendUTF8(_ value: UInt32, to folded: inout [UInt8]) {
    folded.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
    folded.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
    folded.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
  }

  /// Variation selectors, zero-width and bidi characters, tags, the soft hyphen.
  static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF,
      0xE0000...0xE01EF:
      true
    default: false
    }
  }
}

extension String {
  fileprivate var lowercasedASCII: String {
    guard utf8.contains(where: { (0x41...0x5A).contains($0) }) else { return self }
    return String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
  }
}
