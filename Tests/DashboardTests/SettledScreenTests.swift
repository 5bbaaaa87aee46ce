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
    arguments: 1...40)
  func any(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let size = [(120, 36), (80, 24), (200, 60), (40, 10)].randomElement(using: &random) ?? (80, 24)
    var scenario = try Scenario(.sample, view: "actions", columns: size.0, rows: size.1, writes: true)
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
        let columns = Int.random(in: 20...160, using: &random)
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
    #expect(shown == scenario.screen, "\(log.suffix(40))")
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
}
