import Foundation
import GRDB
import StrategyModel

extension StoreReader {
  /// Versions that one read takes: a few milliseconds.
  private static let slice = 2_000
  /// Items whose facts one read takes: each asks for its KPIs, measurements and reviews.
  private static let factSlice = 500

  /// Reads some more of the items into memory, where a large store is filtered and sorted; see ``ItemArena``.
  ///
  /// Until it was called once, every list is found in the file alone.
  ///
  /// - Parameter today: the day for which what is reckoned from KPIs and reviews is kept ready; `nil` until it is asked for.
  /// - Returns: whether all that the store has were read.
  public func fillArena(today: CivilDate? = nil) throws(StoreError) -> Bool {
    try arena.withLock { arena throws(StoreError) in
      try read { db in
        try StoreReader.takeHead(&arena, db)
        guard var filling = arena.take() else { return true }
        defer { arena = filling }
        if !filling.isComplete {
          try StoreReader.fill(&filling, db)
          return false
        }
        if let today, filling.facts.isEmpty {
          _ = filling.facts(for: ArenaFacts.Key(asOf: filling.head, today: today))
        }
        return try fillFacts(&filling, db)
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
    let last = try Int.fetchOne(db, sql: "SELECT max(version) FROM item_row") ?? 0
    guard let known = arena?.head else {
      arena = ItemArena(head: head, headHash: revision.hash, lastVersion: last)
      return
    }
    let closed = try Row.fetchAll(
      db,
      sql: """
        SELECT number, until FROM version WHERE kind = 'item' AND until > ? AND until <= ? AND \(StoreSchema.isEnded())
        """,
      arguments: [known, head]
    ).map { (version: $0[0] as Int, until: $0[1] as Int) }
    let stale = try LedgerView(db, asOf: head).versionsWithNewFacts(since: known, through: head, limit: Int.max) ?? []
    arena?.advance(to: head, hash: revision.hash, lastVersion: last, closed: closed, staleFacts: stale)
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
          """), arguments: [arena.lastRead, arena.head, slice])
    var count = 0
    while let row = try rows.next() {
      count += 1
      let until: Int = row[2]
      let made = ArenaRow(
        version: Int32(truncatingIfNeeded: row[0] as Int), since: row[1],
        // What a later revision closed, or one that is still being staged, counts as of this head.
        until: until > arena.head ? Int32.max : Int32(until), entered: row[3],
        pillar: arena.pillars.code(of: row[4]), legacyPillar: arena.pillars.code(of: row[15]),
        framework: arena.frameworks.code(of: row[5]),
        department: arena.departments.code(of: row[6]), firstYear: row[7] ?? ArenaRow.noYear,
        lastYear: row[8] ?? ArenaRow.noYear, groupYear: row[9] ?? ArenaRow.noYear, phase: row[10] ?? 0,
        traits: row[11], isPhaseDerived: row[12])
      try row.withUnsafeData(atIndex: 13) { key in
        try row.withUnsafeData(atIndex: 14) { text in
          (text ?? Data()).withUnsafeBytes { text in
            (key ?? Data()).withUnsafeBytes { key in
              arena.append(
                made, text: text.assumingMemoryBound(to: UInt8.self), key: key.assumingMemoryBound(to: UInt8.self))
            }
          }
        }
      }
    }
    if count < slice { arena.finish() }
  }

  /// Reads some more of what is reckoned from KPIs and reviews.
  ///
  /// - Parameter key: of which facts; `nil` for the first that are wanted.
  /// - Returns: whether all that was asked for is known.
  func fillFacts(_ arena: inout ItemArena, _ db: Database, for key: ArenaFacts.Key? = nil) throws -> Bool {
    let count = arena.rows.count
    guard let place = arena.facts.firstIndex(where: { !$0.isComplete(count) && (key == nil || $0.key == key) }) else {
      return true
    }
    // Out of its array while it grows, else each row would copy it.
    var facts = arena.facts.remove(at: place)
    defer { arena.facts.insert(facts, at: place) }
    let view = try LedgerView(db, asOf: facts.key.asOf, memory: nil)
    let needs = ScanNeeds(kpis: true, lines: true, reviews: true)
    let first = facts.facts.count
    if first < arena.rows.count {
      let rows = arena.rows[first..<min(first + StoreReader.factSlice, arena.rows.count)]
      let found = try view.facts(
        after: first == 0 ? 0 : Int(arena.rows[first - 1].version), through: Int(rows.last?.version ?? 0), needs,
        today: facts.key.today)
      for row in rows { facts.append(found[Int(row.version)].map(ArenaFacts.Fact.init) ?? ArenaFacts.Fact()) }
    } else {
      for version in facts.takeStale(200) {
        guard let row = arena.row(ofVersion: version) else { continue }
        let found = try view.facts(after: version - 1, through: version, needs, today: facts.key.today)
        facts.replace(found[version].map(ArenaFacts.Fact.init) ?? ArenaFacts.Fact(), ofRow: row)
      }
    }
    return false
  }
}
