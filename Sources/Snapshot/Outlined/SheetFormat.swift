import Dashboard
import TextUI

/// A view as CSV, as Excel in Japan wants it: UTF-8 with a byte order mark, CRLF, no cell that runs as a formula.
///
/// A list is one table with its groups in the first column. A view of many kinds is told entry by entry, in four columns.
/// It has no room for a proof, which stands in a file beside it.
struct SheetFormat: OutlineFormat {
  private let words: Words
  /// Whether all tables have the same columns.
  private let isOneTable: Bool
  private var section = ""
  /// The label of the last field.
  private var field = ""
  private var columns: [OutlineColumn] = []
  private var hasHead = false

  init(words: Words, isOneTable: Bool) {
    self.words = words
    self.isOneTable = isOneTable
  }

  func begin(_ header: SnapshotHeader) -> [String] { [] }

  mutating func piece(_ part: OutlinePart) -> [String] {
    switch part {
    case .heading(let text, let level):
      // The count that a heading tells is that of the rows below it.
      let name = text.runs.filter { $0.role != .faint }.map(\.text).joined()
      let outer = section.components(separatedBy: Self.separator).first ?? ""
      section = level > 2 && !outer.isEmpty ? outer + Self.separator + name : name
      return []
    case .paragraph(let text): return isOneTable ? [] : entry("", "", .text(text.plain))
    case .field(let label, let text, _, let figure):
      if !label.isEmpty { field = label }
      guard !isOneTable else { return [] }
      return figure.map { entry(field, $0.remark, .number($0.number)) } ?? entry(field, "", .text(text.plain))
    case .point(let text, _, _): return isOneTable ? [] : entry("", "", .text(text.plain))
    case .table(let columns):
      self.columns = columns
      guard isOneTable, !hasHead else { return [] }
      hasHead = true
      let names = [words(.sheetSection)] + columns.map(\.titleInSheet)
      return [SheetCell.byteOrderMark + line(names.map { .text($0) })]
    case .row(let cells, _):
      let values = cells.map { $0.datum ?? .text($0.text.plain) }
      if isOneTable { return [line([.text(section)] + values)] }
      guard case .text(let name)? = values.first else { return [] }
      return zip(columns, values).dropFirst().flatMap { entry(name, $0.titleInSheet, $1) }
    }
  }

  /// A list without rows still has its heads.
  mutating func end() -> [String] { head() }

  func proof(_ proof: SnapshotProof) -> [String] { [] }

  func seal(_ digest: String) -> [String] { [] }

  private static let separator = "／"

  private mutating func entry(_ name: String, _ field: String, _ value: OutlineCell.Datum) -> [String] {
    if value == .empty { return head() }
    return head() + [line([.text(section), .text(name), .text(field), value])]
  }

  private mutating func head() -> [String] {
    guard !hasHead else { return [] }
    hasHead = true
    let names = [Word.sheetSection, .sheetEntry, .sheetField, .sheetContent].map { words($0) }
    return [SheetCell.byteOrderMark + line(names.map { .text($0) })]
  }

  /// The line feed of the end comes with every line.
  private func line(_ cells: [OutlineCell.Datum]) -> String {
    cells.map(SheetCell.written).joined(separator: ",") + "\r"
  }
}

enum SheetCell {
  static let byteOrderMark = "\u{FEFF}"

  static func written(_ datum: OutlineCell.Datum) -> String {
    switch datum {
    case .empty: ""
    case .number(let number): self.number(number)
    case .text(let text):
      quoted(
        guarded(
          text.split(separator: "\n", omittingEmptySubsequences: false).map { SafeText.visible(String($0)) }
            .joined(separator: "\n")))
    }
  }

  /// With no more digits than it needs, and with its sign: `85`, `0.1`, `-2.5`.
  private static func number(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : String(value)
  }

  /// An apostrophe before what a spreadsheet would run, full-width forms included; it is text either way.
  private static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first(where: { $0 != " " && $0 != "\u{3000}" }) else { return text }
    switch first {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠", "\u{2212}", "\t", "\r", "\n": return "'" + text
    default: return text
    }
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes =
      text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
      || text.hasPrefix(" ") || text.hasSuffix(" ")
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
