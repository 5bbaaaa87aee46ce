import Foundation
import GRDB
import StrategyModel

extension StoreReader {
  /// Versions that one read takes: a few milliseconds.
  private static let slice = 2_000

  /// Reads some more of the items into memory, where a large store is filtered and sorted; see ``ItemArena``.
  ///
  /// Until it was called once, every list is found in the file alone.
  ///
  /// - Returns: whether all that the store has were read.
  public func fillArena() throws(StoreError) -> Bool {
    try arena.withLock { arena throws(StoreError) in
      try read { db in
        try StoreReader.takeHead(&arena, db)
        guard var filling = arena.take() else { return true }
        defer { arena = filling }
        if !filling.isComplete { try StoreReader.fill(&filling, db) }
        return filling.isComplete
      }
    }
  }

  /// Starts anew, or goes on to the revision that is now the latest.
  private static func takeHead(_ arena: inout ItemArena?, _ db: Database) throws {
    let head = try LedgerRows.head(db)
    guard let revision = try LedgerRows.revision(head, db) else {
      arena = nil
      return
    }
    if let known = arena {
      if known.head == head, known.headHash == revision.hash { return }
      // A store that was put in the place of another has another history.
      let same = known.head <= head ? try LedgerRows.revision(known.head, db) : nil
      if same?.hash != known.headHash { arena = nil }
    }
    let expected = try Int.fetchOne(db, sql: "SELECT count(*) FROM item_row WHERE since <= ?", arguments: [head]) ?? 0
    guard let known = arena?.head else {
      arena = ItemArena(head: head, headHash: revision.hash, expected: expected)
      return
    }
    let closed = try Row.fetchAll(
      db, sql: "SELECT version, until FROM item_row WHERE until > ? AND until <= ?", arguments: [known, head]
    ).map { (version: $0[0] as Int, until: $0[1] as Int) }
    arena?.advance(to: head, hash: revision.hash, expected: expected, closed: closed)
  }

  private static func fill(_ arena: inout ItemArena, _ db: Database) throws {
    let rows = try Row.fetchCursor(
      try db.cachedStatement(
        sql: """
          SELECT i.version, i.since, i.until, i.entered, i.pillar, i.framework, i.department, i.first_year, i.last_year,
            i.group_year, i.phase, i.traits, i.phase_derived, i.id || char(10) || i.title_key, t.folded,
            i.legacy_pillar
          FROM item_row i JOIN item_text t ON t.version = i.version
          WHERE i.version > ?1 AND +i.since <= ?2 ORDER BY i.version LIMIT ?3
          """), arguments: [arena.rows.last?.version ?? 0, arena.head, slice])
    var count = 0
    while let row = try rows.next() {
      count += 1
      let until: Int = row[2]
      let made = ArenaRow(
        version: row[0], since: row[1],
        // What a later revision closed, or one that is still being staged, counts as of this head.
        until: until > arena.head ? Int32.max : Int32(until), entered: row[3],
        pillar: arena.pillars.code(of: row[4]), legacyPillar: arena.pillars.code(of: row[15]),
        framework: arena.frameworks.code(of: row[5]),
        department: arena.departments.code(of: row[6]), firstYear: row[7] ?? ArenaRow.noYear,
        lastYear: row[8] ?? ArenaRow.noYear, groupYear: row[9] ?? ArenaRow.noYear, phase: row[10] ?? 0,
        traits: row[11], isPhaseDerived: row[12])
      let key = try row.withUnsafeData(atIndex: 13) { $0 ?? Data() }
      try row.withUnsafeData(atIndex: 14) { arena.append(made, text: $0 ?? Data(), key: key) }
    }
    if count < slice { arena.finish() }
  }
}
