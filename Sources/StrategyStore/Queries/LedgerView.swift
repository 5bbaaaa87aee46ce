import GRDB
import StrategyModel

import enum StrategyModel.Record

/// The records as of one revision, within one read transaction.
struct LedgerView {
  let db: Database
  let asOf: Int
  let head: Int
  /// Of the reader that asks, if it keeps any.
  let memory: FrameworkMemory?
  let rowMemory: ItemRowMemory?

  /// - Throws: ``StoreError/unknownRevision(_:head:)`` for a revision that the store does not have.
  init(
    _ db: Database, asOf number: Int?, memory: FrameworkMemory? = nil, rowMemory: ItemRowMemory? = nil
  ) throws {
    self.db = db
    self.memory = memory
    self.rowMemory = rowMemory
    head = try LedgerRows.head(db)
    asOf = number ?? head
    guard asOf == head || (1...max(head, 1)).contains(asOf) else {
      throw StoreError.unknownRevision(asOf, head: head)
    }
  }

  init(_ view: LedgerView, asOf number: Int) {
    db = view.db
    head = view.head
    memory = view.memory
    // Rows as of a past revision, beside those of the present one, are few and would take their place.
    rowMemory = nil
    asOf = number
  }

  /// A store without revisions has a name for its state all the same.
  func revision(today: CivilDate) throws -> Revision {
    try LedgerRows.revision(asOf, db)
      ?? Revision(
        number: 0, effective: today, recorded: "", author: "", title: "記録なし", contentHash: RevisionHash.none,
        parentHash: RevisionHash.none, hash: RevisionHash.none)
  }

  func revisions(through last: Int) throws -> [Revision] {
    let select = try db.cachedStatement(
      sql: "SELECT \(LedgerRows.revisionColumns) FROM revision WHERE number <= ? ORDER BY number")
    return try Row.fetchAll(select, arguments: [last]).map(LedgerRows.revision)
  }

  func record(_ key: RecordKey) throws -> Record? {
    try body(of: key).map { try CanonicalJSON.record(key.kind, $0) }
  }

  func body(of key: RecordKey) throws -> String? {
    let select = try db.cachedStatement(
      sql: "SELECT body, until FROM version WHERE kind = ? AND id = ? AND since <= ? ORDER BY since DESC LIMIT 1")
    guard let row = try Row.fetchOne(select, arguments: [key.kind.rawValue, key.id, asOf]), row[1] > asOf else {
      return nil
    }
    return row[0]
  }

  /// From where to select the versions `v` of kind `?1` that count as of `?2`.
  static func standing(_ kind: RecordKind) -> String {
    guard let own = LedgerTable.own(kind) else {
      return "version v WHERE v.kind = ?1 AND v.until > ?2 AND v.since <= ?2 AND \(StoreSchema.isListed("v"))"
    }
    return """
      \(own.name) o CROSS JOIN version v ON v.number = o.version
      WHERE v.kind = ?1 AND o.until > ?2 AND o.since <= ?2
      """
  }

  /// All of a kind, in the order in which they entered.
  func values<Value: Decodable>(_ type: Value.Type, _ kind: RecordKind, tag: String? = nil) throws -> [Value] {
    let select = try db.cachedStatement(
      sql: """
        SELECT v.body FROM \(LedgerView.standing(kind)) AND (?3 IS NULL OR v.tag = ?3) ORDER BY v.entered
        """)
    return try String.fetchAll(select, arguments: [kind.rawValue, asOf, tag]).map { try CanonicalJSON.value(type, $0) }
  }

  /// The latest of a kind by day.
  func latest<Value: Decodable>(
    _ type: Value.Type, _ kind: RecordKind, by day: CivilDate, limit: Int
  ) throws -> [Value] {
    let select = try db.cachedStatement(
      sql: """
        SELECT v.body FROM \(LedgerView.standing(kind)) AND v.day <= ?3 ORDER BY v.day DESC, v.id DESC LIMIT ?4
        """)
    return try String.fetchAll(select, arguments: [kind.rawValue, asOf, day.iso, limit]).map {
      try CanonicalJSON.value(type, $0)
    }
  }

  func count(_ kind: RecordKind) throws -> Int {
    let select = try db.cachedStatement(sql: "SELECT count(*) FROM \(LedgerView.standing(kind))")
    return try Int.fetchOne(select, arguments: [kind.rawValue, asOf]) ?? 0
  }

  /// Version numbers of a kind, in the order in which the records entered.
  func order(of kind: RecordKind) throws -> [Int] {
    try Int.fetchAll(
      db, sql: "SELECT v.number FROM \(LedgerView.standing(kind)) ORDER BY v.entered",
      arguments: [kind.rawValue, asOf])
  }

  func latestMeetingIDs() throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT v.id FROM \(LedgerView.standing(.meeting)) ORDER BY v.day DESC, v.id DESC LIMIT 12
        """, arguments: [RecordKind.meeting.rawValue, asOf])
  }
}
