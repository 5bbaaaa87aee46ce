/// A size in terminal cells.
public struct Size: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A place in terminal cells; the top left is column 0, row 0.
public struct Point: Hashable, Sendable {
  public var column: Int
  public var row: Int

  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// Rows or columns to give away when a rectangle is split.
public enum Edge: Hashable, Sendable {
  case top, bottom, left, right
}
