import GRDB
import StrategyModel

/// Reads and writes the rows of the ledger's own tables.
enum LedgerRows {
  static func head(_ db: Database) throws -> Int {
    guard let head = try Int.fetchOne(try db.cachedStatement(sql: "SELECT head FROM state")) else {
      throw StoreError.damaged(path: "", detail: "状態の行がありません")
    }
    return head
  }

  static let revisionColumns = """
    number, effective, recorded, author, title, note, source_name, source_sha256, content_hash, parent_hash, hash
    """

  static func revision(_ number: Int, _ db: Database) throws -> Revision? {
    let select = try db.cachedStatement(sql: "SELECT \(revisionColumns) FROM revision WHERE number = ?")
    return try Row.fetchOne(select, arguments: [number]).map(revision)
  }

  static func revision(_ row: Row) throws -> Revision {
    let effective: String = row[1]
    guard let day = CivilDate(iso: effective) else {
      throw StoreError.damaged(path: "", detail: "改訂の日付が読めません")
    }
    let name: String? = row[6]
    let sha256: String? = row[7]
    var source: SourceFile?
    if let name, let sha256 { source = SourceFile(name: name, sha256: sha256) }
    return Revision(
      number: row[0], effective: day, recorded: row[2], author: row[3], title: row[4], note: row[5],
      sourceFile: source, contentHash: row[8], parentHash: row[9], hash: row[10])
  }

  static func insert(_ revision: Revision, _ db: Database) throws {
    try db.cachedStatement(sql: "INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
      revision.number, revision.effective.iso, revision.recorded, revision.author, revision.title, revision.note,
      revision.sourceFile?.name, revision.sourceFile?.sha256, revision.contentHash, revision.parentHash,
      revision.hash,
    ])
  }

  static func nextVersion(_ db: Database) throws -> Int {
    (try Int.fetchOne(db, sql: "SELECT max(number) FROM version") ?? 0) + 1
  }

  /// Ends a version that another takes the place of, or that is retired.
  static func end(_ version: Int, of kind: RecordKind, revision: Int, _ db: Database) throws {
    for table in LedgerTable.ended(with: kind) {
      try db.cachedStatement(sql: "UPDATE \(table.name) SET until = ? WHERE \(table.key) = ?")
        .execute(arguments: [revision, version])
    }
  }
}
