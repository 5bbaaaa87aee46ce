/// How text stands in a cell: guarded against spreadsheets, and several values parted by semicolons.
enum CellText {
  /// Characters at which a spreadsheet takes a cell for a formula (OWASP, and their full-width forms).
  private static func isTrigger(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
    default: false
    }
  }

  private static func isAtRisk(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    // Some spreadsheets drop the spaces before it.
    return scalars.first(where: { $0 != "'" && $0 != " " && $0 != "\u{3000}" }).map(isTrigger) ?? false
  }

  /// A text that a spreadsheet would run gets an apostrophe; ``unguarded(_:)`` takes it away again.
  static func guarded(_ text: String) -> String { isAtRisk(text) ? "'" + text : text }

  static func unguarded(_ text: String) -> String {
    mayBeGuarded(text) && isAtRisk(text) ? String(text.unicodeScalars.dropFirst()) : text
  }

  static func mayBeGuarded(_ text: String) -> Bool { text.utf8.first == UInt8(ascii: "'") }

  static func trimmed(_ text: String) -> String {
    if isTrimmed(text) { return text }
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.isSpace }),
      let end = scalars.lastIndex(where: { !$0.isSpace })
    else { return "" }
    return start == scalars.startIndex && scalars.index(after: end) == scalars.endIndex
      ? text : String(scalars[start...end])
  }

  /// Whether there is surely no white space around a text.
  static func isTrimmed(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable(beginsAndEndsInInk) == true
  }

  /// Whether the first and the last character are surely no white space, told by their bytes: of most cells they are.
  static func beginsAndEndsInInk(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = text.count
    guard end > 0 else { return true }
    guard isInk(text[0], end > 1 ? text[1] : 0) else { return false }
    if text[end - 1] < 0x80 { return text[end - 1] > 0x20 }
    return end >= 3 && text[end - 3] >= 0xE3 && isInk(text[end - 3], text[end - 2])
  }

  /// A letter of ASCII, or one from U+3040 on: of white space U+3000 is the last.
  private static func isInk(_ lead: UInt8, _ next: UInt8) -> Bool {
    lead < 0x80 ? lead > 0x20 : lead > 0xE3 && lead < 0xF0 || lead == 0xE3 && next > 0x80
  }

  /// Parts at `;` and `；`; `\;` is a semicolon within a value.
  static func list(_ text: String) -> [String] {
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    var isEscaped = false
    func flush() {
      let value = trimmed(String(part))
      if !value.isEmpty { parts.append(value) }
      part = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case ";", "；", "\\":
        if isEscaped {
          part.append(scalar)
          isEscaped = false
        } else if scalar == "\\" {
          isEscaped = true
        } else {
          flush()
        }
      default:
        if isEscaped { part.append("\\") }
        isEscaped = false
        part.append(scalar)
      }
    }
    if isEscaped { part.append("\\") }
    flush()
    return parts
  }

  static func joined(_ values: [String]) -> String {
    values.map { value in
      var escaped = String.UnicodeScalarView()
      for scalar in value.unicodeScalars {
        if scalar == ";" || scalar == "；" || scalar == "\\" { escaped.append("\\") }
        escaped.append(scalar)
      }
      return String(escaped)
    }.joined(separator: ";")
  }
}
