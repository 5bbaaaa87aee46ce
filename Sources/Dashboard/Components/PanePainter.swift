import StrategyModel
import TextUI

/// Draws one pane: its title, the rows in sight, the selection, the marks of what changed.
struct PanePainter {
  let pane: Pane
  let state: AppState
  let isFocused: Bool

  private var theme: Theme { state.theme }

  /// The canvas is the pane's own area.
  func draw(into canvas: inout Canvas) {
    var area = canvas.bounds
    for title in pane.titleLines {
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
      // In lines, of which a row may take several.
      Scrollbar(count: pane.rows.count * pane.rowHeight, offset: cursor.offset * pane.rowHeight)
        .draw(into: &canvas, in: Rect(column: area.endColumn - 1, row: area.row, columns: 1, rows: area.rows))
    }
  }

  private func draw(
    _ row: Row, isSelected: Bool, cell: Int, marks: Set<RecordKey>, at origin: Point, columns: Int,
    into canvas: inout Canvas
  ) {
    let isChanged = row.key.map { state.changed.contains($0) || marks.contains($0) } ?? false
    let first = row.lines.firstIndex { !$0.isEmpty } ?? 0
    for (index, line) in row.lines.enumerated() {
      // An empty line above or below a card is air: it is not part of the selection.
      let isAir = row.lines.count > 1 && line.isEmpty && (index < first || index == row.lines.count - 1)
      let sign =
        isAir || index > first ? "" : isSelected ? canvas.lineSet.marker : isChanged ? canvas.lineSet.changed : ""
      let mark = TextFit.fit(sign, Pane.gutter, canvas.policy)
      let point = Point(column: origin.column, row: origin.row + index)
      if isSelected && !isAir {
        let text = Line(mark) + line.fitted(to: Pane.textColumns(columns), canvas.policy)
        canvas.draw(text.styled { _ in Style.reverse }, at: point)
      } else {
        canvas.draw(mark, isChanged ? theme.style(.changed) : .plain, at: point)
        draw(line, at: Point(column: point.column + Pane.gutter, row: point.row), columns: columns, into: &canvas)
      }
      guard isSelected, row.cells.indices.contains(cell - 1) else { continue }
      // The chosen number stands out of the reversed row as a hole in it.
      let range = row.cells[cell - 1].columns
      let hole = Rect(
        column: origin.column + Pane.gutter + range.lowerBound, row: point.row, columns: range.count, rows: 1)
      canvas.restyle(hole) { _ in Style(attributes: [.bold, .underline]) }
    }
  }

  /// Draws the text of a row; most lines are made to fit, so only one that turns out too long is measured and cut.
  private func draw(_ line: Line, at point: Point, columns: Int, into canvas: inout Canvas) {
    let area = Rect(column: point.column, row: point.row, columns: Pane.textColumns(columns), rows: 1)
    canvas.within(area) { canvas in
      guard canvas.draw(line, at: Point(column: 0, row: 0)) > area.columns else { return }
      canvas.draw(line.fitted(to: area.columns, canvas.policy), at: Point(column: 0, row: 0))
    }
  }
}
