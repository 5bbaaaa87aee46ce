import StrategyModel
import TestSupport
import Testing
import TextUI

@testable import Dashboard

@Suite("Correcting by forms")
struct CorrectionFormTests {
  /// The sample city's item of a board's first lane, which is 企画中.
  private func board(_ keys: String = "") throws -> Scenario {
    var scenario = try Scenario(.sample, view: "actions")
    try scenario.type(keys)
    return scenario
  }

  private func order(_ scenario: Scenario) throws -> CorrectionOrder {
    guard case .correct(let order)? = scenario.effects.last else {
      Issue.record("nothing was ordered:\n\(scenario.text)")
      throw NothingOrdered()
    }
    return order
  }

  private struct NothingOrdered: Error {}

  @Test("m moves the phase: what is ordered holds the item as it was read, the choice, the day and the reason")
  func phase() throws {
    var scenario = try board("m")
    #expect(scenario.text.contains("フェーズを移す") && scenario.text.contains("フェーズ: 企画中"))
    try scenario.press(.right, .tab, .tab)
    try scenario.type("試行のため")
    try scenario.press(.tab)
    try scenario.type("検討を始めました")
    try scenario.press(.control("s"))
    let order = try order(scenario)
    #expect(order.author == "試験の職員" && order.update == "検討を始めました")
    guard case .phase(let item, .considering, Scenario.today, "試行のため") = order.correction else {
      Issue.record("\(order)")
      return
    }
    #expect(scenario.text.contains("保存しています"))
    let part = order.correction.part
    #expect(part.base == .item(item))
    guard case .item(let wanted)? = part.wanted else { return }
    #expect(wanted.phase == .considering)
    #expect(wanted.events.last?.text == "企画中から検討中へ（試行のため）" && wanted.events.last?.date == .day(Scenario.today))
    #expect(Set(wanted.events.map(\.id)).count == wanted.events.count)
  }

  @Test("Enter goes from line to line and saves on the last; digits choose")
  func enter() throws {
    var scenario = try board("m3")
    try scenario.press(.enter, .enter, .enter, .enter, .enter)
    #expect(scenario.text.contains("▶ 保存する"))
    try scenario.press(.enter)
    guard case .phase(_, .developing, _, "") = try order(scenario).correction else {
      Issue.record("\(scenario.effects)")
      return
    }
  }

  @Test(
    "What a line cannot be is said below it, and nothing is ordered",
    arguments: [
      ("m", "", "いまと同じフェーズです"), ("m2\t", "いつか", "「いつか」は日付ではありません"),
      ("m2\t", "令和9年1月1日", "今日より後の日付です"), ("llllK\t", "多い", "「多い」は数ではありません"),
      ("llllK\t", "1,2,3", "「1,2,3」は数ではありません"), ("R", "令和元年4月30日", "「令和元年4月30日」は日付ではありません"),
    ])
  func faults(keys: String, text: String, words: String) throws {
    var scenario = try board()
    for key in keys { try scenario.press(key == "\t" ? .tab : .character(key)) }
    if !text.isEmpty { try scenario.press(.control("u")) }
    try scenario.type(text)
    try scenario.press(.control("s"))
    #expect(scenario.text.contains(words), "\(scenario.text)")
    #expect(scenario.effects.isEmpty)
    guard case .form? = scenario.state.overlay?.kind else {
      Issue.record("the form is closed")
      return
    }
  }

  @Test(
    "A measurement is read as people write it, in the KPI's unit",
    arguments: [("41.5", 41.5), ("４１．５％", 41.5), ("1,200", 1200), ("41.5%", 41.5)])
  func measurement(text: String, value: Double) throws {
    var scenario = try board("llllK")
    try scenario.press(.tab)
    try scenario.type(text)
    try scenario.press(.control("s"))
    let order = try order(scenario)
    guard case .measurement(let item, let kpi, value, .day(Scenario.today), "") = order.correction else {
      Issue.record("\(order)")
      return
    }
    #expect(order.correction.part.wanted?.key.id == Measurement.id(of: kpi, in: item, on: .day(Scenario.today)))
  }

