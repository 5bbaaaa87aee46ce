import GRDB
import StrategyModel
import TestSupport
import Testing

@testable import StrategyStore

@Suite("Counts that hang on several records")
struct AttentionCountingTests {
  private typealias Counts = [FacetKey: Int]

  private func kept(asOf number: Int, _ db: Database) throws -> Counts {
    var counts: Counts = [:]
    for row in try Row.fetchAll(
      db, sql: "SELECT facet, key, count FROM facet_count WHERE since <= ?1 AND until > ?1", arguments: [number])
    {
      guard let facet = Facet(rawValue: row[0]), facet == .review || facet == .missed else { continue }
      counts[FacetKey(facet: facet, key: row[1])] = row[2]
    }
    return counts
  }

  @Test("What a revision changes is the same by the items that it touches and over all", arguments: 1...30)
  func touchedEqualsAll(seed: UInt64) throws {
    var random = RandomLedger(seed: seed)
    let (_, reader) = try Ledger.inMemory(revisions: random.drafts(8))
    let head = try reader.head()
    try reader.read { db in
      #expect(try kept(asOf: 0, db).isEmpty)
      for number in 1...head {
        let kept = try kept(asOf: number, db)
        #expect(kept == (try AttentionCounting.all(asOf: number, db)).filter { $0.value != 0 }, "r\(number)")
        var added = try self.kept(asOf: number - 1, db)
        added.merge(try AttentionCounting.deltas(of: number, changes: AttentionCounting.few + 1, db)) { $0 + $1 }
        #expect(kept == added.filter { $0.value != 0 }, "r\(number)")
      }
    }
  }

  @Test("A review without its item, as a damaged file may have one, is an error and ends no program")
  func damaged() throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(configuration: configuration)
    try queue.inDatabase { db in
      try StoreSchema.migrate(db, from: 0)
      try db.execute(
        sql: """
          PRAGMA writable_schema = ON;
          UPDATE sqlite_schema SET sql = replace(sql, 'item TEXT NOT NULL', 'item TEXT') WHERE name = 'review_row';
          PRAGMA writable_schema = RESET;
          INSERT INTO review_row VALUES (1, 'r', NULL, 1, \(StoreSchema.open), '2020-01-01');
          """)
      #expect(throws: RowDecodingError.self) { try AttentionCounting.all(asOf: 1, db) }
    }
  }

  @Test("A staged import keeps the same counts", arguments: 1...10)
  func staged(seed: UInt64) throws {
    let scratch = try Scratch()
    var random = RandomLedger(seed: seed)
    let drafts = random.drafts(6)
    let (_, plain) = try Ledger.inMemory(revisions: drafts)
    let ledger = try Ledger.create(at: scratch.store, revisions: [drafts[0]])
    for draft in drafts.dropFirst() {
      _ = try ledger.append(
        draft, today: today, expectedHead: nil, progress: nil, limits: StagedImport.Limits(atOnce: 2, rows: 2, most: 4))
    }
    let reader = try ledger.reader()
    let head = try plain.head()
    #expect(try reader.head() == head)
    for number in 1...head {
      let question = Question(.overview, revision: number, today: today)
      #expect(try reader.answer(question).content == plain.answer(question).content, "r\(number)")
    }
    #expect(try LedgerCheck.faults(path: scratch.store).isEmpty)
  }

  @Test("Reviews count with an item that comes later, goes and comes back")
  func reviewsOfAbsentItems() throws {
    let review = { (id: String, day: String) in
      RecordChange.put(.review(Review(id: id, item: "i0", date: civil(day))))
    }
    let gone = RecordChange.retire(RecordKey(.item, "i0"))
    let (_, reader) = try Ledger.inMemory(revisions: [
      draft("2020-01-01", [review("r1", "2019-05-01")]), draft("2020-02-01", [item("i0")]),
      draft("2020-03-01", [gone]), draft("2020-04-01", [review("r2", "2020-03-31")]),
      draft("2020-05-01", [item("i0", "再び")]),
    ])
    let counts = try reader.read { db in try (1...5).map { try kept(asOf: $0, db) } }
    let day = { (day: String) in [FacetKey(facet: .review, key: day): 1] }
    #expect(counts == [[:], day("2019-05-01"), [:], [:], day("2020-03-31")])
  }

  @Test("An item with several targets due soon counts once")
  func severalDueDays() throws {
    let dues = ["2021-03-16", "2021-03-17", "2021-05-01", "2021-06-15", "2021-06-16"]
    let changes = item("i0") { item in
      item.kpis = [
        KPI(
          id: "k0", name: "指標",
          targets: dues.map { Target(id: $0, due: .day(civil($0)), value: 1) })
      ]
    }
    let (_, reader) = try Ledger.inMemory(revisions: [draft("2021-01-01", [changes])])
    let soon = { (day: String) -> Int? in
      guard case .overview(let overview) = try reader.answer(Question(.overview, today: civil(day))).content else {
        return nil
      }
      return overview.attention.dueSoon
    }
    #expect(try dues.map { try soon($0) } == [1, 1, 1, 1, 1])
    #expect(try soon("2020-12-15") == 0)
    #expect(try soon("2020-12-16") == 1)
    #expect(try soon("2021-06-17") == 0)
  }
}
