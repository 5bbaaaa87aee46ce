import GRDB
import StrategyModel

extension LedgerView {
  /// The rows of these versions of items, in their order.
  func itemRows(
    _ versions: [Int], today: CivilDate, timing: TimingQuery? = nil, wantsKPIs: Bool = false
  ) throws -> [ItemRow] {
    guard timing == nil, !wantsKPIs else {
      return try read(versions, today: today, timing, wantsKPIs: wantsKPIs).inOrder(versions)
    }
    var rows = rowMemory?.rows(of: versions, asOf: asOf, today: today) ?? [:]
    let missing = rows.isEmpty ? versions : versions.filter { rows[$0] == nil }
    let read = try read(missing, today: today, nil, wantsKPIs: false)
    rowMemory?.keep(read, asOf: asOf, today: today)
    rows.merge(read) { $1 }
    return rows.inOrder(versions)
  }

  /// Everything is read for the whole window at once: a statement for each row would cost more than the frame.
  private func read(
    _ versions: [Int], today: CivilDate, _ timing: TimingQuery?, wantsKPIs: Bool
  ) throws -> [Int: ItemRow] {
    guard !versions.isEmpty else { return [:] }
    let list = "[" + versions.map(String.init).joined(separator: ",") + "]"
    let items = try Row.fetchAll(
      try db.cachedStatement(
        sql: """
          SELECT version, id, title, pillar, pillar_derived, phase, phase_derived, department, first_year,
            last_year, since
          FROM item_row WHERE version IN (SELECT value FROM json_each(?))
          """), arguments: [list])
    let names = try pillarNames()
    let kpis = try kpis(list)
    let latest = try latestMeasurements(of: list)
    let reviews = try lastReviews(of: list)
    let timings = try timing.map { try self.timings(versions, dues: kpis.mapValues(\.dues), $0) } ?? [:]
    var rows: [Int: ItemRow] = [:]
    for item in items {
      let version: Int = item[0]
      let own = kpis[version] ?? []
      let reading = own.first.map { kpi in
        KPIReading(kpi, measurements: latest[kpi.id].map { [$0] } ?? [], on: today)
      }
      let pillar: String? = item[3]
      let phase: Int? = item[5]
      let first: Int? = item[8]
      let last: Int? = item[9]
      var years: ClosedRange<Int>?
      if let first, let last { years = first...last }
      rows[version] = ItemRow(
        id: item[1], title: item[2], pillar: pillar, pillarName: pillar.flatMap { names[$0]?.shortName },
        isPillarDerived: item[4], phase: phase.flatMap(Phase.init(rawValue:)), isPhaseDerived: item[6],
        department: item[7], kpi: reading, nextDue: own.nextDue(on: today), lastReview: reviews[version],
        years: years, since: item[10])
      rows[version]?.timing = timings[version]
    }
    if wantsKPIs {
      try addReadings(to: &rows, kpis, list, today: today)
      try addEndedPlans(to: &rows, list, today: today)
    }
    return rows
  }

  func pillarNames() throws -> [String: Pillar] {
    Dictionary(try pillars().map { ($0.id, $0) }) { first, _ in first }
  }

  /// Of each version, in their order, as JSON names the versions.
  func kpis(_ versions: String) throws -> [Int: [KPI]] {
    let select = try db.cachedStatement(
      sql: """
        SELECT \(KPIColumns.selected) FROM kpi_row k
        WHERE k.version IN (SELECT value FROM json_each(?)) ORDER BY k.version, k.place
        """)
    var kpis: [Int: [KPI]] = [:]
    for row in try Row.fetchAll(select, arguments: [versions]) { kpis[row[0], default: []].append(KPIColumns.kpi(row)) }
    return kpis
  }

  /// Of the first KPIs, by the KPI's id.
  private func latestMeasurements(of versions: String) throws -> [String: Measurement] {
    let select = try db.cachedStatement(
      sql: """
        SELECT m.id, m.item, m.kpi, m.day, m.value FROM kpi_row k CROSS JOIN measurement_row m ON m.kpi = k.id
        WHERE k.version IN (SELECT value FROM json_each(?1)) AND k.place = 0 AND m.since <= ?2 AND m.until > ?2
        """)
    var measurements: [String: [Measurement]] = [:]
    for row in try Row.fetchAll(select, arguments: [versions, asOf]) {
      let day: String? = row[3]
      measurements[row[2], default: []].append(
        Measurement(id: row[0], item: row[1], kpi: row[2], date: day.map { PartialDate(code: $0) }, value: row[4]))
    }
    return measurements.compactMapValues(\.latest)
  }

  private func lastReviews(of versions: String) throws -> [Int: CivilDate] {
    let select = try db.cachedStatement(
      sql: """
        SELECT i.version, max(r.day) FROM item_row i CROSS JOIN review_row r ON r.item = i.id
        WHERE i.version IN (SELECT value FROM json_each(?1)) AND r.since <= ?2 AND r.until > ?2 GROUP BY i.version
        """)
    var reviews: [Int: CivilDate] = [:]
    for row in try Row.fetchAll(select, arguments: [versions, asOf]) {
      let day: String? = row[1]
      reviews[row[0]] = day.flatMap { CivilDate(iso: $0) }
    }
    return reviews
  }
}

extension KPIColumns {
  static let selected = "k.version, k.id, k.name, k.unit, k.is_approximate, k.baseline, k.targets"

  static func kpi(_ row: Row) -> KPI {
    KPI(
      id: row[1], name: row[2], unit: row[3], isApproximate: row[4], baseline: row[5], targets: targets(row[6]))
  }
}

extension [Int: ItemRow] {
  fileprivate func inOrder(_ versions: [Int]) -> [ItemRow] { versions.compactMap { self[$0] } }
}
