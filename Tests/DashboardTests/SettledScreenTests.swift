import Dashboard
import StrategyModel
import StrategyStore
import TestSupport
import Testing
import TextUI

@Suite("What is shown once everything was answered")
struct SettledScreenTests {
  private static let keys: [Key] =
    [.enter, .escape, .tab, .backTab, .pageDown, .pageUp, .up, .down, .left, .right, .home, .end, .control("d")]
    + "jkhlgGjkjk123456wsSbvp,.=[]/;fnNqr".map { .character($0) }
  private static let filters = ["窓", "no:such", "phase:検証中", "kyuu", "AI", "-学校", "due:<2026", "「", "kpi:*"]

  @Test(
    "It is what a dashboard shows that comes to the place afresh, whatever came before, and in whatever order",
    arguments: 1...60)
  func any(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let size = [(120, 36), (80, 24), (200, 60), (40, 10)].randomElement(using: &random) ?? (80, 24)
    let view = ["actions", "actions", "overview", "updates"].randomElement(using: &random) ?? "actions"
    var scenario = try Scenario(.sample, view: view, columns: size.0, rows: size.1, writes: true)
    scenario.answersLater = true
    var log: [String] = []
    for step in 0..<120 {
      switch Int.random(in: 0..<24, using: &random) {
      case 0:
        let text = Self.filters.randomElement(using: &random) ?? ""
        log.append("/" + text)
        try scenario.press(.character("/"))
        try scenario.type(text)
        try scenario.press(Bool.random(using: &random) ? .enter : .escape)
      case 1:
        log.append("commit")
        try scenario.append([.put(.item(ActionItem(id: "new-\(step)", title: "\(step)番目の窓口", phase: .planning)))])
        try scenario.send(.storeChanged(head: (scenario.state.head ?? 0) + 1))
      case 2:
        let columns = Int.random(in: 20...220, using: &random)
        log.append("\(columns)")
        try scenario.resize(columns: columns, rows: Int.random(in: 5...50, using: &random))
      default:
        let key = Self.keys.randomElement(using: &random) ?? .down
        log.append("\(key)")
        try scenario.press(key)
      }
      while Int.random(in: 0..<3, using: &random) == 0, try scenario.answerNext() {}
      // Each frame on the way can be drawn.
      #expect(scenario.screen.count == scenario.state.size.rows)
    }
    while try scenario.answerNext() {}
    let shown = scenario.screen
    try scenario.askAnew()
    expectSame(shown, as: scenario.screen, "\(log.suffix(40))")
  }

  @Test(
    "A lane that a filter shortens is drawn while others still wait, from whatever was scrolled to",
    arguments: [10, 14, 24])
  func shortened(rows: Int) throws {
    var scenario = try Scenario(.sample, view: "actions", columns: 120, rows: rows)
    for _ in 0..<4 { try scenario.press(.right) }
    try scenario.type("G")
    scenario.answersLater = true
    try scenario.type("/AI")
    repeat { #expect(scenario.screen.count == rows) } while try scenario.answerNext()
    #expect(scenario.selectedText != nil)
  }

  @Test("A preview that goes leaves panes that fit into the window, which was lower when they were scrolled")
  func preview() throws {
    var scenario = try Scenario(.sample, columns: 130, rows: 12)
    try scenario.type("Gp")
    try scenario.resize(columns: 200, rows: 60)
    try scenario.type("p")
    #expect(scenario.screen.count == 60)
    let shown = scenario.screen
    try scenario.askAnew()
    expectSame(shown, as: scenario.screen)
  }

  @Test("Keys that wait for lanes do not wait for ever when the window becomes too narrow for these")
  func narrowed() throws {
    var scenario = try Scenario(.sample, view: "actions", columns: 120, rows: 24)
    scenario.answersLater = true
    try scenario.type("sj")
    while scenario.state.slots[.lane(.planning)]?.isSettled != true, try scenario.answerNext() {}
    #expect(scenario.text.contains("まだ読んでいます"))
    try scenario.resize(columns: 46, rows: 24)
    #expect(!scenario.text.contains("まだ読んでいます"))
    while try scenario.answerNext() {}
    try scenario.type("4")
    #expect(scenario.text.contains("[4]"))
  }
}
