/// Encodings that write Japanese in ASCII alone: they are valid UTF-8, and rubbish in it.
enum SevenBitShape {
  static func name(of bytes: FileBytes, _ survey: TextSurvey) -> String? {
    if let escape = survey.escape, let name = escaped(bytes, from: escape) { return name }
    guard survey.isASCII else { return nil }
    if let tilde = survey.tilde, isHZ(bytes, from: tilde) { return "HZ（中国語）" }
    if let plus = survey.plus, isUTF7(bytes, from: plus) { return "UTF-7" }
    return nil
  }

  /// ISO 2022 names a set of characters after an escape.
  private static func escaped(_ bytes: FileBytes, from first: Int) -> String? {
    var place: Int? = first
    var released = Released(bytes)
    while let escape = place, escape + 2 < bytes.count {
      released.letGo(before: escape)
      switch (bytes[escape + 1], bytes[escape + 2]) {
      case (0x24, 0x42), (0x24, 0x40), (0x24, 0x28), (0x28, 0x4A), (0x28, 0x49): return "ISO-2022-JP（JIS）"
      case (0x24, 0x29): return bytes[safe: escape + 3] == 0x43 ? "ISO-2022-KR" : "ISO-2022-CN"
      default: place = bytes.firstIndex(of: 0x1B, from: escape + 1)
      }
    }
    return nil
  }

  /// `~{` opens pairs of letters, `~}` closes them.
  private static func isHZ(_ bytes: FileBytes, from first: Int) -> Bool {
    var place: Int? = first
    var released = Released(bytes)
    while let open = place {
      released.letGo(before: open)
      guard bytes[safe: open + 1] == UInt8(ascii: "{") else {
        place = bytes.firstIndex(of: Byte.tilde, from: open + 1)
        continue
      }
      var index = open + 2
      while let first = bytes[safe: index], let second = bytes[safe: index + 1] {
        if first == Byte.tilde, second == UInt8(ascii: "}") { return index > open + 2 }
        guard (0x21...0x7E).contains(first), (0x21...0x7E).contains(second) else { return false }
        index += 2
        released.letGo(before: index)
      }
      return false
    }
    return false
  }

  /// Every `+` begins base64 of UTF-16 (or is `+-`), and one of them three characters of Japanese.
  private static func isUTF7(_ bytes: FileBytes, from first: Int) -> Bool {
    if bytes.starts(with: Array("+/v".utf8)), bytes[safe: 3].map(isMarkEnd) == true { return true }
    var isJapanese = false
    var place: Int? = first
    var released = Released(bytes)
    while let start = place {
      released.letGo(before: start)
      var end = start + 1
      while let byte = bytes[safe: end], sextet(byte) != nil {
        end += 1
        // What has no lines is refused for that.
        guard end - start <= ImportLimits.lineBytes else { return false }
      }
      if end == start + 1 {
        guard bytes[safe: end] == UInt8(ascii: "-") else { return false }
      } else {
        guard let units = units(bytes.part((start + 1)..<end)) else { return false }
        if units.count >= 3, units.allSatisfy(isJapaneseUnit) { isJapanese = true }
      }
      place = bytes.firstIndex(of: Byte.plus, from: end)
    }
    return isJapanese
  }

  private static func isMarkEnd(_ byte: UInt8) -> Bool { "89+/".utf8.contains(byte) }

  private static func isJapaneseUnit(_ unit: UInt16) -> Bool {
    (0x3000...0x30FF).contains(unit) || (0x4E00...0x9FFF).contains(unit) || (0xFF00...0xFFEF).contains(unit)
  }

  private static func units(_ digits: UnsafeBufferPointer<UInt8>) -> [UInt16]? {
    var units: [UInt16] = []
    var bits: UInt32 = 0
    var count = 0
    for digit in digits {
      guard let value = sextet(digit) else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 16 {
        count -= 16
        units.append(UInt16(truncatingIfNeeded: bits >> UInt32(count)))
        bits &= (1 << UInt32(count)) - 1
      }
    }
    // Fewer than six zeros fill up the last digit.
    return count < 6 && bits == 0 ? units : nil
  }

  private static func sextet(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
