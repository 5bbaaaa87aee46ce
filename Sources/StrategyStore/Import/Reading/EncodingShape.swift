/// Tells encodings apart by the shape of their bytes.
///
/// Many byte strings of other encodings are valid CP932 (Russian in KOI8-R reads as half-width kana), so a file that
/// merely decodes is not yet Japanese.
enum EncodingShape {
  enum Judgement: Hashable {
    case japanese
    /// Japanese up to this byte, which no character begins with or goes on with.
    case brokenJapanese(Int)
    /// Single characters between Latin letters.
    case western
    case other
  }

  /// Bytes above ASCII stand only in pairs of A1-FE (with the shifts 8E and 8F), as in EUC.
  static func isPairs(_ bytes: FileBytes) -> Bool {
    var index = 0
    var pairs = 0
    var released = Released(bytes)
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
      released.letGo(before: index)
    }
    return pairs > 0
  }

  private static func isHigh(_ byte: UInt8) -> Bool { (0xA1...0xFE).contains(byte) }

  /// No ASCII comma or newline, and nearly all bytes are letters, digits, commas and newlines of EBCDIC.
  static func isEBCDIC(_ bytes: FileBytes) -> Bool {
    let sample = bytes.part(0..<min(bytes.count, 4_096))
    let letters = sample.count { byte in
      switch byte {
      case 0x15, 0x25, 0x40, 0x6B, 0x81...0x89, 0x91...0x99, 0xA2...0xA9, 0xC1...0xC9, 0xD1...0xD9, 0xE2...0xE9,
        0xF0...0xF9:
        true
      default: false
      }
    }
    return !sample.contains(Byte.comma) && !sample.contains(Byte.lineFeed) && letters * 10 >= sample.count * 8
  }

  /// Around its first broken byte the file has more bytes in UTF-8's characters than others above ASCII.
  static func isMostlyUTF8(_ bytes: FileBytes, around broken: Int) -> Bool {
    let reach = 64 << 10
    let part = bytes.part(max(0, broken - reach)..<min(bytes.count, broken + reach))
    var index = 0
    var (good, bad) = (0, 0)
    while index < part.count {
      if (0xE0...0xEF).contains(part[index]), index + 2 < part.count, part[index + 1] & 0xC0 == 0x80,
        part[index + 2] & 0xC0 == 0x80
      {
        good += 3
        index += 3
      } else {
        if part[index] >= 0x80 { bad += 1 }
        index += 1
      }
    }
    return good > 0 && bad <= good
  }

  /// Whether bytes are CP932 that reads as Japanese: more kana and common kanji than rare ones, no private characters,
  /// and not single characters between Latin letters.
  static func judge(_ bytes: FileBytes) -> Judgement {
    var tally = Tally()
    var index = 0
    var released = Released(bytes)
    while index < bytes.count {
      released.letGo(before: index)
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
          return tally.broken(at: index, bytes)
        }
        switch byte {
        case 0x81...0x83, 0x88...0x97: tally.common += 1
        // ①㈱№: no sign of Japanese by themselves, and none against it.
        case 0x87: break
        default: tally.rare += 1
        }
        index += 2
      default: return tally.broken(at: index, bytes)
      }
      tally.runLength += 1
    }
    tally.endRun(before: 0x0A)
    return tally.isJapanese ? .japanese : tally.isWestern ? .western : .other
  }

  private struct Tally {
    var common = 0
    var rare = 0
    var halfWidth = 0
    var runs = 0
    /// Runs of one character beside a Latin letter, and of any length.
    var betweenLetters = 0
    var besideLetters = 0
    var runLength = 0
    var lastASCII: UInt8 = 0x0A

    mutating func endRun(before byte: UInt8) {
      if runLength > 0 {
        runs += 1
        if Tally.isLetter(lastASCII) || Tally.isLetter(byte) {
          besideLetters += 1
          if runLength == 1 { betweenLetters += 1 }
        }
      }
      runLength = 0
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

    var isJapanese: Bool {
      guard rare <= common, betweenLetters * 2 <= runs else { return false }
      // Big5 reads as half-width kana between letters.
      return common > 0 || halfWidth > runs && besideLetters * 4 <= runs
    }

    var isWestern: Bool { runs > 0 && betweenLetters * 2 > runs }

    /// What a byte that is not CP932 makes of the file: one broken character of many, or another encoding.
    func broken(at offset: Int, _ bytes: FileBytes) -> Judgement {
      if common >= 3, rare * 4 <= common, halfWidth * 4 <= common { return .brokenJapanese(offset) }
      return EncodingShape.isWestern(bytes) ? .western : .other
    }
  }

  /// Bytes above ASCII stand alone, most of them beside a Latin letter.
  private static func isWestern(_ bytes: FileBytes) -> Bool {
    let sample = bytes.part(0..<min(bytes.count, 1 << 20))
    var tally = Tally()
    for byte in sample {
      if byte == 0xFF { return false }
      if byte < 0x80 {
        tally.endRun(before: byte)
        tally.lastASCII = byte
      } else {
        tally.runLength += 1
      }
    }
    tally.endRun(before: 0x0A)
    return tally.isWestern
  }
}
