/// A rectangle of terminal cells.
public struct Rect: Hashable, Sendable {
  public var column: Int
  public var row: Int
  public var columns: Int
  public var rows: Int

  /// Negative sizes count as none.
  public init(column: Int = 0, row: Int = 0, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  public init(_ size: Size) {
    self.init(columns: size.columns, rows: size.rows)
  }

  public var isEmpty: Bool { columns <= 0 || rows <= 0 }
  public var size: Size { Size(columns: columns, rows: rows) }
  public var origin: Point { Point(column: column, row: row) }
  /// The column after the last.
  public var endColumn: Int { column + columns }
  /// The row after the last.
  public var endRow: Int { row + rows }

  public func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
  }

  public func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top,
      columns: min(endColumn, other.endColumn) - left, rows: min(endRow, other.endRow) - top)
  }

  public func offset(columns dx: Int = 0, rows dy: Int = 0) -> Rect {
    Rect(column: column + dx, row: row + dy, columns: columns, rows: rows)
  }

  /// The rectangle without `columns` at the left and right and `rows` at the top and bottom.
  public func inset(columns dx: Int = 1, rows dy: Int = 1) -> Rect {
    Rect(
      column: column + min(dx, columns), row: row + min(dy, rows),
      columns: columns - 2 * dx, rows: rows - 2 * dy)
  }

  /// Cuts up to `count` rows or columns off one edge.
  ///
  /// - Returns: the piece cut off and what is left.
  public func split(_ edge: Edge, _ count: Int) -> (piece: Rect, rest: Rect) {
    switch edge {
    case .top:
      let cut = min(max(0, count), rows)
      return (
        Rect(column: column, row: row, columns: columns, rows: cut),
        Rect(column: column, row: row + cut, columns: columns, rows: rows - cut)
      )
    case .bottom:
      let cut = min(max(0, count), rows)
      return (
        Rect(column: column, row: endRow - cut, columns: columns, rows: cut),
        Rect(column: column, row: row, columns: columns, rows: rows - cut)
      )
    case .left:
      let cut = min(max(0, count), columns)
      return (
        Rect(column: column, row: row, columns: cut, rows: rows),
        Rect(column: column + cut, row: row, columns: columns - cut, rows: rows)
      )
    case .right:
      let cut = min(max(0, count), columns)
      return (
        Rect(column: endColumn - cut, row: row, columns: cut, rows: rows),
        Rect(column: column, row: row, columns: columns - cut, rows: rows)
      )
    }
  }

  /// `count` lanes side by side that differ by at most one column and leave `gap` columns between them.
  public func columnLanes(_ count: Int, gap: Int = 0) -> [Rect] {
    guard count > 0 else { return [] }
    let available = max(0, columns - gap * (count - 1))
    var lanes: [Rect] = []
    var left = column
    for index in 0..<count {
      let width = available * (index + 1) / count - available * index / count
      lanes.append(Rect(column: left, row: row, columns: width, rows: rows))
      left += width + gap
    }
    return lanes
  }

  /// `count` bands one under another that differ by at most one row and leave `gap` rows between them.
  public func rowBands(_ count: Int, gap: Int = 0) -> [Rect] {
    guard count > 0 else { return [] }
    let available = max(0, rows - gap * (count - 1))
    var bands: [Rect] = []
    var top = row
    for index in 0..<count {
      let height = available * (index + 1) / count - available * index / count
      bands.append(Rect(column: column, row: top, columns: columns, rows: height))
      top += height + gap
    }
    return bands
  }

  /// A rectangle of `size` in the middle of this one, no larger than this one.
  public func centered(_ size: Size) -> Rect {
    let width = min(size.columns, columns)
    let height = min(size.rows, rows)
    return Rect(
      column: column + (columns - width) / 2, row: row + (rows - height) / 2, columns: width, rows: height)
  }
}
