import Foundation

/// Shift_JIS as Windows writes it (CP932), a window at a time.
enum ShiftJISReading {
  private static let window = 1 << 20

  /// How many bytes the character that begins with this one has.
  static func length(_ lead: UInt8) -> Int {
    switch lead {
    case 0x81...0x9F, 0xE0...0xFC: 2
    default: 1
    }
  }

  static func transcode(_ bytes: FileBytes, into spool: SpoolStorage) throws(TextDecoding.Refusal) {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, end - start < window { end += length(bytes[end]) }
      end = min(end, bytes.count)
      guard let text = text(bytes.part(start..<end)) else {
        throw .brokenShiftJIS(position(of: firstUnknown(bytes, start..<end), in: bytes))
      }
      try TextDecoding.append(text.utf8, to: spool)
      start = end
      bytes.forget()
    }
  }

  private static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard let text = String(data: Data(bytes), encoding: .shiftJIS), !text.unicodeScalars.contains("\u{FFFD}") else {
      return nil
    }
    return text
  }

  /// The first character of a window that CP932 does not have.
  private static func firstUnknown(_ bytes: FileBytes, _ range: Range<Int>) -> Int {
    var known = range.lowerBound
    // By halves: what comes before the first unknown character is text.
    var ends: [Int] = []
    var index = known
    while index < range.upperBound {
      index = min(index + length(bytes[index]), range.upperBound)
      ends.append(index)
    }
    var low = 0
    var high = ends.count - 1
    while low < high {
      let middle = (low + high) / 2
      if text(bytes.part(known..<ends[middle])) == nil { high = middle } else { low = middle + 1 }
    }
    if low > 0 { known = ends[low - 1] }
    return known
  }

  /// As ``DecodedText/position(of:)``, of bytes that are not decoded.
  static func position(of offset: Int, in bytes: FileBytes) -> TextPosition {
    var position = TextPosition(line: 1, column: 1)
    var index = 0
    while index < min(offset, bytes.count) {
      let byte = bytes[index]
      index += length(byte)
      position.column += 1
      guard byte == Byte.lineFeed || byte == Byte.carriageReturn && bytes[safe: index] != Byte.lineFeed else {
        continue
      }
      position = TextPosition(line: position.line + 1, column: 1)
    }
    return position
  }
}
