/// A file as UTF-8, with the places of its lines.
public struct DecodedText: Sendable {
  /// UTF-8 without a byte order mark.
  public let bytes: FileBytes
  /// The encoding that was recognised: `UTF-8`, `UTF-16LE`, `UTF-16BE`, `Shift_JIS`.
  public let encoding: String
  let survey: TextSurvey

  init(bytes: FileBytes, encoding: String, survey: TextSurvey) {
    self.bytes = bytes
    self.encoding = encoding
    self.survey = survey
  }

  init(bytes: FileBytes, encoding: String) {
    self.init(bytes: bytes, encoding: encoding, survey: TextSurvey(bytes))
  }

  /// The line (CRLF, LF and CR end one) and the character in it, both from 1.
  func position(of offset: Int) -> TextPosition {
    let lineStarts = survey.lineStarts
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle - 1 }
    }
    let start = Int(lineStarts[low])
    let column = bytes[start..<min(max(offset, start), bytes.count)].count { $0 & 0xC0 != 0x80 } + 1
    return TextPosition(line: low + 1, column: column)
  }

  func line(of offset: Int) -> Int { position(of: offset).line }
}

struct TextPosition: Hashable, Sendable {
  var line: Int
  var column: Int
}
