/// What a file is made of, found in one pass a window at a time: of a large file little is in memory.
struct TextSurvey: Hashable, Sendable {
  static let window = 4 << 20
  /// Bytes from which on a window is validated by two threads.
  static let parted = 64 << 10

  /// The first byte that is not UTF-8; what follows it was not looked at.
  private(set) var brokenUTF8: Int?
  private(set) var isASCII = true
  /// The first byte above space.
  private(set) var firstInk: Int?
  private(set) var nul: Int?
  /// A byte order mark that does not stand at the beginning.
  private(set) var innerMark: Int?
  private(set) var escape: Int?
  /// The first `~` and the first `+`: what HZ and UTF-7 cannot do without.
  private(set) var tilde: Int?
  private(set) var plus: Int?
  /// Where the first line begins that is longer than a line may be.
  private(set) var longLine: Int?
  private(set) var hasTooManyLines = false
  private(set) var lineStarts: [UInt32] = [0]

  /// - Parameter bytes: without a byte order mark at the beginning.
  init(_ bytes: FileBytes) {
    var start = 0
    var lines = 0
    let validation = SideWork<Int?>(nil, ahead: 1)
    while start < bytes.count, brokenUTF8 == nil {
      let end = TextSurvey.boundary(in: bytes, before: min(start + TextSurvey.window, bytes.count), after: start)
      let middle = TextSurvey.middle(of: bytes, start..<end)
      let first = start..<middle
      validation.submit { $0 = UTF8Validation.firstBroken(in: bytes, first) }
      look(at: bytes, start..<end)
      lines = findLines(in: bytes, from: lines, to: end)
      let brokenRest = UTF8Validation.firstBroken(in: bytes, middle..<end)
      brokenUTF8 = validation.wait() ?? brokenRest
      start = end
      bytes.forget()
    }
    endLine(at: bytes.count)
  }

  /// Up to where the other thread validates, which costs most: the rest is left to this one, once it has done all else.
  private static func middle(of bytes: FileBytes, _ window: Range<Int>) -> Int {
    guard window.count >= parted else { return window.upperBound }
    return boundary(in: bytes, before: window.lowerBound + window.count * 5 / 8, after: window.lowerBound)
  }

  /// The end of a window, moved back to where a character ends.
  private static func boundary(in bytes: FileBytes, before end: Int, after start: Int) -> Int {
    guard end < bytes.count else { return end }
    return (max(start + 1, end - 3)...end).last { bytes[$0] & 0xC0 != 0x80 } ?? end
  }

  private mutating func look(at bytes: FileBytes, _ range: Range<Int>) {
    let part = bytes.part(range)
    if firstInk == nil { firstInk = part.firstIndex { $0 > 0x20 }.map { range.lowerBound + $0 } }
    if nul == nil { nul = bytes.firstIndex(of: 0, in: range) }
    if escape == nil { escape = bytes.firstIndex(of: 0x1B, in: range) }
    if tilde == nil { tilde = bytes.firstIndex(of: Byte.tilde, in: range) }
    if plus == nil { plus = bytes.firstIndex(of: Byte.plus, in: range) }
    if innerMark == nil { innerMark = TextSurvey.mark(in: bytes, range) }
  }

  private static func mark(in bytes: FileBytes, _ range: Range<Int>) -> Int? {
    var place = bytes.firstIndex(of: TextDecoding.mark[0], in: range)
    while let found = place {
      if bytes[found...].starts(with: TextDecoding.mark) { return found }
      place = bytes.firstIndex(of: TextDecoding.mark[0], in: (found + 1)..<range.upperBound)
    }
    return nil
  }

  /// - Returns: where the next window goes on: after a LF that belongs to the CR before it.
  private mutating func findLines(in bytes: FileBytes, from start: Int, to end: Int) -> Int {
    guard start < end else { return start }
    let range = start..<end
    if isASCII { isASCII = bytes.part(range).reduce(0, |) < 0x80 }
    var index = start
    if bytes.firstIndex(of: Byte.carriageReturn, in: range) == nil {
      while let found = bytes.firstIndex(of: Byte.lineFeed, in: index..<end) {
        index = found + 1
        beginLine(at: index)
      }
      return end
    }
    let buffer = bytes.buffer
    while index < end {
      let byte = buffer[index]
      index += 1
      guard byte == Byte.lineFeed || byte == Byte.carriageReturn else { continue }
      if byte == Byte.carriageReturn, index < buffer.count, buffer[index] == Byte.lineFeed { index += 1 }
      beginLine(at: index)
    }
    return index
  }

  private mutating func beginLine(at start: Int) {
    endLine(at: start)
    if lineStarts.count < ImportLimits.lines { lineStarts.append(UInt32(start)) } else { hasTooManyLines = true }
  }

  private mutating func endLine(at end: Int) {
    guard longLine == nil, !hasTooManyLines, let start = lineStarts.last, end - Int(start) > ImportLimits.lineBytes
    else { return }
    longLine = Int(start)
  }
}
