import StrategyModel
import TestSupport
import Testing

@Suite("What became of an item, and what a meeting saw of it")
struct ItemStoryTests {
  @Test("An item tells how it stood on the day of each meeting, and how its phase moved by which revision and author")
  func item() throws {
    var scenario = try Scenario(.sample, view: "actions/m01")
    try scenario.type("G")
    #expect(scenario.text.contains("フェーズ  検証中 → 運用中"))
    // One author recorded all of it: said once, not at each revision.
    #expect(scenario.selectedText?.contains("r1  令和6年4月1日") == true)
    #expect(scenario.screen.filter { $0.contains("見本市デジタル戦略室（架空）") }.count == 1)
    try scenario.press(.enter)
    #expect(scenario.text.contains("差分 最初の改訂の前 → r1"))
    try scenario.press(.escape)
    try scenario.type("/取り上げた会議")
    try scenario.press(.enter)
    #expect(scenario.text.contains("第1回見本市デジタル戦略本部会議"))
    #expect(scenario.text.contains("当日 検討中"))
  }

  @Test("A meeting shows its items as they were that day and as they are now")
  func meeting() throws {
    let scenario = try Scenario(.sample, view: "meetings/hq-1", rows: 80)
    #expect(scenario.text.contains("その後 運用中、達成率 82%"))
    let thatDay = try Scenario(.sample, view: "meetings/hq-1", rows: 80, pinned: 2)
    #expect(thatDay.text.contains("その後 変わりなし"))
    #expect(!thatDay.text.contains("その後 運用中"))
  }

  @Test("An item that has been retired since is told as retired")
  func retired() throws {
    var scenario = try Scenario(.sample, view: "meetings/hq-1", rows: 80, writes: true)
    try scenario.append([.retire(RecordKey(.item, "m01"))])
    try scenario.send(.storeChanged(head: 9))
    #expect(scenario.text.contains("その後 廃止"))
  }
}
