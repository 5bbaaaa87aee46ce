import GRDB
import StrategyModel

extension LedgerView {
  /// So many marks would say nothing any more.
  static let touchedLimit = 5_000

  /// The records of lists that were put after a revision, up to this one; items also by what was measured or reviewed.
  func touched(since first: Int) throws -> TouchedRecords {
    let rows = try Row.fetchAll(
      try db.cachedStatement(
        sql: """
          SELECT kind, id FROM version WHERE since > ?1 AND since <= ?2 LIMIT ?3
          """), arguments: [first, asOf, LedgerView.touchedLimit + 1])
    guard rows.count <= LedgerView.touchedLimit else { return TouchedRecords(keys: [], isWhole: false) }
    var keys = Set(
      rows.compactMap { row in
        RecordKind(rawValue: row[0]).map { RecordKey($0, row[1]) }
      })
    for table in ["measurement", "review"] {
      // What began after the revision, and what ended.
      let owners = try String.fetchAll(
        try db.cachedStatement(
          sql: """
            SELECT m.item FROM version v CROSS JOIN \(table)_row m ON m.version = v.number
            WHERE v.since > ?1 AND v.since <= ?2 AND +v.kind = '\(table)'
            UNION SELECT m.item FROM version v CROSS JOIN \(table)_row m ON m.version = v.number
            WHERE v.kind = '\(table)' AND v.until > ?1 AND v.until <= ?2 AND \(StoreSchema.isEnded("v")) LIMIT ?3
            """), arguments: [first, asOf, LedgerView.touchedLimit])
      keys.formUnion(owners.map { RecordKey(.item, $0) })
    }
    return TouchedRecords(keys: keys, isWhole: true)
  }
}
