/// One cell of a table, with the place in the file where it begins.
struct TextCell: Hashable, Sendable {
  var text: String
  var offset: Int
  var isQuoted: Bool
  /// `false` where nobody looked.
  var isASCII = false
  /// As ``CellText/isTrimmed(_:)``; `false` where nobody looked.
  var isTrimmed = false
}

/// A fault of a file's form, at a byte offset.
struct FormFault: Error, Hashable, Sendable {
  var offset: Int
  var message: String
}

/// Reads CSV (RFC 4180) row by row: quoted cells may hold commas, quotes (doubled) and newlines.
struct CSVReading {
  private let bytes: FileBytes
  private var index = 0

  init(_ text: DecodedText) {
    // So that a part between two marks needs no other look: what is something else was refused or transcoded.
    precondition(text.survey.brokenUTF8 == nil)
    bytes = text.bytes
  }

  /// The next row, blank lines included (one empty cell); `nil` at the end.
  mutating func next() throws(FormFault) -> [TextCell]? {
    var row: [TextCell] = []
    return try next(into: &row) ? row : nil
  }

  /// Reads the next row in the place of another.
  ///
  /// - Returns: `false` at the end.
  mutating func next(into row: inout [TextCell]) throws(FormFault) -> Bool {
    row.removeAll(keepingCapacity: true)
    guard index < bytes.count else { return false }
    while true {
      row.append(bytes[safe: index] == Byte.quote ? try quotedCell() : try plainCell())
      guard row.count <= ImportLimits.columns else {
        throw FormFault(offset: index, message: ImportWording.tooManyColumns)
      }
      guard bytes[safe: index] == Byte.comma else { break }
      index += 1
    }
    if bytes[safe: index] == Byte.carriageReturn { index += 1 }
    // A lone CR ends a line too; after CRLF there is one LF to take, after LF alone the same one.
    if bytes[safe: index] == Byte.lineFeed { index += 1 }
    return true
  }

  /// Reads no further.
  mutating func stop() { index = bytes.count }

  private mutating func plainCell() throws(FormFault) -> TextCell {
    let start = index
    index = CSVReading.endOfPlain(bytes.buffer, from: start)
    guard bytes[safe: index] != Byte.quote else {
      throw FormFault(offset: index, message: ImportWording.quoteInsideCell)
    }
    return try cell(from: start, to: index, at: start, isQuoted: false)
  }

  /// Where the next byte stands that a cell holds only within quotes, looked at eight bytes at a time.
  private static func endOfPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let words = UnsafeRawBufferPointer(bytes)
    var place = start
    while place + 8 <= bytes.count {
      let word = UInt64(littleEndian: words.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let comma = word ^ (ones &* UInt64(Byte.comma))
      let quote = word ^ (ones &* UInt64(Byte.quote))
      let lineFeed = word ^ (ones &* UInt64(Byte.lineFeed))
      let carriageReturn = word ^ (ones &* UInt64(Byte.carriageReturn))
      // The high bit of each byte that is one of them; a bit above the lowest may be wrong.
      let found =
        (comma &- ones) & ~comma | (quote &- ones) & ~quote | (lineFeed &- ones) & ~lineFeed
        | (carriageReturn &- ones) & ~carriageReturn
      let high = found & (ones &* 0x80)
      if high != 0 { return place + high.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < bytes.count, !Byte.needsQuotes(bytes[place]) { place += 1 }
    return place
  }

  private mutating func quotedCell() throws(FormFault) -> TextCell {
    let start = index
    index += 1
    var pieces: [UInt8]?
    var from = index
    while true {
      guard let quote = bytes.firstIndex(of: Byte.quote, from: index) else {
        throw FormFault(offset: start, message: ImportWording.unclosedQuote)
      }
      index = quote + 1
      if bytes[safe: index] == Byte.quote {
        pieces = (pieces ?? []) + bytes[from..<index]
        index += 1
        from = index
        continue
      }
      let following = bytes[safe: index]
      guard
        following == nil || following == Byte.comma || following == Byte.lineFeed || following == Byte.carriageReturn
      else { throw FormFault(offset: index, message: ImportWording.textAfterQuote) }
      guard let pieces else { return try cell(from: from, to: quote, at: start, isQuoted: true) }
      let text = pieces + bytes[from..<quote]
      try checkLength(text.count, at: start)
      return TextCell(text: String(decoding: text, as: UTF8.self), offset: start, isQuoted: true)
    }
  }

  private func cell(from start: Int, to end: Int, at offset: Int, isQuoted: Bool) throws(FormFault) -> TextCell {
    try checkLength(end - start, at: offset)
    let part = bytes.part(start..<end)
    let isASCII = part.reduce(0, |) < 0x80
    let text = String(copying: UTF8Span(unchecked: part.span, isKnownASCII: isASCII))
    return TextCell(
      text: text, offset: offset, isQuoted: isQuoted, isASCII: isASCII,
      isTrimmed: CellText.beginsAndEndsInInk(part))
  }

  private func checkLength(_ length: Int, at offset: Int) throws(FormFault) {
    guard length <= ImportLimits.cellBytes else {
      throw FormFault(offset: offset, message: ImportWording.cellTooLong)
    }
  }
}

enum Byte {
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let quote: UInt8 = 0x22
  static let comma: UInt8 = 0x2C
  static let backslash: UInt8 = 0x5C
  static let tilde: UInt8 = 0x7E
  static let plus: UInt8 = 0x2B

  /// A comma, a newline or a closing brace: some stand in every table and every JSON file.
  static func endsValue(_ byte: UInt8) -> Bool {
    switch byte {
    case lineFeed, carriageReturn, comma, UInt8(ascii: "}"): true
    default: false
    }
  }

  /// What a CSV cell holds only within quotes.
  static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case lineFeed, carriageReturn, quote, comma: true
    default: false
    }
  }
}

extension RandomAccessCollection where Index == Int {
  subscript(safe index: Int) -> Element? { index >= startIndex && index < endIndex ? self[index] : nil }
}
