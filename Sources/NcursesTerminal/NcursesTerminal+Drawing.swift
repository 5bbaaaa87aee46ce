import CNcurses
import TextUI

extension NcursesTerminal {
  public func draw(_ changes: [GridRun], cursor: Point?) {
    guard phase == .active else { return }
    honbu_hold_output(outputDescriptor)
    defer { honbu_release_output() }
    if honbu_was_cut(outputDescriptor) { setModesAgain() }
    for run in changes { put(run.cells[...], column: run.column, row: run.row) }
    drawDisputed(changes.filter(\.isDisputed))
    if isCursorShown != (cursor != nil) {
      curs_set(cursor == nil ? 0 : 1)
      isCursorShown = cursor != nil
    }
    if let cursor {
      wmove(honbu_screen_window(), Int32(cursor.row), Int32(cursor.column))
    }
    refresh()
  }

  /// A frame that was given up for a signal may have been to change any of them.
  private func setModesAgain() {
    isCursorShown = nil
    write(raw: Modes.on(mouse: isMouseOn))
    honbu_set_wrapping(outputDescriptor, true)
  }

  func refresh() {
    wnoutrefresh(honbu_screen_window())
    doupdate()
  }

  /// Puts cells of one row into the window of ncurses, from this column on, where one begins.
  func put(_ cells: ArraySlice<Cell>, column: Int, row: Int) {
    withUnsafeTemporaryAllocation(of: honbu_glyph.self, capacity: cells.count) { glyphs in
      var count = 0
      var style: Style?
      var (attributes, pair): (Int32, Int32) = (0, 0)
      for cell in cells where !cell.isContinuation {
        if cell.style != style {
          let (found, extra) = palette.pair(for: cell.style)
          (attributes, pair) = (Int32(cell.style.attributes.union(extra).rawValue), found)
          style = cell.style
        }
        glyphs.initializeElement(
          at: count,
          to: honbu_glyph(
            scalars: cell.scalars.values, attributes: attributes, pair: pair, width: Int32(cell.width)))
        count += 1
      }
      honbu_put(Int32(row), Int32(column), glyphs.baseAddress, Int32(count))
    }
  }

  func put(_ cell: Cell, column: Int, row: Int) { put([cell], column: column, row: row) }
}
