import GRDB
import StrategyModel

/// Adds their dates to the rows of a window.
///
/// Only the parts of a body that hold dates are taken out of it, by SQLite: decoding whole items would cost more than
/// the frame, and columns of their own would have to be kept for all items although only a window's are ever drawn.
extension LedgerView {
  /// - Parameter dues: due dates by version, which the rows' KPIs have brought along.
  func timings(_ versions: [Int], dues: [Int: [PartialDate]], _ query: TimingQuery) throws -> [Int: ItemTiming] {
    let list = "[" + versions.map(String.init).joined(separator: ",") + "]"
    var timings = try plans(list)
    for (version, dates) in dues { timings[version]?.dues = dates }
    try addMeasurements(to: &timings, list)
    try addPhases(to: &timings, list)
    // A revision that is not older than the one shown has nothing earlier to tell.
    if let since = query.since, since < asOf { try addEarlier(to: &timings, list, since: since) }
    return timings
  }

  /// What the bodies say: start, end, schedule, events, and the day by which the phase was inferred.
  private func plans(_ versions: String) throws -> [Int: ItemTiming] {
    var timings: [Int: ItemTiming] = [:]
    let bodies = try Row.fetchCursor(
      try db.cachedStatement(
        sql: """
          SELECT number, json_extract(body, '$.start'), json_extract(body, '$.end'),
            json_extract(body, '$.derivedPhase.asOf')
          FROM version WHERE number IN (SELECT value FROM json_each(?))
          """), arguments: [versions])
    while let row = try bodies.next() {
      var timing = ItemTiming(start: PartialDate(row[1]), end: PartialDate(row[2]))
      if let day = PartialDate(row[3]) { timing.happened.append(DatedFact(day, .derived)) }
      timings[row[0]] = timing
    }
    let years = try Row.fetchCursor(
      try db.cachedStatement(sql: LedgerView.facts("$.schedule", "$.year")), arguments: [versions])
    while let row = try years.next() {
      let year: Int = row[1]
      timings[row[0]]?.scheduled.append(DatedFact(.fiscalYear(FiscalYear(year)), Confidence(row[2])))
    }
    let events = try Row.fetchCursor(
      try db.cachedStatement(sql: LedgerView.facts("$.events", "$.date")), arguments: [versions])
    while let row = try events.next() {
      timings[row[0]]?.happened.append(DatedFact(PartialDate(code: row[1]), Confidence(row[2])))
    }
    return timings
  }

  private static func facts(_ list: String, _ date: String) -> String {
    """
    SELECT v.number, json_extract(e.value, '\(date)'), json_extract(e.value, '$.source.confidence')
    FROM version v, json_each(v.body, '\(list)') e
    WHERE v.number IN (SELECT value FROM json_each(?)) ORDER BY v.number, e.key
    """
  }

  private func addMeasurements(to timings: inout [Int: ItemTiming], _ versions: String) throws {
    let rows = try Row.fetchCursor(
      try db.cachedStatement(
        sql: """
          SELECT DISTINCT i.version, m.day FROM item_row i CROSS JOIN measurement_row m ON m.item = i.id
          WHERE i.version IN (SELECT value FROM json_each(?1)) AND m.until > ?2 AND m.since <= ?2 AND m.day IS NOT NULL
          ORDER BY i.version, m.day
          """), arguments: [versions, asOf])
    while let row = try rows.next() { timings[row[0]]?.happened.append(DatedFact(PartialDate(code: row[1]))) }
  }

  /// A phase that differs from the version before began, at the latest, when the revision that says so took effect.
  private func addPhases(to timings: inout [Int: ItemTiming], _ versions: String) throws {
    let rows = try Row.fetchCursor(
      try db.cachedStatement(
        sql: """
          SELECT i.version, o.phase, o.phase_derived, r.effective FROM item_row i
          CROSS JOIN item_row o ON o.id = i.id CROSS JOIN revision r ON r.number = o.since
          WHERE i.version IN (SELECT value FROM json_each(?1)) AND o.since <= ?2 ORDER BY i.version, o.since
          """), arguments: [versions, asOf])
    var last: (version: Int, phase: Int?)?
    while let row = try rows.next() {
      let phase: Int? = row[2] == true ? nil : row[1]
      if let before = last, before.version == row[0], let old = before.phase, let phase, old != phase,
        let day = PartialDate(row[3])
      {
        timings[row[0]]?.happened.append(DatedFact(day))
      }
      last = (row[0], phase)
    }
  }

  private func addEarlier(to timings: inout [Int: ItemTiming], _ versions: String, since: Int) throws {
    let pairs = try Row.fetchAll(
      try db.cachedStatement(
        sql: """
          SELECT i.version, o.version FROM item_row i CROSS JOIN item_row o ON o.id = i.id
          WHERE i.version IN (SELECT value FROM json_each(?1)) AND o.since <= ?2 AND o.until > ?2
          """), arguments: [versions, since]
    ).map { (now: $0[0] as Int, before: $0[1] as Int) }
    let before = pairs.map(\.before)
    let list = "[" + before.map(String.init).joined(separator: ",") + "]"
    var old = try plans(list)
    for (version, own) in try kpis(list) { old[version]?.dues = own.dues }
    for version in timings.keys { timings[version]?.earlier = .noItem }
    for pair in pairs { timings[pair.now]?.earlier = old[pair.before].map { .plan($0.plannedEnd) } }
  }
}

extension [KPI] {
  /// Due dates of all targets.
  var dues: [PartialDate] { flatMap(\.targets).compactMap(\.due) }
}

extension PartialDate {
  fileprivate init?(_ code: String?) {
    guard let code else { return nil }
    self.init(code: code)
  }
}

extension Confidence {
  fileprivate init(_ code: String?) { self = code.flatMap(Confidence.init(rawValue:)) ?? .stated }
}
