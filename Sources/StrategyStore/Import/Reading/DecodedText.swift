/// A file as UTF-8, with the places of its lines.
public struct DecodedText: Sendable {
  /// UTF-8 without a byte order mark.
  public let bytes: FileBytes
  /// The encoding that was recognised: `UTF-8`, `UTF-16LE`, `UTF-16BE`, `Shift_JIS`.
  public let encoding: String
  private let lineStarts: [Int]

  init(bytes: FileBytes, encoding: String) {
    self.bytes = bytes
    self.encoding = encoding
    self.lineStarts = DecodedText.lineStarts(in: bytes.buffer)
  }

  init(bytes: [UInt8], encoding: String) { self.init(bytes: FileBytes(bytes), encoding: encoding) }

  /// The line (CRLF, LF and CR end one) and the character in it, both from 1.
  func position(of offset: Int) -> TextPosition {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    let start = lineStarts[low]
    let column = bytes[start..<min(max(offset, start), bytes.count)].count { $0 & 0xC0 != 0x80 } + 1
    return TextPosition(line: low + 1, column: column)
  }

  func line(of offset: Int) -> Int { position(of: offset).line }

  /// The offset at which the first line longer than `limit` bytes begins.
  func firstLine(longerThan limit: Int) -> Int? {
    for (index, start) in lineStarts.enumerated() {
      let end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
      if end - start > limit { return start }
    }
    return nil
  }

  private static func lineStarts(in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte <= 0x0D else { continue }
      if byte == 0x0A {
        starts.append(index)
      } else if byte == 0x0D {
        if index < bytes.count, bytes[index] == 0x0A { index += 1 }
        starts.append(index)
      }
    }
    return starts
  }
}

struct TextPosition: Hashable, Sendable {
  var line: Int
  var column: Int
}
