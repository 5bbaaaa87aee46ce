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
    text.utf8.first == UInt8(ascii: "'") && isAtRisk(text) ? String(text.unicodeScalars.dropFirst()) : text
  }

  static func trimmed(_ text: String) -> String {
    let utf8 = text.utf8
    guard let first = utf8.first, let last = utf8.last else { return text }
    // Ends that cannot be white space: any ASCII above space; U+3000 and U+00A0 end in bytes above 7F.
    if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return text }
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.isSpace }),
      let end = scalars.lastIndex(where: { !$0.isSpace })
    else { return "" }
    return start == scalars.startIndex && scalars.index(after: end) == scalars.endIndex
      ? text : String(scalars[start...end])
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
