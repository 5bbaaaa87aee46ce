import StrategyModel
import TextUI

/// What a row is about. It outlives the row's place in the list.
public enum RowID: Hashable, Sendable {
  case record(RecordKey)
  case revision(Int)
  /// A row that stands for itself: a count, a line of text.
  case text(String)

  /// A further row of what this one stands for.
  func part(_ number: Int) -> RowID {
    switch self {
    case .record(let key): .text("\(key.kind.rawValue)/\(key.id)#\(number)")
    case .revision(let revision): .text("r\(revision)#\(number)")
    case .text(let text): .text("\(text)#\(number)")
    }
  }
}

/// What Enter opens on a row.
public enum Door: Hashable, Sendable {
  case record(RecordKey)
  /// A record that is there no more, as of a revision in which it was.
  case recordAsOf(RecordKey, revision: Int)
  case revision(Int)
  case view(ScreenID, filter: String)
  /// An address: shown and copied, never opened by itself.
  case address(String)

  /// The record that it opens, if it opens one.
  var key: RecordKey? {
    switch self {
    case .record(let key), .recordAsOf(let key, _): key
    case .revision, .view, .address: nil
    }
  }
}

/// One row of a pane: as many lines as the pane's rows are high.
public struct Row: Hashable, Sendable {
  public var id: RowID
  public var lines: [Line]
  public var door: Door?
  /// Parts of the row that open something of their own, from left to right.
  public var cells: [RowCell]
  /// Headings and empty rows are passed over.
  public var isSelectable: Bool
  /// Whether it stands over the rows that follow.
  public private(set) var isHeading = false

  public init(
    _ id: RowID, _ lines: [Line], door: Door? = nil, cells: [RowCell] = [], isSelectable: Bool = true
  ) {
    self.id = id
    self.lines = lines
    self.door = door
    self.cells = cells
    self.isSelectable = isSelectable
  }

  static func heading(_ line: Line) -> Row { heading(.text(line.text), [line]) }

  static func heading(_ id: RowID, _ lines: [Line]) -> Row {
    var row = Row(id, lines, isSelectable: false)
    row.isHeading = true
    return row
  }

  static var blank: Row { Row(.text(""), [Line()], isSelectable: false) }

  /// The record that the row stands for, if any.
  public var key: RecordKey? {
    if case .record(let key) = id { return key }
    return door?.key
  }
}

/// A number within a row that opens the list it counts.
public struct RowCell: Hashable, Sendable {
  /// Cells from the start of the row's text.
  public var columns: Range<Int>
  public var door: Door

  public init(_ columns: Range<Int>, door: Door) {
    self.columns = columns
    self.door = door
  }
}

/// Rows on demand: a screen draws a window on them, a snapshot all of them.
public struct RowSource: Sendable {
  public var count: Int
  /// Whether the row is at hand; one that is not is drawn as a placeholder until its page has come.
  public var isLoaded: @Sendable (Int) -> Bool
  public var row: @Sendable (Int) -> Row
  /// What a row is about and whether it can be selected, without its lines, which cost more than either.
  let identity: @Sendable (Int) -> (id: RowID, isSelectable: Bool)

  init(
    count: Int, isLoaded: @escaping @Sendable (Int) -> Bool = { _ in true },
    identity: (@Sendable (Int) -> (id: RowID, isSelectable: Bool))? = nil, row: @escaping @Sendable (Int) -> Row
  ) {
    self.count = count
    self.isLoaded = isLoaded
    self.row = row
    self.identity =
      identity ?? { number in
        let row = row(number)
        return (row.id, row.isSelectable)
      }
  }

  func id(_ number: Int) -> RowID { identity(number).id }

  func isSelectable(_ number: Int) -> Bool { identity(number).isSelectable }

  public init(_ rows: [Row]) {
    self.init(count: rows.count) { rows[$0] }
  }

  static let empty = RowSource([])
}

/// A part of the screen with rows and a cursor of its own.
public struct Pane: Sendable {
  public var id: PaneID
  public var title: Line?
  /// Further lines below the title that stay while the rows scroll.
  public var headings: [Line] = []
  public var rows: RowSource
  /// Lines a row takes.
  public var rowHeight: Int
  /// Cells, gutter and title included.
  public var columns: Int
  /// Said in place of rows when there are none.
  public var emptyText: String
  /// Place of a row among the things that are counted (「5/23」): heading rows do not count.
  public var position: @Sendable (Int) -> Int?
  /// How many things are counted.
  public var total: Int
  /// Where the row of an id stands; only asked of rows that are loaded.
  public var find: @Sendable (RowID) -> Int?

  public init(
    id: PaneID, title: Line? = nil, rows: RowSource, rowHeight: Int = 1, columns: Int, emptyText: String,
    total: Int? = nil, position: (@Sendable (Int) -> Int?)? = nil, find: (@Sendable (RowID) -> Int?)? = nil
  ) {
    self.id = id
    self.title = title
    self.rows = rows
    self.rowHeight = rowHeight
    self.columns = columns
    self.emptyText = emptyText
    self.total = total ?? rows.count
    self.position = position ?? { $0 + 1 }
    self.find =
      find ?? { wanted in
        (0..<rows.count).first { rows.isLoaded($0) && rows.id($0) == wanted }
      }
  }

  /// The lines above the rows.
  var titleLines: [Line] { (title.map { [$0] } ?? []) + headings }

  /// A pane of rows that are all at hand; only selectable ones count.
  init(id: PaneID, title: Line? = nil, list: [Row], columns: Int, emptyText: String) {
    let places = list.reduce(into: (count: 0, of: [Int?]())) { sofar, row in
      if row.isSelectable { sofar.count += 1 }
      sofar.of.append(row.isSelectable ? sofar.count : nil)
    }
    self.init(
      id: id, title: title, rows: RowSource(list), columns: columns, emptyText: emptyText, total: places.count,
      position: { places.of.indices.contains($0) ? places.of[$0] : nil })
  }

  /// Panes of rows at hand, one above the other as one.
  static func stacked(_ panes: [Pane], id: PaneID = "stack") -> Pane {
    var rows: [Row] = []
    for pane in panes {
      if !rows.isEmpty { rows.append(.blank) }
      if let title = pane.title { rows.append(.heading(title)) }
      rows += (0..<pane.rows.count).map(pane.rows.row)
    }
    return Pane(
      id: id, list: rows, columns: panes.first?.columns ?? 0, emptyText: panes.first?.emptyText ?? "")
  }

  /// The nearest selectable row at or beyond `row` in the direction of `step` (1 or -1), else the nearest behind it.
  func selectable(from row: Int, step: Int) -> Int? {
    guard rows.count > 0 else { return nil }
    let start = min(max(row, 0), rows.count - 1)
    let isGood = { (index: Int) in !rows.isLoaded(index) || rows.isSelectable(index) }
    return stride(from: start, to: step > 0 ? rows.count : -1, by: step).first(where: isGood)
      ?? stride(from: start, to: step > 0 ? -1 : rows.count, by: -step).first(where: isGood)
  }
}
