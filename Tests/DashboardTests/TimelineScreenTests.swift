import StrategyModel
import StrategyStore
import TestSupport
import Testing
import TextUI

@testable import Dashboard

@Suite("The timeline of 取組")
struct TimelineScreenTests {
  private func timeline(
    _ store: Scenario.Store = .sample, columns: Int = 120, rows: Int = 36, filter: String = "",
    ambiguous: AmbiguousWidth = .narrow, since: Int? = nil
  ) throws -> Scenario {
    var scenario = try Scenario(
      store, view: "actions", filter: filter, columns: columns, rows: rows, ambiguous: ambiguous, since: since)
    try scenario.type("vv")
    return scenario
  }

  @Test("v goes from board to table to timeline and around")
  func cycle() throws {
    var scenario = try Scenario(.sample, view: "actions")
    var seen: [String] = []
    for _ in 0..<3 {
      try scenario.type("v")
      seen.append(scenario.state.options.layout.rawValue)
    }
    #expect(seen == ["table", "timeline", "board"])
  }

  @Test("Today's line stands in one column of every row", arguments: [40, 80, 120, 200])
  func todaysLine(columns: Int) throws {
    let scenario = try timeline(.osaka, columns: columns, rows: 40)
    let policy = scenario.state.settings.policy
    let rows = scenario.screen.filter { $0.contains("│") && !$0.contains("今日") }
    #expect(rows.count >= 23)
    let places = Set(rows.map { policy.width(of: String($0.prefix { $0 != "│" })) })
    #expect(places.count == 1, "\(scenario.text)")
  }

  @Test("No row is wider than the screen", arguments: [40, 57, 80, 100, 120, 200], [AmbiguousWidth.narrow, .wide])
  func widths(columns: Int, ambiguous: AmbiguousWidth) throws {
    for since in [nil, 4] {
      let scenario = try timeline(columns: columns, rows: 30, ambiguous: ambiguous, since: since)
      let pane = try #require(scenario.state.panes.first)
      for line in pane.titleLines + (0..<20).flatMap({ pane.rows.row($0).lines }) {
        let room = Pane.textColumns(columns) + (pane.titleLines.contains(line) ? Pane.gutter : 0)
        #expect(line.width(scenario.state.settings.policy) <= room, "\(line.text)")
      }
    }
  }

