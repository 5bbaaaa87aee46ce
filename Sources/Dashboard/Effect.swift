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
  /// Keep the theme in the config file for the next time.
  case keepTheme(ThemeName)
  /// Open a record as text in the operator's editor, and write what comes back.
  case edit(RecordKey)
  /// The same for a new record.
  case add(RecordKind)
  case correct(CorrectionOrder)
  /// Find out what taking a revision back would do.
  case planUndo(Int)
  case undo(Int)
  /// Tell those who follow which page is shown, and keep the clock; `nil` ends both.
  case present(PresentedPage?)
  case setMouse(Bool)
  /// Paint every cell anew.
  case redraw
  case suspend
  case quit
}
