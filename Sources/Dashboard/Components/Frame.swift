import StrategyModel
import TextUI

/// Where the parts of the screen lie, for a size.
public struct Frame {
  /// What fits on less is one line that says so.
  public static let smallest = Size(columns: 40, rows: 10)
  /// Below this height the rules between the parts are left out.
  private static let rowsWithRules = 14

  let header: Rect
  /// The breadcrumb's rule; empty on a low screen.
  let topRule: Rect
  let body: Rect
  let bottomRule: Rect
  let footer: Rect

  init(_ size: Size) {
    let rule = size.rows >= Frame.rowsWithRules ? 1 : 0
    var rest = Rect(size)
    (header, rest) = rest.split(.top, 1)
    (topRule, rest) = rest.split(.top, rule)
    (footer, rest) = rest.split(.bottom, 1)
    (bottomRule, rest) = rest.split(.bottom, rule)
    body = rest
  }

  static func isTooSmall(_ size: Size) -> Bool {
    size.columns < smallest.columns || size.rows < smallest.rows
  }

  /// The panes side by side, with a cell of air between them.
  func areas(of panes: [Pane]) -> [Rect] {
    var column = body.column
    return panes.map { pane in
      defer { column += pane.columns + Pane.gap }
      return Rect(column: column, row: body.row, columns: pane.columns, rows: body.rows)
    }
  }

  /// Where a pane's rows lie, below its title and headings.
  func rowArea(of pane: Pane) -> Rect {
    let title = pane.titleLines.count
    return Rect(column: body.column, row: body.row + title, columns: pane.columns, rows: body.rows - title)
  }

  /// How many rows of the pane are in sight at once.
  func rows(of pane: Pane) -> Int { max(1, rowArea(of: pane).rows / pane.rowHeight) }

  func pane(at point: Point, among panes: [Pane]) -> Int? {
    areas(of: panes).firstIndex { $0.contains(point) }
  }
}
