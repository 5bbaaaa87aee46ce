import StrategyModel
import TestSupport
import Testing

@testable import StrategyStore

@Suite("What needs attention")
struct AttentionTests {
  /// As the records tell, one by one.
  private func expected(_ reader: StoreReader, asOf: Int, on day: CivilDate) throws -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    var measured: [String: [Measurement]] = [:]
    var reviewed: [String: [CivilDate]] = [:]
    for case .measurement(let value) in try reader.records(of: .measurement, asOf: asOf) {
      measured[value.kpi, default: []].append(value)
    }
    for case .review(let value) in try reader.records(of: .review, asOf: asOf) {
      reviewed[value.item, default: []].append(value.date)
    }
    for case .item(let item) in try reader.records(of: .item, asOf: asOf) {
      func find(_ filter: String, if condition: Bool) { if condition { found[filter, default: []].insert(item.id) } }
      let last = reviewed[item.id]?.max()
      find("review:none", if: last == nil)
      find("review:overdue", if: last.map { $0 < day.adding(years: -1) } ?? false)
      let dues = item.kpis.flatMap(\.targets).compactMap { $0.due?.lastDay }
      find("due:90d", if: dues.contains { $0 >= day && $0.dayNumber <= day.dayNumber + 90 })
      for kpi in item.kpis {
        guard let latest = (measured[kpi.id] ?? []).latest else { continue }
        let reading = KPIReading(kpi, measurements: [latest], on: day)
        find("kpi:overdue", if: reading.isOverdue(on: day))
        find("kpi:behind", if: kpi.line(latest, itemStart: item.start, today: day)?.isBehind ?? false)
      }
    }
    return found
  }

  private let filters = ["review:none", "review:overdue", "due:90d", "kpi:overdue", "kpi:behind"]

  @Test(
    "Filters and the counts of the overview tell what the records do, as of any revision and day", arguments: 1...12)
  func equalsRecords(seed: UInt64) throws {
    var random = RandomLedger(seed: seed)
    let drafts = random.drafts(8)
    let (ledger, inMemory) = try Ledger.inMemory(revisions: drafts)
    let plain = try ledger.reader()
    while try !inMemory.fillArena() {}
    for _ in 0..<8 {
      let asOf = 1 + random.number(below: drafts.count)
      let day = civil("2019-06-01").adding(days: random.number(below: 1_500))
      let expected = try expected(plain, asOf: asOf, on: day)
      for filter in filters {
        let question = Question(
          .items(ItemQuery(filter: filter), ItemSpan(count: 100)), revision: asOf, today: day)
        for reader in [plain, inMemory] {
          var answer = try reader.answer(question)
          while answer.isPartial {
            while try !reader.fillArena() {}
            answer = try reader.answer(question)
          }
          guard case .items(let page) = answer.content else { throw StoreError.invalid("no items") }
          #expect(Set(page.rows.map(\.id)) == expected[filter] ?? [], "\(filter) r\(asOf) \(day.iso) seed \(seed)")
        }
      }
      guard case .overview(let overview) = try plain.answer(Question(.overview, revision: asOf, today: day)).content
      else { throw StoreError.invalid("no overview") }
      let counts = overview.attention
      #expect(
        [counts.withoutReview, counts.reviewOverdue, counts.dueSoon, counts.kpiOverdue]
          == filters.dropLast().map { expected[$0]?.count ?? 0 }, "r\(asOf) \(day.iso) seed \(seed)")
    }
  }

  @Test("A row tells each of its KPIs, with the line where it was asked for", arguments: 1...4)
  func readings(seed: UInt64) throws {
    var random = RandomLedger(seed: seed)
    let (_, reader) = try Ledger.inMemory(revisions: random.drafts(6))
    let day = civil("2020-10-01")
    var span = ItemSpan(count: 100)
    span.wantsKPIs = true
    guard case .items(let page) = try reader.answer(Question(.items(ItemQuery(), span), today: day)).content else {
      throw StoreError.invalid("no items")
    }
    var measured: [String: [Measurement]] = [:]
    for case .measurement(let value) in try reader.records(of: .measurement) {
      measured[value.kpi, default: []].append(value)
    }
    for row in page.rows {
      guard case .item(let item)? = try reader.record(RecordKey(.item, row.id)) else { continue }
      let lines = item.kpis.map { kpi in
        (measured[kpi.id] ?? []).latest.flatMap { kpi.line($0, itemStart: item.start, today: day) }
      }
      #expect(row.kpis.map(\.line?.expected) == lines.map { $0?.expected }, "\(row.id) seed \(seed)")
      #expect(row.kpis.map(\.name) == item.kpis.map(\.name))
    }
  }

  @Test("A review is a duty once a year: the last one may be a year old, not more")
  func aYear() throws {
    let changes = [item("a"), .put(.review(Review(id: "r", item: "a", date: civil("2020-03-17"))))]
    let (_, reader) = try Ledger.inMemory(revisions: [draft("2020-05-01", changes)])
    for (day, count) in [("2021-03-17", 0), ("2021-03-18", 1)] {
      let question = Question(.items(ItemQuery(filter: "review:overdue"), ItemSpan(count: 1)), today: civil(day))
      guard case .items(let page) = try reader.answer(question).content else { return }
      #expect(page.total == count, "\(day)")
    }
  }
}
