import GRDB
import StrategyModel

/// Where KPIs should stand by the line from baseline to target.
///
/// When a baseline was, only the bodies say. SQLite takes the two dates out of those that decide: columns of their own
/// would have to be kept for all items, although most KPIs are told apart without them.
extension LedgerView {
  /// Adds all KPIs to the rows of a window.
  ///
  /// - Parameters:
  ///   - kpis: of each version, in their order.
  ///   - versions: as JSON names them.
  func addReadings(
    to rows: inout [Int: ItemRow], _ kpis: [Int: [KPI]], _ versions: String, today: CivilDate
  ) throws {
    let latest = try latestOfAllKPIs(of: versions)
    for (version, own) in kpis {
      let measured = latest[version] ?? [:]
      rows[version]?.kpis = try own.enumerated().map { place, kpi in
        var reading = KPIReading(kpi, latest: measured[kpi.id], on: today)
        if let measurement = measured[kpi.id] {
          reading.line = try line(of: kpi, place, version, measurement, today: today)
        }
        return reading
      }
    }
  }

  func addEndedPlans(to rows: inout [Int: ItemRow], _ versions: String, today: CivilDate) throws {
    let ended = Set(try plans().filter { $0.hasEnded(by: today) == true }.map(\.id))
    guard !ended.isEmpty else { return }
    let select = try db.cachedStatement(
      sql: "SELECT version, framework FROM item_row WHERE version IN (SELECT value FROM json_each(?))")
    let found = try Row.fetchCursor(select, arguments: [versions])
    while let row = try found.next() {
      let plan: String? = row[1]
      if let plan, ended.contains(plan) { rows[row[0]]?.hasPlanEnded = true }
    }
  }

  /// By version and KPI.
  private func latestOfAllKPIs(of versions: String) throws -> [Int: [String: Measurement]] {
    let select = try db.cachedStatement(
      sql: """
        SELECT k.version, l.id, l.item, l.kpi, l.day, l.value FROM kpi_row k
        JOIN measurement_row l ON l.version = (SELECT m.version \(LedgerView.latestOfKPI))
        WHERE k.version IN (SELECT value FROM json_each(?2))
        """)
    var latest: [Int: [String: Measurement]] = [:]
    for row in try Row.fetchAll(select, arguments: [asOf, versions]) {
      let day: String? = row[4]
      latest[row[0], default: [:]][row[3]] = Measurement(
        id: row[1], item: row[2], kpi: row[3], date: day.map { PartialDate(code: $0) }, value: row[5])
    }
    return latest
  }

  /// Whether the KPI's latest measurement falls short of the line.
  func isBehind(
    _ kpi: KPI, _ place: Int, _ version: Int, _ measurement: Measurement, today: CivilDate
  ) throws -> Bool {
    try line(of: kpi, place, version, measurement, today: today)?.isBehind ?? false
  }

  private func line(
    of kpi: KPI, _ place: Int, _ version: Int, _ measurement: Measurement, today: CivilDate
  ) throws -> LineReading? {
    guard kpi.baseline != nil, let day = measurement.lineDay(today: today),
      let due = kpi.target(inForceOn: day)?.due?.lastDay
    else { return nil }
    // From the target's day on it does not matter when the line began.
    guard day < due else { return kpi.line(measurement, itemStart: nil, today: today) }
    let select = try db.cachedStatement(
      sql: """
        SELECT json_extract(body, '$.kpis[' || ?2 || '].baselineDate'), json_extract(body, '$.start')
        FROM version WHERE number = ?1
        """)
    guard let row = try Row.fetchOne(select, arguments: [version, place]) else { return nil }
    let (baseline, start): (String?, String?) = (row[0], row[1])
    var dated = kpi
    dated.baselineDate = baseline.map { PartialDate(code: $0) }
    return dated.line(measurement, itemStart: start.map { PartialDate(code: $0) }, today: today)
  }
}
