/// Tells encodings apart by the shape of their bytes.
///
/// Many byte strings of other encodings are valid CP932 (Russian in KOI8-R reads as half-width kana), so a file that
/// merely decodes is not yet Japanese.
enum EncodingShape {
  /// Bytes above ASCII stand only in pairs of A1-FE (with the shifts 8E and 8F), as in EUC.
  static func isPairs(_ bytes: [UInt8]) -> Bool {
    var index = 0
    var pairs = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
      } else if byte == 0x8F, index + 2 < bytes.count, isHigh(bytes[index + 1]), isHigh(bytes[index + 2]) {
        index += 3
      } else if byte == 0x8E || isHigh(byte), index + 1 < bytes.count, isHigh(bytes[index + 1]) {
        pairs += 1
        index += 2
      } else {
        return false
      }
    }
    return pairs > 0
  }

  private static func isHigh(_ byte: UInt8) -> Bool { (0xA1...0xFE).contains(byte) }

  /// Valid CP932 that reads as Japanese: more kana and common kanji than rare ones, no private characters, and not
  /// single characters between Latin letters.
  static func isPlausibleShiftJIS(_ bytes: [UInt8]) -> Bool {
    var tally = Tally()
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0..<0x80:
        tally.endRun(before: byte)
        tally.lastASCII = byte
        index += 1
        continue
      case 0xA1...0xDF:
        tally.halfWidth += 1
        index += 1
      case 0x81...0x9F, 0xE0...0xEF, 0xFA...0xFC:
        guard index + 1 < bytes.count, (0x40...0xFC).contains(bytes[index + 1]), bytes[index + 1] != 0x7F else {
          return false
        }
        if (0x81...0x83).contains(byte) || (0x88...0x97).contains(byte) { tally.common += 1 } else { tally.rare += 1 }
        index += 2
      default: return false
      }
      tally.runLength += 1
    }
    tally.endRun(before: 0x0A)
    return tally.isJapanese
  }

  private struct Tally {
    var common = 0
    var rare = 0
    var halfWidth = 0
    var runs = 0
    var betweenLetters = 0
    var runLength = 0
    var lastASCII: UInt8 = 0x0A

    mutating func endRun(before byte: UInt8) {
      if runLength > 0 {
        runs += 1
        if runLength == 1, Tally.isLetter(lastASCII) || Tally.isLetter(byte) { betweenLetters += 1 }
      }
      runLength = 0
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

    var isJapanese: Bool {
      guard rare <= common, betweenLetters * 2 <= runs else { return false }
      return common > 0 || halfWidth > runs
    }
  }
}
