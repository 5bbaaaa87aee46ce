import Dashboard
import StrategyModel
import TestSupport
import Testing
import TextSearch
import TextUI

@Suite("Saved filters")
struct SavedFilterOverlayTests {
  static let memory = FilterMemory(saved: [
    SavedFilter(name: "窓口", text: "窓口 -アプリ"), SavedFilter(name: "検証", text: "phase:検証中"),
    SavedFilter(name: "bad", text: "phase:x"),
  ])

  private func opened(_ view: String, filter: String = "", columns: Int = 120, rows: Int = 36) throws -> Scenario {
    var scenario = try Scenario(.sample, view: view, columns: columns, rows: rows)
    if !filter.isEmpty {
      try scenario.type("/" + filter)
      try scenario.press(.enter)
    }
    try scenario.type("F")
    try scenario.send(.filterMemoryRead(Self.memory))
    return scenario
  }

  @Test("F lists them with their text; Enter takes one", arguments: [(40, 10), (80, 24), (120, 36)])
  func take(size: (Int, Int)) throws {
    var scenario = try opened("actions", columns: size.0, rows: size.1)
    #expect(scenario.text.contains("@窓口"))
    #expect(scenario.text.contains("@検証"))
    try scenario.type("j")
    try scenario.press(.enter)
    #expect(scenario.state.overlay == nil)
    #expect(scenario.state.place.filter == "phase:検証中")
    #expect(scenario.effects.last == .rememberFilter("phase:検証中"))
  }

  @Test("One about action items opens them, wherever it is taken; one of words filters the list at hand")
  func otherViews() throws {
    var meetings = try opened("meetings")
    try meetings.press(.enter)
    #expect(meetings.state.place.screen == .meetings)
    #expect(meetings.state.place.filter == "窓口 -アプリ")
    var again = try opened("meetings")
    try again.press(.down, .enter)
    #expect(again.state.place.screen == .actions)
    #expect(again.state.place.filter == "phase:検証中")
    try again.press(.escape)
    #expect(again.state.place.screen == .meetings)
    var overview = try opened("overview")
    try overview.press(.enter)
    #expect(overview.state.place.screen == .overview)
    #expect(overview.text.contains("「窓口」 × 「アプリ」以外"))
  }

  @Test("One that is wrong says so and leaves the list as it was")
  func wrong() throws {
    var scenario = try opened("actions", filter: "窓口")
    try scenario.type("jj")
    try scenario.press(.enter)
    #expect(scenario.state.place.filter == "窓口")
    #expect(scenario.text.contains("bad: フェーズ: 「x」は使えません"))
  }

  @Test("Without any, the way to make one is said")
  func empty() throws {
    var scenario = try Scenario(.sample, view: "actions")
    try scenario.type("F")
    #expect(scenario.effects == [.readFilterMemory])
    #expect(scenario.text.contains("保存した条件はまだありません"))
    #expect(scenario.text.contains("/ で絞り込んでから F を押すと"))
    try scenario.press(.enter)
    #expect(scenario.state.overlay == nil)
  }

  @Test("The filter in force is saved under a name; one that exists is said to be replaced")
  func save() throws {
    var scenario = try opened("actions", filter: "kpi:behind")
    try scenario.press(.down, .down, .down, .enter)
    #expect(scenario.state.overlay?.kind == .nameFilter)
    #expect(scenario.text.contains("kpi:behind"))
    try scenario.type("a b")
    try scenario.press(.enter)
    #expect(scenario.text.contains("名前は空白や"))
    try scenario.press(.control("u"))
    try scenario.type("窓口")
    #expect(scenario.text.contains("同じ名前の条件を置き換えます: @窓口 窓口 -アプリ"))
    try scenario.press(.enter)
    let saved = SavedFilter(name: "窓口", text: "kpi:behind")
    #expect(scenario.effects.last == .saveFilter(saved))
    try scenario.send(.filterSaved(saved))
    #expect(scenario.text.contains("「窓口」を保存しました（@窓口 で呼べます）"))
    #expect(scenario.state.filterMemory.saved.first == saved)
    try scenario.type("F")
    try scenario.press(.escape)
    #expect(scenario.state.overlay == nil)
  }

  @Test("x asks before it deletes, and what is chosen first keeps the filter", arguments: [(40, 10), (120, 36)])
  func delete(size: (Int, Int)) throws {
    var scenario = try opened("actions", columns: size.0, rows: size.1)
    try scenario.type("jx")
    #expect(scenario.text.contains("この条件を削除しますか"))
    #expect(scenario.text.contains("@検証 phase:検証中"))
    #expect(scenario.text.contains("▶ 残す"))
    try scenario.press(.enter)
    #expect(scenario.state.overlay?.kind == .savedFilters)
    #expect(scenario.effects.last == .readFilterMemory)
    try scenario.type("j")
    try scenario.press(.delete, .escape)
    #expect(scenario.state.overlay?.kind == .savedFilters)
    try scenario.type("jxj")
    try scenario.press(.enter)
    let deleted = SavedFilter(name: "検証", text: "phase:検証中")
    #expect(scenario.effects.last == .deleteFilter(deleted))
    try scenario.send(.filterDeleted(deleted))
    #expect(scenario.state.filterMemory.saved.map(\.name) == ["窓口", "bad"])
    #expect(!scenario.text.contains("@検証"))
    #expect(scenario.text.contains("「検証」を削除しました"))
  }

  @Test("Where no saved filter is selected, nothing is asked")
  func nothingToDelete() throws {
    var scenario = try opened("actions", filter: "窓口")
    try scenario.type("jjjx")
    #expect(scenario.state.overlay?.kind == .savedFilters)
    #expect(scenario.text.contains("ここに保存した条件はありません"))
  }

  @Test("@name in the prompt filters by what it stands for, and Tab completes it")
  func call() throws {
    var scenario = try Scenario(.sample, view: "actions")
    try scenario.type("/")
    try scenario.send(.filterMemoryRead(Self.memory))
    try scenario.type("@検")
    #expect(scenario.state.prompt?.error != nil)
    try scenario.press(.tab)
    #expect(scenario.state.prompt?.field.text == "@検証")
    #expect(scenario.state.place.filter == "phase:検証中")
    #expect(scenario.screen.last?.contains("フェーズ=検証中：14件／60件") == true)
    try scenario.press(.enter)
    #expect(scenario.effects.last == .rememberFilter("@検証"))
    try scenario.type("/@ない")
    #expect(scenario.text.contains("「@ない」という保存した条件はありません"))
  }
}