  @Test("A value that is on record for that day is told, not doubled")
  func twice() throws {
    var scenario = try board("llllK")
    try scenario.press(.tab)
    try scenario.type("41.5")
    try scenario.press(.tab, .control("u"))
    try scenario.type("令和8年9月30日")
    try scenario.press(.control("s"))
    #expect(scenario.text.contains("もう記録されています") && scenario.effects.isEmpty, "\(scenario.text)")
  }

  @Test("A review and a decision are ordered with what was typed; a decision names items by id or title")
  func reviewAndDecision() throws {
    var review = try board("R")
    try review.press(.tab)
    try review.type("副市長")
    try review.press(.control("s"))
    guard case .review(_, Scenario.today, "副市長", "") = try order(review).correction else {
      Issue.record("\(review.effects)")
      return
    }
    var meetings = try Scenario(.sample, view: "meetings")
    try meetings.type("E")
    try meetings.type("試行する")
    try meetings.press(.tab)
    try meetings.type(" m05 ； 地図 ")
    try meetings.press(.control("s"))
    guard case .decision(let meeting, "試行する", ["m05", "地図"]) = try order(meetings).correction else {
      Issue.record("\(meetings.effects)")
      return
    }
    #expect(meeting.id == meetings.state.place.cursors.values.compactMap { $0.id }.compactMap(\.recordID).first)
  }

  @Test("Where the record at hand is of another kind, the key says what to select")
  func otherKinds() throws {
    var meetings = try Scenario(.sample, view: "meetings")
    try meetings.type("m")
    #expect(meetings.text.contains("取組を選んでから使います"))
    var actions = try board("E")
    #expect(actions.text.contains("会議を選んでから使います"))
    try actions.press(.escape)
    var overview = try Scenario(.sample)
    try overview.type("e")
    #expect(overview.text.contains("記録を選んでから使います"))
  }

