import GRDB
import StrategyModel
import Testing

@testable import StrategyStore

/// G1: SQL that came to a connection could not reach behind the schema, nor another file.
@Suite("What a connection keeps from SQL")
struct DefensiveConnectionTests {
  enum Kind: CaseIterable {
    case reader, writer, draft
  }

  private func connection(_ kind: Kind, _ path: String) throws -> DatabaseQueue {
    switch kind {
    case .reader: try StoreConnection.reader(.file(path), busy: .immediate)
    case .writer: try StoreConnection.writer(.file(path))
    case .draft: try StoreConnection.draft(.file(path))
    }
  }

  @Test(
    "The schema cannot be written and no other file is drawn in", arguments: Kind.allCases,
    [
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'x'", "ATTACH ':memory:' AS other",
      "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema",
    ])
  func refused(kind: Kind, sql: String) throws {
    let scratch = try Scratch()
    _ = try Ledger.create(at: scratch.store, revisions: [draft("2020-01-01", [])])
    let before = try scratch.bytes()
    let queue = try connection(kind, scratch.store)
    #expect(throws: DatabaseError.self) { try queue.writeWithoutTransaction { try $0.execute(sql: sql) } }
    // The same is allowed where nothing is forbidden, so it is the connection that refuses.
    #expect(throws: Never.self) { try DatabaseQueue().writeWithoutTransaction { try $0.execute(sql: sql) } }
    try queue.close()
    #expect(try scratch.bytes() == before)
  }
}
