import StrategyModel
import Testing

@Suite("A record compared field by field")
struct RecordDifferenceTests {
  private let source = Source("https://example.jp/1")

  private var item: ActionItem {
    ActionItem(
      id: "it", title: "窓口案内", framework: "plan", pillar: "p1", phase: .verifying, summary: "窓口を開設する",
      kpis: [
        KPI(
          id: "it-k1", name: "応答率", unit: "%", baseline: 10,
          targets: [Target(id: "t1", due: PartialDate(code: "2021-03-31"), value: 80)], source: source)
      ],
      schedule: [ScheduleEntry(id: "s1", year: FiscalYear(2020), text: "検証")],
      budgets: [Budget(id: "b1", year: FiscalYear(2020), yen: 1_000)],
      events: [ItemEvent(id: "e1", date: PartialDate(code: "2020-04"), text: "開始")], source: source)
  }

  private func fields(_ change: (inout ActionItem) -> Void) -> [FieldDifference] {
    var new = item
    change(&new)
    return FieldDifference.fields(from: .item(item), to: .item(new))
  }

  @Test("A record that did not change has no differences")
  func equal() { #expect(fields { _ in }.isEmpty) }

  @Test("A phase moves from one to the next; an inferred one says so")
  func phases() {
    #expect(
      fields { $0.phase = .operating } == [
        FieldDifference(
          "phase", old: .phase(.verifying, isDerived: false), new: .phase(.operating, isDerived: false))
      ])
    let inferred = fields {
      $0.phase = nil
      $0.derivedPhase = DerivedPhase(.operating, asOf: nil, basis: "公報", source: Source(nil))
    }
    #expect(inferred.first?.new == .phase(.operating, isDerived: true))
  }

  @Test("A target is told with its KPI, its day and its unit")
  func targets() {
    let number = { FieldValue.number($0, unit: "%", isApproximate: false) }
    #expect(
      fields { $0.kpis[0].targets[0].value = 90 } == [
        FieldDifference(
          "targets", part: [.text("応答率"), .date(PartialDate(code: "2021-03-31"))], old: number(80), new: number(90))
      ])
  }

  @Test("What comes or goes as a whole does not repeat its sources")
  func wholeParts() {
    let added = fields { $0.kpis.append(KPI(id: "it-k2", name: "件数", unit: "件", baseline: 5, source: source)) }
    #expect(added.map(\.name) == ["kpis", "baseline"])
    let removed = fields { $0.schedule = [] }
    #expect(removed == [FieldDifference("schedule", part: [.year(FiscalYear(2020))], old: .text("検証"), new: nil)])
  }

  @Test("A pillar that was inferred says so, and so does one that no longer is")
  func inferredPillar() {
    #expect(
      fields { ($0.pillar, $0.pillarConfidence) = ("p2", .derived) } == [
        FieldDifference("pillar", old: .record("p1"), new: .record("p2", isDerived: true))
      ])
    #expect(
      fields { $0.pillarConfidence = .derived } == [
        FieldDifference("pillar", old: .record("p1"), new: .record("p1", isDerived: true))
      ])
  }

  @Test("What a sum is for is told beside it, and as a change of its own only where the sum stays")
  func purposes() {
    let year = FieldValue.year(FiscalYear(2021))
    #expect(
      fields { $0.budgets.append(Budget(id: "b2", year: FiscalYear(2021), yen: 500, purpose: "当初予算")) } == [
        FieldDifference("budgets", part: [year, .text("当初予算")], old: nil, new: .yen(500))
      ])
    #expect(fields { $0.budgets[0].purpose = "委託" }.map(\.name) == ["note"])
  }

  @Test("Every field of an item shows when it changes")
  func complete() {
    expectShown { $0.title = "別" }
    expectShown { $0.reading = "まどぐち" }
    expectShown { $0.framework = nil }
    expectShown { $0.pillar = "p2" }
    expectShown { $0.pillarConfidence = .derived }
    expectShown { $0.legacyPillar = "p0" }
    expectShown { $0.legacyPillarConfidence = .derived }
    expectShown { $0.planRelation = "本文" }
    expectShown { $0.department = "総務局" }
    expectShown { $0.departmentRole = "主管" }
    expectShown { $0.departmentSource = Source("x") }
    expectShown { $0.phase = nil }
    expectShown { $0.derivedPhase = DerivedPhase(.verifying, asOf: nil, basis: "", source: Source(nil)) }
    expectShown { $0.start = .year(2020) }
    expectShown { $0.end = .year(2021) }
    expectShown { $0.summary = nil }
    expectShown { $0.isSummaryOurs = true }
    expectShown { $0.note = "備考" }
    expectShown { $0.source = Source(nil) }
    expectShown { $0.source.confidence = .derived }
    expectShown { $0.source.more = ["y"] }
    expectShown { $0.kpis = [] }
    expectShown { $0.kpis[0].name = "率" }
    expectShown { $0.kpis[0].unit = nil }
    expectShown { $0.kpis[0].isApproximate = true }
    expectShown { $0.kpis[0].baseline = nil }
    expectShown { $0.kpis[0].baselineDate = .year(2019) }
    expectShown { $0.kpis[0].note = "注" }
    expectShown { $0.kpis[0].source = Source(nil) }
    expectShown { $0.kpis[0].targets[0].due = nil }
    expectShown { $0.kpis[0].targets[0].note = "注" }
    expectShown { $0.kpis[0].targets[0].source = Source("z") }
    expectShown { $0.schedule[0].year = FiscalYear(2021) }
    expectShown { $0.schedule[0].text = "運用" }
    expectShown { $0.schedule[0].source = Source("z") }
    expectShown { $0.budgets[0].yen = 2 }
    expectShown { $0.budgets[0].year = FiscalYear(2019) }
    expectShown { $0.budgets[0].purpose = "委託" }
    expectShown { $0.budgets[0].source = Source("z") }
    expectShown { $0.events[0].date = .year(2020) }
    expectShown { $0.events[0].text = "完了" }
    expectShown { $0.events[0].source = Source("z") }
  }

  private func expectShown(
    sourceLocation: SourceLocation = #_sourceLocation, _ change: (inout ActionItem) -> Void
  ) {
    #expect(!fields(change).isEmpty, sourceLocation: sourceLocation)
  }

  @Test("A reworded entry of a list is one change, another text two")
  func reworded() {
    let old = Meeting(
      id: "m", body: "b", title: "会議", date: CivilDate(dayNumber: 18_000),
      agenda: [AgendaItem("アクションプランの改訂について"), AgendaItem("その他")])
    var new = old
    new.agenda[0].title = "アクションプランの進捗について"
    #expect(
      FieldDifference.fields(from: .meeting(old), to: .meeting(new)) == [
        FieldDifference("agenda", old: .text("アクションプランの改訂について"), new: .text("アクションプランの進捗について"))
      ])
    new.agenda[0].title = "開会"
    #expect(FieldDifference.fields(from: .meeting(old), to: .meeting(new)).count == 2)
  }

  @Test("A new order alone is told as such")
  func order() {
    let old = Meeting(
      id: "m", body: "b", title: "会議", date: CivilDate(dayNumber: 18_000), attendees: ["市長", "副市長", "CIO"])
    var new = old
    new.attendees = ["CIO", "市長", "副市長"]
    #expect(
      FieldDifference.fields(from: .meeting(old), to: .meeting(new)) == [
        FieldDifference("attendees", old: nil, new: nil)
      ])
  }
}