  @Test("Esc drops what was typed only when pressed twice")
  func escape() throws {
    var scenario = try board("m2")
    try scenario.press(.escape)
    #expect(
      scenario.text.contains("もう一度 Esc") && scenario.text.contains("検討中  2/5") || scenario.text.contains("< 検討中 >"))
    try scenario.press(.escape)
    #expect(scenario.state.overlay == nil)
    try scenario.type("m")
    try scenario.press(.escape)
    #expect(scenario.state.overlay == nil)
  }

  @Test("One who was overtaken sees what the other did; saving again stands on top of it")
  func overtaken() throws {
    var scenario = try board("m3")
    try scenario.press(.control("s"))
    guard case .phase(var theirs, _, _, _) = try order(scenario).correction else { return }
    theirs.phase = .operating
    theirs.note = "先の人の覚え"
    try scenario.send(.corrected(.overtaken(by: .item(theirs), ["r9 令和8年11月23日 佐藤「先の訂正」", "先の保存: フェーズ"])))
    #expect(scenario.text.contains("r9 令和8年11月23日 佐藤「先の訂正」"))
    #expect(scenario.text.contains("ほかの人が先に変えています") && scenario.text.contains("フェーズ: 運用中"))
    try scenario.press(.control("s"))
    let again = try order(scenario).correction.part
    #expect(again.base == .item(theirs))
    guard case .item(let wanted)? = again.wanted else { return }
    #expect(wanted.note == "先の人の覚え" && wanted.phase == .developing)
    try scenario.send(.corrected(.overtaken(by: nil, ["r10"])))
    #expect(scenario.text.contains("先に廃止しました"))
  }

  @Test("A correction that was written closes the form and is no news from others; the item stays selected in its lane")
  func written() throws {
    var scenario = try Scenario(.sample, view: "actions", writes: true)
    try scenario.type("m2")
    try scenario.press(.control("s"))
    let order = try order(scenario)
    let result = try scenario.ledger.correct(
      Correction(
        parts: [order.correction.part], effective: Scenario.today, author: "職員", title: order.correction.title),
      today: Scenario.today)
    guard case .written(let revision) = result else { return }
    try scenario.send(.storeChanged(head: revision.number))
    #expect(!scenario.text.contains("他の端末で更新されました"))
    try scenario.send(.corrected(.written(revision)))
    #expect(scenario.state.overlay == nil)
    #expect(scenario.text.contains("r9 に書き込みました"))
    #expect(scenario.state.place.focus == 1)
    #expect(scenario.text.contains("▶ データ連携基盤"))
  }

  @Test(
    "Where nothing can be written, each key says why, and help offers none of them",
    arguments: [
      (WriteAccess.declined, "閲覧のみで開いています"), (.forbidden, "書き込む権限がありません"), (.temporary, "メモリー上にあるため"),
    ])
  func readOnly(access: WriteAccess, words: String) throws {
    for key in ["e", "a", "m", "K", "R", "E", "u"] {
      var scenario = try Scenario(.sample, view: "actions", writeAccess: access)
      try scenario.type(key)
      #expect(scenario.text.contains(words), "\(key)")
      #expect(scenario.effects.isEmpty && scenario.state.overlay == nil)
    }
    var help = try Scenario(.sample, view: "actions", rows: 120, writeAccess: access)
    try help.type("?")
    #expect(!help.text.contains("フェーズを移す") && help.text.contains("書き出し"))
  }

  @Test("The past is not corrected")
  func past() throws {
    let scenario = try board(",e")
    #expect(scenario.text.contains("過去の改訂を見ています。= で最新に戻ってから直してください"))
    #expect(scenario.effects.isEmpty)
  }

  @Test("Kana of an IME that was left on fire nothing that writes; full-width letters act")
  func kana() throws {
    for kana in ["あ", "え", "う"] {
      var scenario = try board()
      try scenario.send(.input(.text(kana)))
      #expect(scenario.effects.isEmpty && scenario.state.overlay == nil && scenario.text.contains("IMEがオンです"))
    }
    var scenario = try board()
    try scenario.send(.input(.text("ａ")))
    #expect(scenario.state.overlay?.kind == .corrections)
  }

  @Test("a lists what can be recorded for the record at hand, then what can be added anew")
  func menu() throws {
    var scenario = try board("a")
    #expect(scenario.text.contains("フェーズを移す") && !scenario.text.contains("会議の決定事項を加える"))
    try scenario.press(.enter)
    #expect(scenario.text.contains("フェーズ: 企画中"))
    try scenario.press(.escape)
    try scenario.type("ajjj")
    try scenario.press(.enter)
    #expect(scenario.effects == [.add(.item)])
    var meetings = try Scenario(.sample, view: "meetings")
    try meetings.type("a")
    #expect(meetings.text.contains("会議の決定事項を加える") && !meetings.text.contains("フェーズを移す"))
  }

  @Test("e opens the selected record, in a record the open one, and on a measurement's row that one")
  func edit() throws {
    var scenario = try board("e")
    guard case .edit(let key)? = scenario.effects.last else {
      Issue.record("no edit")
      return
    }
    try scenario.press(.enter)
    try scenario.type("e")
    #expect(scenario.effects.last == .edit(key))
    try scenario.type("/実績値")
    try scenario.press(.enter)
    for _ in 0..<60 where scenario.effects.last == .edit(key) {
      try scenario.type("je")
    }
    guard case .edit(let other)? = scenario.effects.last else { return }
    #expect(other == key || [.measurement, .review].contains(other.kind))
  }

  @Test("The form at each size", arguments: GoldenScreenTests.sizes)
  func golden(size: (Int, Int)) throws {
    var scenario = try Scenario(.sample, view: "actions", columns: size.0, rows: size.1)
    try scenario.type("m")
    try scenario.press(.control("s"))
    try Golden.expect(scenario.text + "\n", at: "\(size.0)x\(size.1)/sample-form.txt")
  }
}

extension RowID {
  fileprivate var recordID: String? {
    if case .record(let key) = self { key.id } else { nil }
  }
}
