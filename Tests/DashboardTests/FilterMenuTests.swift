import Dashboard
import StrategyModel
import TestSupport
import Testing
import TextUI

@Suite("Choosing a filter from lists")
struct FilterMenuTests {
  @Test(
    "f lists the fields; Enter lists a field's values; Enter again adds the term",
    arguments: [(40, 10), (80, 24), (120, 36)])
  func phase(size: (Int, Int)) throws {
    var scenario = try Scenario(.sample, view: "actions", columns: size.0, rows: size.1)
    try scenario.type("f")
    #expect(scenario.text.contains("条件を選ぶ"))
    #expect(scenario.text.contains("フェーズ:"))
    try scenario.press(.enter)
    #expect(scenario.text.contains("条件を選ぶ › フェーズ"))
    try scenario.type("jjj")
    try scenario.press(.enter)
    #expect(scenario.state.overlay == nil)
    #expect(scenario.state.place.filter == "フェーズ:検証中")
    #expect(scenario.effects == [.rememberFilter("フェーズ:検証中")])
  }

  @Test("A second phase is an alternative, another field narrows further")
  func several() throws {
    var scenario = try Scenario(.sample, view: "actions")
    for phase in ["検証", "運用"] {
      try scenario.type("f")
      try scenario.press(.enter)
      try scenario.type(phase)
      try scenario.press(.enter)
    }
    #expect(scenario.state.place.filter == "フェーズ:検証中|運用中")
    #expect(scenario.text.contains("フェーズ=検証中または運用中：43件／60件"))
    try scenario.type("f達成")
    try scenario.press(.enter)
    #expect(scenario.text.contains("KPI=基準値から目標値への直線に遅れ"))
    try scenario.press(.enter)
    #expect(scenario.state.place.filter == "フェーズ:検証中|運用中 達成率:遅れ")
  }

  @Test("Pillars, departments and plans are those of the store")
  func names() throws {
    var scenario = try Scenario(.osaka, view: "actions")
    try scenario.type("fj")
    try scenario.press(.enter)
    #expect(scenario.text.contains("スマートシティ"))
    try scenario.press(.escape)
    #expect(scenario.text.contains("フェーズ:"), "Esc goes back to the fields")
    try scenario.type("j")
    try scenario.press(.enter)
    #expect(scenario.text.contains("天王寺区役所"))
    try scenario.type("天王寺")
    try scenario.press(.enter)
    #expect(scenario.state.place.filter == "所管:=天王寺区役所")
    #expect(scenario.text.contains("1件／23件"))
    try scenario.type("f所管")
    try scenario.press(.enter, .enter)
    #expect(scenario.state.place.filter == "所管:=天王寺区役所|所管:=ICT戦略室")
    #expect(scenario.text.contains("8件／23件"), "the name that was chosen, not those that hold it")
  }

  @Test("What is in no list is typed behind the field's name")
  func typed() throws {
    var scenario = try Scenario(.sample, view: "actions")
    try scenario.type("f番号")
    try scenario.press(.enter, .enter)
    #expect(scenario.state.prompt?.field.text == "番号:")
    try scenario.type("a")
    #expect(scenario.state.place.filter == "番号:a")
  }

  @Test(
    "Chosen elsewhere, it opens the action items, and Esc comes back",
    arguments: ["overview", "meetings", "actions/it_koseki_ai"])
  func elsewhere(view: String) throws {
    var scenario = try Scenario(view: view)
    let before = scenario.state.place.screen
    try scenario.type("f")
    try scenario.press(.enter, .enter)
    #expect(scenario.state.place.screen == .actions)
    #expect(scenario.state.place.filter == "フェーズ:企画中")
    try scenario.press(.escape)
    #expect(scenario.state.place.screen == before)
  }

  @Test("What fits nothing says so; f and q close the menu")
  func closing() throws {
    var scenario = try Scenario(.sample, view: "actions")
    try scenario.type("fzzz")
    try scenario.press(.enter)
    #expect(scenario.text.contains("ここに入る候補はありません"))
    for key in ["ff", "fq"] {
      try scenario.type(key)
      #expect(scenario.state.overlay == nil)
    }
  }

  @Test("In English the terms are English")
  func english() throws {
    var scenario = try Scenario(.sample, view: "actions", language: .en)
    try scenario.type("f")
    try scenario.press(.enter)
    #expect(scenario.text.contains("phase:planning"))
    try scenario.press(.enter)
    #expect(scenario.state.place.filter == "phase:planning")
  }
}

@Suite("The command that gives the same rows")
struct CopyCommandTests {
  @Test("^Y copies it in a list and in the prompt, pinned to the revision that is shown")
  func copies() throws {
    var scenario = try Scenario(.sample, view: "actions")
    try scenario.type("v/窓口")
    try scenario.press(.control("y"))
    #expect(scenario.state.prompt != nil)
    guard case .copyCommand(let order)? = scenario.effects.last else {
      Issue.record("\(scenario.effects)")
      return
    }
    #expect(order.place.filter == "窓口")
    #expect(order.revision == scenario.state.head)
    #expect(order.options.layout == .table)
    try scenario.send(.copied(.terminal))
    #expect(scenario.text.contains("コピーしました（OSC 52）"))
    try scenario.press(.enter)
    try scenario.type(",")
    try scenario.press(.control("y"))
    guard case .copyCommand(let earlier)? = scenario.effects.last else { return }
    #expect(earlier.revision == order.revision.map { $0 - 1 })
  }

  @Test("Y copies the row where there is one, else the command")
  func without() throws {
    var scenario = try Scenario(.sample, view: "actions")
    try scenario.type("v/zzzzz")
    try scenario.press(.enter)
    try scenario.type("Y")
    guard case .copyCommand(let order)? = scenario.effects.last else {
      Issue.record("\(scenario.effects)")
      return
    }
    #expect(order.place.filter == "zzzzz")
    try scenario.press(.escape)
    try scenario.type("Y")
    guard case .copy? = scenario.effects.last else {
      Issue.record("\(scenario.effects)")
      return
    }
  }

  @Test("Y copies a row of another list with its fields named", arguments: [40, 120])
  func otherLists(columns: Int) throws {
    var scenario = try Scenario(.sample, view: "meetings", columns: columns)
    try scenario.type("Y")
    guard case .copy(let text)? = scenario.effects.last else {
      Issue.record("\(scenario.effects)")
      return
    }
    #expect(text.contains(/^- .+会（日付: 令和[0-9]+年[0-9]+月[0-9]+日、議題: [0-9]+件.*）$/), "\(text)")
  }

  @Test("Y copies a row of a table without its bar")
  func withoutBar() throws {
    for lines in [LineStyle.unicode, .ascii] {
      var scenario = try Scenario(.sample, view: "actions", filter: "id:m01", lines: lines)
      try scenario.type("v")
      #expect(scenario.selectedText?.contains(lines == .ascii ? "##" : "██") == true)
      try scenario.type("Y")
      guard case .copy(let text)? = scenario.effects.last else {
        Issue.record("\(scenario.effects)")
        return
      }
      #expect(
        text
          == "- スマートフォンで完結する転入・転居の届出（フェーズ: 運用中、達成率: 82%、柱: 窓口、所管: 市民部、期限: 令和9年3月31日、CIO確認日: 令和8年3月12日、番号: m01）",
        "\(text)")
      #expect(!text.contains { "█▏▎▍▌▋▊▉░#.".contains($0) }, "\(text)")
    }
  }
}
