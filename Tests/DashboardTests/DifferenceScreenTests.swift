import Dashboard
import StrategyModel
import StrategyStore
import TestSupport
import Testing
import TextUI

@Suite("Differences on the screen")
struct DifferenceScreenTests {
  private func shown(_ scenario: Scenario) -> LedgerDifference? {
    if case .difference(let difference?)? = scenario.state.slots[.main]?.answer?.content { difference } else { nil }
  }

  private func firstItem(_ scenario: Scenario) throws -> ActionItem? {
    if case .item(let item)? = try scenario.reader.records(of: .item).first { item } else { nil }
  }

  private func city() throws -> Scenario {
    var scenario = try Scenario(.sample, view: "actions", writes: true)
    var item = try #require(try firstItem(scenario))
    item.summary = "窓口の手続きを、スマートフォンで完結できるようにする。"
    try scenario.append([.put(.item(item))])
    item.summary = "窓口の手続きを、家のパソコンで完結できるようにする。"
    item.phase = .verifying
    try scenario.append([.put(.item(item))])
    try scenario.send(.storeChanged(head: try scenario.reader.head()))
    try scenario.press(.escape)
    return scenario
  }

  @Test("d shows what the revision changed: the phase, and the words of a text where they stand")
  func parent() throws {
    var scenario = try city()
    try scenario.type("d")
    #expect(scenario.text.contains("差分 r9 → r10"))
    #expect(scenario.text.contains("変更 1件"))
    #expect(scenario.text.contains("フェーズ  運用中 → 検証中"))
    #expect(scenario.text.contains("窓口の手続きを、［スマートフォン→家のパソコン］で完結できるようにする。"))
    try scenario.press(.enter)
    #expect(scenario.state.place.record?.kind == .item)
    try scenario.press(.escape)
    try scenario.type(",")
    #expect(scenario.text.contains("差分 r8 → r9"))
  }

  @Test("D offers the last meeting of the headquarters first, and takes a revision or a date that is typed")
  func since() throws {
    var scenario = try Scenario(.sample, view: "actions")
    try scenario.type("D")
    #expect(scenario.text.contains("▶ 前回の本部会議から  令和8年7月28日"))
    try scenario.press(.enter)
    #expect(scenario.state.place.subject == .difference(from: 7, to: 8))
    #expect(scenario.text.contains("差分 r7 → r8"))
    try scenario.press(.escape)
    try scenario.type("Dr3")
    try scenario.press(.enter)
    #expect(scenario.text.contains("差分 r3 → r8"))
    try scenario.press(.escape)
    try scenario.type("D2025-07-29")
    try scenario.press(.enter)
    #expect(scenario.text.contains("差分 r5 → r8"))
    try scenario.type("Dnonsense")
    #expect(scenario.text.contains("「nonsense」という時点はありません"))
    try scenario.press(.enter)
    #expect(scenario.state.overlay != nil)
  }

  @Test("M is one key for the difference since the last meeting of the headquarters, also from the past")
  func lastMeeting() throws {
    var scenario = try Scenario(.sample)
    try scenario.type("M")
    #expect(scenario.text.contains("差分 r7 → r8"))
    #expect(scenario.state.overlay == nil)
    try scenario.press(.escape)
    try scenario.type(",,,M")
    #expect(scenario.text.contains("差分 r4 → r5"))
    var first = try Scenario(.sample, pinned: 1)
    try first.type("M")
    #expect(first.text.contains("これより前の会議の記録がありません"))
  }

  @Test("/ filters a difference by fields and words, and says how many are left")
  func filter() throws {
    var scenario = try Scenario(.sample, view: "diff/r4..r8")
    let whole = try #require(shown(scenario))
    try scenario.type("/phase:")
    try scenario.send(.input(.paste("検証中")))
    try scenario.press(.enter)
    let found = try #require(shown(scenario))
    #expect(found.found > 0 && found.found < whole.found && found.total == whole.total)
    #expect(scenario.text.contains("フェーズ=検証中：\(found.found)件／\(whole.total)件"))
    try scenario.press(.escape)
    #expect(scenario.text.contains("条件なし · \(whole.total)件"))
  }

