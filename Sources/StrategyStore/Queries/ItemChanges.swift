import GRDB
import StrategyModel
import Synchronization
import TextSearch

/// The items of which something changed in some revisions, as they count as of one revision.
struct ItemChanges: Sendable {
  /// `nil` where the range holds no revision.
  var revisions: ClosedRange<Int>?
  /// Versions of items that came before or stayed, while an earlier version, a measurement or a review came or went.
  var others: Set<Int> = []

  func contains(version: Int, since: Int) -> Bool {
    revisions.map { $0.contains(since) } ?? false || others.contains(version)
  }
}

/// The last few. What a revision did never changes.
final class ItemChangesCache: Sendable {
  struct Key: Hashable {
    var range: ChangeRange
    var asOf: Int
  }

  private let known = Mutex<[(key: Key, changes: ItemChanges)]>([])
  private let limit = 8

  subscript(key: Key) -> ItemChanges? { known.withLock { known in known.first { $0.key == key }?.changes } }

  func keep(_ changes: ItemChanges, for key: Key) {
    known.withLock { known in
      known.append((key, changes))
      if known.count > limit { known.removeFirst() }
    }
  }

  func removeAll() { known.withLock { $0.removeAll() } }
}

extension FilterQuery {
  /// What `changed:` asks for.
  var changeRanges: Set<ChangeRange> {
    Set(
      clauses.flatMap(\.terms).compactMap { term in
        if case .changed(let range) = term.test { range } else { nil }
      })
  }
}

extension StoreReader {
  /// - Throws: ``SearchAbandoned`` once nobody waits for it any more.
  func itemChanges(_ filter: FilterQuery, _ search: ItemSearch) throws -> [ChangeRange: ItemChanges] {
    var changes: [ChangeRange: ItemChanges] = [:]
    for range in filter.changeRanges {
      let key = ItemChangesCache.Key(range: range, asOf: search.asOf)
      if let known = self.changes[key] {
        changes[range] = known
        continue
      }
      var found = ItemChanges(revisions: try read(asOf: search.asOf) { try $0.revisions(in: range) })
      // Where every revision is meant, every item is.
      if let revisions = found.revisions, revisions.lowerBound > 1 || revisions.upperBound < search.asOf {
        found.others = try others(in: revisions, search)
      }
      self.changes.keep(found, for: key)
      changes[range] = found
    }
    return changes
  }

  private func others(in revisions: ClosedRange<Int>, _ search: ItemSearch) throws -> Set<Int> {
    var found: Set<Int> = []
    for part in ItemChangesScan.Part.all {
      var scan = try read(asOf: search.asOf) { try ItemChangesScan(part, revisions, $0) }
      while !scan.isDone {
        guard search.isWanted() else { throw SearchAbandoned() }
        try read(asOf: search.asOf) { view in found.formUnion(try scan.next(view)) }
      }
    }
    return found
  }
}

/// Looks in slices through the versions that began or ended in some revisions, for the items to which they belong.
private struct ItemChangesScan {
  struct Part {
    var kind: RecordKind
    var table: String
    /// The column that names the item.
    var owner: String
    var ended: Bool

    static let all = [false, true].flatMap { ended in
      [
        Part(kind: .item, table: "item_row", owner: "id", ended: ended),
        Part(kind: .measurement, table: "measurement_row", owner: "item", ended: ended),
        Part(kind: .review, table: "review_row", owner: "item", ended: ended),
      ]
    }
  }

  private static let slice = 2_000

  private let part: Part
  private let revisions: ClosedRange<Int>
  private(set) var isDone = false
  /// Of what began: the last version looked at, and the last there is. Later revisions have later versions.
  private var begun = 0
  private var last = 0
  private var ended: (until: Int, since: Int, number: Int)

  init(_ part: Part, _ revisions: ClosedRange<Int>, _ view: LedgerView) throws {
    self.part = part
    self.revisions = revisions
    ended = (revisions.lowerBound - 1, Int.max, Int.max)
    guard !part.ended else { return }
    func number(_ condition: String, _ order: String, _ revision: Int) throws -> Int? {
      try Int.fetchOne(
        try view.db.cachedStatement(
          sql: "SELECT number FROM version WHERE since \(condition) ? ORDER BY since \(order), number \(order) LIMIT 1"),
        arguments: [revision])
    }
    guard let first = try number(">=", "ASC", revisions.lowerBound),
      let last = try number("<=", "DESC", revisions.upperBound), first <= last
    else {
      isDone = true
      return
    }
    begun = first - 1
    self.last = last
  }

