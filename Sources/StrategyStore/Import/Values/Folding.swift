import Foundation
import StrategyModel

/// Text as it is compared: without regard to width, case or Unicode form.
enum Folding {
  static func key(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    // Foundation leaves ｶﾞ in two pieces.
    return text.precomposedStringWithCompatibilityMapping.precomposedStringWithCanonicalMapping.lowercased()
  }

  /// A name or heading: spaces do not count either.
  static func name(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in key(text).unicodeScalars where !scalar.isSpace { scalars.append(scalar) }
    return String(scalars)
  }

  /// Text as the store keeps it (NFC).
  static func stored(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } || isPlain(text) ? text : text.precomposedStringWithCanonicalMapping
  }

  /// Only characters that NFC leaves alone: kana without combining marks, common kanji, full-width forms.
  private static func isPlain(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0..<0x300, 0x3000...0x3098, 0x309B...0x30FF, 0x4E00...0x9FFF, 0xFF00...0xFFEF: true
      default: false
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether it leaves a mark of its own: two ids that differ in anything else look alike.
  var isSeen: Bool {
    switch value {
    case 0x20..<0x7F, 0x3041...0x30FF, 0x4E00...0x9FFF, 0xFF01...0xFF9F: true
    case 0..<0xA0: false
    default:
      !properties.isDefaultIgnorableCodePoint
        && ![.control, .format, .lineSeparator, .paragraphSeparator].contains(properties.generalCategory)
    }
  }

  /// White space as Unicode has it; asking its table for every scalar is slow.
  var isSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
