/// Text of the scalars that nearly all of ours is made of, each of which stands alone and is drawn as it is.
///
/// Decoding them from their bytes costs a fraction of what strings and their indices do, and a long list measures every
/// cell of every row.
enum CommonText {
  /// The longest run from the start that takes at most `columns` cells.
  ///
  /// - Returns: the bytes of that run and its cells; `nil` where another scalar stands in it or right behind it, which
  ///   might join the run.
  static func head(of text: String, _ columns: Int, _ policy: WidthPolicy) -> (bytes: Int, width: Int)? {
    let found = text.utf8.withContiguousStorageIfAvailable { bytes -> (bytes: Int, width: Int)? in
      var offset = 0
      var used = 0
      while offset < bytes.count {
        guard let next = Self.next(bytes, offset, policy) else { return nil }
        if used + next.width > columns { break }
        used += next.width
        offset += next.bytes
      }
      return (offset, used)
    }
    return found ?? nil
  }

  /// Whether nothing else stands in the text.
  static func isAll(of text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var offset = 0
      while offset < bytes.count {
        guard let next = Self.next(bytes, offset, .narrow) else { return false }
        offset += next.bytes
      }
      return true
    } ?? false
  }

  @inline(__always)
  private static func next(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ policy: WidthPolicy
  ) -> (bytes: Int, width: Int)? {
    let first = bytes[offset]
    if first < 0x7F { return first >= 0x20 ? (1, 1) : nil }
    // Nearly all kanji are known by their first byte, and katakana by their first two.
    if first >= 0xE5, first <= 0xE9, offset + 2 < bytes.count { return (3, 2) }
    if first == 0xE3, offset + 2 < bytes.count, bytes[offset + 1] == 0x83 { return (3, 2) }
    guard first >= 0xE2, first <= 0xEF, offset + 2 < bytes.count else { return nil }
    let value = UInt32(first & 0xF) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F)
    switch value {
    case 0x4E00...0x9FFF, 0x3041...0x3096, 0x309B...0x30FF, 0x3000...0x3029, 0xFF01...0xFF60: return (3, 2)
    case 0x2010...0x2027, 0x2030...0x203B, 0x2190...0x21FF, 0x2460...0x25FF:
      return Unicode.Scalar(value).map { (3, policy.width(of: ScalarKind($0))) }
    default: return nil
    }
  }
}

/// Spaces to fill up with.
enum Blank {
  private static let ready = (0...256).map { Repetition.text(" ", $0) }

  static func text(_ columns: Int) -> String {
    columns < ready.count ? ready[max(0, columns)] : Repetition.text(" ", columns)
  }
}
