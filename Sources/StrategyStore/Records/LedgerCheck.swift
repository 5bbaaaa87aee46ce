import GRDB
import StrategyModel

/// Whether a store is sound: SQLite's own checks, and the invariants of the ledger.
public enum LedgerCheck {
  /// - Returns: a line for every fault; empty when the store is sound.
  public static func faults(path: String) throws(StoreError) -> [String] {
    try faults(path: path, patience: StoreConnection.writerPatience)
  }

  /// Bytes beyond which a copy is looked at: SQLite looks at a whole file in one read, and a writer would wait for it.
  private static let copiedBeyond = 16 << 20

  /// - Parameters:
  ///   - patience: seconds for which a writer is waited for.
  ///   - limit: bytes beyond which a copy is looked at, where one can be made.
  static func faults(
    path: String, patience: Double, copyingBeyond limit: Int = copiedBeyond
  ) throws(StoreError) -> [String] {
    let place = StorePlace.file(path)
    let reader = try StoreConnection.reader(place, busy: .seconds(patience))
    defer { StoreConnection.retire(reader) }
    guard StoreFile.size(path) > limit, let copy = try ScratchCopy(of: reader, place) else {
      return try faults(place, reader)
    }
    return try copy.look { queue throws(StoreError) in try faults(place, queue) }
  }

  /// - Throws: ``StoreError/damaged(path:detail:)`` where the store cannot be read so far.
  static func found(_ place: StorePlace, _ queue: DatabaseQueue) throws(StoreError) -> [String] {
    try translating(place) { try found(queue) }
  }

  private static func found(_ queue: DatabaseQueue) throws -> [String] {
    let (faults, head) = try queue.read { db in try structure(db) }
    guard let head else { return faults }
    let records = try RecordCheck(queue, head: head)
    // Nothing more can be made of records that cannot be read.
    guard records.bodies.isEmpty else { return faults + records.bodies }
    return try faults + queue.read { db in try counts(db, head, records.counted) } + records.rows
  }

  static func faults(_ place: StorePlace, _ queue: DatabaseQueue) throws(StoreError) -> [String] {
    do {
      return try found(place, queue)
    } catch {
      guard case .damaged = error else { throw error }
      return [error.message]
    }
  }

