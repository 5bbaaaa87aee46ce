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
    text.utf8.withContiguousStorageIfAvailable(isPlain) == true ? text : text.precomposedStringWithCanonicalMapping
  }

  /// Only characters that NFC leaves alone, by their bytes: those below U+0300, kana without combining marks (U+302A to
  /// U+302F, U+3099, U+309A), common kanji, full-width forms.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while place < text.count {
      let lead = text[place]
      switch lead {
      case ..<0x80: place += 1
      case 0xE5...0xE9: place += 3
      case ..<0xCC: place += 2
      default:
        guard lead >= 0xE3, lead <= 0xEF, place + 2 < text.count, isPlain(lead, text[place + 1], text[place + 2]) else {
          return false
        }
        place += 3
      }
    }
    return true
  }

  /// A character of three bytes, of those from U+3000 on that are no kanji from U+5000 to U+9FFF.
  private static func isPlain(_ lead: UInt8, _ next: UInt8, _ last: UInt8) -> Bool {
    switch lead {
    case 0xE3:
      let isMark = next == 0x82 && (last == 0x99 || last == 0x9A) || next == 0x80 && (0xAA...0xAF).contains(last)
      return next < 0x84 && !isMark
    case 0xE4: return next >= 0xB8
    case 0xEF: return next >= 0xBC
    default: return false
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
