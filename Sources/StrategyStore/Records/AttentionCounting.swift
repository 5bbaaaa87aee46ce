import GRDB
import StrategyModel

/// Counts items by the day of their last review, and by the day from which a KPI of theirs has missed its target.
///
/// Both hang on several records: an item counts with reviews and measurements that may have come before it or after
/// it. So they are counted from the rows of the revision once those are written, not from each record by itself. What
/// is overdue on a day follows from them: the sum over the days before it.
struct AttentionCounting {
  /// Changes up to which only the items that a revision touches are looked at, before and after.
  static let few = 20_000

  private let db: Database
  private var deltas: [FacetKey: Int] = [:]

  private init(_ db: Database) { self.db = db }

  /// How the counts differ between a revision, whose rows are written, and the one before.
  static func deltas(of revision: Int, changes: Int, _ db: Database) throws -> [FacetKey: Int] {
    var counting = AttentionCounting(db)
    if changes <= few {
      try counting.countTouched(revision)
    } else {
      try counting.countAll(asOf: revision)
      try counting.takeKept(asOf: revision - 1)
    }
    return counting.deltas
  }

  /// Counted anew over all items.
  static func all(asOf revision: Int, _ db: Database) throws -> [FacetKey: Int] {
    var counting = AttentionCounting(db)
    try counting.countAll(asOf: revision)
    return counting.deltas
  }

  private mutating func add(_ facet: Facet, _ day: String?, _ delta: Int) {
    guard let day else { return }
    deltas[FacetKey(facet: facet, key: day), default: 0] += delta
  }

  private mutating func add(_ facet: Facet, _ day: Int?, _ delta: Int) {
    add(facet, day.map { CivilDate(dayNumber: $0).iso }, delta)
  }

  private mutating func countTouched(_ revision: Int) throws {
    let rows = try Row.fetchCursor(
      try db.cachedStatement(
        sql: """
          WITH begun(number, kind) AS (SELECT number, kind FROM version WHERE since = ?1),
          ended(number, kind) AS (
            SELECT number, kind FROM version
            WHERE kind IN ('item', 'measurement', 'review') AND until = ?1 AND \(StoreSchema.isEnded())),
          moved(number, kind) AS (SELECT * FROM begun UNION ALL SELECT * FROM ended),
          touched(id) AS (
            SELECT i.id FROM moved CROSS JOIN item_row i ON i.version = moved.number WHERE moved.kind = 'item'
            UNION SELECT r.item FROM moved CROSS JOIN review_row r ON r.version = moved.number
              WHERE moved.kind = 'review'
            UNION SELECT i.id FROM moved CROSS JOIN measurement_row m ON m.version = moved.number
              CROSS JOIN kpi_row k ON k.id = m.kpi AND k.final_value IS NOT NULL
              CROSS JOIN item_row i ON i.version = k.version
              WHERE moved.kind = 'measurement')
          SELECT \(Self.lastReview(asOf: "?2")), \(Self.lastReview(asOf: "?1")),
            \(Self.firstMiss(asOf: "?2")), \(Self.firstMiss(asOf: "?1"))
          FROM touched t
          """), arguments: [revision, revision - 1])
    while let row = try rows.next() {
      add(.review, row[0] as String?, -1)
      add(.review, row[1] as String?, 1)
      add(.missed, row[2] as Int?, -1)
      add(.missed, row[3] as Int?, 1)
    }
  }

  private mutating func countAll(asOf revision: Int) throws {
    try countReviews(asOf: revision)
    // No KPI whose last target is due after all that was measured can have missed it.
    let misses = try Row.fetchCursor(
      db,
      sql: """
        SELECT first, count(*) FROM (
          SELECT min(k.final_day) AS first FROM kpi_row k CROSS JOIN item_row i ON i.version = k.version
          WHERE i.since <= ?1 AND i.until > ?1 AND \(Self.isMissed(asOf: "?1"))
            AND k.final_day <= (SELECT max(last_day) FROM measurement_row)
          GROUP BY k.version)
        GROUP BY first
        """, arguments: [revision])
    while let row = try misses.next() { add(.missed, row[0] as Int?, row[1]) }
  }

  /// Two lists in the order of the items' ids, side by side: to look each item up costs four times as much.
  private mutating func countReviews(asOf revision: Int) throws {
    let items = try String.fetchCursor(
      db, sql: "SELECT id FROM item_row WHERE since <= ?1 AND until > ?1 ORDER BY id", arguments: [revision])
    let reviews = try Row.fetchCursor(
      db,
      sql: "SELECT item, max(day) FROM review_row WHERE since <= ?1 AND until > ?1 GROUP BY item ORDER BY item",
      arguments: [revision])
    var item = try items.next()
    while let review = try reviews.next() {
      let owner = try review.decode(String.self, atIndex: 0)
      while let known = item, ByteOrder.compare(known, owner) < 0 { item = try items.next() }
      if let item, ByteOrder.compare(item, owner) == 0 {
        add(.review, try review.decode(String?.self, atIndex: 1), 1)
      }
    }
  }

  private mutating func takeKept(asOf revision: Int) throws {
    let kept = try Row.fetchCursor(
      db,
      sql: """
        SELECT facet, key, count FROM facet_count
        WHERE facet IN ('\(Facet.review.rawValue)', '\(Facet.missed.rawValue)') AND since <= ?1 AND until > ?1
        """, arguments: [revision])
    while let row = try kept.next() {
      guard let facet = Facet(rawValue: try row.decode(atIndex: 0)) else { continue }
      add(facet, try row.decode(String?.self, atIndex: 1), 0 &- (try row.decode(Int.self, atIndex: 2)))
    }
  }

  /// Of the item `t.id`, if it counts as of a revision.
  private static func lastReview(asOf revision: String) -> String {
    """
    (SELECT max(r.day) FROM item_row i CROSS JOIN review_row r ON r.item = i.id
      WHERE i.id = t.id AND i.since <= \(revision) AND i.until > \(revision)
        AND r.since <= \(revision) AND r.until > \(revision))
    """
  }

  private static func firstMiss(asOf revision: String) -> String {
    """
    (SELECT min(k.final_day) FROM item_row i CROSS JOIN kpi_row k ON k.version = i.version
      WHERE i.id = t.id AND i.since <= \(revision) AND i.until > \(revision) AND \(isMissed(asOf: revision)))
    """
  }

  /// Whether the latest measurement of KPI `k` falls short of its last target, which was due by then.
  private static func isMissed(asOf revision: String) -> String {
    """
    k.final_value IS NOT NULL AND (
      SELECT m.last_day >= k.final_day AND CASE WHEN k.final_value < k.baseline
        THEN m.value > k.final_value ELSE m.value < k.final_value END
      \(LedgerView.latestOfKPI(asOf: revision)))
    """
  }
}
