import StrategyModel
import TestSupport
import Testing
import TextUI

@testable import Dashboard

@Suite("Finding one's way")
struct NavigationTests {
  @Test("Each digit opens its view", arguments: zip("123456", ["概要", "柱", "取組", "会議", "履歴", "資料"]))
  func digits(key: Character, name: String) throws {
    var scenario = try Scenario()
    try scenario.type(String(key))
    #expect(scenario.screen[0].contains("[\(key)]\(name)"))
  }

  @Test("Enter opens the selected meeting, Esc comes back to it")
  func openAndBack() throws {
    var scenario = try Scenario(view: "meetings")
    try scenario.type("jj")
    let selected = scenario.selectedText
    try scenario.press(.enter)
    #expect(scenario.state.place.record?.kind == .meeting)
    try scenario.press(.escape)
    #expect(scenario.state.place.screen == .meetings)
    #expect(scenario.selectedText == selected)
  }

  @Test("[ and ] walk the places visited")
  func backAndForward() throws {
    var scenario = try Scenario()
    try scenario.type("34[[")
    #expect(scenario.state.place.screen == .overview)
    try scenario.type("]]")
    #expect(scenario.state.place.screen == .meetings)
    try scenario.type("]")
    #expect(scenario.text.contains("これより後に見た場所はありません"))
  }

  @Test(
    "Every number opens the list it counts",
    arguments: zip([Scenario.Store.osaka, .osaka, .sample, .sample], ["overview", "pillars", "overview", "pillars"]))
  func doors(store: Scenario.Store, view: String) throws {
    let scenario = try Scenario(store, view: view)
    let context = scenario.state.context
    var counted = 0
    for pane in scenario.state.screen.panes(context) {
      for row in (0..<pane.rows.count).map(pane.rows.row) {
        let text = row.lines.map(\.text).joined()
        var numbers = row.cells.map { cell in
          (
            cell.door,
            String(TextFit.prefix(of: text, cell.columns.upperBound, context.policy).suffix(cell.columns.count))
          )
        }
        if !numbers.isEmpty, let door = row.door {
          numbers.append((door, String(numbers.compactMap { Int($0.1) }.reduce(0, +))))
        } else if let door = row.door {
          let words = text.split(separator: " ").map(String.init)
          numbers = [(door, words.last { $0.hasSuffix("件") } ?? words.first { Int($0) != nil } ?? "")]
        }
        for case (.view(.actions, let filter), let number) in numbers where !filter.contains("has:budget") {
          let question = Question(.items(ItemQuery(filter: filter), ItemSpan(count: 0)), today: Scenario.today)
          guard case .items(let page) = try scenario.reader.answer(question).content else { return }
          #expect(page.total == Int(number.filter(\.isNumber)) ?? 0, "\(text): \(filter)")
          counted += 1
        }
      }
    }
    #expect(counted >= 10)
  }

  @Test("Beside a preview the list and its selection are seen at any width", arguments: [100, 200, 300])
  func preview(columns: Int) throws {
    var scenario = try Scenario(view: "actions", columns: columns, rows: 60)
    try scenario.type("p")
    #expect(scenario.state.panes.count == 1)
    #expect(scenario.selectedText != nil)
  }

  @Test("A key that finds no other pane says so")
  func noOtherPane() throws {
    var scenario = try Scenario(view: "meetings")
    for key in [Key.tab, .left, .right] {
      try scenario.press(key)
      #expect(scenario.text.contains("そちらに移る欄はありません"))
    }
  }

  @Test("Esc comes back from a counted list in one step, also after it was narrowed further")
  func backFromDoor() throws {
    var scenario = try Scenario()
    try scenario.press(.enter, .escape)
    #expect(scenario.state.place.screen == .overview)
    try scenario.press(.enter)
    try scenario.type("/ 戸籍")
    try scenario.press(.enter, .escape)
    #expect(scenario.state.place.filter == "phase:企画中")
    try scenario.press(.escape)
    #expect(scenario.state.place.screen == .overview)
  }

  @Test("Typing into a kept filter begins anew; moving the caret first edits it")
  func keptFilter() throws {
    var scenario = try Scenario(view: "actions")
    try scenario.type("/戸籍")
    try scenario.press(.enter)
    try scenario.type("/水道")
    #expect(scenario.state.place.filter == "水道")
    try scenario.press(.enter)
    try scenario.type("/")
    try scenario.press(.end)
    try scenario.type(" x")
    #expect(scenario.state.place.filter == "水道 x")
  }

  @Test("The preview shows the selected record beside the list, which keeps its own columns")
  func preview() throws {
    var scenario = try Scenario(.sample, view: "meetings")
    try scenario.type("p")
    #expect(scenario.text.contains("会議体"))
    try scenario.type("j")
    #expect(scenario.state.slots[.preview]?.isSettled == true)
  }

