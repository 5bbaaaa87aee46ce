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
  /// How many bytes of the end mark were just read.
  private var matched = 0

  /// - Returns: the text when the byte was the last of the end mark.
  mutating func take(_ byte: UInt8) -> String? {
    if byte == Self.end[matched] {
      matched += 1
      return matched == Self.end.count ? text : nil
    }
    Self.end.prefix(matched).forEach { keep($0) }
    // An escape stands only at the start of the mark.
    matched = byte == Self.end[0] ? 1 : 0
    if matched == 0 { keep(byte) }
    return nil
  }

  private mutating func keep(_ byte: UInt8) {
    if bytes.count < InputDecoder.pasteLimit { bytes.append(byte) }
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
