import GRDB
import StrategyModel

/// A record that a revision put, with the text before when there was one.
private struct PutRow {
  var reference: Reference
  var body: String
  var before: String?
  var item: String?
}

extension LedgerView {
  /// How many entries an answer lists; the counts cover all.
  static let entryLimit = 2_000

  /// - Returns: `nil` for a revision that the store does not have.
  func changes(in number: Int) throws -> RevisionChanges? {
    guard number <= head, let revision = try LedgerRows.revision(number, db) else { return nil }
    var changes = RevisionChanges(revision: revision, entries: [], counts: [:])
    for kind in RecordKind.allCases {
      let room = LedgerView.entryLimit - changes.entries.count
      if room > 0 { changes.entries += try entries(of: kind, in: number, limit: room) }
      let counts = try counts(of: kind, in: number)
      if !counts.isEmpty { changes.counts[kind] = counts }
    }
    return changes
  }

  private func entries(of kind: RecordKind, in number: Int, limit: Int) throws -> [RevisionChanges.Entry] {
    let select = try db.cachedStatement(
      sql: """
        SELECT v.id, v.title, v.day, v.body, p.body, \(LedgerView.owner("v", kind)) FROM version v
        LEFT JOIN version p ON p.kind = v.kind AND p.id = v.id AND p.until = v.since
        WHERE v.since = ?1 AND +v.kind = ?2 ORDER BY v.id LIMIT ?3
        """)
    let puts = try Row.fetchAll(select, arguments: [number, kind.rawValue, limit]).map { row in
      PutRow(reference: Reference(kind, row), body: row[3], before: row[4], item: row[5])
    }
    let entries = puts.map { put in
      RevisionChanges.Entry(
        reference: put.reference, change: put.before == nil ? .added : .changed,
        fields: put.before.map { CanonicalJSON.differences($0, put.body) } ?? [], item: put.item)
    }
    let selectRetired = try db.cachedStatement(
      sql: """
        SELECT p.id, p.title, p.day, \(LedgerView.owner("p", kind)) \(LedgerView.fromRetired) ORDER BY p.id LIMIT ?3
        """)
    let retired = try Row.fetchAll(selectRetired, arguments: [number, kind.rawValue, limit]).map {
      RevisionChanges.Entry(reference: Reference(kind, $0), change: .retired, item: $0[3])
    }
    let all = (entries + retired).sorted { DraftResolution.keyOrder($0.reference.key, $1.reference.key) }
    return Array(all.prefix(limit))
  }

  /// SQL for the item to which a version of a measurement or review belongs.
  private static func owner(_ table: String, _ kind: RecordKind) -> String {
    kind == .measurement || kind == .review ? "json_extract(\(table).body, '$.item')" : "NULL"
  }

  /// Records that ended with a revision and were not put by it.
  func retired(_ kind: RecordKind, in number: Int, limit: Int) throws -> [Reference] {
    let select = try db.cachedStatement(
      sql: "SELECT p.id, p.title, p.day \(LedgerView.fromRetired) ORDER BY p.id LIMIT ?3")
    return try Row.fetchAll(select, arguments: [number, kind.rawValue, limit]).map { Reference(kind, $0) }
  }

  private func counts(of kind: RecordKind, in number: Int) throws -> [RevisionTouch.Change: Int] {
    let put = try Row.fetchOne(
      try db.cachedStatement(
        sql: """
          SELECT count(*), count(p.number) FROM version v
          LEFT JOIN version p ON p.kind = v.kind AND p.id = v.id AND p.until = v.since
          WHERE v.since = ?1 AND +v.kind = ?2
          """), arguments: [number, kind.rawValue])
    let retired = try Int.fetchOne(
      try db.cachedStatement(sql: "SELECT count(*) \(LedgerView.fromRetired)"), arguments: [number, kind.rawValue])
    let changed: Int = put?[1] ?? 0
    let counts: [RevisionTouch.Change: Int] = [
      .added: (put?[0] ?? 0) - changed, .changed: changed, .retired: retired ?? 0,
    ]
    return counts.filter { $0.value > 0 }
  }

  private static let fromRetired = """
    FROM version p WHERE p.kind = ?2 AND p.until = ?1
      AND NOT EXISTS (SELECT 1 FROM version v WHERE v.kind = p.kind AND v.id = p.id AND v.since = ?1)
    """

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