  @Test("Enter on a revision in 履歴 opens its difference; one on a record that is gone goes to when it was there")
  func doors() throws {
    var scenario = try Scenario(.sample, view: "updates", writes: true)
    try scenario.press(.tab)
    try scenario.press(.enter)
    #expect(scenario.text.contains("差分 r7 → r8"))
    let item = try #require(try firstItem(scenario))
    try scenario.append([.retire(RecordKey(.item, item.id))])
    try scenario.send(.storeChanged(head: 9))
    try scenario.press(.escape)
    try scenario.type("d")
    #expect(scenario.text.contains("- 廃止  \(item.title)"))
    try scenario.press(.enter)
    #expect(scenario.screen[0].contains("r8"))
    #expect(scenario.screen[0].contains("時点"))
    #expect(scenario.text.contains(item.title))
  }

  @Test(
    "at goes to a point in time from any view",
    arguments: [
      ("r5", 5), ("令和7年7月29日", 5), ("R7.7.29", 5), ("2025-07-29", 5), ("ｒ５", 5), ("2099-01-01", 8),
    ])
  func goTo(text: String, revision: Int) throws {
    for view in ["overview", "actions", "diff/r1..r2"] {
      var scenario = try Scenario(.sample, view: view)
      try scenario.type(":at ")
      try scenario.send(.input(.paste(text)))
      try scenario.press(.enter)
      #expect(scenario.state.overlay == nil, "\(scenario.text)")
      #expect((scenario.state.pinned ?? 8) == revision)
      #expect(scenario.screen[0].contains("r\(revision)"))
    }
  }

  @Test("at refuses nonsense in a sentence and stays open; a day before all says when the first was")
  func nonsense() throws {
    var scenario = try Scenario(.sample, view: "meetings")
    try scenario.type("Ax9")
    try scenario.press(.enter)
    #expect(scenario.text.contains("「x9」という時点はありません"))
    #expect(scenario.state.overlay != nil && scenario.state.pinned == nil)
    try scenario.press(.escape)
    try scenario.type("A1999-01-01")
    try scenario.press(.enter)
    #expect(scenario.text.contains("平成11年1月1日 の時点の改訂はありません（最初の改訂は 令和6年4月1日）"))
  }

  @Test("In the past what the shown revision put is marked, and goes unmarked in the present")
  func marks() throws {
    var scenario = try city()
    try scenario.type("v")
    #expect(!scenario.text.contains("● "))
    try scenario.type("j,")
    #expect(scenario.text.contains("● "))
    #expect(scenario.screen.filter { $0.hasPrefix("●") }.count == 1)
    try scenario.type("=")
    #expect(!scenario.text.contains("● "))
  }

  @Test(
    "A difference takes no marks, and its names read back", arguments: ["diff/r3..r7", "diff/r0..r8", "diff/r7..r3"])
  func argument(text: String) throws {
    let place = try #require(Place(viewArgument: text))
    #expect(place.viewArgument == text)
    #expect(Place(viewArgument: "diff/r4..r5")?.viewArgument == "updates/r5")
    #expect(Place(viewArgument: "diff/x..r5") == nil)
    let scenario = try Scenario(.sample, view: text, pinned: 7)
    #expect(scenario.state.slots[.marks] == nil)
  }

  @Test(
    "diff takes two points in the palette, as the command line does", arguments: ["r3 r7", "r3..r7", "2025-03-31 r7"])
  func twoPoints(text: String) throws {
    var scenario = try Scenario(.sample, view: "meetings")
    try scenario.type(":diff \(text)")
    #expect(scenario.text.contains("差分 r"))
    try scenario.press(.enter)
    guard case .difference(let from, 7)? = scenario.state.place.subject else {
      Issue.record("\(String(describing: scenario.state.place.subject))")
      return
    }
    #expect(from == (text.hasPrefix("r3") ? 3 : scenario.reader.number(atEndOf: "2025-03-31")))
    try scenario.type(":差分 r8 r0")
    try scenario.press(.enter)
    #expect(scenario.text.contains("差分 r8 → 最初の改訂の前"))
    #expect(Place(viewArgument: "diff/r8..r0")?.subject == scenario.state.place.subject)
  }

