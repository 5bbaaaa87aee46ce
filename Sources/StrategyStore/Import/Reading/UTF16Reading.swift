/// UTF-16, told by its mark or by the zeros of its commas and newlines; UTF-32 is told apart.
enum UTF16Reading {
  struct Form: Hashable {
    var isBigEndian: Bool
    /// Where the text begins: after a byte order mark.
    var start: Int

    var name: String { isBigEndian ? "UTF-16BE" : "UTF-16LE" }
  }

  private static let window = 1 << 20

  static func isUTF32(_ data: FileBytes) -> Bool {
    if data.starts(with: [0xFF, 0xFE, 0, 0]) || data.starts(with: [0, 0, 0xFE, 0xFF]) { return true }
    guard data.count >= 8, data.count % 4 == 0 else { return false }
    // No character is beyond U+2FFFF, and a comma has three zeros.
    let fours = stride(from: 0, to: min(data.count, 4_096), by: 4)
    return fours.allSatisfy { data[$0] == 0 && data[$0 + 1] <= 2 }
      || fours.allSatisfy { data[$0 + 3] == 0 && data[$0 + 2] <= 2 }
  }

  static func form(of data: FileBytes) -> Form? {
    if data.starts(with: [0xFF, 0xFE]) { return Form(isBigEndian: false, start: 2) }
    if data.starts(with: [0xFE, 0xFF]) { return Form(isBigEndian: true, start: 2) }
    return unmarkedForm(of: data)
  }

  /// UTF-16 without a mark has a zero in every ASCII comma and newline, always on the same side of the pair.
  private static func unmarkedForm(of data: FileBytes) -> Form? {
    let sample = min(data.count, window) & ~1
    guard data.count % 2 == 0, sample > 0, data.part(0..<sample).contains(0) else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in data.part(0..<sample).enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let count = zeros.even + zeros.odd
    guard zeros.even == 0 || zeros.odd == 0, count * 25 >= sample else { return nil }
    // UTF-8 with a NUL or two is told from a sheet of kanji by what stands between: that is no UTF-8.
    let isUTF8 = (try? UTF8Span(validating: data.part(0..<sample).span)) != nil
    guard count * 5 >= sample * 2 || !isUTF8 else { return nil }
    let form = Form(isBigEndian: zeros.odd == 0, start: 0)
    var units = self.units(data, 0..<sample, form)
    if units.last.map(UTF16.isLeadSurrogate) == true { units.removeLast() }
    guard let text = utf8(units), text.contains(where: Byte.endsValue), !text.contains(0) else { return nil }
    return form
  }

  static func transcode(
    _ data: FileBytes, _ form: Form, into spool: SpoolStorage
  ) throws(TextDecoding.Refusal) {
    guard data.count % 2 == 0 else { throw .brokenUTF16 }
    var start = form.start
    while start < data.count {
      let end = min(start + window, data.count)
      var units = self.units(data, start..<end, form)
      // The other half of the pair comes with the next window.
      let isCut = end < data.count && units.last.map(UTF16.isLeadSurrogate) == true
      if isCut { units.removeLast() }
      guard let text = utf8(units) else { throw .brokenUTF16 }
      try TextDecoding.append(text, to: spool)
      start = isCut ? end - 2 : end
      data.forget()
    }
  }

  /// - Returns: `nil` where half of a pair stands alone. `String(validating:as:)` would say the same, at a tenth of the
  ///   pace.
  private static func utf8(_ units: [UInt16]) -> [UInt8]? {
    var text: [UInt8] = []
    text.reserveCapacity(units.count * 3)
    let isBroken = Swift.transcode(
      units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true
    ) { text.append($0) }
    return isBroken ? nil : text
  }

  private static func units(_ data: FileBytes, _ range: Range<Int>, _ form: Form) -> [UInt16] {
    let bytes = data.part(range)
    return stride(from: 0, to: bytes.count, by: 2).map { index in
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      return form.isBigEndian ? first << 8 | second : second << 8 | first
    }
  }
}
