import StrategyModel
import TestSupport
import Testing

@testable import StrategyStore

@Suite("The difference between two revisions")
struct DifferenceTests {
  @Test("It is what a comparison of all records finds", arguments: 1...12)
  func equalsSlowComparison(seed: UInt64) throws {
    var random = RandomLedger(seed: seed)
    let (_, reader) = try Ledger.inMemory(revisions: random.drafts(5))
    let head = try reader.head()
    for from in 0...head {
      for to in 0...head {
        let told = try reader.difference(DifferenceQuery(from: from, to: to, count: 1_000), today: today)
        let before = try records(reader, asOf: from)
        let after = try records(reader, asOf: to)
        var counts: [RecordKind: [RevisionTouch.Change: Int]] = [:]
        var changed: [RecordKey: RevisionTouch.Change] = [:]
        for key in Set(before.keys).union(after.keys) where before[key] != after[key] {
          let change: RevisionTouch.Change = before[key] == nil ? .added : after[key] == nil ? .retired : .changed
          counts[key.kind, default: [:]][change, default: 0] += 1
          changed[key] = change
        }
        #expect(told.counts == counts, "seed \(seed), r\(from)..r\(to)")
        expect(told, changed, before, after)
      }
    }
  }

  private func expect(
    _ told: LedgerDifference, _ changed: [RecordKey: RevisionTouch.Change], _ before: [RecordKey: Record],
    _ after: [RecordKey: Record]
  ) {
    let shown = told.groups.flatMap(\.records)
    #expect(shown.count == told.total && told.found == told.total)
    #expect(Set(shown.map(\.reference.key)).count == shown.count)
    for record in shown {
      let key = record.reference.key
      if let change = changed[key] {
        #expect(record.change == change)
      } else {
        #expect(record.change == .changed && key.kind == .item, "only what was measured brings an item in")
      }
      if record.change == .changed { #expect(!record.fields.isEmpty, "\(key) says nothing") }
    }
    // What belongs to an item stands there; all else stands for itself.
    for key in changed.keys where !shown.contains(where: { $0.reference.key == key }) {
      let items = [before[key], after[key]].compactMap { record -> String? in
        switch record {
        case .measurement(let measurement)?: measurement.item
        case .review(let review)?: review.item
        default: nil
        }
      }
      #expect(items.contains { item in shown.contains { $0.reference.key == RecordKey(.item, item) } }, "\(key)")
    }
  }

  private func records(_ reader: StoreReader, asOf number: Int) throws -> [RecordKey: Record] {
    guard number > 0 else { return [:] }
    var records: [RecordKey: Record] = [:]
    try reader.forEachRecord(asOf: number) { record throws(StoreError) in records[record.key] = record }
    return records
  }

  private func ledger() throws -> StoreReader {
    let kpi = KPI(id: "i0-k1", name: "応答率", unit: "%")
    let pillars = ["p1", "p2"].map { id in
      RecordChange.put(
        .pillar(Pillar(id: id, strategy: "s", order: id == "p1" ? 1 : 2, name: "柱\(id)", source: Source(nil))))
    }
    return try Ledger.inMemory(revisions: [
      draft(
        "2020-01-01",
        pillars + [
          item("i0", "窓口案内") {
            $0.pillar = "p2"
            $0.kpis = [kpi]
            $0.phase = .verifying
          }, item("i1", "申請") { $0.pillar = "p1" }, item("i2"),
          .put(.measurement(Measurement(id: "m1", item: "i0", kpi: "i0-k1", date: .year(2019), value: 62))),
        ]),
      draft(
        "2020-02-01",
        [
          .put(.measurement(Measurement(id: "m2", item: "i0", kpi: "i0-k1", date: .year(2020), value: 88))),
          .put(.review(Review(id: "r1", item: "i2", date: civil("2020-01-20")))),
          item("i1", "申請の受付") { $0.pillar = "p1" },
        ]),
      draft(
        "2020-03-01",
        [
          item("i0", "窓口案内") {
            $0.pillar = "p2"
            $0.kpis = [kpi]
            $0.phase = .operating
          }, item("i1", "申請") { $0.pillar = "p1" }, .retire(RecordKey(.item, "i2")),
        ]),
    ]).1
  }

  @Test("A measurement shows as its item's KPI moving, a review at its item, all by pillar")
  func owned() throws {
    let told = try ledger().difference(DifferenceQuery(from: 1, to: 2, count: 10), today: today)
    #expect(told.groups.map(\.heading) == [.pillar("柱p1"), .pillar("柱p2"), .pillar(nil)])
    func percent(_ value: Double, _ year: Int) -> FieldValue {
      .measured(value, unit: "%", isApproximate: false, on: .year(year))
    }
    #expect(
      told.groups[1].records.first?.fields == [
        FieldDifference("measurements", part: [.text("応答率")], old: percent(62, 2019), new: percent(88, 2020))
      ])
    #expect(
      told.groups[2].records.first?.fields == [
        FieldDifference("reviews", old: nil, new: .date(.day(civil("2020-01-20"))))
      ])
    #expect(told.counts == [.item: [.changed: 1], .measurement: [.added: 1], .review: [.added: 1]])
    #expect(told.total == 3)
  }

  @Test("What changed and changed back is no difference; the phase moves once")
  func net() throws {
    let told = try ledger().difference(DifferenceQuery(from: 1, to: 3, count: 10), today: today)
    let records = told.groups.flatMap(\.records)
    #expect(records.map(\.reference.key.id) == ["i0", "i2"])
    #expect(
      records[0].fields.first
        == FieldDifference(
          "phase", old: .phase(.verifying, isDerived: false), new: .phase(.operating, isDerived: false)))
    #expect(records[1].change == .retired)
  }

  @Test(
    "A filter finds a record as it was or as it is",
    arguments: [
      ("受付", ["i1"]), ("phase:検証中", ["i0"]), ("phase:運用中", ["i0"]), ("柱:柱p1", ["i1"]), ("無い語", []),
      ("-受付", ["i1", "i0", "i2"]),
    ])
  func filter(text: String, ids: [String]) throws {
    let told = try ledger().difference(DifferenceQuery(from: 2, to: 3, filter: text, count: 10), today: today)
    #expect(told.groups.flatMap(\.records).map(\.reference.key.id) == ids)
    #expect(told.found == ids.count && told.total == 3)
  }

  @Test("Page by page it tells the same, and a group that goes on says so", arguments: [1, 2, 3, 7])
  func pages(count: Int) throws {
    var random = RandomLedger(seed: 5)
    let (_, reader) = try Ledger.inMemory(revisions: random.drafts(5))
    let head = try reader.head()
    let whole = try reader.difference(DifferenceQuery(from: 0, to: head, count: 1_000), today: today)
    var records: [RecordDifference] = []
    var headings: [LedgerDifference.Heading] = []
    for start in stride(from: 0, to: whole.found, by: count) {
      let page = try reader.difference(DifferenceQuery(from: 0, to: head, start: start, count: count), today: today)
      #expect(page.start == start && page.shown <= count && page.found == whole.found)
      records += page.groups.flatMap(\.records)
      headings += page.groups.filter { !$0.isContinued }.map(\.heading)
    }
    #expect(records == whole.groups.flatMap(\.records))
    #expect(headings == whole.groups.map(\.heading))
  }

  @Test("A revision that the store does not have is refused")
  func unknown() throws {
    let reader = try ledger()
    let error = storeError { try reader.difference(DifferenceQuery(from: 1, to: 9, count: 1), today: today) }
    #expect(error?.message == "改訂 r9 はありません（使えるのは r1 から r3）")
  }

  @Test("What was put after a revision is told, a measured item too; too much is not")
  func touched() throws {
    let reader = try ledger()
    guard case .touched(let told) = try reader.answer(Question(.touched(since: 1), revision: 2, today: today)).content
    else {
      Issue.record("no answer")
      return
    }
    #expect(told.isWhole)
    #expect(told.keys.filter { $0.kind == .item }.map(\.id).sorted() == ["i0", "i1", "i2"])
  }
}
