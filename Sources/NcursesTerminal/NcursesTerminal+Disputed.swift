import CNcurses
import TextUI

/// Cells to which a terminal may give another width than we do: what comes behind them stands in its place all the same.
extension NcursesTerminal {
  /// Draws the cells of disputed width in these rows, and what stands behind each, once all else is in its place.
  ///
  /// ncurses believes that the cursor stands where our table says, goes on from there, and draws what lies between two
  /// changes again. So each of these cells is drawn by itself, on spaces, and the terminal is told where the cursor is
  /// before anything is drawn behind it.
  func drawDisputed(_ runs: [GridRun]) {
    guard !runs.isEmpty else { return }
    for run in runs { blankDisputed(run) }
    refresh()
    for run in runs {
      // From left to right: what stands behind one stands there before the next is drawn.
      var start = 0
      for (index, cell) in run.cells.enumerated() where cell.isDisputed {
        put(run.cells[start..<index], column: run.column + start, row: run.row)
        refresh()
        draw(disputed: cell, column: run.column + index, row: run.row)
        start = min(index + Int(cell.width), run.cells.count)
      }
      put(run.cells[start...], column: run.column + start, row: run.row)
    }
  }

  private func draw(disputed cell: Cell, column: Int, row: Int) {
    let end = column + Int(cell.width)
    // What a terminal takes for wider than the rest of the row must not go on in the next one.
    let mayWrap = end + cell.dispute > size.columns
    if mayWrap { honbu_set_wrapping(outputDescriptor, false) }
    put(cell, column: column, row: row)
    let place = (row: Int32(row), column: Int32(min(end, size.columns - 1)))
    wmove(honbu_screen_window(), place.row, place.column)
    refresh()
    honbu_place_cursor(outputDescriptor, place.row, place.column)
    if mayWrap { honbu_set_wrapping(outputDescriptor, true) }
  }

  /// Spaces in the place of such cells and of what they may cover.
  private func blankDisputed(_ run: GridRun) {
    var covered = 0
    for (index, cell) in run.cells.enumerated() {
      if cell.isDisputed { covered = max(covered, index + Int(cell.width) + cell.dispute) }
      // Both cells of a wide one, also where only its first is covered.
      guard index < covered || cell.isContinuation && index == covered else { continue }
      put(Cell(text: " ", style: cell.style), column: run.column + index, row: run.row)
    }
  }
}
