import StrategyModel
import TestSupport
import Testing

@testable import StrategyStore

@Suite("Reading as of a revision")
struct AsOfTests {
  @Test("Every view as of N is that of a store that ends with N", arguments: 1...3)
  func viewsEqualThoseOfAShorterStore(seed: UInt64) throws {
    var random = RandomLedger(seed: seed)
    let drafts = random.drafts(5)
    let (ledger, reader) = try Ledger.inMemory(revisions: drafts)
    let head = try #require(try ledger.head).number
    for number in 1...head {
      // Revisions that change nothing are not written, so the numbers of drafts and revisions may differ.
      let end = try #require(drafts.firstIndex { $0.title == (try reader.revisions())[number - 1].title })
      let (_, shorter) = try Ledger.inMemory(revisions: Array(drafts[...end]))
      #expect(try shorter.head() == number)
      #expect(try shorter.revisions() == Array(try reader.revisions().prefix(number)))
      #expect(try everything(reader, asOf: number) == everything(shorter, asOf: number), "seed \(seed), r\(number)")
    }
  }

  @Test("Changes of all revisions, written again, make the same chain", arguments: 1...6)
  func revisionsAreBundles(seed: UInt64) throws {
    var random = RandomLedger(seed: seed)
    let (_, reader) = try Ledger.inMemory(revisions: random.drafts(6))
    let copies = try reader.revisions().map { revision in
      RevisionDraft(
        effective: revision.effective, recorded: revision.recorded, author: revision.author, title: revision.title,
        note: revision.note, sourceFile: revision.sourceFile, changes: try reader.changes(of: revision.number))
    }
    let (_, copy) = try Ledger.inMemory(revisions: copies)
    #expect(try copy.revisions() == reader.revisions())
    let head = try reader.head()
    #expect(try everything(copy, asOf: head) == everything(reader, asOf: head))
  }

  @Test("The overview counts what the records say", arguments: 1...60)
  func overviewEqualsSlowCount(seed: UInt64) throws {
    var random = RandomLedger(seed: seed)
    let (_, reader) = try Ledger.inMemory(revisions: random.drafts(6))
    for number in 1...(try reader.head()) {
      let answer = try reader.answer(Question(.overview, revision: number, today: today))
      guard case .overview(let overview) = answer.content else {
        Issue.record("no overview")
        return
      }
      let slow = try SlowStore(reader, asOf: number)
      #expect(overview.attention == slow.attention(today: today), "seed \(seed), r\(number)")
      #expect(overview.phases == slow.phases)
      #expect(overview.budgets.reduce(0) { $0 + $1.yen } == slow.items.flatMap(\.budgets).reduce(0) { $0 + $1.yen })
      #expect(overview.statedPhases == slow.items.filter { $0.phase != nil }.count)
      #expect(overview.withoutDepartment == slow.items.filter { $0.department == nil }.count)
    }
  }

  @Test("List rows show what the records say", arguments: 1...20)
  func rowsEqualSlowRows(seed: UInt64) throws {
    var random = RandomLedger(seed: seed)
    let (_, reader) = try Ledger.inMemory(revisions: random.drafts(6))
    for number in 1...(try reader.head()) {
      let question = Question(.items(ItemQuery(), ItemSpan(count: 50)), revision: number, today: today)
      guard case .items(let page) = try reader.answer(question).content else {
        Issue.record("no items")
        return
      }
      let slow = try SlowStore(reader, asOf: number)
      #expect(page.rows.map(\.id) == slow.items.map(\.id))
      for (row, item) in zip(page.rows, slow.items) {
        #expect(row.kpi == slow.reading(item.kpis.first, today: today))
        #expect(row.lastReview == slow.reviews.filter { $0.item == item.id }.map(\.date).max())
        #expect(row.phase == item.shownPhase && row.department == item.department && row.years == item.spannedYears.all)
        #expect(row.nextDue == item.kpis.nextDue(on: today))
      }
    }
  }

