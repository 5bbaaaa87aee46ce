import GRDB
import StrategyModel

import enum StrategyModel.Record

extension StoreReader {
  /// The revision that held at a point in time: `r7`, the last one effective by a day, or by the day of a meeting.
  public func revision(at point: PointInTime) throws(StoreError) -> Revision {
    try read { db in
      let head = try LedgerRows.head(db)
      switch point {
      case .revision(let number):
        guard number <= head, let revision = try LedgerRows.revision(number, db) else {
          throw StoreError.unknownRevision(number, head: head)
        }
        return revision
      case .endOf(let day):
        return try StoreReader.last(effectiveBy: day, head: head, db)
      case .meeting(let id):
        let view = try LedgerView(db, asOf: nil)
        guard case .meeting(let meeting)? = try view.record(RecordKey(.meeting, id)) else {
          throw StoreError.unknownMeeting(id, known: try view.latestMeetingIDs())
        }
        return try StoreReader.last(effectiveBy: meeting.date, head: head, db)
      }
    }
  }

  private static func last(effectiveBy day: CivilDate, head: Int, _ db: Database) throws -> Revision {
    let select = try db.cachedStatement(
      sql: """
        SELECT \(LedgerRows.revisionColumns) FROM revision WHERE number <= ? AND effective <= ?
        ORDER BY number DESC LIMIT 1
        """)
    if let row = try Row.fetchOne(select, arguments: [head, day.iso]) { return try LedgerRows.revision(row) }
    throw StoreError.noRevision(before: day.iso, first: try LedgerRows.revision(1, db)?.effective.iso)
  }

  /// Oldest first.
  public func revisions() throws(StoreError) -> [Revision] {
    try read(asOf: nil) { view in try view.revisions(through: view.head) }
  }

  /// - Parameter asOf: a revision's number; `nil` is the latest.
  public func record(_ key: RecordKey, asOf number: Int? = nil) throws(StoreError) -> Record? {
    try read(asOf: number) { view in try view.record(key) }
  }

  /// In the order in which the records entered the store.
  public func records(of kind: RecordKind, asOf number: Int? = nil) throws(StoreError) -> [Record] {
    var records: [Record] = []
    try forEachRecord(kinds: [kind], asOf: number) { record throws(StoreError) in records.append(record) }
    return records
  }

  /// By kind, and in the order in which the records entered; in slices, so that no writer waits for it.
  public func forEachRecord(
    kinds: [RecordKind] = RecordKind.allCases, asOf number: Int? = nil,
    body: (Record) throws(StoreError) -> Void
  ) throws(StoreError) {
    let pinned = try read(asOf: number) { view in view.asOf }
    for kind in kinds {
      // Of a large store only the order is held, the bodies come slice by slice.
      let order = try read(asOf: pinned) { view in try view.order(of: kind) }
      for slice in stride(from: 0, to: order.count, by: 500) {
        let records = try read { db in
          let select = try db.cachedStatement(sql: "SELECT body FROM version WHERE number = ?")
          return try order[slice..<min(slice + 500, order.count)].compactMap { version in
            try String.fetchOne(select, arguments: [version]).map { try CanonicalJSON.record(kind, $0) }
          }
        }
        for record in records { try body(record) }
      }
    }
  }

  /// What a revision put, kind by kind as it was written, and retired: with its header a self-contained bundle.
  public func changes(of revision: Int) throws(StoreError) -> [RecordChange] {
    try read(asOf: revision) { view in
      let puts = try Row.fetchCursor(
        view.db, sql: "SELECT kind, body FROM version WHERE since = ? ORDER BY number", arguments: [revision])
      var byKind = RecordKind.allCases.map { _ in [RecordChange]() }
      while let row = try puts.next() {
        guard let kind = RecordKind(rawValue: row[0]) else { continue }
        byKind[kind.rank].append(.put(try CanonicalJSON.record(kind, try row.decode(atIndex: 1))))
      }
      var changes = Array(byKind.joined())
      for kind in RecordKind.allCases {
        changes += try view.retired(kind, in: revision, limit: Int.max).map { .retire($0.key) }
      }
      return changes
    }
  }
}
