import Dashboard
import StrategyModel
import StrategyStore
import TestSupport
import Testing
import TextUI

@Suite("Another process commits")
struct LiveTests {
  private func change(_ scenario: Scenario, _ changes: [RecordChange]) throws -> Int {
    let result = try scenario.ledger.append(
      RevisionDraft(
        effective: Scenario.today, recorded: "2026-11-23T00:00:00Z", author: "試験", title: "試験の変更", changes: changes),
      today: Scenario.today)
    guard case .appended(let revision) = result else { return 0 }
    return revision.number
  }

  @Test("Selection, scroll, filter and half-typed input stay; what changed is marked until Esc")
  func keepsPlace() throws {
    var scenario = try Scenario(.sample, view: "actions", writes: true)
    try scenario.type("v")
    for _ in 0..<20 { try scenario.type("j") }
    try scenario.type("/a")
    try scenario.press(.backspace)
    let selected = try #require(scenario.state.place.cursors["table"]?.id)
    let offset = scenario.state.place.cursors["table"]?.offset
    guard case .record(let key) = selected, case .item(var item)? = try scenario.reader.record(key) else {
      Issue.record("no item is selected")
      return
    }
    item.summary = "書き換えた概要"
    let head = try change(scenario, [.put(.item(item))])
    try scenario.send(.storeChanged(head: head))
    #expect(scenario.state.prompt != nil)
    #expect(scenario.state.place.cursors["table"]?.id == selected)
    #expect(scenario.state.place.cursors["table"]?.offset == offset)
    #expect(scenario.state.changed.contains(key))
    try scenario.press(.enter, .escape)
    #expect(scenario.state.changed.isEmpty)
  }

  @Test("A list that shows its top goes on showing what comes in there, also when it grows longer than the screen")
  func top() throws {
    var scenario = try Scenario(.sample, view: "updates", writes: true)
    let known = try #require(scenario.state.head)
    for number in 1...40 {
      let item = ActionItem(id: "new", title: "\(number)回目の題")
      try scenario.send(.storeChanged(head: try change(scenario, [.put(.item(item))])))
      #expect(scenario.text.contains(TextFit.fit("r\(known + number)", 6, .narrow) + "R8.11.23"))
    }
    // Once scrolled, the list stays on what it shows.
    try scenario.press(.tab)
    for _ in 0..<40 { try scenario.type("j") }
    let shown = try #require(scenario.state.place.cursors["revisions"])
    try scenario.send(.storeChanged(head: try change(scenario, [.put(.item(ActionItem(id: "new", title: "もう一つ")))])))
    let kept = try #require(scenario.state.place.cursors["revisions"])
    #expect(shown.offset > 0 && kept.id == shown.id && kept.row - kept.offset == shown.row - shown.offset)
  }

  @Test("A measurement marks the row of its item, and stands in the item's history")
  func measurement() throws {
    var scenario = try Scenario(.sample, view: "actions", writes: true)
    let items = try scenario.reader.records(of: .item)
    let measured = items.lazy.compactMap { record -> ActionItem? in
      if case .item(let item) = record, !item.kpis.isEmpty { item } else { nil }
    }
    let item = try #require(measured.first)
    let measurement = Measurement(
      id: "new", item: item.id, kpi: item.kpis[0].id, date: .day(Scenario.today), value: 1)
    let review = Review(id: "new", item: item.id, date: Scenario.today)
    let head = try change(scenario, [.put(.measurement(measurement)), .put(.review(review))])
    try scenario.send(.storeChanged(head: head))
    let key = RecordKey(.item, item.id)
    #expect(scenario.state.changed.contains(key))
    let question = Question(.dossier(key), today: Scenario.today)
    guard case .dossier(let dossier?) = try scenario.reader.answer(question).content else { return }
    #expect(dossier.history.first?.revision.number == head)
    #expect(dossier.history.first?.fields == ["measurements", "reviews"])
  }

