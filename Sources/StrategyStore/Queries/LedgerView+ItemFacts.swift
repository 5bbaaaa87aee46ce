import GRDB
import StrategyModel

/// What of an item is reckoned from its KPIs, their measurements, its reviews, and the day.
struct ItemFact {
  /// 達成率 of the first KPI.
  var attainment: Double?
  var isKPIOverdue = false
  var isKPIBehind = false
  var nextDue: CivilDate?
  var lastReview: CivilDate?
}

extension LedgerView {
  /// Of the versions of items after one, up to and including another. Those without any fact have no entry.
  func facts(
    after version: Int, through last: Int, _ needs: ScanNeeds, today: CivilDate
  ) throws -> [Int: ItemFact] {
    var facts: [Int: ItemFact] = [:]
    if needs.kpis { try addKPIs(to: &facts, after: version, through: last, needs, today: today) }
    if needs.reviews { try addReviews(to: &facts, after: version, through: last) }
    return facts
  }

  private func addKPIs(
    to facts: inout [Int: ItemFact], after version: Int, through last: Int, _ needs: ScanNeeds, today: CivilDate
  ) throws {
    let select = try db.cachedStatement(
      sql: """
        SELECT \(KPIColumns.selected), l.value, l.last_day, l.day IS NULL FROM kpi_row k
        LEFT JOIN measurement_row l ON l.version = (SELECT m.version \(LedgerView.latestOfKPI))
        WHERE k.version > ?2 AND k.version <= ?3 ORDER BY k.version, k.place
        """)
    var kpis: [KPI] = []
    var current: Int?
    func finish() {
      if let current { facts[current]?.nextDue = kpis.nextDue(on: today)?.lastDay }
      kpis.removeAll(keepingCapacity: true)
    }
    try select.forEachRow([asOf, version, last]) { row in
      let own = row.int(0)
      if own != current {
        finish()
        current = own
        facts[own] = ItemFact()
      }
      let kpi = KPIColumns.kpi(row)
      let date =
        row.int(ifAny: 8).map { PartialDate.day(CivilDate(dayNumber: $0)) } ?? (row.flag(9) ? nil : .words(""))
      let latest = row.double(ifAny: 7).map { Measurement(id: "", item: "", kpi: kpi.id, date: date, value: $0) }
      let reading = KPIReading(kpi, latest: latest, on: today)
      if kpis.isEmpty { facts[own]?.attainment = reading.attainment }
      if reading.isOverdue(on: today) { facts[own]?.isKPIOverdue = true }
      if needs.lines, facts[own]?.isKPIBehind == false, let latest {
        facts[own]?.isKPIBehind = try isBehind(kpi, kpis.count, own, latest, today: today)
      }
      kpis.append(kpi)
    }
    finish()
  }

  private func addReviews(to facts: inout [Int: ItemFact], after version: Int, through last: Int) throws {
    let select = try db.cachedStatement(
      sql: """
        SELECT i.version, max(r.day) FROM item_row i CROSS JOIN review_row r ON r.item = i.id
        WHERE i.version > ?2 AND i.version <= ?3 AND r.since <= ?1 AND r.until > ?1 GROUP BY i.version
        """)
    let rows = try Row.fetchCursor(select, arguments: [asOf, version, last])
    while let row = try rows.next() {
      let day: String? = row[1]
      facts[row[0], default: ItemFact()].lastReview = day.flatMap { CivilDate(iso: $0) }
    }
  }

  /// All versions of the items whose measurements or reviews came or went after a revision, up to another.
  ///
  /// - Returns: `nil` where more versions of records than the limit came or went.
  func versionsWithNewFacts(since first: Int, through last: Int, limit: Int = 2_000) throws -> [Int]? {
    let came = try Int.fetchOne(
      try db.cachedStatement(
        sql: "SELECT count(*) FROM (SELECT 1 FROM version WHERE since > ?1 AND since <= ?2 LIMIT ?3)"),
      arguments: [first, last, limit])
    guard (came ?? 0) < limit else { return nil }
    return try Int.fetchAll(
      try db.cachedStatement(
        sql: """
          WITH touched(number) AS (
            SELECT number FROM version WHERE since > ?1 AND since <= ?2 AND +kind IN ('measurement', 'review')
            UNION SELECT number FROM version
            WHERE kind IN ('measurement', 'review') AND until > ?1 AND until <= ?2 AND \(StoreSchema.isEnded()))
          SELECT version FROM item_row WHERE since <= ?3 AND id IN (
            SELECT item FROM measurement_row WHERE version IN touched
            UNION SELECT item FROM review_row WHERE version IN touched)
          """), arguments: [first, last, head])
  }
}
