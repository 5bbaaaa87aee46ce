/// What one terminal cell shows.
public struct Cell: Hashable, Sendable {
  /// A base with its combining marks, in the form drawn; empty in the second cell of a wide character.
  public var text: String
  public var style: Style
  /// 1 or 2, or 0 for the second cell of a wide character.
  public var width: UInt8

  public init(text: String, style: Style = .plain, width: UInt8 = 1) {
    self.text = text
    self.style = style
    self.width = width
  }

  public static let blank = Cell(text: " ")

  public static func blank(_ style: Style) -> Cell { Cell(text: " ", style: style) }

  /// The second cell of a wide character.
  static func continuation(_ style: Style) -> Cell { Cell(text: "", style: style, width: 0) }

  public var isContinuation: Bool { width == 0 }
}

/// Neighbouring cells of one row that changed.
public struct GridRun: Hashable, Sendable {
  public var row: Int
  public var column: Int
  public var cells: [Cell]

  public init(row: Int, column: Int, cells: [Cell]) {
    self.row = row
    self.column = column
    self.cells = cells
  }
}