  /// - Returns: the head too, where its records can be asked for.
  private static func structure(_ db: Database) throws -> (faults: [String], head: Int?) {
    var faults = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }.map {
      "ファイルの構造: \($0)"
    }
    // A broken file makes the rest meaningless.
    guard faults.isEmpty else { return (faults, nil) }
    // What follows asks for tables by name.
    faults = try SchemaCheck.faults(db)
    guard faults.isEmpty else { return (faults, nil) }
    let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count
    if orphans > 0 { faults.append("参照先のない行が\(orphans)件あります") }
    let head = try LedgerRows.head(db)
    faults += try chain(db, head)
    faults += try intervals(db, head)
    return (faults, head)
  }

  /// Numbers without a gap, dates that never go back, hashes that follow from what they cover.
  private static func chain(_ db: Database, _ head: Int) throws -> [String] {
    var faults: [String] = []
    let revisions = try Row.fetchAll(
      db, sql: "SELECT \(LedgerRows.revisionColumns) FROM revision WHERE number <= ? ORDER BY number",
      arguments: [head]
    ).map(LedgerRows.revision)
    let beyond = try Int.fetchOne(
      db,
      sql: """
        SELECT (SELECT count(*) FROM revision WHERE number > ?1) + (SELECT count(*) FROM version WHERE since > ?1)
        WHERE (SELECT claim IS NULL FROM state)
        """, arguments: [head])
    if let beyond, beyond > 0 { faults.append("最新とされる改訂 r\(head) より後の行があります（\(beyond)件）") }
    if revisions.map(\.number) != Array(1..<(head + 1)) { faults.append("改訂の番号が r1 から r\(head) まで続いていません") }
    var parent: Revision?
    for revision in revisions {
      let name = "改訂 r\(revision.number)"
      if revision.parentHash != parent?.hash ?? RevisionHash.none {
        faults.append("\(name): 前の改訂のハッシュと合いません")
      }
      if let parent, revision.effective < parent.effective { faults.append("\(name): 日付が前の改訂より前です") }
      if RevisionHash.hash(of: revision) != revision.hash { faults.append("\(name): 見出しがハッシュと合いません") }
      if try contentHash(db, revision.number) != revision.contentHash {
        faults.append("\(name): 内容がハッシュと合いません")
      }
      parent = revision
    }
    return faults
  }

  /// Left to itself SQLite reads all versions of a kind in the order of their ids, for each revision.
  private static func contentHash(_ db: Database, _ revision: Int) throws -> String {
    var content = RevisionHash.Content()
    for kind in RecordKind.allCases {
      let rows = try Row.fetchCursor(
        try db.cachedStatement(
          sql: """
            SELECT id, body FROM version WHERE since = ?1 AND +kind = ?2
            UNION ALL
            SELECT p.id, NULL FROM version p INDEXED BY version_as_of WHERE p.kind = ?2 AND p.until = ?1
              AND \(StoreSchema.isEnded("p"))
              AND NOT EXISTS (SELECT 1 FROM version v WHERE v.kind = p.kind AND v.id = p.id AND v.since = ?1)
            ORDER BY 1
            """), arguments: [revision, kind.rawValue])
      while let row = try rows.next() { content.add(kind.rawValue, row[0], row[1]) }
    }
    return content.hex()
  }

  private static func intervals(_ db: Database, _ head: Int) throws -> [String] {
    let questions = [
      (
        "版の期間が重なっています",
        """
        SELECT count(*) FROM (
          SELECT until, lead(since) OVER (PARTITION BY kind, id ORDER BY since) AS following
          FROM version WHERE +since <= ?1)
        WHERE following < until
        """
      ),
      (
        "終わりの改訂がない版があります",
        """
        SELECT count(*) FROM version
        WHERE until <= ?1 AND \(StoreSchema.isEnded()) AND until NOT IN (SELECT number FROM revision)
        """
      ),
      (
        "版の入った順が最初の版と合いません",
        """
        SELECT count(*) FROM version v JOIN (SELECT kind, id, min(number) AS first FROM version GROUP BY kind, id) f
          ON f.kind = v.kind AND f.id = v.id WHERE v.entered <> f.first AND v.since <= ?1
        """
      ),
      (
        "一覧の行が版と合いません",
        """
        SELECT (SELECT count(*) FROM version v LEFT JOIN item_row i ON i.version = v.number
            WHERE +v.kind = 'item' AND v.since <= ?1 AND (i.id IS NOT v.id OR i.since IS NOT v.since
              OR i.until IS NOT v.until OR i.title IS NOT v.title OR i.entered IS NOT v.entered))
          + (SELECT count(*) FROM version v LEFT JOIN measurement_row m ON m.version = v.number
            WHERE +v.kind = 'measurement' AND v.since <= ?1 AND (m.id IS NOT v.id OR m.since IS NOT v.since
              OR m.until IS NOT v.until))
          + (SELECT count(*) FROM version v LEFT JOIN review_row r ON r.version = v.number
            WHERE +v.kind = 'review' AND v.since <= ?1 AND (r.id IS NOT v.id OR r.since IS NOT v.since
              OR r.until IS NOT v.until))
        """
      ),
    ]
    return try questions.compactMap { wording, sql in
      let count = try Int.fetchOne(db, sql: sql, arguments: [head]) ?? 0
      return count == 0 ? nil : "\(wording)（\(count)件）"
    }
  }

  /// The kept counts equal those of the items.
  private static func counts(_ db: Database, _ head: Int, _ items: FacetDeltas) throws -> [String] {
    var counted = items
    counted.add(try AttentionCounting.all(asOf: head, db))
    var kept: [FacetKey: Int] = [:]
    for row in try Row.fetchAll(
      db, sql: "SELECT facet, key, count FROM facet_count WHERE since <= ?1 AND until > ?1", arguments: [head])
    {
      guard let facet = Facet(rawValue: row[0]) else { continue }
      kept[FacetKey(facet: facet, key: row[1])] = row[2]
    }
    return kept == counted.deltas.filter { $0.value != 0 } ? [] : ["件数の控えが記録と合いません"]
  }
}
