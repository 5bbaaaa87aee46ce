import StrategyModel
import TextUI

/// Draws one pane: its title, the rows in sight, the selection, the marks of what changed.
struct PanePainter {
  let pane: Pane
  let state: AppState
  let isFocused: Bool

  private var theme: Theme { .standard }

  /// The canvas is the pane's own area.
  func draw(into canvas: inout Canvas) {
    var area = canvas.bounds
    if let title = pane.title {
      let (row, rest) = area.split(.top, 1)
      canvas.draw(title.truncated(to: row.columns, canvas.policy), at: row.origin)
      area = rest
    }
    guard pane.rows.count > 0 else {
      let text = TextFit.truncate(pane.emptyText, max(1, area.columns - Pane.gutter), canvas.policy)
      canvas.draw("  " + text, theme.style(.faint), at: area.origin)
      return
    }
    let cursor = state.place.cursors[pane.id] ?? Cursor()
    let visible = area.rows / pane.rowHeight
    let marks = state.marks
    let rows = cursor.offset..<min(pane.rows.count, cursor.offset + max(1, visible))
    for (slot, index) in rows.enumerated() {
      let top = area.row + slot * pane.rowHeight
      let row = pane.rows.row(index)
      draw(
        row, isSelected: isFocused && index == cursor.row && row.isSelectable, cell: cursor.cell,
        marks: marks, at: Point(column: area.column, row: top), columns: area.columns, into: &canvas)
    }
    if pane.rows.count > visible, area.columns > Pane.gutter + 4 {
      Scrollbar(count: pane.rows.count, offset: cursor.offset)
        .draw(
          into: &canvas, in: Rect(column: area.endColumn - 1, row: area.row, columns: 1, rows: visible * pane.rowHeight)
        )
    }
  }

  private func draw(
    _ row: Row, isSelected: Bool, cell: Int, marks: Set<RecordKey>, at origin: Point, columns: Int,
    into canvas: inout Canvas
  ) {
    let isChanged = row.key.map { state.changed.contains($0) || marks.contains($0) } ?? false
    for (index, line) in row.lines.enumerated() {
      // The last line of a card is air: it is not part of the selection.
      let isAir = row.lines.count > 1 && index == row.lines.count - 1 && line.isEmpty
      let sign = isAir || index > 0 ? "" : isSelected ? canvas.lineSet.marker : isChanged ? canvas.lineSet.changed : ""
      let gutter = Line(
        TextFit.fit(sign, Pane.gutter, canvas.policy), isChanged && !isSelected ? theme.style(.changed) : .plain)
      var text = gutter + line.fitted(to: Pane.textColumns(columns), canvas.policy)
      if isSelected && !isAir { text = text.styled { _ in Style.reverse } }
      let point = Point(column: origin.column, row: origin.row + index)
      canvas.draw(text, at: point)
      guard isSelected, row.cells.indices.contains(cell - 1) else { continue }
      // The chosen number stands out of the reversed row as a hole in it.
      let range = row.cells[cell - 1].columns
      let hole = Rect(
        column: origin.column + Pane.gutter + range.lowerBound, row: point.row, columns: range.count, rows: 1)
      canvas.restyle(hole) { _ in Style(attributes: [.bold, .underline]) }
    }
  }
}
