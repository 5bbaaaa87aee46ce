/// A screen as a value: its cells, and where the cursor stands if it is shown.
public struct Grid: Hashable, Sendable {
  public let size: Size
  public var cursor: Point?
  private var cells: [Cell]

  public init(size: Size) {
    let size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  public var bounds: Rect { Rect(size) }

  /// The cell at a place of the grid.
  public subscript(column column: Int, row row: Int) -> Cell {
    cells[row * size.columns + column]
  }

  public subscript(point: Point) -> Cell {
    self[column: point.column, row: point.row]
  }

  /// The cells of one row.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// What each row shows, without the spaces at its end.
  public func text() -> [String] {
    (0..<size.rows).map { index in
      var text = row(index).reduce(into: "") { $0 += $1.text }
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// Each row as a line of styled spans, all of its cells.
  public func lines() -> [Line] {
    (0..<size.rows).map { index in
      var line = Line()
      for cell in row(index) where !cell.isContinuation {
        if let last = line.spans.indices.last, line.spans[last].style == cell.style {
          line.spans[last].text += cell.text
        } else {
          line.append(cell.text, cell.style)
        }
      }
      return line
    }
  }

  /// Where the character begins of which the cell at `point` is a part.
  public func characterOrigin(at point: Point) -> Point {
    guard bounds.contains(point), self[point].isContinuation, point.column > 0 else { return point }
    return Point(column: point.column - 1, row: point.row)
  }

  /// Puts a glyph of one or two cells on the grid; what it half covers becomes a space.
  ///
  /// The glyph must fit in its row.
  mutating func put(_ scalars: CellScalars, width: Int, _ style: Style, column: Int, row: Int) {
    let start = row * size.columns
    blankHalves(at: column, in: start)
    if width == 2 {
      blankHalves(at: column + 1, in: start)
      cells[start + column + 1] = .continuation(style)
    }
    cells[start + column] = Cell(scalars, style: style, width: UInt8(width))
  }

  /// Before one cell is overwritten: leaves no half of a wide character beside it.
  private mutating func blankHalves(at column: Int, in start: Int) {
    let cell = cells[start + column]
    if cell.width == 0, column > 0 {
      cells[start + column - 1] = .blank(cells[start + column - 1].style)
    } else if cell.width == 2, column + 1 < size.columns {
      cells[start + column + 1] = .blank(cells[start + column + 1].style)
    }
  }

  /// Changes the style of the cells in a rectangle and leaves their text.
  mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let rect = rect.intersection(bounds)
    for row in rect.row..<rect.endRow {
      for place in row * size.columns + rect.column..<row * size.columns + rect.endColumn {
        cells[place].style = change(cells[place].style)
      }
    }
  }
}

extension Grid {
  /// What to draw on a screen that shows `from` so that it shows `to`; everything when the sizes differ.
  public static func changes(from: Grid, to: Grid) -> [GridRun] {
    guard from.size == to.size else {
      return (0..<to.size.rows).map { wholeRow($0, of: to) }
    }
    return (0..<to.size.rows).flatMap { row -> [GridRun] in
      let cells = to.row(row)
      guard from.row(row) != cells else { return [] }
      let whole = wholeRow(row, of: to)
      // Nothing in such a row is drawn alone: a terminal may have covered it, and ncurses draws again what stands between.
      return whole.isDisputed ? [whole] : changes(from: from, to: to, row: row)
    }
  }

  private static func wholeRow(_ row: Int, of grid: Grid) -> GridRun {
    let cells = Array(grid.row(row))
    return GridRun(row: row, column: 0, cells: cells, isDisputed: cells.contains(where: \.isDisputed))
  }

  private static func changes(from: Grid, to: Grid, row: Int) -> [GridRun] {
    var runs: [GridRun] = []
    let start = row * to.size.columns
    var column = 0
    while column < to.size.columns {
      if from.cells[start + column] == to.cells[start + column] {
        column += 1
        continue
      }
      // A run begins at a base and ends after a continuation, so that it can be drawn on its own.
      let first = to.cells[start + column].isContinuation ? max(0, column - 1) : column
      var end = column + 1
      while end < to.size.columns,
        to.cells[start + end].isContinuation || from.cells[start + end] != to.cells[start + end]
      {
        end += 1
      }
      runs.append(
        GridRun(row: row, column: first, cells: Array(to.cells[start + first..<start + end]), isDisputed: false))
      column = end
    }
    return runs
  }

  /// Applies changes as a terminal would.
  public mutating func apply(_ changes: [GridRun]) {
    for run in changes {
      for (index, cell) in run.cells.enumerated() {
        cells[run.row * size.columns + run.column + index] = cell
      }
    }
  }
}
