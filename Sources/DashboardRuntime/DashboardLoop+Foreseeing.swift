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

/// The next key that was worked out, and what its screen changes of the one that is shown.
struct Outlook {
  /// How long it holds. What others write is told as a rule, but not by every file system.
  private static let life = Duration.seconds(2)

  let forecast: Forecast
  let changes: [GridRun]
  private let made = ContinuousClock.now

  init(_ forecast: Forecast, changes: [GridRun]) {
    self.forecast = forecast
    self.changes = changes
  }

  func holds(for event: InputEvent, at now: ContinuousClock.Instant = .now) -> Bool {
    event == .key(forecast.key) && made.duration(to: now) < Outlook.life
  }
}

extension DashboardLoop {
  /// Takes what came from the terminal; a key that was foreseen only has to be shown.
  func take(_ event: InputEvent) {
    expectedKeys.take(event)
    mustForesee = expectedKeys.next != nil
    guard let outlook, outlook.holds(for: event) else { return apply(.input(event)) }
    let forecast = outlook.forecast
    state = forecast.state
    foreseen = outlook
    guard !forecast.answers.isEmpty else { return }
    wantWhatIsShown()
    for answer in forecast.answers {
      readDictionaryOnce(for: answer.question)
      readAheadLater(answer)
    }
  }

  /// Whether nothing is under way that would change what the next key brings. What others write costs no forecast.
  var canForesee: Bool {
    mustForesee && postponed.isEmpty && !mustReadHead && state.slots.values.allSatisfy(\.isSettled)
  }

  func foresee() {
    mustForesee = false
    guard let key = expectedKeys.next, let forecast = Forecast(of: key, in: state, answer: answerAtHand) else { return }
    outlook = Outlook(forecast, changes: Grid.changes(from: shown, to: forecast.screen))
  }
}
