import StrategyModel
import TextUI

/// What one more key would bring, worked out before it is pressed: the state after it, and the screen of that.
public struct Forecast: Sendable {
  public let key: Key
  public let state: AppState
  public let screen: Grid
  /// What was read for it, in this order.
  public let answers: [Answer]

  /// Carries the key out on a copy.
  ///
  /// - Parameter answer: answers a question from what is at hand, else with `nil`; also gets the latest revision that is
  ///   known by then.
  /// - Returns: `nil` where the key would do more than read, or what it reads is not at hand.
  public init?(of key: Key, in state: AppState, answer: (Question, Int?) -> Answer?) {
    // What is typed into a form or told to an audience is not known before, nor what somebody wants read anew.
    guard state.prompt == nil, state.overlay == nil, state.presentation == nil, state.waiting.isEmpty,
      KeyMap.standard.action(for: key, on: state.screen) != .reload
    else { return nil }
    var next = state
    var answers: [Answer] = []
    var effects = update(&next, .input(.key(key)))[...]
    while let effect = effects.popFirst() {
      guard case .load(let question) = effect, let found = answer(question, next.head) else { return nil }
      answers.append(found)
      effects += update(&next, .answered(found))
    }
    self.key = key
    self.state = next
    screen = view(next)
    self.answers = answers
  }
}