  @Test("A revision that does not exist is named with those that do")
  func unknownRevision() throws {
    let (_, reader) = try Ledger.inMemory(revisions: [draft("2020-01-01", items(0..<1))])
    let error = storeError { try reader.answer(Question(.overview, revision: 9, today: today)) }
    #expect(error?.message == "改訂 r9 はありません（使えるのは r1 から r1）")
    #expect(error?.exitCode == 64)
  }

  @Test("A day means its end, a meeting the end of its day")
  func pointsInTime() throws {
    let meeting = Meeting(id: "m1", body: "b", title: "会議", date: civil("2020-02-01"), items: ["i0"])
    let (_, reader) = try Ledger.inMemory(revisions: [
      draft("2020-01-01", items(0..<1)), draft("2020-02-01", [item("i0", "その日のうちに")]),
      draft("2020-03-01", [item("i0", "あとで"), .put(.meeting(meeting))]),
    ])
    #expect(try reader.revision(at: .endOf(civil("2020-01-31"))).number == 1)
    #expect(try reader.revision(at: .endOf(civil("2020-02-01"))).number == 2)
    #expect(try reader.revision(at: .meeting("m1")).number == 2)
    #expect(
      storeError { try reader.revision(at: .endOf(civil("2019-12-31"))) }?.message
        == "2019-12-31 の時点の改訂はありません（最初の改訂は 2020-01-01）")
    #expect(
      storeError { try reader.revision(at: .meeting("x")) }?.message
        == "時点「x」が分かりません（使えるのは r7、2020-08-06、令和2年8月6日、R2.8.6、会議の番号 m1）")
    guard
      case .dossier(let dossier?) = try reader.answer(Question(.dossier(RecordKey(.meeting, "m1")), today: today))
        .content
    else {
      Issue.record("no dossier")
      return
    }
    #expect(dossier.items.map(\.title) == ["その日のうちに"])
  }

  @Test("A store without revisions still answers")
  func emptyStore() throws {
    let (ledger, reader) = try Ledger.inMemory(revisions: [])
    #expect(try ledger.head == nil)
    for topic in [Topic.overview, .frameworks, .items(ItemQuery(), ItemSpan(count: 10)), .revisions, .library] {
      #expect(try reader.answer(Question(topic, today: today)).asOf.number == 0)
    }
  }
}

/// The answers worked out from whole records, without any table of the store.
private struct SlowStore {
  var items: [ActionItem] = []
  var measurements: [Measurement] = []
  var reviews: [Review] = []

  init(_ reader: StoreReader, asOf number: Int) throws {
    for record in try reader.records(of: .item, asOf: number) {
      if case .item(let item) = record { items.append(item) }
    }
    for record in try reader.records(of: .measurement, asOf: number) {
      if case .measurement(let measurement) = record { measurements.append(measurement) }
    }
    for record in try reader.records(of: .review, asOf: number) {
      if case .review(let review) = record { reviews.append(review) }
    }
  }

  func reading(_ kpi: KPI?, today: CivilDate) -> KPIReading? {
    kpi.map { kpi in KPIReading(kpi, measurements: measurements.filter { $0.kpi == kpi.id }, on: today) }
  }

  var phases: PhaseCounts {
    var counts = PhaseCounts()
    for item in items { counts[item.shownPhase] += 1 }
    return counts
  }

  func attention(today: CivilDate) -> Attention {
    var attention = Attention()
    for item in items {
      let last = reviews.filter { $0.item == item.id }.map(\.date).max()
      if last == nil { attention.withoutReview += 1 }
      if let last, last < today.adding(years: -1) { attention.reviewOverdue += 1 }
      if item.kpis.contains(where: { reading($0, today: today)?.isOverdue(on: today) ?? false }) {
        attention.kpiOverdue += 1
      }
      let days = item.kpis.flatMap(\.targets).compactMap { $0.due?.lastDay }
      if days.contains(where: { today <= $0 && $0 <= today.adding(days: 90) }) { attention.dueSoon += 1 }
    }
    return attention
  }
}
