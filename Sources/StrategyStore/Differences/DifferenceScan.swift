import GRDB
import StrategyModel

/// A record that differs between two revisions, by its versions at either end.
struct DifferingRecord: Sendable {
  var kind: RecordKind
  /// The version at the earlier end; `nil` for a record that was not there.
  var old: Int?
  var new: Int?

  var change: RevisionTouch.Change { old == nil ? .added : new == nil ? .retired : .changed }

  var reversed: DifferingRecord { DifferingRecord(kind: kind, old: new, new: old) }
}

/// Finds what differs between two revisions by the versions that began or ended between them, and by no others.
///
/// It goes in slices, so that no writer waits for it however much was imported in between. A record's other version is
/// found by its id: the plus signs keep SQLite from walking all that counts of the kind instead.
struct DifferenceScan {
  let first: Int
  let last: Int
  private var begun: (since: Int, number: Int)
  private var kinds = RecordKind.allCases[...]
  private var ended: (until: Int, since: Int, number: Int)
  private var isBegunDone = false
  private static let slice = 1_500

  /// - Parameters: revision numbers, 0 for the time before the first; `first` lies before `last`.
  init(after first: Int, through last: Int) {
    self.first = first
    self.last = last
    begun = (first, Int.max)
    ended = (first, Int.max, Int.max)
  }

  var isDone: Bool { isBegunDone && kinds.isEmpty }

  mutating func next(_ db: Database) throws -> [DifferingRecord] {
    isBegunDone ? try retired(db) : try put(db)
  }

  private mutating func put(_ db: Database) throws -> [DifferingRecord] {
    let select = try db.cachedStatement(
      sql: """
        SELECT v.kind, v.number, v.since, v.until > ?2, p.number, p.body = v.body
        FROM (
          SELECT number, kind, id, since, until, body FROM version
          WHERE (since, number) > (?3, ?4) AND since <= ?2 ORDER BY since, number LIMIT ?5
        ) v
        LEFT JOIN version p
          ON v.until > ?2 AND p.kind = v.kind AND p.id = v.id AND p.since <= ?1 AND +p.until > ?1
        """)
    let rows = try Row.fetchAll(select, arguments: [first, last, begun.since, begun.number, Self.slice])
    isBegunDone = rows.count < Self.slice
    return rows.compactMap { row in
      let place: (since: Int, number: Int) = (row[2], row[1])
      if place > begun { begun = place }
      let isSame: Bool = row[5] ?? false
      guard row[3], !isSame, let kind = RecordKind(rawValue: row[0]) else { return nil }
      return DifferingRecord(kind: kind, old: row[4], new: place.number)
    }
  }

  /// `CASE` where `AND` would do: SQLite reckons both sides of that, and the second walks all versions of the record.
  private mutating func retired(_ db: Database) throws -> [DifferingRecord] {
    guard let kind = kinds.first else { return [] }
    let select = try db.cachedStatement(
      sql: """
        SELECT o.number, o.until, o.since, CASE WHEN o.since <= ?1 THEN NOT EXISTS (
            SELECT 1 FROM version n WHERE n.kind = o.kind AND n.id = o.id AND n.since <= ?2 AND +n.until > ?2)
          ELSE 0 END
        FROM (
          SELECT number, kind, id, since, until FROM version
          WHERE kind = ?3 AND (until, since, number) > (?4, ?5, ?6) AND until <= ?2 AND \(StoreSchema.isEnded())
          ORDER BY until, since, number LIMIT ?7
        ) o
        """)
    let rows = try Row.fetchAll(
      select, arguments: [first, last, kind.rawValue, ended.until, ended.since, ended.number, Self.slice])
    var found: [DifferingRecord] = []
    for row in rows {
      let place: (until: Int, since: Int, number: Int) = (row[1], row[2], row[0])
      if place > ended { ended = place }
      if row[3] { found.append(DifferingRecord(kind: kind, old: place.number, new: nil)) }
    }
    if rows.count < Self.slice {
      kinds = kinds.dropFirst()
      ended = (first, Int.max, Int.max)
    }
    return found
  }
}