  mutating func next(_ view: LedgerView) throws -> [Int] { part.ended ? try gone(view) : try came(view) }

  private mutating func came(_ view: LedgerView) throws -> [Int] {
    let select = try view.db.cachedStatement(
      sql: """
        SELECT o.version, i.version FROM (
          SELECT version, \(part.owner) AS owner FROM \(part.table)
          WHERE version > ?1 AND version <= ?2 ORDER BY version LIMIT ?3
        ) o
        LEFT JOIN item_row i ON i.id = o.owner AND i.since <= ?4 AND i.until > ?4
        """)
    var found: [Int] = []
    var count = 0
    let rows = try Row.fetchCursor(select, arguments: [begun, last, Self.slice, view.asOf])
    while let row = try rows.next() {
      count += 1
      begun = max(begun, row[0])
      let item: Int? = row[1]
      // An item that came in these revisions is told by its own row.
      if let item, item != row[0] { found.append(item) }
    }
    isDone = count < Self.slice
    return found
  }

  private mutating func gone(_ view: LedgerView) throws -> [Int] {
    let select = try view.db.cachedStatement(
      sql: """
        SELECT o.until, o.since, o.number, i.version FROM (
          SELECT until, since, number FROM version
          WHERE kind = ?1 AND (until, since, number) > (?2, ?3, ?4) AND until <= ?5 AND \(StoreSchema.isEnded())
          ORDER BY until, since, number LIMIT ?6
        ) o
        JOIN \(part.table) t ON t.version = o.number
        LEFT JOIN item_row i ON i.id = t.\(part.owner) AND i.since <= ?7 AND i.until > ?7
        """)
    var found: [Int] = []
    var count = 0
    let rows = try Row.fetchCursor(
      select,
      arguments: [
        part.kind.rawValue, ended.until, ended.since, ended.number, revisions.upperBound, Self.slice, view.asOf,
      ])
    while let row = try rows.next() {
      count += 1
      let place: (until: Int, since: Int, number: Int) = (row[0], row[1], row[2])
      if place > ended { ended = place }
      if let item: Int = row[3] { found.append(item) }
    }
    isDone = count < Self.slice
    return found
  }
}

extension LedgerView {
  /// The revisions up to this one that a range means; `nil` for none.
  ///
  /// - Throws: ``StoreError/badFilter(_:)`` for a meeting that the store does not know.
  func revisions(in range: ChangeRange) throws -> ClosedRange<Int>? {
    var (first, last) = (1, asOf)
    if let from = range.from { first = try edge(from, isLower: true, excludes: range.excludesFrom) }
    if let to = range.to { last = min(asOf, try edge(to, isLower: false, excludes: range.excludesTo)) }
    return first <= last ? first...last : nil
  }

  private func edge(_ point: ChangeRange.Point, isLower: Bool, excludes: Bool) throws -> Int {
    let day: CivilDate
    switch point {
    case .revision(let number): return !excludes ? number : isLower ? number + 1 : number - 1
    case .day(let date): day = date
    case .meeting(let id):
      guard let date = try self.day(ofMeeting: id) else { return isLower ? Int.max : 0 }
      day = date
    }
    // Effective dates never go back from revision to revision.
    let before = try Int.fetchOne(
      try db.cachedStatement(
        sql: "SELECT count(*) FROM revision WHERE number <= ?1 AND (effective < ?2 OR effective = ?2 AND ?3)"),
      arguments: [head, day.iso, isLower == excludes])
    return (before ?? 0) + (isLower ? 1 : 0)
  }

  /// - Returns: `nil` for a meeting that was not known yet as of the revision.
  private func day(ofMeeting id: String) throws -> CivilDate? {
    if case .meeting(let meeting)? = try record(RecordKey(.meeting, id)) { return meeting.date }
    guard asOf < head, try LedgerView(self, asOf: head).body(of: RecordKey(.meeting, id)) != nil else {
      throw StoreError.badFilter(StoreError.unknownMeeting(id, known: try latestMeetingIDs()).message)
    }
    return nil
  }
}
