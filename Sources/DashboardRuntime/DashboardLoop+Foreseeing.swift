import Dashboard
import StrategyModel
import TextUI

/// Keys that are expected.
///
/// Who reads a list presses the same few keys: the one that followed the last key before, or the last one again, is
/// worked out while nobody waits. It costs a frame for each key, and nothing while no key comes.
struct ExpectedKeys {
  /// How long nothing must come before the next key is worked out, in milliseconds: by then what lies near the rows in
  /// sight was read ahead. Who types faster gets each frame as it comes.
  static let lull: Int32 = 8

  private var last: Key?
  private var followers: [Key: Key] = [:]

  var next: Key? { last.map { followers[$0] ?? $0 } }

  mutating func take(_ event: InputEvent) {
    guard case .key(let key) = event else { return last = nil }
    if let last { followers[last] = key }
    last = key
  }
}

/// What is known of the next key.
enum Outlook {
  /// The state is new.
  case unknown
  /// Nothing can be known before.
  case none
  /// The forecast, and what its screen changes of the one that is shown.
  case forecast(Forecast, changes: [GridRun])
}

extension DashboardLoop {
  /// Takes what came from the terminal; a key that was foreseen only has to be shown.
  func take(_ event: InputEvent) {
    expectedKeys.take(event)
    guard case .forecast(let forecast, let changes) = outlook, event == .key(forecast.key) else {
      return apply(.input(event))
    }
    state = forecast.state
    nextFrame = (forecast.screen, changes)
    guard !forecast.answers.isEmpty else { return }
    wantWhatIsShown()
    for answer in forecast.answers {
      readDictionaryOnce(for: answer.question)
      readAheadLater(answer)
    }
  }

  /// Whether nothing is under way that would change what the next key brings.
  var canForesee: Bool {
    guard case .unknown = outlook else { return false }
    return awaited.isEmpty && postponed.isEmpty && !mustReadHead && expectedKeys.next != nil
  }

  func foresee() {
    outlook = .none
    guard let key = expectedKeys.next, let forecast = Forecast(of: key, in: state, answer: answerAtHand) else { return }
    outlook = .forecast(forecast, changes: Grid.changes(from: shown, to: forecast.screen))
  }
}
