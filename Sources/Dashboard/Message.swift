import StrategyModel
import TextSearch
import TextUI

/// What happened.
public enum Message: Equatable, Sendable {
  case input(InputEvent)
  /// Another process committed; the store's latest revision is now this one.
  case storeChanged(head: Int)
  case answered(Answer)
  case failed(Question, reason: String)
  /// It is another day in Asia/Tokyo.
  case dayChanged(CivilDate)
  case snapshotWritten(path: String)
  case snapshotFailed(reason: String)
  /// Latin words find more from now on: the dictionary of readings has been read.
  case dictionaryRead
  case copied(CopyRoute)
  case filterMemoryRead(FilterMemory)
  case filterSaved(SavedFilter)
  case filterDeleted(SavedFilter)
  case themeKept(ThemeName)
  case corrected(CorrectionAnswer)
  case undoPlanned(UndoPlan)
  case undone(UndoResult)
  /// The page of the presenter who is followed.
  case pageTold(PresentedPage?)
  /// Minutes since midnight in Asia/Tokyo.
  case clockMoved(Int)
  /// The program is about to say something about its surroundings, e.g. that the store cannot be written.
  case noticed(Notice)
}

/// By which way a text was sent to the clipboard. Terminals do not answer, so it is not known whether it arrived.
public enum CopyRoute: Equatable, Sendable {
  case terminal
  case tmux
  /// tmux is set to let nothing through.
  case heldByTmux
  /// tmux does not tell how it is set.
  case silentTmux
  /// GNU screen lets nothing through.
  case screen
  /// The terminal is known not to take it.
  case refused
}
