import Dashboard
import StrategyModel
import TestSupport
import Testing
import TextUI

@Suite("Typing a filter")
struct FilterPromptTests {
  private func typed(_ scenario: Scenario) -> String { scenario.state.prompt?.field.text ?? "(no prompt)" }

  @Test("Tab completes a field, then goes round its values, which take effect at once")
  func fieldAndValue() throws {
    var scenario = try Scenario(.sample, view: "actions")
    try scenario.type("/ph")
    try scenario.press(.tab)
    #expect(typed(scenario) == "phase:")
    try scenario.press(.tab)
    #expect(typed(scenario) == "phase:")
    #expect(scenario.text.contains(" 企画中  検討中  開発中  検証中  運用中  未記載"))
    #expect(scenario.text.contains("候補 6  Tab 次"))
    try scenario.press(.tab)
    #expect(scenario.state.place.filter == "phase:企画中")
    try scenario.press(.tab, .tab, .backTab)
    #expect(typed(scenario) == "phase:検討中")
    #expect(scenario.text.contains("[検討中]"))
    try scenario.press(.enter)
    #expect(scenario.state.prompt?.completing == nil)
    #expect(!scenario.text.contains("[検討中]"))
    try scenario.press(.tab)
    #expect(typed(scenario) == "phase:検討中 ", "a whole word gets a space behind it")
    try scenario.press(.enter)
    #expect(scenario.state.prompt == nil)
    #expect(scenario.state.place.filter == "phase:検討中 ")
  }

  @Test("S-Tab begins at the last candidate; Esc gives back what was typed, and only then leaves")
  func escape() throws {
    var scenario = try Scenario(.sample, view: "actions")
    try scenario.type("/phase:検")
    try scenario.press(.tab, .backTab)
    #expect(typed(scenario) == "phase:検証中")
    try scenario.press(.escape)
    #expect(typed(scenario) == "phase:検")
    try scenario.press(.escape)
    #expect(scenario.state.prompt == nil)
    #expect(scenario.state.place.filter == "")
  }

  @Test("Moving the selection puts the candidates away and leaves what is typed")
  func moving() throws {
    var scenario = try Scenario(.sample, view: "actions")
    try scenario.type("v/phase:")
    try scenario.press(.tab, .tab, .down)
    #expect(typed(scenario) == "phase:企画中")
    #expect(!scenario.text.contains("[企画中]"))
    #expect(scenario.screen[34].contains("2/4"))
  }

