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
    guard let rowMemory, versions.count <= rowMemory.mostAtOnce else { return try longWindow(versions, today: today) }
    try readAhead(versions, today: today)
    // Another thread may have filled the memory meanwhile.
    return try rowMemory.all(of: versions, asOf: asOf, today: today)
      ?? read(versions, today: today, nil, wantsKPIs: false).inOrder(versions)
  }

  /// Reads into memory what is not there yet.
  func readAhead(_ versions: [Int], today: CivilDate) throws {
    guard let rowMemory else { return }
    let missing = rowMemory.missing(of: versions, asOf: asOf, today: today)
    guard !missing.isEmpty else { return }
    rowMemory.keep(try read(missing, today: today, nil, wantsKPIs: false), asOf: asOf, today: today)
  }

  /// The rows of a long window are put in their places without being looked up again: they are large.
  private func longWindow(_ versions: [Int], today: CivilDate) throws -> [ItemRow] {
    guard !versions.isEmpty else { return [] }
    var rows: [ItemRow] = []
    rows.reserveCapacity(versions.count)
    var found: [Int] = []
    found.reserveCapacity(versions.count)
    try read(versions, today: today) { version, row in
      rows.append(row)
      found.append(version)
    }
    if found == versions { return rows }
    let places = Dictionary(found.enumerated().map { ($1, $0) }) { first, _ in first }
    return versions.compactMap { places[$0].map { rows[$0] } }
  }

  private func read(
    _ versions: [Int], today: CivilDate, _ timing: TimingQuery?, wantsKPIs: Bool
  ) throws -> [Int: ItemRow] {
    guard !versions.isEmpty else { return [:] }
    var rows: [Int: ItemRow] = [:]
    rows.reserveCapacity(versions.count)
    let kpis = try read(versions, today: today) { rows[$0] = $1 }
    if let timing {
      for (version, own) in try timings(versions, dues: kpis.mapValues(\.dues), timing) { rows[version]?.timing = own }
    }
    if wantsKPIs {
      let list = LedgerView.json(versions)
      try addReadings(to: &rows, kpis, list, today: today)
      try addEndedPlans(to: &rows, list, today: today)
    }
    return rows
  }

  private static func json(_ versions: [Int]) -> String { "[" + versions.map(String.init).joined(separator: ",") + "]" }

  /// Everything is read for the whole window at once: a statement for each row would cost more than the frame.
  ///
  /// - Returns: all KPIs by version.
  @discardableResult
  private func read(
    _ versions: [Int], today: CivilDate, _ give: (Int, ItemRow) -> Void
  ) throws -> [Int: [KPI]] {
    let list = LedgerView.json(versions)
    let items = try db.cachedStatement(
      sql: """
        SELECT version, i.id, title, pillar, pillar_derived, phase, phase_derived, department, first_year,
          last_year, since
        FROM json_each(?) j CROSS JOIN item_row i ON i.version = j.value
        """)
    let names = try pillarNames().mapValues(\.shortName)
    let kpis = try kpis(list)
    let latest = try latestMeasurements(of: list)
    let reviews = try lastReviews(of: list)
    try items.forEachRow([list]) { item in
      let version = item.int(0)
      let own = kpis[version] ?? []
      let reading = own.first.map { KPIReading($0, latest: latest[version]?.measurement, on: today) }
      let pillar = item.text(ifAny: 3)
      var years: ClosedRange<Int>?
      if let first = item.int(ifAny: 8), let last = item.int(ifAny: 9), first <= last { years = first...last }
      let row = ItemRow(
        id: item.text(1), title: item.text(2), pillar: pillar, pillarName: pillar.flatMap { names[$0] },
        isPillarDerived: item.flag(4), phase: item.int(ifAny: 5).flatMap(Phase.init(rawValue:)),
        isPhaseDerived: item.flag(6), department: item.text(ifAny: 7), kpi: reading,
        nextDue: own.nextDue(on: today), lastReview: reviews[version], years: years, since: item.int(10))
      give(version, row)
    }
    return kpis
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
    try select.forEachRow([versions]) { kpis[$0.int(0), default: []].append(KPIColumns.kpi($0)) }
    return kpis
  }

  /// Of the first KPIs, by version.
  private func latestMeasurements(of versions: String) throws -> [Int: DatedMeasurement] {
    let select = try db.cachedStatement(
      sql: """
        SELECT k.version, m.id, m.day, m.value FROM json_each(?1) j CROSS JOIN kpi_row k ON k.version = j.value
          CROSS JOIN measurement_row m ON m.kpi = k.id
        WHERE k.place = 0 AND m.since <= ?2 AND m.until > ?2
        """)
    var latest: [Int: DatedMeasurement] = [:]
    try select.forEachRow([versions, asOf]) { row in
      let dated = DatedMeasurement(row)
      let version = row.int(0)
      if latest[version].map({ $0 < dated }) ?? true { latest[version] = dated }
    }
    return latest
  }

  private func lastReviews(of versions: String) throws -> [Int: CivilDate] {
    let select = try db.cachedStatement(
      sql: """
        SELECT i.version, r.day FROM json_each(?1) j CROSS JOIN item_row i ON i.version = j.value
          CROSS JOIN review_row r ON r.item = i.id
        WHERE r.since <= ?2 AND r.until > ?2
        """)
    var reviews: [Int: CivilDate] = [:]
    try select.forEachRow([versions, asOf]) { row in
      guard let day = row.text(ifAny: 1).flatMap({ CivilDate(iso: $0) }) else { return }
      reviews[row.int(0)] = max(reviews[row.int(0)] ?? day, day)
    }
    return reviews
  }
}

/// A measurement of a window's first KPI, in the order of ``Swift/Array/latest``.
private struct DatedMeasurement: Comparable {
  let measurement: Measurement
  private let day: Int

  init(_ row: RawRow) {
    let date = row.text(ifAny: 2).map { PartialDate(code: $0) }
    measurement = Measurement(id: row.text(1), item: "", kpi: "", date: date, value: row.double(3))
    day = date?.lastDay?.dayNumber ?? Int.min
  }

  static func < (left: DatedMeasurement, right: DatedMeasurement) -> Bool {
    (left.day, left.measurement.id) < (right.day, right.measurement.id)
  }
}

extension KPIColumns {
  static let selected = "k.version, k.id, k.name, k.unit, k.is_approximate, k.baseline, k.targets"

  static func kpi(_ row: RawRow) -> KPI {
    KPI(
      id: row.text(1), name: row.text(2), unit: row.text(ifAny: 3), isApproximate: row.flag(4),
      baseline: row.double(ifAny: 5), targets: targets(row.text(6)))
  }
}

extension [Int: ItemRow] {
  fileprivate func inOrder(_ versions: [Int]) -> [ItemRow] { versions.compactMap { self[$0] } }
}
