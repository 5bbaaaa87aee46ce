import Dashboard
import StrategyModel
import StrategyStore
import TestSupport
import Testing
import TextUI

@Suite("Keys that are typed ahead of the rows they are for")
struct KeysAheadTests {
  /// The same keys, each of which waits for its rows.
  private func patient(_ keys: [Key], columns: Int, rows: Int) throws -> Scenario {
    var scenario = try Scenario(.sample, view: "actions", columns: columns, rows: rows)
    for key in keys { try scenario.press(key) }
    return scenario
  }

  private func expectSame(_ hasty: Scenario, _ patient: Scenario, _ comment: Comment) {
    #expect(hasty.state.place.screen == patient.state.place.screen, comment)
    #expect(hasty.state.place.record == patient.state.place.record, comment)
    #expect(hasty.state.options == patient.state.options, comment)
    #expect(hasty.selectedText == patient.selectedText, comment)
    // But for what the foot said last.
    #expect(hasty.screen.dropLast() == patient.screen.dropLast(), comment)
  }

  @Test("They do what they do where the rows are there, whenever the answers come", arguments: 1...40)
  func any(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let moves: [Key] = [
      .character("j"), .character("k"), .character("G"), .character("g"), .pageDown, .pageUp, .control("d"), .down,
    ]
    let others: [Key] = [.character("s"), .character("S"), .character("b"), .character("v")]
    var keys: [Key] = [.character("v")]
    for _ in 0..<60 {
      keys.append(
        Int.random(in: 0..<3, using: &random) > 0
          ? moves.randomElement(using: &random) ?? .down : others.randomElement(using: &random) ?? .down)
    }
    keys += [.enter, .character("j"), .character("j")].prefix(Int.random(in: 0...3, using: &random))
    var hasty = try Scenario(.sample, view: "actions", columns: 100, rows: 16)
    hasty.answersLater = true
    for key in keys {
      try hasty.press(key)
      while Int.random(in: 0..<3, using: &random) == 0, try hasty.answerNext() {}
    }
    while try hasty.answerNext() {}
    expectSame(
      hasty, try patient(keys, columns: 100, rows: 16), "\(keys.map { "\($0)".split(separator: "(").last ?? "" })")
  }

  /// A table whose answers come later from now on.
  private func slowTable() throws -> Scenario {
    var scenario = try Scenario(.sample, view: "actions", columns: 100, rows: 16)
    try scenario.type("v")
    scenario.answersLater = true
    return scenario
  }

  private func answerAll(_ scenario: inout Scenario) throws {
    while try scenario.answerNext() {}
  }

  @Test("Enter behind a filter opens what the filter found, not what stood there before")
  func openFound() throws {
    var scenario = try slowTable()
    try scenario.type("/地図")
    try scenario.press(.enter, .enter)
    #expect(scenario.state.place.screen == .actions)
    try answerAll(&scenario)
    let record = try #require(scenario.state.place.record)
    let item = try #require(try scenario.reader.record(record))
    #expect("\(item)".contains("地図"))
  }

  @Test("What is typed for a form goes into it, however late its record comes")
  func form() throws {
    var scenario = try slowTable()
    try scenario.type("sGm")
    try scenario.press(.down)
    try scenario.type("q1")
    #expect(scenario.state.overlay == nil)
    try answerAll(&scenario)
    var patient = try Scenario(.sample, view: "actions", columns: 100, rows: 16)
    try patient.type("vsGm")
    try patient.press(.down)
    try patient.type("q1")
    #expect(scenario.state.overlay != nil && scenario.state.overlay == patient.state.overlay)
    #expect(scenario.screen == patient.screen)
  }

  @Test("A click on a row that is about to go opens nothing in its place")
  func click() throws {
    var scenario = try slowTable()
    let row = try #require(scenario.screen.firstIndex { $0.hasPrefix("▶") })
    let before = scenario.state.place
    try scenario.type("/地図")
    try scenario.press(.enter)
    let mouse = Mouse(button: .left, position: Point(column: 6, row: row), isPress: true)
    for _ in 0..<2 { try scenario.send(.input(.mouse(mouse))) }
    try answerAll(&scenario)
    #expect(scenario.state.place.screen == before.screen && scenario.state.place.record == nil)
    for _ in 0..<2 { try scenario.send(.input(.mouse(mouse))) }
    #expect(scenario.state.place.record != nil)
  }

  @Test("Behind a filter that finds nothing, keys wait for the whole list")
  func leaveNothing() throws {
    var scenario = try slowTable()
    try scenario.type("/見つからない語")
    try answerAll(&scenario)
    try scenario.press(.escape, .character("j"), .character("j"))
    try answerAll(&scenario)
    #expect(scenario.text.contains(" 3/60 "))
  }

  @Test("The end is looked for once all was looked at, and not at the end of a part")
  func wholeEnd() throws {
    var scenario = try slowTable()
    try scenario.type("s")
    let question = try #require(scenario.state.slots[.main]?.question)
    var answer = try scenario.reader.answer(question)
    guard case .items(var part) = answer.content else { throw Unexpected() }
    part.searched = 0.5
    part.total = 5
    part.rows = Array(part.rows.prefix(5))
    part.groups = []
    answer.content = .items(part)
    try scenario.send(.answered(answer))
    try scenario.type("jG")
    #expect(scenario.text.contains(" 2/5 ") && scenario.text.contains("まだ読んでいます"))
    try answerAll(&scenario)
    #expect(scenario.text.contains(" 60/60 "))
  }

  private struct Unexpected: Error {}

  @Test("An order that is turned there and back before it was answered has its first row selected")
  func turnTwice() throws {
    var scenario = try slowTable()
    try scenario.type("SSj")
    try answerAll(&scenario)
    #expect(scenario.text.contains(" 2/60 "))
  }

  @Test("What is ordered for rows that never come is forgotten with them, and Esc takes back what waits")
  func forgotten() throws {
    var scenario = try slowTable()
    try scenario.type("sj")
    let question = try #require(scenario.state.slots[.main]?.question)
    try scenario.send(.failed(question, reason: "読めません"))
    try scenario.type("S")
    try answerAll(&scenario)
    #expect(scenario.text.contains(" 1/60 "))

    // Esc takes back what waits, and nothing else.
    try scenario.type("/窓")
    try scenario.press(.enter, .enter, .character("j"), .escape)
    try answerAll(&scenario)
    #expect(scenario.state.place.screen == .actions && scenario.state.place.filter == "窓")
    try scenario.press(.enter)
    #expect(scenario.state.place.record != nil)
  }

  @Test("Every key stands behind what waits: none overtakes it")
  func noneOvertakes() throws {
    for keys in ["sj\rq", "sj\r[", "sj\r,y", "sj3j", "sjj42", "vlGh", "sj\rs", "bG\rqk"] {
      var hasty = try slowTable()
      var patient = try Scenario(.sample, view: "actions", columns: 100, rows: 16)
      try patient.type("v")
      for key in keys {
        try hasty.press(key == "\r" ? .enter : .character(key))
        try patient.press(key == "\r" ? .enter : .character(key))
      }
      #expect(hasty.text.contains("まだ読んでいます"), "\(keys)")
      try answerAll(&hasty)
      expectSame(hasty, patient, "\(keys)")
      #expect(hasty.effects == patient.effects, "\(keys)")
    }
  }

  @Test("In a board whose order is turned, each lane begins at its top")
  func lanes() throws {
    var scenario = try Scenario(.sample, view: "actions", columns: 120, rows: 24)
    try scenario.type("ssSll")
    for cursor in scenario.state.place.cursors.values { #expect(cursor.row == 0 && cursor.offset == 0) }
    #expect(scenario.state.place.cursors.count == 6)
  }
}
