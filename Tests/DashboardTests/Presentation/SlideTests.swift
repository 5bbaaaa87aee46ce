import Dashboard
import StrategyModel
import TestSupport
import Testing
import TextUI

@Suite("The slides of a presentation")
struct SlideTests {
  private func presenting(
    _ store: Scenario.Store, _ meeting: String, columns: Int = 60, rows: Int = 18, today: CivilDate = Scenario.today
  ) throws -> Scenario {
    var scenario = try Scenario(store, view: "meetings/\(meeting)", columns: columns, rows: rows, today: today)
    try scenario.type("P")
    return scenario
  }

  @Test("A number leads where the agenda's page says, and the slides follow that page")
  func numbers() throws {
    var scenario = try presenting(.osaka, "mtg_hq_3", columns: 80, rows: 24)
    let agenda = scenario.screen
    let entries = agenda.compactMap { line -> (number: Int, text: String)? in
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2, let number = Int(words[0]), !words[1].hasPrefix("/") else { return nil }
      return (number, words[1].split(separator: " ").joined(separator: " "))
    }
    #expect(entries.map(\.number) == Array(1...9))
    #expect(entries[4].text == "戸籍事務のAI化" && entries[5].text.hasPrefix("戸籍事務のAI化(職員の知恵袋)"))
    #expect(agenda.contains { $0.contains("そのほかの取組") })
    for (number, text) in entries {
      try scenario.type("\(number)")
      try scenario.press(.enter)
      let letters = scenario.screen.joined().filter { $0 != " " }
      #expect(letters.contains(text.filter { $0 != " " }), "\(number)")
      #expect(scenario.text.contains("\(number <= 5 ? "議題" : "取組")\(number) "), "\(number)")
      #expect(scenario.state.presentation?.slide == number)
    }
  }

  @Test(
    "No slide breaks a date, a number from its unit or a word in katakana, and KPIs stand apart", arguments: [60, 80])
  func wholeWords(columns: Int) throws {
    let (_, reader) = try Scenario.Store.sample.shared()
    let date = /(令|令和|平成|[0-9]年|[0-9]年[0-9]+月|[0-9]) *\n *(和|[0-9]|年|月|日|時|百|万|件|人)/
    let katakana = /[ァ-ヴー] *\n *[ァ-ヴー]/
    var seen = 0
    for meeting in try reader.records(of: .meeting) {
      var scenario = try presenting(.sample, meeting.key.id, columns: columns)
      var before = ""
      while scenario.text != before {
        let text = scenario.text
        before = text
        #expect(text.firstMatch(of: date) == nil && text.firstMatch(of: katakana) == nil, "\(text)")
        var isBehindKPI = false
        for line in scenario.screen {
          if isBehindKPI, line.contains("█") { Issue.record("no air between two KPIs\n\(text)") }
          isBehindKPI = !line.isEmpty && (isBehindKPI || line.contains("目標値"))
        }
        seen += scenario.screen.count { $0.contains("█") } > 1 ? 1 : 0
        try scenario.press(.right)
      }
    }
    #expect(seen >= 3)
  }

