import StrategyModel
import TextSearch

/// What is to be done outside the core. Only the runtime gives it meaning.
public enum Effect: Equatable, Sendable {
  case load(Question)
  /// Write the current place as text; see ``SnapshotOrder``.
  case writeSnapshot(SnapshotOrder)
  case copy(String)
  /// Copy the command that makes the order's snapshot.
  case copyCommand(SnapshotOrder)
  /// Read used and saved filters anew: other terminals write them too.
  case readFilterMemory
  /// Add a filter to those used.
  case rememberFilter(String)
  /// Write a named filter into the config file.
  case saveFilter(SavedFilter)
  /// Take a named filter out of the config file, if it still says the same.
  case deleteFilter(SavedFilter)
  /// Open a record as text in the operator's editor, and write what comes back.
  case edit(RecordKey)
  /// The same for a new record.
  case add(RecordKind)
  case correct(CorrectionOrder)
  /// Find out what taking a revision back would do.
  case planUndo(Int)
  case undo(Int)
  case setMouse(Bool)
  /// Paint every cell anew.
  case redraw
  case suspend
  case quit
}

/// A view as `honbu snapshot` names it, with all that pins it.
public struct SnapshotOrder: Equatable, Sendable {
  public var place: Place
  public var options: ItemListOptions
  /// The revision to pin; `nil` pins the latest.
  public var revision: Int?
  /// Mark what was put after this revision.
  public var since: Int?
  /// Cells.
  public var width: Int

  public init(
    place: Place, options: ItemListOptions = ItemListOptions(), revision: Int? = nil, since: Int? = nil, width: Int
  ) {
    self.place = place
    self.options = options
    self.revision = revision
    self.since = since
    self.width = width
  }
}