  @Test("The legend explains every sign, on a second line where one is too short", arguments: [57, 80, 120])
  func legend(columns: Int) throws {
    for lines in [LineStyle.unicode, .ascii] {
      for since in [nil, 4] {
        let scenario = try Scenario(
          .sample, view: "actions", columns: columns, rows: 24, pinned: nil, since: since, lines: lines)
        var timeline = scenario
        try timeline.type("vv")
        let legend = timeline.screen.dropFirst(2).prefix(2).joined(separator: " ")
        let signs = lines == .unicode ? ["┊", "<>", "│", "◆"] : [":", "<>", "|", "o"]
        for sign in signs { #expect(legend.contains(sign), "\(sign): \(legend)") }
        #expect(legend.contains("年度") && legend.contains("続く"))
        #expect(since == nil || columns < 60 || legend.contains("遅れは r4 の計画の終わりと比べる"))
      }
    }
  }

  @Test("h and l go from year to year and the command of the view says so; v fits the scale anew")
  func shift() throws {
    var scenario = try timeline(.osaka, columns: 80, rows: 24)
    let before = scenario.screen[3]
    try scenario.type("ll")
    #expect(scenario.text.contains("年度から"))
    let year = try #require(scenario.state.options.firstYear)
    #expect(scenario.screen[3] != before)
    try scenario.press(.left)
    #expect(scenario.state.options.firstYear == year - 1)
    try scenario.type("vvv")
    #expect(scenario.state.options.firstYear == nil)
    #expect(scenario.screen[3] == before)
  }

  @Test("The years end where the calendar of eras begins and ends")
  func calendarEnds() throws {
    var scenario = try timeline()
    scenario = try shifted(scenario, to: 1869)
    try scenario.type("hh")
    #expect(scenario.text.contains("これより前の年度はありません"))
    #expect(scenario.state.options.firstYear == 1868)
  }

  private func shifted(_ scenario: Scenario, to year: Int) throws -> Scenario {
    var scenario = scenario
    while (scenario.state.options.firstYear ?? 2020) > year { try scenario.type("h") }
    return scenario
  }

  @Test("Enter opens the selected item, Esc comes back to it; filter, order and groups work as in the table")
  func asInTheTable() throws {
    var scenario = try timeline()
    try scenario.type("jj")
    let selected = try #require(scenario.selectedText)
    try scenario.press(.enter)
    #expect(scenario.state.place.record?.kind == .item)
    try scenario.press(.escape)
    #expect(scenario.selectedText == selected)
    try scenario.type("b")
    #expect(scenario.state.options.layout == .timeline)
    try scenario.type("s")
    #expect(scenario.text.contains("名称▲"))
    try scenario.type("/窓口")
    try scenario.press(.enter)
    #expect(scenario.text.contains("件／60件"))
    #expect(scenario.state.options.layout == .timeline)
  }

  @Test("An item without dates says so, and shows no bar")
  func noDates() throws {
    let scenario = try timeline(.osaka)
    let row = try #require(scenario.screen.first { $0.contains("庁内無線LAN") })
    #expect(row.contains("日程の記録なし"))
    #expect(!row.contains { "░▒▓█◆·".contains($0) })
  }

  @Test("Rows whose dates have not come are not said to have none")
  func datesToCome() throws {
    let context = try Scenario(.osaka, view: "actions").state.context
    let row = TimelineRow(context: context, layout: TimelineLayout(context, years: 2020...2026))
    let item = ItemRow(id: "i", title: "取組", since: 1)
    #expect(row.line(item).text.contains("…"))
    #expect(!row.line(item).text.contains("記録なし"))
    var known = item
    known.timing = ItemTiming()
    #expect(row.line(known).text.contains("日程の記録なし"))
  }

  @Test("Slips stand beside the bars only once there is something to compare with; B chooses it")
  func slips() throws {
    var scenario = try timeline()
    #expect(!scenario.text.contains("遅れ"))
    try scenario.type("B")
    try scenario.type("r1")
    try scenario.press(.enter)
    #expect(scenario.state.since == 1)
    #expect(scenario.text.contains("遅れ(r1)"))
    #expect(scenario.text.contains("変わらず"))
    #expect(scenario.text.contains("新規"))
    try scenario.type("B")
    try scenario.press(.enter)
    #expect(scenario.state.since == nil)
    #expect(!scenario.text.contains("遅れ(r1)"))
  }

  @Test("A plan that ends later says by how much, in words or with a sign where there is little room")
  func slipWords() {
    func text(_ old: String?, _ new: String?, isTerse: Bool = false) -> String {
      let ends = [old, new].map { PlannedEnd(end: $0.map { PartialDate(code: $0) }) }
      return Words(.ja).slip(ends[1].slip(from: ends[0]), isTerse: isTerse)
    }
    #expect(text("2021-03-31", "2021-09-30") == "6か月遅れ")
    #expect(text("2021-03-31", "2021-09-30", isTerse: true) == "+6か月")
    #expect(text("2021-03-31", "2022-03-31") == "1年遅れ")
    #expect(text("2021-03-31", "2020-12-31") == "3か月早い")
    #expect(text("2021-03-31", "2021-03-10") == "21日早い")
    #expect(text("2021-03-15", "2021-05-31") == "約2か月遅れ")
    #expect(text("2020年度", "2022年度") == "2年遅れ")
    #expect(text("2020年度", "2021-09-30") == "約6か月遅れ")
    #expect(text("2020年度", "2021-03-31") == "変わらず")
    #expect(text("夏ごろ", "2021-03-31") == "記録なし")
    #expect(text(nil, "2021-03-31") == "記録なし")
  }

  @Test("Like is compared with like: end with end, else the last due date, else the last year of the schedule")
  func likeWithLike() {
    let due = PartialDate(code: "2021-03-31")
    let later = PartialDate(code: "2021-06-30")
    let year = PartialDate.fiscalYear(FiscalYear(2020))
    #expect(PlannedEnd(end: later).slip(from: PlannedEnd(due: due)) == .unknown)
    #expect(PlannedEnd(end: later, due: later).slip(from: PlannedEnd(due: due)) == .months(3, isExact: true))
    #expect(PlannedEnd(due: later, scheduled: year).slip(from: PlannedEnd(scheduled: year)) == Slip.none)
  }

  @Test("Names of years get shorter with their room, and skip years before they run into each other")
  func yearNames() throws {
    func years(_ columns: Int, _ range: ClosedRange<Int>) throws -> String {
      let context = try Scenario(.osaka, view: "actions", columns: columns).state.context
      let layout = TimelineLayout(context, years: range)
      return TimelineHeading(context: context, layout: layout).years.text
    }
    #expect(try years(120, 2024...2027).contains("令和6年度   令和7年度   令和8年度"))
    #expect(try years(120, 2020...2027).contains("R2年度  R3年度"))
    #expect(try years(120, 2012...2026).contains("H24 H25 H26"))
    #expect(try years(80, 2005...2026).contains("H18 H20 H22"))
  }
}
