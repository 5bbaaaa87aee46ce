import StrategyModel
import TestSupport
import Testing
import TextSearch
import TextUI

@testable import Dashboard

@Suite("Finding records")
struct FindingTests {
  @Test("A kept word finds what is written in other letters", arguments: [("meetings", "pt"), ("documents", "データ")])
  func folded(view: String, word: String) throws {
    var scenario = try Scenario(view: view)
    try scenario.type("/\(word)")
    let counts = try #require(scenario.state.screen.counts(scenario.state.context))
    #expect(counts.found > 0 && counts.found < counts.total)
  }

  @Test("Romaji finds kana without an IME, marks it, and Tab takes the readings that are offered")
  func romaji() throws {
    var scenario = try Scenario(.sample, view: "actions")
    try scenario.type("v/onrain")
    let counts = try #require(scenario.state.screen.counts(scenario.state.context))
    #expect(counts.found > 0 && counts.found < counts.total && counts.isByReading)
    let text = String("オンライン")
    let grid = scenario.grid
    let marked = (0..<grid.size.rows).contains { row in
      let hits = grid.row(row).filter { $0.style == Theme().style(.hit) }
      return hits.map(\.text).joined().contains(text)
    }
    #expect(marked)
    try scenario.press(.escape)
    try scenario.type("/ai")
    #expect(scenario.text.contains("（読みで他に"))
    let before = try #require(scenario.state.screen.counts(scenario.state.context))
    try scenario.press(.tab)
    #expect(scenario.state.place.filter == "~ai")
    #expect(scenario.state.screen.counts(scenario.state.context)?.found == before.found + before.moreByReading)
  }

  @Test(
    "While the answer is on its way, nothing is counted that another filter found", arguments: ["actions", "overview"])
  func pending(view name: String) throws {
    var scenario = try Scenario(.sample, view: name)
    try scenario.type("v/窓")
    // In a large store the list comes later; here the effects are not done.
    var state = scenario.state
    _ = update(&state, .input(.text("口")))
    let text = Dashboard.view(state).text().joined(separator: "\n")
    #expect(text.contains("「窓口」：検索中"))
    #expect(!text.contains("件／"))
    try scenario.type("口")
    #expect(scenario.text.contains("「窓口」：") && !scenario.text.contains("検索中"))
  }

  @Test(
    "A filter that loses the selected record begins at its top",
    arguments: [("actions", "窓口"), ("meetings", "幹事会"), ("attention", "窓口")])
  func top(view: String, word: String) throws {
    var scenario = try Scenario(.sample, view: view, rows: 14)
    try scenario.type("v/\(word)")
    let pane = try #require(scenario.state.focusedPane)
    let first = try #require(scenario.state.place.cursors[pane.id]?.id)
    try scenario.press(.escape)
    try scenario.type("G")
    try #require(scenario.state.place.cursors[pane.id]?.offset ?? 0 > 0)
    try scenario.type("/\(word)")
    let cursor = try #require(scenario.state.place.cursors[pane.id])
    #expect(cursor.id == first && cursor.offset == 0 && !cursor.isAnew)
  }

  @Test(
    "A list in which the selected record stands far down comes with one answer", arguments: ["窓口", "データ", "点検"], 0..<6)
  func oneAnswer(word: String, steps: Int) throws {
    var scenario = try Scenario(.sample, view: "actions", columns: 80, rows: 16)
    try scenario.type("v/\(word)")
    for _ in 0..<steps { try scenario.press(.down) }
    let selected = try #require(scenario.state.focusedPane.flatMap { scenario.state.place.cursors[$0.id]?.id })
    scenario.answersLater = true
    try scenario.press(.escape)
    let answered = try scenario.answerNext()
    #expect(answered)
    let pane = try #require(scenario.state.focusedPane)
    let cursor = try #require(scenario.state.place.cursors[pane.id])
    let visible = cursor.offset..<min(cursor.offset + Frame(scenario.state.size).rows(of: pane), pane.rows.count)
    #expect(cursor.id == selected && visible.allSatisfy(pane.rows.isLoaded))
    let another = try scenario.answerNext()
    #expect(!another)
  }

