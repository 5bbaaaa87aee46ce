import StrategyModel
import TestSupport
import Testing

@testable import Dashboard

@Suite("The turn of a day, a fiscal year and an era while the screen is open")
struct TurnOfDayTests {
  @Test(
    "What is shown after midnight is what a fresh start shows, in every view",
    arguments: ["2019-04-30", "2026-03-31", "2026-12-31", "2028-02-28", "2026-11-23"],
    ["overview", "actions", "attention", "meetings", "updates", "actions/m05"])
  func midnight(day: String, view: String) throws {
    let today = try #require(CivilDate(iso: day))
    for keys in ["", "vv"] {
      var open = try Scenario(.sample, view: view, today: today)
      try open.type(keys)
      let tomorrow = today.adding(days: 1)
      try open.send(.dayChanged(tomorrow))
      var fresh = try Scenario(.sample, view: view, today: tomorrow)
      try fresh.type(keys)
      #expect(open.screen == fresh.screen)
    }
  }

  @Test("What falls due is counted from the first day after its date on", arguments: ["overview", "attention"])
  func overdue(view: String) throws {
    // Five KPIs of the sample are due at the end of the fiscal year and measured below their targets.
    var scenario = try Scenario(.sample, view: view, rows: 200, today: try #require(CivilDate(iso: "2026-03-31")))
    #expect(try overdueCount(scenario) == "0件")
    try scenario.send(.dayChanged(try #require(CivilDate(iso: "2026-04-01"))))
    #expect(try overdueCount(scenario) == "5件")
  }

  private func overdueCount(_ scenario: Scenario) throws -> Substring {
    let found = scenario.text.matches(of: /KPIが期限を過ぎて未達の取組 +([0-9]+件)/)
    try #require(found.count == 1, "\(scenario.text)")
    return found[0].output.1
  }
}
