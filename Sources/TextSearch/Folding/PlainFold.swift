/// Folds what most Japanese text is made of, byte by byte: ASCII, kana, common kanji, full-width ASCII.
///
/// A fraction of the cost of going by scalars, which matters where a million records are folded.
enum PlainFold {
  /// - Returns: `nil` for a text with any other character.
  static func fold(_ text: String) -> String? {
    let folded: String?? = text.utf8.withContiguousStorageIfAvailable { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { room in
        fold(bytes, to: room).map { String(decoding: room[..<$0], as: UTF8.self) }
      }
    }
    return folded ?? nil
  }

  /// - Parameter room: as many bytes as the text: no character grows.
  /// - Returns: the bytes that were written; `nil` for a text with any other character.
  static func fold(_ bytes: UnsafeBufferPointer<UInt8>, to room: UnsafeMutableBufferPointer<UInt8>) -> Int? {
    precondition(room.count >= bytes.count)
    return forms.withUnsafeBufferPointer { forms in
      var (place, count) = (0, 0)
      while place < bytes.count {
        let lead = bytes[place]
        if lead < 0x80 {
          room[count] = lowered(lead)
          place += 1
          count += 1
          continue
        }
        // Three bytes, as UTF-8 writes U+0800 to U+FFFF.
        guard lead >= 0xE3, lead <= 0xEF, place + 2 < bytes.count else { return nil }
        let value = Int(lead & 0xF) << 12 | Int(bytes[place + 1] & 0x3F) << 6 | Int(bytes[place + 2] & 0x3F)
        let form = forms[value - first]
        guard form != 0 else { return nil }
        if form < 0x80 {
          room[count] = UInt8(truncatingIfNeeded: form)
          count += 1
        } else {
          room[count] = UInt8(truncatingIfNeeded: 0xE0 | form >> 12)
          room[count + 1] = UInt8(truncatingIfNeeded: 0x80 | form >> 6 & 0x3F)
          room[count + 2] = UInt8(truncatingIfNeeded: 0x80 | form & 0x3F)
          count += 3
        }
        place += 3
      }
      return count
    }
  }

  private static let first = 0x3000
  private static let han = 0x4E00...0x9FFF

  /// What each character from U+3000 to U+FFFF becomes: ASCII, or another of three bytes; 0 for one that is not plain.
  private static let forms: [UInt16] = {
    var forms = [UInt16](repeating: 0, count: 0x1_0000 - first)
    func take(_ range: ClosedRange<Int>, _ distance: Int = 0) {
      for value in range { forms[value - first] = UInt16(truncatingIfNeeded: value + distance) }
    }
    take(0x3000...0x3000, 0x20 - 0x3000)
    for range in [0x3001...0x3003, 0x3005...0x301B, 0x3041...0x3094, 0x309D...0x309E, 0x30FB...0x30FC, han] {
      take(range)
    }
    for katakana in [0x30A1...0x30F4, 0x30FD...0x30FE] { take(katakana, -0x60) }
    take(0xFF01...0xFF5E, -0xFEE0)
    take(0xFF21...0xFF3A, 0x20 - 0xFEE0)
    for (old, new) in CharacterVariants.pairs where han.contains(Int(old.value)) {
      take(Int(old.value)...Int(old.value), Int(new.value) - Int(old.value))
    }
    return forms
  }()

  private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }
}