  @Test("A long difference goes on to its end, and its rows stay where they are while windows come")
  func longDifference() throws {
    let count = 730
    let changes = (1...count).map { number in
      RecordChange.put(.item(ActionItem(id: "i\(number)", title: "取組\(number)番", phase: .planning)))
    }
    var scenario = try Scenario(.sample, view: "overview", rows: 24, writes: true)
    try scenario.append(changes)
    try scenario.send(.storeChanged(head: 9))
    try scenario.type("d")
    #expect(scenario.text.contains("追加 730件"))
    var last = ""
    var seen: [String] = []
    for _ in 0..<3_000 {
      let row = try #require(scenario.selectedText)
      #expect(row != "▶ …" && !scenario.screen.contains("  …"))
      if row == last { break }
      last = row
      if let title = row.split(separator: " ").last(where: { $0.hasSuffix("番") }) { seen.append(String(title)) }
      try scenario.type("j")
    }
    #expect(seen == (1...count).map { "取組\($0)番" })
    try scenario.type("g")
    #expect(scenario.text.contains("取組1番"))
    try scenario.type("G")
    #expect(scenario.text.contains("取組730番") && scenario.text.contains("ハッシュ"))
    // Up over the edge of the window.
    for _ in 0..<400 { try scenario.type("k") }
    let title = try #require(scenario.selectedText)
    #expect(title.contains("取組") || title.contains("フェーズ"))
    try scenario.press(.enter)
    try scenario.press(.escape)
    #expect(scenario.selectedText == title)
    // A filter narrows it, and lets the selection stay.
    try scenario.type("/id:=i500")
    try scenario.press(.enter)
    #expect(scenario.text.contains("1件／730件") && scenario.text.contains("取組500番"))
  }

  @Test("A record opens as it was at the end of the difference, though it is gone or changed since")
  func opensAtItsEnd() throws {
    var scenario = try Scenario(.sample, view: "diff/r4..r5")
    try scenario.type("/会議録の自動作成")
    try scenario.press(.enter, .enter)
    #expect(scenario.screen[0].contains("r5"))
    #expect(scenario.screen[0].contains("時点"))
    #expect(!scenario.text.contains("この時点に記録がありません"))
    #expect(scenario.text.contains("会議録の自動作成"))
  }

  @Test("Stepping goes from what one revision changed to what its neighbour changed")
  func steps() throws {
    var scenario = try Scenario(.sample, view: "overview")
    try scenario.type("d,")
    #expect(scenario.text.contains("差分 r6 → r7"))
    #expect(scenario.screen[0].contains("最新"))
    try scenario.type(".")
    #expect(scenario.text.contains("差分 r7 → r8"))
    try scenario.type(".")
    #expect(scenario.text.contains("最新の改訂を見ています"))
    var wide = try Scenario(.sample, view: "diff/r2..r6")
    try wide.type(",")
    #expect(wide.text.contains("いくつもの改訂にわたる差分では"))
  }

  @Test("The counts on top are those of the records below")
  func counts() throws {
    let scenario = try Scenario(.sample, view: "diff/r7..r8")
    let difference = try #require(shown(scenario))
    let records = difference.groups.flatMap(\.records)
    #expect(records.count == difference.total)
    for change in [RevisionTouch.Change.added, .changed, .retired] {
      #expect(difference.count(change) == records.count { $0.change == change })
    }
    #expect(difference.count(.changed) > 0 && difference.count(.added) > 0)
  }
}

extension StoreReader {
  fileprivate func number(atEndOf day: String) -> Int? {
    CivilDate(iso: day).flatMap { day in try? revisions().last { $0.effective <= day }?.number }
  }
}
