import StrategyModel
import TestSupport
import Testing

@testable import StrategyStore

private struct NoItems: Error {}

@Suite("The dates of items as a timeline draws them")
struct ItemTimingTests {
  private func draft(_ day: String, _ records: [Record]) throws -> RevisionDraft {
    RevisionDraft(
      effective: try #require(CivilDate(iso: day)), recorded: "\(day)T00:00:00Z", author: "試験", title: "試験",
      changes: records.map(RecordChange.put))
  }

  private func item(_ phase: Phase?, end: String? = nil, dues: [String] = []) -> ActionItem {
    let targets = dues.enumerated().map { Target(id: "t\($0)", due: PartialDate(code: $1), value: 1) }
    return ActionItem(
      id: "i", title: "取組", phase: phase, start: PartialDate(code: "2020"), end: end.map { PartialDate(code: $0) },
      kpis: dues.isEmpty ? [] : [KPI(id: "k", name: "率", targets: targets)],
      schedule: [
        ScheduleEntry(id: "s1", year: FiscalYear(2020), text: "試行"),
        ScheduleEntry(id: "s2", year: FiscalYear(2021), text: "本番", source: Source(nil, confidence: .derived)),
      ],
      events: [ItemEvent(id: "e", date: PartialDate(code: "2020-05"), text: "開始\t2001-01-01\n2002-02-02")])
  }

  private func page(
    _ reader: StoreReader, _ query: ItemQuery = ItemQuery(), since: Int? = nil, revision: Int? = nil
  ) throws -> ItemPage {
    let span = ItemSpan(count: 50, timing: TimingQuery(since: since))
    let question = Question(.items(query, span), revision: revision, today: Scenario.today)
    guard case .items(let page) = try reader.answer(question).content else { throw NoItems() }
    return page
  }

  @Test("Plan, due dates, events, measurements and changes of phase, each as exactly as it is known")
  func facts() throws {
    let measurement = Measurement(id: "m", item: "i", kpi: "k", date: PartialDate(code: "2020-09-30"), value: 1)
    let (_, reader) = try Ledger.inMemory(revisions: [
      try draft("2020-04-01", [.item(item(.considering, dues: ["2021-03-31", "2021年度"]))]),
      try draft("2020-10-01", [.item(item(.developing, dues: ["2021-03-31", "2021年度"])), .measurement(measurement)]),
      try draft("2020-11-01", [.item(item(.developing, end: "2022-03", dues: ["2021-03-31", "2021年度"]))]),
    ])
    let timing = try #require(try page(reader).rows.first?.timing)
    #expect(timing.start == .year(2020))
    #expect(timing.end == .month(year: 2022, month: 3))
    #expect(timing.dues == ["2021-03-31", "2021年度"].map { PartialDate(code: $0) })
    #expect(
      timing.scheduled == [
        DatedFact(.fiscalYear(FiscalYear(2020))), DatedFact(.fiscalYear(FiscalYear(2021)), .derived),
      ])
    #expect(timing.happened == ["2020-05", "2020-09-30", "2020-10-01"].map { DatedFact(PartialDate(code: $0)) })
    #expect(timing.earlier == nil)
    let first = try #require(try page(reader, revision: 1).rows.first?.timing)
    #expect(first.end == nil)
    #expect(first.happened == [DatedFact(PartialDate(code: "2020-05"))])
  }

  @Test("An inferred phase tells the day by which it was inferred, as inferred")
  func derivedPhase() throws {
    var item = item(nil)
    item.events = []
    item.derivedPhase = DerivedPhase(.operating, asOf: PartialDate(code: "2020-08-07"), basis: "", source: Source(nil))
    let (_, reader) = try Ledger.inMemory(revisions: [try draft("2020-09-01", [.item(item)])])
    #expect(
      try page(reader).rows.first?.timing?.happened == [DatedFact(PartialDate(code: "2020-08-07"), .derived)])
  }

  @Test("The plan as of a chosen revision stands beside the present one")
  func earlier() throws {
    var late = ActionItem(id: "j", title: "後から")
    late.end = PartialDate(code: "2021-03-31")
    let (_, reader) = try Ledger.inMemory(revisions: [
      try draft("2020-04-01", [.item(item(.planning, end: "2021-03-31", dues: ["2021-03-31"]))]),
      try draft("2020-10-01", [.item(item(.planning, end: "2021-09-30", dues: ["2021-03-31"])), .item(late)]),
    ])
    let rows = try page(reader, since: 1).rows
    #expect(rows.map { $0.timing?.slip } == [.months(6, isExact: true), .newItem])
    // Nothing is earlier than the shown revision itself.
    #expect(try page(reader, since: 2).rows.allSatisfy { $0.timing?.earlier == nil })
    #expect(try page(reader, since: 1, revision: 1).rows.allSatisfy { $0.timing?.earlier == nil })
  }

  @Test("Board and table do not pay for dates")
  func unasked() throws {
    let (_, reader) = try Ledger.inMemory(revisions: [try draft("2020-04-01", [.item(item(.planning))])])
    let question = Question(.items(ItemQuery(), ItemSpan(count: 10)), today: Scenario.today)
    guard case .items(let page) = try reader.answer(question).content else { throw NoItems() }
    #expect(page.rows.first?.timing == nil)
    #expect(page.years == nil)
  }

  @Test("The years are those of all items as of the revision, whatever the filter, without wild ones")
  func years() throws {
    func plain(_ id: String, _ start: String, dues: [String] = []) -> Record {
      let targets = dues.enumerated().map { Target(id: "\(id)t\($0)", due: PartialDate(code: $1), value: 1) }
      return .item(
        ActionItem(
          id: id, title: id, start: PartialDate(code: start),
          kpis: dues.isEmpty ? [] : [KPI(id: "\(id)k", name: "率", targets: targets)]))
    }
    let wild = ActionItem(
      id: "w", title: "w", budgets: [Budget(id: "b", year: FiscalYear(Int.max), yen: 1)])
    let (_, reader) = try Ledger.inMemory(revisions: [
      try draft("2020-04-01", [plain("a", "2019-05-01"), .item(wild)]),
      try draft("2020-05-01", [plain("b", "2015-01-01", dues: ["2030-03-31"])]),
      try draft("2020-06-01", [plain("b", "2016-05-01", dues: ["2024-04-01"])]),
    ])
    #expect(try page(reader, revision: 1).years == 2019...2019)
    #expect(try page(reader, revision: 2).years == 2014...2029)
    #expect(try page(reader).years == 2016...2024)
    #expect(try page(reader, ItemQuery(filter: "id:a", sort: .title)).years == 2016...2024)
  }

  @Test("A store without dates has no years")
  func noYears() throws {
    let (_, reader) = try Ledger.inMemory(revisions: [
      try draft("2020-04-01", [.item(ActionItem(id: "a", title: "a"))])
    ])
    #expect(try page(reader).years == nil)
  }
}