  @Test("Nothing is said to be missing while it is still looked for", arguments: ["", "v"])
  func emptyMeanwhile(keys: String) throws {
    var scenario = try Scenario(.sample, view: "actions")
    try scenario.type(keys + "/どこにもない")
    #expect(scenario.text.contains(keys.isEmpty ? "なし" : "条件に合う記録がありません"))
    var state = scenario.state
    _ = update(&state, .input(.key(.escape)))
    let text = Dashboard.view(state).text().joined(separator: "\n")
    #expect(text.contains("検索中"))
    #expect(!text.contains("ありません") && !text.contains("なし  ") && !text.contains("記録がありません"))
  }

  @Test("Where letters count as a reading, screen and snapshot say so", arguments: ["madoguchi", "sapo-ta-"])
  func saidAsReading(word: String) throws {
    var scenario = try Scenario(.sample, view: "actions")
    try scenario.type("/\(word)")
    let counts = try #require(scenario.state.screen.counts(scenario.state.context))
    let said = "「\(word)」の読み：\(counts.found)件／60件"
    #expect(counts.found > 0 && scenario.text.contains(said))
    let place = Place(.actions, filter: word)
    var shown = ShownView(SnapshotOrder(place: place, width: 120), settings: scenario.state.settings)
    let reader = scenario.reader
    _ = try shown.open { try reader.answer($0) }
    #expect(shown.sentence == said)
  }

  @Test("What the dictionary finds by its reading is marked too", arguments: ["madoguchi", "~madog"])
  func dictionaryMarks(word: String) throws {
    var scenario = try Scenario(.sample, view: "actions")
    let plain = scenario.state.context.marked("総合窓口の改善")
    #expect(plain.spans.count == 1)
    scenario.reader.use(MigemoDictionary(Array("まどぐち\t窓口\nまど\t窓\nまどがらす\t硝子\n".utf8)))
    try scenario.type("/\(word)")
    let marked = scenario.state.context.marked("総合窓口の改善")
    let hits = marked.spans.filter { $0.style == Theme().style(.hit) }.map(\.text)
    #expect(hits.joined() == "窓口")
    try scenario.press(.escape)
    #expect(scenario.state.context.marked("総合窓口の改善").spans.count == 1)
  }

  @Test(
    "A filter on the overview looks through everything; each heading opens its view with as many hits",
    arguments: ["ict", "計画", "データ", "de-ta", "2020 -計画"])
  func everything(filter: String) throws {
    var scenario = try Scenario()
    try scenario.type("/\(filter)")
    #expect(scenario.state.place.screen == .overview)
    let groups = HitsView(context: scenario.state.context).groups
    #expect(groups.map(\.screen) == [.actions, .pillars, .meetings, .updates, .documents])
    #expect(groups.contains { $0.found > 0 })
    for group in groups {
      let view = try Scenario(view: group.screen.rawValue, filter: filter)
      let counts = try #require(view.state.screen.counts(view.state.context))
      #expect(counts.found == group.found && counts.total == group.total, "\(group.screen)")
    }
    // The first row is the first heading, and opens what it counts.
    let first = try #require(groups.first { $0.found > 0 })
    try scenario.press(.enter, .enter)
    #expect(scenario.state.place.screen == first.screen && scenario.state.place.filter == filter)
    try scenario.press(.escape, .escape)
    #expect(scenario.state.place.screen == .overview && scenario.state.place.filter == "")
  }

  @Test("Romaji finds other records too")
  func romajiElsewhere() throws {
    var scenario = try Scenario(view: "documents")
    try scenario.type("/de-ta")
    let counts = try #require(scenario.state.screen.counts(scenario.state.context))
    #expect(counts.found > 0 && counts.found < counts.total)
  }

  @Test("What only items have is said of no other record")
  func itemsAlone() throws {
    for filter in ["review:none", "-phase:検証中", "phase:未記載"] {
      var scenario = try Scenario(view: "meetings")
      try scenario.type("/\(filter)")
      #expect(scenario.state.screen.counts(scenario.state.context)?.found == 0)
    }
  }

  @Test("An entry of the history is found by the word of what was done, and the count is that of the list")
  func operation() throws {
    let scenario = try Scenario(.sample, view: "updates", filter: "追加", rows: 60)
    #expect(scenario.text.contains("「追加」：7件／26件"))
    #expect(scenario.text.contains("更新履歴  4件") && scenario.text.contains("新着情報  2件"))
    #expect(scenario.text.contains("改訂の記録  1件"))
    let english = try Scenario(.sample, view: "updates", filter: "corrected", language: .en)
    #expect(!english.text.contains("0 of 26"))
  }
}
