/// Writes CSV as RFC 4180 and Excel in Japan want it: UTF-8 with a byte order mark, CRLF, no cell that runs as a formula.
public enum CSVWriting {
  public enum Cell: Hashable, Sendable {
    /// Guarded with an apostrophe where a spreadsheet would take it for a formula.
    case text(String?)
    /// Several texts in one cell, parted by `;`.
    case list([String])
    /// Written as it is, with its sign.
    case number(Double?)
    case whole(Int?)
  }

  public static let byteOrderMark = "\u{FEFF}"

  /// One row with its CRLF.
  public static func row(_ cells: [Cell]) -> String {
    cells.map(written).joined(separator: ",") + "\r\n"
  }

  /// A number with no more digits than it needs: `85`, `0.1`, `-2.5`.
  public static func text(_ number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e15 ? String(Int(number)) : String(number)
  }

  private static func written(_ cell: Cell) -> String {
    switch cell {
    case .text(let text?): return quoted(CellText.guarded(text))
    case .list(let texts): return quoted(CellText.guarded(CellText.joined(texts)))
    case .number(let number?): return text(number)
    case .whole(let number?): return "\(number)"
    case .text(nil), .number(nil), .whole(nil): return ""
    }
  }

  private static func quoted(_ text: String) -> String {
    // `"\r\n"` is one Character, so look at the bytes.
    let needsQuotes = text.utf8.contains(where: Byte.needsQuotes)
    // Spaces around a text count only within quotes, also behind the apostrophe of a guarded one.
    let inner = CellText.unguarded(text)
    guard needsQuotes || CellText.trimmed(inner).utf8.count != inner.utf8.count else { return text }
    var scalars = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "\"" { scalars.append(scalar) }
      scalars.append(scalar)
    }
    scalars.append("\"")
    return String(scalars)
  }
}