  @Test("Names come from the store as of the shown revision")
  func names() throws {
    var scenario = try Scenario(.osaka, view: "actions")
    try scenario.type("/柱:リテ")
    try scenario.press(.tab)
    #expect(typed(scenario) == "柱:ICTリテラシー")
    #expect(scenario.state.place.filter == typed(scenario))
    var early = try Scenario(.osaka, view: "actions", pinned: 1)
    try early.type("/計画:")
    try early.press(.tab)
    var late = try Scenario(.osaka, view: "actions")
    try late.type("/計画:")
    try late.press(.tab)
    #expect(
      (early.state.prompt?.completing?.completion.candidates.count ?? 0)
        < (late.state.prompt?.completing?.completion.candidates.count ?? 0))
  }

  @Test("Where nothing fits, the form of the value is said")
  func noCandidate() throws {
    var scenario = try Scenario(.sample, view: "actions")
    try scenario.type("/id:x")
    try scenario.press(.tab)
    #expect(scenario.text.contains("番号: 番号の一部"))
    try scenario.press(.control("u"))
    try scenario.type("zzz")
    try scenario.press(.tab)
    #expect(scenario.text.contains("ここに入る候補はありません"))
  }

  @Test("^P and ^N walk the filters used before; what was typed comes back after the newest")
  func history() throws {
    var scenario = try Scenario(.sample, view: "actions")
    try scenario.type("/")
    #expect(scenario.effects == [.readFilterMemory])
    try scenario.send(.filterMemoryRead(FilterMemory(history: ["phase:検証中", "AI", "窓口"])))
    try scenario.type("保")
    try scenario.press(.control("p"))
    #expect(typed(scenario) == "窓口")
    #expect(scenario.state.place.filter == "窓口")
    try scenario.press(.control("p"), .control("p"))
    #expect(typed(scenario) == "phase:検証中")
    try scenario.press(.control("p"))
    #expect(scenario.text.contains("これより前に使った条件はありません"))
    #expect(typed(scenario) == "phase:検証中")
    try scenario.press(.control("n"), .control("n"), .control("n"))
    #expect(typed(scenario) == "保")
    try scenario.press(.control("n"))
    #expect(scenario.text.contains("これより後に使った条件はありません"))
    try scenario.press(.control("p"))
    try scenario.press(.enter)
    #expect(scenario.state.prompt == nil)
    #expect(scenario.effects == [.readFilterMemory], "the newest filter is not written again")
    try scenario.type("/")
    try scenario.press(.control("p"))
    #expect(typed(scenario) == "AI", "the filter in force is passed over")
  }

  @Test("A filter that was kept is remembered; an empty, wrong or undone one is not")
  func remembered() throws {
    var scenario = try Scenario(.sample, view: "actions")
    try scenario.type("/窓口")
    try scenario.press(.escape)
    try scenario.type("/")
    try scenario.press(.enter)
    try scenario.type("/phase:x")
    try scenario.press(.enter, .escape)
    try scenario.type("/窓口")
    try scenario.press(.enter)
    #expect(scenario.effects.filter { $0 != .readFilterMemory } == [.rememberFilter("窓口")])
    #expect(scenario.state.filterMemory.history == ["窓口"])
  }

  @Test(
    "Candidates stand above the prompt at any size, as many lines as fit", arguments: [40, 60, 80, 120, 200],
    [10, 14, 24, 36])
  func sizes(columns: Int, rows: Int) throws {
    var scenario = try Scenario(.sample, view: "actions", columns: columns, rows: rows)
    try scenario.type("/")
    try scenario.press(.tab)
    let count = scenario.state.prompt?.completing?.completion.candidates.count ?? 0
    #expect(count == 12)
    for _ in 0..<count {
      try scenario.press(.tab)
      let screen = scenario.screen
      let candidate = typed(scenario)
      let line = try #require(screen.lastIndex { $0.contains("[\(candidate)]") }, "\(candidate)")
      #expect((rows - 5..<rows - 1).contains(line))
      #expect(screen[rows - 1].contains(candidate))
      #expect(scenario.grid.cursor?.row == rows - 1)
    }
  }

  @Test(
    "A wrong part is marked by signs above it and by its look, also where the line is scrolled",
    arguments: [40, 80, 120])
  func wrongPart(columns: Int) throws {
    var scenario = try Scenario(.sample, view: "actions", columns: columns, rows: 24)
    try scenario.type("/窓口 phase:xy")
    #expect(scenario.state.place.filter == "窓口")
    let label = 11
    let rule = Array(scenario.screen[22])
    #expect(String(rule[(label + 11)..<(label + 13)]) == "▼▼")
    #expect(rule.filter { $0 == "▼" }.count == 2)
    let cells = Array(scenario.grid.row(23))
    let marked = cells.indices.filter { cells[$0].style.attributes.isSuperset(of: [.reverse, .underline]) }
    #expect(marked == [label + 11, label + 12])
    let text = scenario.screen[18...].joined().filter { !$0.isWhitespace && $0 != "─" && $0 != "▼" }
    #expect(text.contains("!フェーズ:「xy」は使えません（企画中・検討中・開発中・検証中・運用中・未記載）"))
    try scenario.press(.backspace, .backspace)
    try scenario.type("検証中")
    #expect(!scenario.text.contains("▼"))
    #expect(scenario.state.place.filter == "窓口 phase:検証中")
  }

  @Test("With room beside the prompt the error stands there, and no row is covered")
  func errorBeside() throws {
    var scenario = try Scenario(.sample, view: "actions", columns: 200, rows: 24)
    try scenario.type("/is:x")
    #expect(scenario.screen[23].contains("! 区分: 「x」は使えません"))
    #expect(!scenario.screen[2..<22].contains { $0.contains("──") })
  }

  @Test("The counts stay beside a filter that is longer than the room, while typing and afterwards")
  func longFilter() throws {
    var scenario = try Scenario(.sample, view: "actions", columns: 80, rows: 24)
    try scenario.type("/")
    try scenario.send(.input(.paste(String(repeating: "窓口 市民 ", count: 20))))
    #expect(scenario.screen.last?.contains("…：5件／60件") == true, "\(scenario.screen.last ?? "")")
    try scenario.press(.enter)
    #expect(scenario.screen.last?.contains("…：5件／60件") == true, "\(scenario.screen.last ?? "")")
    #expect(scenario.screen.last?.hasSuffix("?") == true)
  }
}