  @Test("Each item of a topic has a slide under it, which names the topic")
  func topics() throws {
    var scenario = try presenting(.sample, "hq-4")
    var foot: [String] = []
    for _ in 0..<5 {
      foot.append(scenario.screen[17].split(separator: " ").joined(separator: " "))
      try scenario.press(.right)
    }
    #expect(
      foot == [
        "1 / 5", "議題1 2 / 5", "議題2 生成AIの取組の一本化 3 / 5", "議題2 生成AIの取組の一本化 4 / 5",
        "議題3 水道スマートメーターの本格導入の… 5 / 5",
      ])
  }

  @Test("What was retired since is shown as it was on the meeting's day, and that it was retired")
  func retired() throws {
    var scenario = try presenting(.sample, "hq-4")
    try scenario.press(.right, .right, .right)
    try Golden.expect(scenario.text + "\n", at: "60x18/sample-present-retired.txt")
    // Of a meeting before, the same item was there.
    var store = try Scenario(.sample, view: "meetings/hq-1", columns: 80, rows: 24, writes: true)
    guard case .dossier(let dossier?)? = store.state.slots[.main]?.answer?.content,
      case .meeting(var meeting) = dossier.record
    else {
      Issue.record("no meeting")
      return
    }
    meeting.agenda = [AgendaItem("会議録", items: ["m60"])]
    try store.append([.put(.meeting(meeting))])
    try store.send(.storeChanged(head: 9))
    try store.type("P2")
    try store.press(.left, .right)
    #expect(store.text.contains("その後 令和8年3月26日に廃止") && store.text.contains("令和6年7月30日の状態"))
  }

  @Test("Among all phases the present one says that it was inferred")
  func inferred() throws {
    var scenario = try presenting(.osaka, "mtg_hq_3", columns: 100, rows: 24)
    try scenario.type("5")
    try scenario.press(.enter, .right)
    #expect(scenario.text.contains("開発中 → [検証中]（推定） → 運用中"), "\(scenario.text)")
  }

  @Test("An item is shown as it was on the meeting's day, with what has become of it")
  func then() throws {
    var scenario = try presenting(.sample, "hq-4")
    try scenario.press(.right, .right)
    #expect(scenario.text.contains("達成率 92%"))
    #expect(scenario.text.contains("令和8年3月26日の状態、その後 運用中、達成率 82%"))
    // On the day itself there is nothing since.
    let day = try #require(CivilDate(iso: "2026-03-26"))
    var present = try presenting(.sample, "hq-4", today: day)
    try present.press(.right, .right)
    #expect(!present.text.contains("の状態"))
  }

  @Test(
    "An agenda longer than the screen goes on, never cut inside a topic", arguments: [(60, 18), (80, 24), (120, 36)])
  func longAgenda(size: (Int, Int)) throws {
    var scenario = try Scenario(
      .sample, view: "meetings/hq-5", columns: size.0, rows: size.1, writes: true)
    guard case .dossier(let dossier?)? = scenario.state.slots[.main]?.answer?.content,
      case .meeting(var meeting) = dossier.record
    else {
      Issue.record("no meeting")
      return
    }
    let titles = (1...14).map { "第\($0)の議題について、二行にわたる長さの表題で内容と経緯を詳しく述べて審議を求める件" }
    meeting.agenda = titles.map { AgendaItem($0) }
    meeting.items = []
    try scenario.append([.put(.meeting(meeting))])
    try scenario.send(.storeChanged(head: 9))
    try scenario.type("P")
    var pages: [[String]] = []
    while scenario.state.presentation?.slide == 0, pages.count < 20 {
      pages.append(scenario.screen)
      try scenario.press(.right)
    }
    try Golden.expect(
      pages.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n"),
      at: "\(size.0)x\(size.1)/sample-present-long.txt")
    let letters = pages.map { $0.joined().filter { $0 != " " } }
    for title in titles { #expect(letters.count { $0.contains(title) } == 1, "\(title)") }
    if pages.count > 1 { #expect(letters[pages.count - 1].contains("（\(pages.count)／\(pages.count)）")) }
    try scenario.press(.home)
    if pages.count > 1 {
      try scenario.type("n")
      #expect(scenario.text.contains("次  第5回見本市デジタル戦略本部会議（2／\(pages.count)）"))
      #expect(scenario.text.contains("1 / 16（1／\(pages.count)）"))
      try scenario.type("n")
    }
    try scenario.type("1")
    try scenario.press(.enter)
    // Back to the last page of the agenda, and page by page to its beginning.
    for page in pages.reversed() {
      try scenario.press(.left)
      #expect(scenario.screen == page)
    }
  }

  @Test("The operator's notes go on, too, with n")
  func longNotes() throws {
    var scenario = try Scenario(.sample, view: "meetings/hq-5", columns: 60, rows: 18, writes: true)
    guard case .dossier(let dossier?)? = scenario.state.slots[.main]?.answer?.content,
      case .meeting(var meeting) = dossier.record
    else {
      Issue.record("no meeting")
      return
    }
    let sentences = (1...40).map { "議事の\($0)番目の発言。" }
    meeting.minutes = sentences.joined()
    try scenario.append([.put(.meeting(meeting))])
    try scenario.send(.storeChanged(head: 9))
    try scenario.type("Pn")
    var text = ""
    var count = 0
    while scenario.state.presentation?.notes != nil, count < 20 {
      text += scenario.screen.dropFirst().dropLast().joined().filter { $0 != " " }
      count += 1
      try scenario.type("n")
    }
    #expect(count > 1)
    let minutes = text.replacing(#/今第5回見本市デジタル戦略本部会[^）]*（[0-9]+／[0-9]+）/#, with: "")
    for sentence in sentences { #expect(minutes.contains(sentence), "\(sentence)") }
    #expect(text.hasSuffix("q終わる"))
    #expect(scenario.text.contains("1 / 4") || scenario.text.contains("1 / 15"))
  }

  @Test("In English, too")
  func english() throws {
    var scenario = try Scenario(.sample, view: "meetings/hq-4", columns: 80, rows: 24, language: .en)
    try scenario.type("P")
    try scenario.press(.right, .right)
    #expect(scenario.text.contains("Topic 2  生成AIの取組の一本化"))
    #expect(scenario.text.contains("As of 令和8年3月26日; since then operating, Attainment 82%"))
    try scenario.press(.right)
    #expect(scenario.text.contains("Retired on 令和8年3月26日 (shown as it was before)"))
  }

  @Test("Who follows on a smaller screen sees the part that is shown, and can read on")
  func smallerFollower() throws {
    var scenario = try Scenario(.sample, view: "meetings", columns: 40, rows: 12)
    scenario.follow()
    let shown = PresentedPage(meeting: "hq-4", slide: 2, isBlank: false, revision: nil)
    try scenario.send(.pageTold(shown))
    #expect(scenario.text.contains("（1／3）"))
    try scenario.press(.right)
    #expect(scenario.text.contains("（2／3）"))
    try scenario.press(.right, .right, .right)
    #expect(scenario.text.contains("（3／3）") && scenario.state.presentation?.slide == 2)
    try scenario.press(.end, .character("1"), .enter)
    #expect(scenario.state.presentation?.slide == 2 && scenario.effects.isEmpty)
    try scenario.send(.pageTold(shown))
    #expect(scenario.text.contains("（1／3）"))
    try scenario.resize(columns: 120, rows: 36)
    #expect(!scenario.text.contains("（1／"))
  }
}
