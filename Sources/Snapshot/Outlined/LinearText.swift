import Dashboard
import TextUI

/// A view from top to bottom for a screen reader or a braille display: headings and 「名前: 値」, one to a line, no frames,
/// bars or columns. Each row of a table is told whole.
struct LinearText {
  let words: Words
  private var columns: [OutlineColumn] = []
  /// What stands in each column, for cells that stand for several rows.
  private var standing: [String] = []
  private var isInTable = false

  init(words: Words) { self.words = words }

  func begin(_ header: SnapshotHeader) -> [String] {
    ([header.titleLine, header.asOfLine] + (header.filterSentence.map { [$0] } ?? [])).map(SafeText.visible)
  }

  mutating func piece(_ part: OutlinePart) -> [String] {
    let wasInTable = isInTable
    isInTable = false
    switch part {
    case .heading(let text, let level):
      let title = SafeText.visible(text.plain)
      return ["", level <= 2 ? words.headingLine(title) : words.subheadingLine(title)]
    case .paragraph(let text): return apart(wasInTable, lines(text.plain))
    case .field(let label, let text, _, _):
      let value = lines(text.plain)
      guard !label.isEmpty else { return value }
      return apart(wasInTable, ["\(SafeText.visible(label)): \(value.first ?? "")"] + value.dropFirst())
    case .point(let text, let depth, _):
      let indent = String(repeating: " ", count: depth * 2)
      return apart(wasInTable, lines(text.plain).enumerated().map { indent + ($0 == 0 ? "- " : "  ") + $1 })
    case .table(let columns):
      self.columns = columns
      standing = Array(repeating: "", count: columns.count)
      isInTable = true
      return []
    case .row(let cells, _):
      isInTable = true
      return row(cells)
    }
  }

  /// The first cell that is shown names the row.
  private mutating func row(_ cells: [OutlineCell]) -> [String] {
    if columns.contains(where: { $0.part == .field }) { return change(cells) }
    for (place, cell) in cells.enumerated() where cell.rows > 0 && standing.indices.contains(place) {
      standing[place] = lines(spoken(cell)).joined(separator: " ")
    }
    let shown = zip(columns, standing).filter { !$0.0.isDataOnly && !$0.1.isEmpty }
    guard let name = shown.first else { return [] }
    if columns.count(where: { !$0.isDataOnly }) == 2, let only = shown.dropFirst().first {
      return ["\(name.1): \(only.1)"]
    }
    return ["", name.1]
      + shown.dropFirst().map { column, value in
        column.title.isEmpty ? value : "\(SafeText.visible(column.title)): \(value)"
      }
  }

  /// A record once as a heading, and below it each field with what it was and what it is.
  private func change(_ cells: [OutlineCell]) -> [String] {
    var (field, before, after) = ("", "", "")
    for (column, cell) in zip(columns, cells) {
      let text = lines(spoken(cell)).joined(separator: " ")
      switch column.part {
      case .field: field = text
      case .before: before = text
      case .after: after = text
      case .any: break
      }
    }
    let name = cells.first.map { lines(spoken($0)).joined(separator: " ") } ?? ""
    let heading = (cells.first?.rows ?? 0) > 0 ? ["", words.subheadingLine(name)] : []
    guard !field.isEmpty else { return heading }
    let ends = [before, after].filter { !$0.isEmpty }.joined(separator: " \(words.arrow) ")
    return heading + ["\(field): \(ends)"]
  }

  /// Signs that stand for a number or for nothing are told in words.
  private func spoken(_ cell: OutlineCell) -> String {
    if let spoken = cell.spoken { return spoken }
    let text = cell.text.plain
    guard [words.dot, words.dash].contains(text) else { return text }
    if case .number(let number)? = cell.datum { return words.number(number) }
    return words.language.pick("なし", "none")
  }

  private func apart(_ isApart: Bool, _ lines: [String]) -> [String] { isApart ? [""] + lines : lines }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { SafeText.visible(String($0)) }
  }
}

extension ViewSnapshot {
  /// The view in reading order.
  public func writeLinear(_ sink: (String) throws -> Void) throws {
    guard let (view, header) = try opened() else { return }
    var text = LinearText(words: settings.words)
    for line in text.begin(header) { try sink(line.withoutTrailingSpaces + "\n") }
    var outline = ViewOutline(view)
    try outline.write(ask) { part in
      guard case .piece(let piece) = part else { return }
      for line in text.piece(piece) { try sink(line.withoutTrailingSpaces + "\n") }
    }
  }
}
