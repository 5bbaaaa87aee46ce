/// Scalars from the bytes of UTF-8 as they come; bytes that belong to none are dropped.
struct ScalarDecoder: Sendable {
  private var pending: [UInt8] = []

  mutating func take(_ byte: UInt8) -> Unicode.Scalar? {
    if byte < 0x80 {
      pending = []
      return Unicode.Scalar(byte)
    }
    if byte >= 0xC0 {
      pending = [byte]
      return nil
    }
    guard let lead = pending.first else { return nil }
    pending.append(byte)
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard pending.count == length else { return nil }
    defer { pending = [] }
    // Overlong forms, surrogates and values beyond Unicode are no text.
    return String(validating: pending, as: UTF8.self)?.unicodeScalars.first
  }
}

/// The bytes between the marks of a bracketed paste.
struct Paste: Sendable {
  private static let end = Array("\u{1B}[201~".utf8)
  private var bytes: [UInt8] = []
  private var tail: [UInt8] = []

  /// - Returns: the text when the byte was the last of the end mark.
  mutating func take(_ byte: UInt8) -> String? {
    tail.append(byte)
    if tail == Self.end {
      return text
    }
    while !tail.isEmpty, !Self.end.starts(with: tail) {
      if bytes.count < InputDecoder.pasteLimit { bytes.append(tail[0]) }
      tail.removeFirst()
    }
    return nil
  }

  private var text: String {
    // The limit may have cut the last character.
    var whole = bytes[...]
    if bytes.count == InputDecoder.pasteLimit {
      while let last = whole.last, (0x80..<0xC0).contains(last) { whole.removeLast() }
      if let last = whole.last, last >= 0xC0 { whole.removeLast() }
    }
    return String(decoding: whole, as: UTF8.self)
  }
}
