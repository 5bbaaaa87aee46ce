import StrategyModel
import TestSupport
import Testing
import TextUI

@testable import Dashboard

@Suite("What needs attention")
struct AttentionScreenTests {
  @Test("The overview's heading opens it, and so does w; Esc and q come back")
  func doors() throws {
    var scenario = try Scenario(.sample)
    for key in [Key.escape, .character("q")] {
      try scenario.type("w")
      #expect(scenario.state.place.screen == .attention)
      #expect(scenario.screen[0].contains("[1]概要") && scenario.screen[1].contains("概要 › 要確認"))
      try scenario.press(key)
      #expect(scenario.state.place.screen == .overview)
    }
    try scenario.press(.tab)
    #expect(scenario.selectedText == "▶ 要確認")
    try scenario.press(.enter)
    #expect(scenario.state.place.screen == .attention)
  }

  @Test("Each line of the overview opens the items it counts, and each heading those of its group")
  func counts() throws {
    var scenario = try Scenario(.sample)
    for group in [AttentionGroup.reviewOverdue, .withoutReview, .kpiBehind, .kpiOverdue, .dueSoon] {
      let line = try #require(scenario.screen.first { $0.contains(group.title.ja) })
      let count = try #require(line.split(separator: " ").last { $0.hasSuffix("件") })
      try scenario.type("w")
      let heading = try #require(row(group, scenario))
      #expect(heading.lines[1].text.contains("\(group.title.ja)  \(count)"), "\(group)")
      guard case .view(let screen, let filter)? = heading.door else { throw Unexpected() }
      var list = try Scenario(.sample, view: screen.rawValue, filter: filter)
      #expect(list.text.contains("：\(count)／60件"), "\(group)")
      try list.press(.escape)
      try scenario.press(.escape)
    }
  }

  private struct Unexpected: Error {}

  private func row(_ group: AttentionGroup, _ scenario: Scenario) -> Row? {
    guard let pane = scenario.state.focusedPane else { return nil }
    return pane.find(.text(group.rawValue)).map(pane.rows.row)
  }

  @Test("A row tells pillar, department and the figure, and opens its item")
  func figures() throws {
    var scenario = try Scenario(.sample, view: "attention", filter: "id:m01")
    #expect(scenario.text.contains("実績 33%  直線では 34%"))
    #expect(scenario.text.contains("窓口・市民部"))
    #expect(scenario.text.contains("オンライン届出の割合（R8.9.30）"))
    #expect(scenario.text.contains("番号=m01：1件／60件"))
    try scenario.type("jj")
    try scenario.press(.enter)
    #expect(scenario.state.place.record == RecordKey(.item, "m01"))
    try scenario.type("/直線の目安")
    try scenario.press(.enter)
    #expect(scenario.text.contains("令和8年9月30日に 34%"))
  }

  @Test("No review on record is not overdue, and what belongs to a plan that ended says so")
  func osaka() throws {
    let scenario = try Scenario(view: "attention", rows: 60)
    #expect(scenario.text.contains("CIO確認が1年を超えた取組  0件"))
    #expect(scenario.text.contains("CIO確認の記録がない取組  23件"))
    #expect(scenario.text.contains("記録がないだけで、遅れとは限らない"))
    #expect(scenario.text.contains("（計画期間終了）"))
    #expect(scenario.screen.contains { $0.hasPrefix("  令和8年11月23日を基準日として") })
  }

  @Test("One can walk to the end and back, however narrow the screen")
  func walking() throws {
    var scenario = try Scenario(.sample, view: "attention", columns: 60, rows: 14)
    try scenario.type("G")
    #expect(scenario.text.contains("確認の記録なし"))
    let pane = try #require(scenario.state.focusedPane)
    #expect(scenario.screen.joined().contains("\(pane.total)/\(pane.total)"))
    var seen = 1
    while scenario.state.place.cursors[AttentionList.paneID]?.row ?? 0 > 0, seen < 200 {
      try scenario.type("k")
      #expect(!scenario.text.contains("…\n …"))
      seen += 1
    }
    #expect(seen == pane.rows.count)
  }

  @Test("The selected row stays selected where another process changes the list")
  func stays() throws {
    var scenario = try Scenario(.sample, view: "attention", writes: true)
    let first = try #require(scenario.state.focusedPane?.rows.row(1).key)
    for _ in 0..<30 { try scenario.type("j") }
    let selected = scenario.selectedText
    let key = try #require(scenario.state.selectedRow?.key)
    #expect(first != key)
    try scenario.append([.put(.review(Review(id: "neu", item: first.id, date: Scenario.today)))])
    try scenario.send(.storeChanged(head: try scenario.reader.head()))
    #expect(scenario.selectedText == selected && scenario.state.selectedRow?.key == key)
  }

  @Test(
    "A bar stands beside rows of several lines that are not all in sight, and only there",
    arguments: ["attention", "actions"])
  func bar(view: String) throws {
    var scenario = try Scenario(.osaka, view: view, columns: 120, rows: 36)
    func hasBar() -> Bool { scenario.grid.size.rows > 0 && scenario.screen.contains { $0.hasSuffix("█") } }
    #expect(hasBar())
    // Down to the rule above the footer, also where the last row would not fit any more.
    #expect(["│", "█"].contains(scenario.screen[33].last.map(String.init)))
    try scenario.resize(columns: 120, rows: 100)
    #expect(!hasBar())
  }
}
