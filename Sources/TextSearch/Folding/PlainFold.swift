/// Folds what most Japanese text is made of, byte by byte: ASCII, kana, common kanji, full-width ASCII.
///
/// A third of the cost of going by scalars, which matters where a million records are folded.
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
    var writer = Writer(room: room)
    return writer.write(bytes) ? writer.count : nil
  }

  private struct Writer {
    let room: UnsafeMutableBufferPointer<UInt8>
    var count = 0

    mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      var place = 0
      while place < bytes.count {
        let lead = bytes[place]
        if lead < 0x80 {
          ascii(lead)
          place += 1
        } else {
          // Three bytes, as UTF-8 writes U+0800 to U+FFFF.
          guard lead >= 0xE3, lead <= 0xEF, place + 2 < bytes.count else { return false }
          let value = UInt32(lead & 0xF) << 12 | UInt32(bytes[place + 1] & 0x3F) << 6 | UInt32(bytes[place + 2] & 0x3F)
          guard write(value) else { return false }
          place += 3
        }
      }
      return true
    }

    private mutating func write(_ value: UInt32) -> Bool {
      switch value {
      case 0x3000: append(0x20)
      case 0x3001...0x3003, 0x3005...0x301B, 0x3041...0x3094, 0x309D...0x309E, 0x30FB...0x30FC: character(value)
      case 0x30A1...0x30F4, 0x30FD...0x30FE: character(value - 0x60)
      case 0x4E00...0x9FFF:
        let form = CharacterVariants.form(ofHan: value)
        character(form == 0 ? value : UInt32(form))
      case 0xFF01...0xFF5E: ascii(UInt8(truncatingIfNeeded: value - 0xFEE0))
      default: return false
      }
      return true
    }

    private mutating func append(_ byte: UInt8) {
      room[count] = byte
      count += 1
    }

    private mutating func ascii(_ byte: UInt8) { append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte) }

    private mutating func character(_ value: UInt32) {
      append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
      append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    }
  }
}
