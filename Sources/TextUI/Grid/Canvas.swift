/// A place to draw on: a grid, how to measure, and the rectangle that may be touched.
///
/// Coordinates count from the top left of the canvas, which is the grid's unless the canvas is a part
/// (`within`). Every scalar drawn has passed through `SafeText`: `Glyph` puts the substitutes into the cells.
public struct Canvas: Sendable {
  public private(set) var grid: Grid
  public let policy: WidthPolicy
  /// The glyphs for lines, bars and marks.
  public let lineSet: LineSet
  /// The area of this canvas in its own coordinates.
  public private(set) var bounds: Rect
  /// The part of the grid that may be drawn on, in the grid's coordinates.
  public private(set) var clip: Rect
  private var origin = Point(column: 0, row: 0)

  public init(size: Size, policy: WidthPolicy, lineSet: LineSet = .unicode) {
    grid = Grid(size: size)
    self.policy = policy
    self.lineSet = lineSet
    bounds = grid.bounds
    clip = grid.bounds
  }

  /// Draws on a part of the canvas, which counts from its own top left and cannot draw outside.
  public mutating func within(_ rect: Rect, _ draw: (inout Canvas) throws -> Void) rethrows {
    let saved = (bounds, clip, origin)
    clip = clip.intersection(rect.offset(columns: origin.column, rows: origin.row))
    origin = Point(column: origin.column + rect.column, row: origin.row + rect.row)
    bounds = Rect(rect.size)
    defer { (bounds, clip, origin) = saved }
    try draw(&self)
  }

  /// Draws a line from a point to the right, cut without a mark where the canvas ends.
  ///
  /// - Returns: the column after the last cell of the line.
  @discardableResult
  public mutating func draw(_ line: Line, at point: Point) -> Int {
    let row = point.row + origin.row
    var column = point.column + origin.column
    for span in line.spans {
      for cluster in Clusters(span.text, policy) {
        put(cluster, of: span, column: column, row: row)
        column += cluster.width
      }
    }
    return column - origin.column
  }

  /// Draws a line in exactly `columns` cells, cut with an ellipsis or padded.
  public mutating func draw(_ line: Line, at point: Point, columns: Int, alignment: Alignment = .leading) {
    draw(line.fitted(to: columns, policy, alignment: alignment, ellipsis: lineSet.ellipsis), at: point)
  }

  public mutating func draw(_ text: String, _ style: Style = .plain, at point: Point) {
    draw(Line(text, style), at: point)
  }

  /// Makes every cell of a rectangle a space.
  public mutating func fill(_ rect: Rect, _ style: Style = .plain) {
    let area = rect.offset(columns: origin.column, rows: origin.row).intersection(clip)
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        grid.put(.space, width: 1, style, column: column, row: row)
      }
    }
  }

  /// Changes the style of what is already drawn: a selected row, text behind a popup.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    grid.restyle(rect.offset(columns: origin.column, rows: origin.row).intersection(clip), change)
  }

  /// Shows the cursor at a point of the canvas, unless it is cut off.
  public mutating func showCursor(at point: Point) {
    let place = Point(column: point.column + origin.column, row: point.row + origin.row)
    if clip.contains(place) { grid.cursor = place }
  }

  private mutating func put(_ cluster: Cluster, of span: Span, column: Int, row: Int) {
    let end = column + cluster.width
    guard row >= clip.row, row < clip.endRow, column < clip.endColumn, end > clip.column else { return }
    // ncurses moves a wide cell that starts in the last column to the next row, so draw spaces there.
    if column < clip.column || end > clip.endColumn {
      for blank in max(column, clip.column)..<min(end, clip.endColumn) {
        grid.put(.space, width: 1, span.style, column: blank, row: row)
      }
      return
    }
    if let scalar = cluster.single {
      grid.put(CellScalars(scalar), width: cluster.width, span.style, column: column, row: row)
      return
    }
    var next = column
    let start = span.text.utf8.index(span.text.startIndex, offsetBy: cluster.offset)
    Glyph.forEach(in: span.text[start], policy) { glyph in
      grid.put(CellScalars(glyph.text), width: glyph.width, span.style, column: next, row: row)
      next += glyph.width
    }
  }
}
