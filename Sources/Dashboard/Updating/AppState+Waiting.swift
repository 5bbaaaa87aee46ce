import StrategyModel
import TextUI

/// Something that was ordered too early.
enum Waiting: Equatable, Sendable {
  case action(Action)
  case event(InputEvent)
}

/// Orders that work on rows which are still on their way: they are carried out on the rows they were meant for, in the
/// order in which they were given, as if each had waited.
extension AppState {
  /// Whether an order has to wait for what it works on.
  func mustWait(_ action: Action) -> Bool {
    switch action.need {
    case .nothing: false
    case .place: awaitsRows
    case .end: awaitsRows || slots.contains { $0.key.isOfRows && $0.value.answer?.isPartial == true }
    case .row: awaitsRows || awaitsSelectedRow
    }
  }

  /// Whether what is typed now stands behind something that waits, whatever it is: the order of keys is kept.
  var mustQueue: Bool { !waiting.isEmpty || awaitsForm }

  mutating func queue(_ event: InputEvent) -> [Effect] {
    switch event {
    // Whoever would not wait takes back what waits.
    case .key(.escape):
      waiting = []
      if awaitsForm { overlay = nil }
    // A click is meant for what is seen now.
    case .mouse: break
    default: waiting.append(.event(event))
    }
    return []
  }

  /// What the rows that came now are wanted for.
  mutating func performWaiting() -> [Effect] {
    var effects: [Effect] = []
    while let next = waiting.first {
      let others = Array(waiting.dropFirst())
      waiting = []
      switch next {
      case .action(let action):
        guard !mustWait(action) else {
          waiting = [next] + others
          return effects
        }
        effects += perform(action)
      case .event(let event):
        guard !awaitsForm else {
          waiting = [next] + others
          return effects
        }
        effects += receive(event)
      }
      effects += askForWhatIsMissing()
      waiting += others
    }
    return effects
  }

  /// Whether a form is open that has no record yet.
  private var awaitsForm: Bool {
    guard case .form(let form)? = overlay?.kind else { return false }
    return form.dossier == nil && slots[.subject]?.failure == nil
  }

  /// Whether the rows on the screen are not there yet, or of another filter, order or grouping than what was asked for.
  var awaitsRows: Bool {
    slots[.main] == nil || slots.contains { $0.key.isOfRows && $0.value.awaitsRows }
  }

  /// Whether a row is selected whose window is not there yet.
  private var awaitsSelectedRow: Bool {
    guard let pane = focusedPane, let cursor = place.cursors[pane.id], cursor.row < pane.rows.count else {
      return false
    }
    return !pane.rows.isLoaded(cursor.row) && slots.values.allSatisfy { $0.failure == nil }
  }
}

extension SlotID {
  fileprivate var isOfRows: Bool {
    switch self {
    case .main, .lane, .other: true
    default: false
    }
  }
}

extension Slot {
  /// Whether an answer is still to come that brings other rows than those that are there.
  fileprivate var awaitsRows: Bool {
    guard failure == nil else { return false }
    guard let answer else { return true }
    // Nothing was found so far, which is no answer yet.
    if answer.isPartial, case .items(let page) = answer.content, page.total == 0 { return true }
    switch (question.topic, answer.question.topic) {
    case (.items(let asked, let span), .items(let answered, let given)):
      // A timeline needs the years, too.
      return asked != answered || span.timing != nil && given.timing == nil
    case (.difference(let asked), .difference(let answered)): return !asked.isSameList(as: answered)
    default: return false
    }
  }
}

extension Action {
  /// What there must be for an order to be carried out.
  fileprivate enum Need {
    /// It is the same whatever rows there are.
    case nothing
    /// The rows among which it moves.
    case place
    /// All rows: where the last one stands is not known before.
    case end
    /// The selected row.
    case row
  }

  fileprivate var need: Need {
    switch self {
    case .rowDown, .rowUp, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .first, .nextPane, .previousPane, .nextHit,
      .previousHit:
      .place
    case .last: .end
    case .paneLeft, .paneRight, .open, .layout, .source, .copyID, .copyMarkdown, .edit, .movePhase, .addMeasurement,
      .addReview, .addDecision:
      .row
    default: .nothing
    }
  }
}
