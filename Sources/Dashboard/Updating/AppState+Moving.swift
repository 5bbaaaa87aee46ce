import StrategyModel
import TextUI

/// Moving the selection within and between panes.
extension AppState {
  var panes: [Pane] { screen.panes(context) }

  /// The pane that has the focus.
  var focusedPane: Pane? { focused(in: panes) }

  func focused(in panes: [Pane]) -> Pane? {
    guard !panes.isEmpty else { return nil }
    return panes.count == 1 ? panes[0] : panes[min(max(0, place.focus), panes.count - 1)]
  }

  var selectedRow: Row? {
    guard let pane = focusedPane, let cursor = place.cursors[pane.id], cursor.row < pane.rows.count,
      pane.rows.isLoaded(cursor.row)
    else { return nil }
    return pane.rows.row(cursor.row)
  }

  /// What Enter opens: the chosen cell's door, else the row's.
  var selectedDoor: Door? {
    guard let row = selectedRow else { return nil }
    let cell = focusedPane.flatMap { place.cursors[$0.id]?.cell } ?? 0
    return row.cells.indices.contains(cell - 1) ? row.cells[cell - 1].door : row.door
  }

  mutating func move(by rows: Int) -> [Effect] {
    if let pane = focusedPane { move(by: rows, in: pane) }
    return []
  }

  /// A page keeps one row of the one before in sight.
  mutating func movePage(_ step: Int, dividedBy divisor: Int = 1) -> [Effect] {
    guard let pane = focusedPane else { return [] }
    let page = max(1, Frame(size).rows(of: pane) - 1)
    move(by: step * max(1, page / divisor), in: pane)
    return []
  }

  private mutating func move(by rows: Int, in pane: Pane) {
    guard let cursor = place.cursors[pane.id] else { return }
    let step = rows < 0 ? -1 : 1
    if let row = pane.selectable(from: cursor.row + rows, step: step) { select(row, in: pane) }
  }

  mutating func moveToEdge(_ isLast: Bool) -> [Effect] {
    guard let pane = focusedPane else { return [] }
    let row = isLast ? pane.selectable(from: pane.rows.count - 1, step: -1) : pane.selectable(from: 0, step: 1)
    if let row { select(row, in: pane) }
    return []
  }

  /// Selects a row and scrolls as little as shows it; at the top also the headings above it.
  mutating func select(_ row: Int, in pane: Pane) {
    let height = Frame(size).rows(of: pane)
    var cursor = place.cursors[pane.id] ?? Cursor()
    let isNewRow = cursor.row != row
    cursor.row = row
    // Of a row that is not at hand yet it is the place, by which a pane may find it once it is.
    cursor.id = pane.rows.id(row)
    if isNewRow { cursor.cell = 0 }
    if row < cursor.offset { cursor.offset = row }
    if row >= cursor.offset + height { cursor.offset = row - height + 1 }
    if pane.selectable(from: 0, step: 1) == row { cursor.offset = max(0, min(cursor.offset, row - height + 1)) }
    cursor.offset = min(max(0, cursor.offset), max(0, pane.rows.count - height))
    if row < height, pane.selectable(from: 0, step: 1) == row { cursor.offset = 0 }
    place.cursors[pane.id] = cursor
  }

  /// Scrolls without moving the selection, unless it would leave the screen (the mouse's wheel).
  mutating func scroll(by rows: Int, in pane: Pane) {
    let height = Frame(size).rows(of: pane)
    guard var cursor = place.cursors[pane.id] else { return }
    cursor.offset = min(max(0, cursor.offset + rows), max(0, pane.rows.count - height))
    let row = min(max(cursor.row, cursor.offset), max(cursor.offset, cursor.offset + height - 1))
    if row != cursor.row, let near = pane.selectable(from: row, step: rows < 0 ? -1 : 1),
      cursor.offset <= near, near < cursor.offset + height
    {
      cursor.row = near
      cursor.cell = 0
      cursor.id = pane.rows.isLoaded(near) ? pane.rows.id(near) : nil
    }
    place.cursors[pane.id] = cursor
  }

  /// Left or right: on the timeline from year to year, within a row of numbers from number to number, else from pane to pane.
  mutating func moveSideways(_ step: Int) -> [Effect] {
    if place.screen == .actions, options.layout == .timeline { return shiftTimeline(step) }
    if let pane = focusedPane, var cursor = place.cursors[pane.id], let row = selectedRow, !row.cells.isEmpty,
      (0...row.cells.count).contains(cursor.cell + step)
    {
      cursor.cell += step
      place.cursors[pane.id] = cursor
      return []
    }
    return moveFocus(step, wraps: false)
  }

  mutating func moveFocus(_ step: Int, wraps: Bool) -> [Effect] {
    let count = screen.focusCount(context)
    let next = place.focus + step
    guard count > 1, wraps || (0..<count).contains(next) else { return refuse(.noOtherPane) }
    place.focus = wraps ? (next + count) % count : next
    return []
  }
}
