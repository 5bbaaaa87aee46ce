import Dashboard
import StrategyModel
import TestSupport
import Testing
import TextUI

@Suite("What the next key brings, worked out before it is pressed")
struct ForecastTests {
  private static let keys: [Key] =
    [.enter, .escape, .tab, .pageDown, .pageUp, .up, .down, .left, .right, .home, .end]
    + "jkhlgG123456wsSbvp,.[];nNy".map { .character($0) }

  @Test("The state and the screen are those that the key brings", arguments: 1...20)
  func same(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let start = ["actions", "overview", "updates", "meetings"].randomElement(using: &random) ?? "actions"
    var scenario = try Scenario(.sample, view: start, columns: Int.random(in: 40...160, using: &random), rows: 30)
    var foreseen = 0
    for _ in 0..<60 {
      let key = Self.keys.randomElement(using: &random) ?? .down
      let reader = scenario.reader
      let forecast = Forecast(of: key, in: scenario.state) { question, _ in try? reader.answer(question) }
      let before = scenario.effects.count
      try scenario.press(key)
      guard let forecast else { continue }
      foreseen += 1
      expectSame(forecast.screen.text(), as: scenario.screen, "\(key)")
      let shown = scenario.grid
      #expect(forecast.screen == shown)
      let isSameState = forecast.state == scenario.state
      #expect(isSameState, "\(key)")
      #expect(scenario.effects.count == before)
    }
    #expect(foreseen > 20)
  }

  @Test("A key that does more than read, and what is typed, are not foreseen")
  func others() throws {
    var scenario = try Scenario(.sample, view: "actions")
    let reader = scenario.reader
    func forecast(_ key: Key) -> Forecast? {
      Forecast(of: key, in: scenario.state) { question, _ in try? reader.answer(question) }
    }
    #expect(forecast(.character("j")) != nil)
    for key: Key in [.character("y"), .character("Q"), .character("r"), .control("l"), .control("z")] {
      #expect(forecast(key) == nil)
    }
    let unread = Forecast(of: .character("4"), in: scenario.state) { _, _ in nil }
    #expect(unread == nil)
    for opening in ["/", ":", "?"] {
      try scenario.type(opening)
      #expect(forecast(.character("j")) == nil, "\(opening)")
      try scenario.press(.escape)
    }
    try scenario.type("4")
    try scenario.type("P")
    try #require(scenario.state.presentation != nil)
    #expect(forecast(.character("n")) == nil)
  }
}