  @Test("A cell of pillar × phase opens just that cell")
  func cells() throws {
    var scenario = try Scenario()
    for _ in 0..<6 { try scenario.press(.down) }
    try scenario.press(.right, .enter)
    #expect(scenario.state.place.filter == "pillar:=\"smart_city\" phase:検証中")
    #expect(scenario.text.contains("2件／23件"))
  }

  @Test("A filter narrows while one types; Esc clears it, and Esc again leaves")
  func filter() throws {
    var scenario = try Scenario(view: "actions")
    try scenario.type("v/戸籍")
    #expect(scenario.text.contains("1件／23件"))
    try scenario.press(.enter)
    #expect(scenario.state.place.filter == "戸籍")
    try scenario.press(.escape)
    #expect(scenario.state.place.filter.isEmpty)
  }

  @Test("A wrong filter keeps the last good result and says why")
  func wrongFilter() throws {
    var scenario = try Scenario(view: "actions")
    try scenario.type("v/戸籍 phase:x")
    #expect(scenario.state.place.filter == "戸籍")
    try scenario.press(.enter)
    #expect(scenario.state.prompt != nil, "a wrong filter is not kept")
    #expect(scenario.text.contains("フェーズ"))
  }

  @Test("The caret is shown while a line is typed, and only then")
  func caret() throws {
    var scenario = try Scenario(view: "actions")
    #expect(scenario.grid.cursor == nil)
    try scenario.type("/漢")
    #expect(scenario.grid.cursor?.row == 35)
    try scenario.press(.escape)
    #expect(scenario.grid.cursor == nil)
  }

  @Test("n goes round the hits of a record")
  func search() throws {
    var scenario = try Scenario(view: "actions/it_koseki_ai")
    try scenario.type("/予算")
    try scenario.press(.enter)
    let first = scenario.selectedText
    #expect(first?.contains("予算") == true)
    try scenario.type("n")
    #expect(scenario.selectedText != first)
  }

  @Test("Full-width keys and kana punctuation act; other kana say that the IME is on")
  func ime() throws {
    var scenario = try Scenario(view: "meetings")
    let first = scenario.selectedText
    try scenario.send(.input(.text("ｊ")))
    #expect(scenario.selectedText != first)
    try scenario.send(.input(.text("？")))
    #expect(scenario.text.contains("ヘルプ"))
    try scenario.press(.escape)
    try scenario.send(.input(.text("・")))
    #expect(scenario.grid.cursor != nil)
    try scenario.press(.escape)
    for kana in ["あ", "え", "う", "にほん"] {
      try scenario.send(.input(.text(kana)))
      #expect(scenario.text.contains("IMEがオンです"))
    }
  }

  @Test("Help runs what it lists")
  func help() throws {
    var scenario = try Scenario()
    try scenario.type("?")
    try scenario.type("会議")
    try scenario.press(.enter)
    #expect(scenario.state.place.screen == .meetings)
  }

  @Test("Every action has a key, a name in both languages, and a place in help")
  func registry() throws {
    for action in Action.allCases {
      let binding = try #require(KeyMap.standard.binding(of: action), "\(action)")
      #expect(!binding.keys.isEmpty && !binding.label.ja.isEmpty && !binding.label.en.isEmpty)
    }
  }

  @Test("No key is dead: each one acts or says why not", arguments: ["overview", "actions", "meetings", "updates/r3"])
  func noDeadKey(view: String) throws {
    for binding in KeyMap.standard.bindings {
      for key in binding.keys {
        var scenario = try Scenario(view: view)
        if binding.scope == .prompt { try scenario.type("/") }
        let before = scenario.state
        try scenario.press(key)
        let isFocusOrMove = binding.section == .moving
        #expect(
          isFocusOrMove || scenario.state != before || !scenario.effects.isEmpty, "\(key.label) in \(view)")
      }
    }
  }

  @Test("The mouse selects, opens, scrolls; a click on either half of a wide character is one click")
  func mouse() throws {
    var scenario = try Scenario(view: "meetings")
    for column in [24, 25] {
      try scenario.send(.input(.mouse(Mouse(button: .left, position: Point(column: column, row: 6)))))
      #expect(scenario.state.place.cursors["meetings"]?.row == 3)
      try scenario.type("g")
    }
    try scenario.send(.input(.mouse(Mouse(button: .left, position: Point(column: 20, row: 6)))))
    try scenario.send(.input(.mouse(Mouse(button: .left, position: Point(column: 20, row: 6)))))
    #expect(scenario.state.place.record?.kind == .meeting)
  }

  @Test("Revisions step back and forth, and the header says that it is the past")
  func revisions() throws {
    var scenario = try Scenario()
    try scenario.type(",")
    #expect(scenario.screen[0].contains("時点"))
    try scenario.type("=")
    #expect(scenario.screen[0].contains("最新"))
  }
}