  @Test("Where a text was kept stays on the screen, whatever others write, until somebody presses a key")
  func keptText() throws {
    var scenario = try Scenario(.sample, view: "actions", columns: 80, rows: 24, writes: true)
    let reasons = ["ほかの人が先に保存しています（「# ≠」の行が残っています）"]
    try scenario.send(.corrected(.kept(draft: "/tmp/honbu-a1b2c3/item-it_online.yaml", reasons: reasons)))
    func isTold() -> Bool { scenario.text.contains("/tmp/honbu-a1b2c3/item-it_online.yaml に残っています") }
    #expect(isTold())
    let head = try change(scenario, [.put(.item(ActionItem(id: "new", title: "新しい取組")))])
    try scenario.send(.storeChanged(head: head))
    try scenario.send(.noticed(Notice(.failure, "台帳の読み書きに失敗しました")))
    #expect(isTold())
    try scenario.type("j")
    #expect(!isTold())
  }

  @Test("The selection follows its record when rows come before it")
  func followsRecord() throws {
    var scenario = try Scenario(.sample, view: "meetings", writes: true)
    try scenario.type("jj")
    let selected = scenario.selectedText
    guard case .meeting(var meeting)? = try scenario.reader.records(of: .meeting).first else {
      Issue.record("the sample city has no meeting")
      return
    }
    meeting.id = "new"
    meeting.title = "臨時の会議"
    meeting.date = Scenario.today
    let head = try change(scenario, [.put(.meeting(meeting))])
    try scenario.send(.storeChanged(head: head))
    #expect(scenario.text.contains("臨時の会議"))
    #expect(scenario.selectedText == selected)
  }

  @Test("An earlier revision knows none that came later, and the step to them stays open")
  func pinnedRevisions() throws {
    var scenario = try Scenario(.sample, view: "updates", pinned: 3, writes: true)
    func listed() -> [Int] {
      guard case .revisions(let list)? = scenario.state.slots[.other("revisions")]?.answer?.content else { return [] }
      return list.map(\.number)
    }
    #expect(listed() == [1, 2, 3])
    let question = Question(.revisions, revision: 3, today: Scenario.today)
    let before = try scenario.reader.answer(question).content
    let update = try #require(try scenario.reader.records(of: .update).first)
    _ = try change(scenario, [.retire(update.key)])
    #expect(try scenario.reader.answer(question).content == before)
    try scenario.type(".")
    #expect(listed() == [1, 2, 3, 4])
    try scenario.type("=")
    #expect(listed() == Array(1...9))
  }

  @Test("An answer to a question that nobody waits for any more is dropped")
  func lateAnswer() throws {
    var scenario = try Scenario()
    let late = try scenario.reader.answer(Question(.meetings, today: Scenario.today))
    let before = scenario.state
    try scenario.send(.answered(late))
    #expect(scenario.state == before)
  }

  @Test("Fifty resizes between tiny and wide end where a fresh start would")
  func resizeStorm() throws {
    var generator = SeededGenerator(seed: 17)
    var scenario = try Scenario(.sample, view: "actions", columns: 80, rows: 24)
    for _ in 0..<50 {
      try scenario.resize(
        columns: Int.random(in: 1...300, using: &generator), rows: Int.random(in: 1...100, using: &generator))
      _ = scenario.grid
      try scenario.type("j")
    }
    try scenario.resize(columns: 80, rows: 24)
    #expect(scenario.screen.count == 24)
    try scenario.type("gg")
    let fresh = try Scenario(.sample, view: "actions", columns: 80, rows: 24)
    #expect(scenario.screen[0] == fresh.screen[0])
  }

  @Test("A commit that a record's answer tells first is shown everywhere, as if it had been told before")
  func readFirst() throws {
    var scenario = try Scenario(.sample, view: "actions", columns: 160, writes: true)
    #expect(scenario.text.contains("条件なし · 60件"))
    let head = try #require(scenario.state.head)
    try scenario.append([.put(.item(ActionItem(id: "new", title: "新しい取組", phase: .planning)))])
    // The preview reads a record.
    try scenario.type("p")
    #expect(scenario.state.head == head + 1)
    #expect(scenario.text.contains("条件なし · 61件"))
    try scenario.send(.storeChanged(head: head + 1))
    #expect(scenario.text.contains("条件なし · 61件") && scenario.state.changed.count == 1)
  }
}
