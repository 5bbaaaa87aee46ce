import GRDB
import StrategyModel
import Synchronization
import TestSupport
import Testing

@testable import StrategyStore

@Suite("Stores of earlier versions")
struct SchemaVersionTests {
  /// Takes back what the second version changed.
  private static let first = """
    DROP INDEX version_as_of;
    CREATE INDEX version_as_of ON version (kind, until, since);
    PRAGMA user_version = 1;
    """

  private func store(_ seed: UInt64, _ scratch: Scratch) throws {
    var random = RandomLedger(seed: seed)
    _ = try Ledger.create(at: scratch.store, revisions: random.drafts(6))
  }

  private func views(_ scratch: Scratch) throws -> [[Answer.Content]] {
    let reader = try StoreReader(path: scratch.store)
    return try (1...(try reader.head())).map { try everything(reader, asOf: $0) }
  }

  @Test("They are read as they are, and nothing is written to them", arguments: 1...3)
  func read(seed: UInt64) throws {
    let scratch = try Scratch()
    try store(seed, scratch)
    let views = try views(scratch)
    try scratch.tamper(Self.first)
    let bytes = try scratch.bytes()
    #expect(try self.views(scratch) == views)
    #expect(try LedgerCheck.faults(path: scratch.store).isEmpty)
    #expect(try scratch.bytes() == bytes)
    try scratch.tamper("DROP INDEX item_id")
    #expect(try LedgerCheck.faults(path: scratch.store) == ["表か索引がありません（item_id）"])
  }

  @Test("Their next writer brings them up to date", arguments: 1...3, [false, true])
  func written(seed: UInt64, isStaged: Bool) throws {
    let scratch = try Scratch()
    try store(seed, scratch)
    let views = try views(scratch)
    try scratch.tamper(Self.first)
    let bytes = try scratch.bytes()
    let ledger = try Ledger.open(path: scratch.store)
    let last = draft("2030-01-01", items(0..<12))
    _ = try ledger.preview(last.changes)
    _ = try ledger.append(draft("2030-01-01", []), today: last.effective)
    #expect(try scratch.bytes() == bytes)
    let limits = isStaged ? StagedImport.Limits(atOnce: 5, rows: 5) : StagedImport.Limits()
    _ = try ledger.append(last, today: last.effective, expectedHead: nil, progress: nil, limits: limits)
    #expect(try ledger.queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == StoreSchema.version)
    #expect(try LedgerCheck.faults(path: scratch.store).isEmpty)
    #expect(try Array(self.views(scratch).dropLast()) == views)
  }

  @Test("What has ended and what is listed is found by its index", arguments: [1, StoreSchema.version])
  func index(version: Int) throws {
    let scratch = try Scratch()
    try store(4, scratch)
    if version == 1 { try scratch.tamper(Self.first) }
    let reader = try StoreReader(path: scratch.store)
    let statements = try traced(reader) {
      let head = try reader.head()
      _ = try everything(reader, asOf: head)
      _ = try reader.answer(
        Question(.items(ItemQuery(filter: "changed:r1..r\(head)"), ItemSpan(count: 9)), revision: head, today: today))
      for revision in 1...head { _ = try reader.changes(of: revision) }
      try reader.read { db in
        _ = try AttentionCounting.deltas(of: head, changes: 1, db)
        _ = try LedgerView(db, asOf: head).versionsWithNewFacts(since: 1, through: head)
      }
    }
    let terms = ["until < \(StoreSchema.open)", StoreSchema.isListed("v")]
    let asking = statements.filter { sql in terms.contains(where: sql.contains) }
    #expect(asking.count >= 9)
    for sql in asking {
      let plan = try plan(sql, reader)
      #expect(plan.contains { $0.contains("version_as_of") }, "\(sql)\n\(plan.joined(separator: "\n"))")
    }
  }

  @Test("No view goes through all versions")
  func scans() throws {
    let scratch = try Scratch()
    try store(4, scratch)
    let reader = try StoreReader(path: scratch.store)
    for sql in try traced(reader, { _ = try everything(reader, asOf: try reader.head()) }) {
      let plan = try plan(sql, reader)
      let scans = sql.contains("version v ") ? ["SCAN version", "SCAN v"] : ["SCAN version"]
      #expect(!plan.contains(where: scans.contains), "\(sql)")
    }
  }

  private func plan(_ sql: String, _ reader: StoreReader) throws -> [String] {
    try reader.read { db in
      let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
      statement.setUncheckedArguments(StatementArguments())
      return try Row.fetchAll(statement).map { $0["detail"] as String }
    }
  }

  /// The statements that a body runs, each once.
  private func traced(_ reader: StoreReader, _ body: () throws -> Void) throws -> [String] {
    let seen = Seen()
    try reader.read { db in
      db.trace { event in
        if case .statement(let statement) = event { seen.add(statement.sql) }
      }
    }
    try body()
    try reader.read { db in db.trace(options: []) }
    return seen.all
  }

  private final class Seen: Sendable {
    private let statements = Mutex<Set<String>>([])

    func add(_ sql: String) { statements.withLock { _ = $0.insert(sql) } }

    var all: [String] { statements.withLock { $0.sorted() } }
  }
}
