import GRDB
import StrategyModel

extension LedgerView {
  /// How many entries an answer lists; the counts cover all.
  static let entryLimit = 2_000

  /// Records that ended with a revision and were not put by it.
  ///
  /// Left to itself SQLite reads all versions of the kind, to have them in the order of their ids.
  func retired(_ kind: RecordKind, in number: Int, limit: Int) throws -> [Reference] {
    let select = try db.cachedStatement(
      sql: """
        SELECT p.id, p.title, p.day FROM version p INDEXED BY version_as_of WHERE p.kind = ?2 AND p.until = ?1
          AND \(StoreSchema.isEnded("p"))
          AND NOT EXISTS (SELECT 1 FROM version v WHERE v.kind = p.kind AND v.id = p.id AND v.since = ?1)
        ORDER BY p.id LIMIT ?3
        """)
    return try Row.fetchAll(select, arguments: [number, kind.rawValue, limit]).map { Reference(kind, $0) }
  }

  /// The revisions up to this one that touched a record, newest first.
  func history(of key: RecordKey) throws -> [RevisionTouch] {
    let select = try db.cachedStatement(
      sql: "SELECT since, until, body FROM version WHERE kind = ? AND id = ? AND since <= ? ORDER BY since")
    let versions = try Row.fetchAll(select, arguments: [key.kind.rawValue, key.id, asOf])
    var touches: [RevisionTouch] = []
    var before: (until: Int, body: String)?
    func touch(_ number: Int, _ change: RevisionTouch.Change, _ fields: [String] = []) throws {
      guard let revision = try LedgerRows.revision(number, db) else { return }
      touches.append(RevisionTouch(revision: revision, change: change, fields: fields))
    }
    for version in versions {
      let body: String = version[2]
      if let last = before, last.until == version[0] {
        try touch(version[0], .changed, CanonicalJSON.differences(last.body, body))
        if key.kind == .item, let place = touches.indices.last {
          touches[place].phase = try phaseMove(touches[place].fields, from: last.body, to: body)
        }
      } else {
        if let last = before { try touch(last.until, .retired) }
        try touch(version[0], .added)
      }
      before = (version[1], body)
    }
    if let last = before, last.until <= asOf { try touch(last.until, .retired) }
    if key.kind == .item { try addOwned(by: key.id, to: &touches) }
    return touches.reversed()
  }
}

extension LedgerView {
  private func phaseMove(_ fields: [String], from old: String, to new: String) throws -> FieldDifference? {
    guard fields.contains(where: { $0 == "phase" || $0 == "derivedPhase" }) else { return nil }
    let (old, new) = (try CanonicalJSON.value(ActionItem.self, old), try CanonicalJSON.value(ActionItem.self, new))
    return FieldDifference.fields(from: .item(old), to: .item(new)).first { $0.name == "phase" }
  }

  /// The revisions that measured a KPI of an item or recorded a review of it.
  private func addOwned(by item: String, to touches: inout [RevisionTouch]) throws {
    for (table, field) in [("measurement_row", "measurements"), ("review_row", "reviews")] {
      let select = try db.cachedStatement(
        sql: """
          SELECT since FROM \(table) WHERE item = ?1 AND since <= ?2
          UNION SELECT until FROM \(table) WHERE item = ?1 AND until <= ?2
          """)
      for number in try Int.fetchAll(select, arguments: [item, asOf]) {
        if let place = touches.firstIndex(where: { $0.revision.number == number }) {
          if touches[place].change == .changed { touches[place].fields.append(field) }
        } else if let revision = try LedgerRows.revision(number, db) {
          touches.append(RevisionTouch(revision: revision, change: .changed, fields: [field]))
        }
      }
    }
    touches.sort { $0.revision.number < $1.revision.number }
  }
}

extension Reference {
  /// Of a row that begins with id, title and day.
  init(_ kind: RecordKind, _ row: Row) {
    let day: String? = row[2]
    self.init(key: RecordKey(kind, row[0]), title: row[1], date: day.map { PartialDate(code: $0) })
  }
}
