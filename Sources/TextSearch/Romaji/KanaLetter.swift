/// The characters of folded kana as small numbers: the alphabet of ``KanaAutomaton``.
///
/// 1…86 are ぁ…ゖ in Unicode's order, then ー, the digits and `-`; 0 is every other character.
enum KanaLetter {
  static let other: UInt8 = 0
  static let longMark: UInt8 = 87
  static let zero: UInt8 = 88
  static let hyphen: UInt8 = 98
  /// How many letters there are, ``other`` included.
  static let count = 99

  /// The letter that begins at a place of folded UTF-8, and how many bytes to go on from there.
  @inline(__always)
  static func read(_ text: UnsafeRawBufferPointer, at place: Int) -> (letter: UInt8, length: Int) {
    let first = text[place]
    if first == 0xE3 {
      guard place + 2 < text.count else { return (other, 1) }
      let last = text[place + 2]
      switch text[place + 1] {
      case 0x81 where last & 0xC0 == 0x80: return (last & 0x3F, 3)
      case 0x82 where 0x80...0x96 ~= last: return (last & 0x3F | 0x40, 3)
      case 0x83 where last == 0xBC: return (longMark, 3)
      // Not further, so that a broken character does not hide the next one.
      default: return (other, 1)
      }
    }
    if 0x30...0x39 ~= first { return (first - 0x30 + zero, 1) }
    return (first == 0x2D ? hyphen : other, 1)
  }

  /// The letters of a text of kana, digits and `-`; `nil` when it holds something else.
  static func letters(of text: some Sequence<Unicode.Scalar>) -> [UInt8]? {
    var letters: [UInt8] = []
    for scalar in text {
      switch scalar.value {
      case 0x3041...0x3096: letters.append(UInt8(truncatingIfNeeded: scalar.value - 0x3040))
      case 0x30FC: letters.append(longMark)
      case 0x30...0x39: letters.append(UInt8(truncatingIfNeeded: scalar.value - 0x30) + zero)
      case 0x2D: letters.append(hyphen)
      default: return nil
      }
    }
    return letters
  }

  static func appendUTF8(_ letter: UInt8, to bytes: inout [UInt8]) {
    switch letter {
    case longMark: bytes += [0xE3, 0x83, 0xBC]
    case hyphen: bytes.append(0x2D)
    case zero..<hyphen: bytes.append(letter - zero + 0x30)
    default: bytes += [0xE3, 0x81 + letter >> 6, 0x80 | letter & 0x3F]
    }
  }
}
