import StrategyModel
import TextUI

/// The next state, and what is to be done outside for it.
public func update(_ state: inout AppState, _ message: Message) -> [Effect] {
  var effects: [Effect] = []
  switch message {
  case .input(let event): effects = state.receive(event)
  case .storeChanged(let head): state.storeMoved(to: head)
  case .answered(let answer): state.take(answer)
  case .failed(let question, let reason): state.fail(question, reason)
  case .dayChanged(let today): state.settings.today = today
  case .snapshotWritten(let path):
    state.notice = Notice(.information, "\(state.words(.snapshotWritten)): \(path)")
  case .snapshotFailed(let reason): state.notice = Notice(.failure, reason)
  case .dictionaryRead: state.askItemsAgain()
  case .copied(let route): state.notice = state.words.copied(by: route)
  case .filterMemoryRead(let memory): state.take(memory)
  case .filterSaved(let filter): state.take(saved: filter)
  case .filterDeleted(let filter): state.take(deleted: filter)
  case .themeKept(let theme): state.notice = Notice(.information, state.words.themeKept(theme))
  case .corrected(let answer): state.take(answer)
  case .undoPlanned(let plan): state.take(plan)
  case .undone(let result): state.take(result)
  case .pageTold(let page): state.take(told: page)
  case .clockMoved(let minutes): state.take(clock: minutes)
  case .noticed(let notice): state.tell(notice)
  }
  effects += state.askForWhatIsMissing()
  // What is waited for may have come, or is not needed any more, as in a window that became narrower.
  return effects + state.performWaiting()
}

/// The first questions of a state that has just been made.
public func begin(_ state: inout AppState) -> [Effect] { state.askForWhatIsMissing() }

extension AppState {
  var words: Words { settings.words }
  var theme: Theme { Theme(settings.theme) }
  var screen: any Screen { ScreenList.screen(place.screen) }

  /// What screens may look at, for the present size.
  var context: ScreenContext {
    // Beside a preview, the list has the left half to itself, and stands in one pane however wide that is.
    var context = ScreenContext(
      place: place, slots: slots, settings: settings, options: options, since: since, filter: readFilter,
      columns: showsPreview ? min(size.columns / 2, ScreenContext.sideBySideColumns - 1) : size.columns,
      rows: Frame(size).body.rows)
    // The overview judges each of its lists by itself; counting costs, so it is for Latin words alone.
    if place.screen != .overview, context.readsLatinWords, let counts = screen.counts(context),
      counts.isByReading || counts.found == 0
    {
      context.readLatinWords()
    }
    context.markHitWords()
    return context
  }

  /// Says what came by itself, unless what is said must be read first.
  mutating func tell(_ newer: Notice) {
    if notice?.isLasting != true || newer.isLasting { notice = newer }
  }

  mutating func refuse(_ word: Word) -> [Effect] {
    notice = Notice(.refusal, words(word))
    return []
  }
}
