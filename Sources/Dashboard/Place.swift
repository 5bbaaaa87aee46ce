import StrategyModel
import TextUI

/// A screen together with what it shows and where the operator stands in it.
public struct Place: Hashable, Sendable {
  public var screen: ScreenID
  public var subject: Subject?
  /// The last valid filter; empty for none.
  public var filter = ""
  /// The filter with which the place was opened: leaving it leaves the place.
  public private(set) var openingFilter = ""
  /// The text searched for in a record.
  public var search = ""
  public var focus = 0
  /// Nothing has been shown yet: the focus may still go to where something is.
  var isFresh = true
  /// One cursor a pane.
  public var cursors: [PaneID: Cursor] = [:]

  public enum Subject: Hashable, Sendable {
    case record(RecordKey)
    /// Revision numbers; 0 stands for the time before the first.
    case difference(from: Int, to: Int)
  }

  public init(_ screen: ScreenID, filter: String = "") {
    self.screen = screen
    self.filter = filter
    openingFilter = filter
  }

  public init(record: RecordKey) {
    screen = .record
    subject = .record(record)
  }

  public init(differenceFrom from: Int, to: Int) {
    screen = .difference
    subject = .difference(from: from, to: to)
  }

  /// What a revision changed: its difference from the one before.
  public init(revision: Int) { self.init(differenceFrom: revision - 1, to: revision) }

  public var record: RecordKey? {
    if case .record(let key)? = subject { key } else { nil }
  }

  /// Whether it is the same screen on the same subject, wherever its cursor stands.
  func isSame(as other: Place) -> Bool { screen == other.screen && subject == other.subject }
}

public typealias PaneID = String

/// Where a pane's selection stands, and how far it is scrolled.
public struct Cursor: Hashable, Sendable {
  public var row = 0
  /// What the selected row is about: it keeps the selection when rows come and go.
  public var id: RowID?
  /// The first visible row.
  public var offset = 0
  /// Which of the row's cells is chosen, 1 for the first; 0 is the row itself.
  public var cell = 0
  /// The list is being filtered otherwise: what comes begins at its top, unless it holds the record that was selected.
  var isAnew = false

  /// The first visible row of what is asked for.
  var top: Int { isAnew ? 0 : offset }

  public init(row: Int = 0, id: RowID? = nil, offset: Int = 0, cell: Int = 0) {
    self.row = row
    self.id = id
    self.offset = offset
    self.cell = cell
  }
}

/// Places visited, with a way back and forth.
public struct PlaceHistory: Hashable, Sendable {
  public var current: Place
  private(set) var older: [Place] = []
  private(set) var newer: [Place] = []
  /// How each view was last left, so that its digit returns there.
  private var left: [ScreenID: Place] = [:]
  static let limit = 200

  public init(_ place: Place) { current = place }

  public mutating func visit(_ place: Place) {
    guard !place.isSame(as: current) || place.filter != current.filter else { return }
    leave()
    older.append(current)
    if older.count > PlaceHistory.limit { older.removeFirst() }
    newer = []
    current = place
  }

  /// The view as it was last left, or afresh.
  public func view(_ screen: ScreenID) -> Place { left[screen] ?? Place(screen) }

  public mutating func goOlder() -> Bool {
    guard let place = older.popLast() else { return false }
    leave()
    newer.append(current)
    current = place
    return true
  }

  public mutating func goNewer() -> Bool {
    guard let place = newer.popLast() else { return false }
    leave()
    older.append(current)
    current = place
    return true
  }

  private mutating func leave() {
    if current.subject == nil { left[current.screen] = current }
  }
}
