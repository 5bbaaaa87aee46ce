import Dashboard
import StrategyModel
import TestSupport
import Testing
import TextUI

@Suite("Asking before an undo")
struct UndoQuestionTests {
  @Test("u asks about the newest revision, in 履歴 about the selected one")
  func which() throws {
    var actions = try Scenario(.sample, view: "actions")
    try actions.type("u")
    #expect(actions.effects.last == .planUndo(8))
    var updates = try Scenario(.sample, view: "updates")
    try updates.press(.tab, .down)
    try updates.type("u")
    #expect(updates.effects.last == .planUndo(7))
  }

  @Test("The question names the revision and what goes back; leaving is chosen first")
  func question() throws {
    var scenario = try Scenario(.sample, view: "actions", writes: true)
    try scenario.append([.put(.term(Term(id: "t", term: "新語", meaning: "意味", source: Source(nil))))])
    try scenario.send(.storeChanged(head: 9))
    let plan = try scenario.ledger.undoPlan(9)
    try scenario.type("u")
    try scenario.send(.undoPlanned(plan))
    #expect(scenario.text.contains("この改訂を取り消しますか") && scenario.text.contains("試験の変更"))
    #expect(scenario.text.contains("戻る記録 1件") && scenario.text.contains("▶ このままにする"))
    try scenario.press(.enter)
    #expect(scenario.state.overlay == nil && scenario.effects.last == .planUndo(9))
    try scenario.send(.undoPlanned(plan))
    try scenario.press(.down, .enter)
    #expect(scenario.effects.last == .undo(9))
    let result = try scenario.ledger.undo(9, author: "職員", today: Scenario.today)
    try scenario.send(.undone(result))
    #expect(scenario.text.contains("r9 を r10 で取り消しました（u でやり直せます）"))
  }

  @Test("A record that was changed later is shown with who did so, and nothing can be chosen but to leave")
  func conflict() throws {
    var scenario = try Scenario(.sample, view: "actions", writes: true)
    for meaning in ["一", "二"] {
      try scenario.append([.put(.term(Term(id: "t", term: "新語", meaning: meaning, source: Source(nil))))])
    }
    try scenario.send(.undoPlanned(try scenario.ledger.undoPlan(9)))
    #expect(scenario.text.contains("この改訂は取り消せません") && scenario.text.contains("用語「新語」 は r10"))
    try scenario.press(.down, .enter)
    #expect(scenario.state.overlay == nil && scenario.effects.isEmpty)
  }

  @Test("A revision whose records are as before it has nothing to take back")
  func nothing() throws {
    var scenario = try Scenario(.sample, view: "actions", writes: true)
    try scenario.append([.put(.term(Term(id: "t", term: "新語", meaning: "意味", source: Source(nil))))])
    _ = try scenario.ledger.undo(9, author: "職員", today: Scenario.today)
    try scenario.send(.undoPlanned(try scenario.ledger.undoPlan(9)))
    #expect(scenario.text.contains("r9 の記録はすべて、その前と同じです"))
  }
}
