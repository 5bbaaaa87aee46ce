import GRDB
import StrategyModel
import TextSearch

/// One item as sorting, grouping and filtering see it. Facts that the query does not ask for are not read.
struct ItemCandidate {
  var version: Int
  var id: String
  var entered: Int
  var titleKey: String
  var framework: String?
  var pillar: String?
  var legacyPillar: String?
  var phase: Phase?
  var isPhaseDerived: Bool
  var department: String?
  var years: ClosedRange<Int>?
  var groupYear: Int?
  var traits: FilterTraits
  var since: Int
  var text = ""
  var attainment: Double?
  var isKPIOverdue = false
  var nextDue: CivilDate?
  var lastReview: CivilDate?
}

/// What a query needs to know of each item beside its own row.
struct ScanNeeds {
  var kpis = false
  var reviews = false
  var text = false

  /// With what a sort asks for as well.
  func with(_ sort: ItemSort) -> ScanNeeds {
    var needs = self
    switch sort {
    case .due, .attainment: needs.kpis = true
    case .reviewed: needs.reviews = true
    case .natural, .title, .pillar, .phase, .department, .id: break
    }
    return needs
  }
}

extension LedgerView {
  /// The next items by version number, up to `limit`: a keyset, so that a slice costs the same at any place.
  func candidates(
    after version: Int, limit: Int, _ filter: CompiledFilter, _ needs: ScanNeeds, today: CivilDate
  ) throws -> (found: [ItemCandidate], last: Int?) {
    let bounds = try Row.fetchOne(
      try db.cachedStatement(
        sql:
          "SELECT max(version), count(*) FROM (SELECT version FROM item_row WHERE version > ? ORDER BY version LIMIT ?)"
      ), arguments: [version, limit])
    guard let last: Int = bounds?[0] else { return ([], nil) }
    // In a damaged file the tree can lead back to rows before: a scan that does not advance would never end.
    guard last > version else { throw StoreError.damaged(path: "", detail: "表の並びが正しくありません") }
    var arguments: [any DatabaseValueConvertible] = [asOf, version, last]
    var condition = ""
    for clause in filter.textClauses {
      var alternatives: [String] = []
      for needle in clause {
        arguments.append(needle.needle.folded)
        alternatives.append("instr(t.folded, ?\(arguments.count)) > 0")
        for pillar in needle.pillars {
          arguments.append(pillar)
          alternatives.append("i.pillar = ?\(arguments.count)")
        }
      }
      condition += " AND (" + alternatives.joined(separator: " OR ") + ")"
    }
    let readsText = needs.text || !filter.textClauses.isEmpty
    let rows = try Row.fetchCursor(
      try db.cachedStatement(
        sql: """
          SELECT i.version, i.id, i.entered, i.title_key, i.framework, i.pillar, i.phase, i.phase_derived, i.department,
            i.first_year, i.last_year, i.group_year, i.traits, i.since, \(needs.text ? "t.folded" : "''"), i.legacy_pillar
          FROM item_row i \(readsText ? "JOIN item_text t ON t.version = i.version" : "")
          WHERE +i.since <= ?1 AND +i.until > ?1 AND i.version > ?2 AND i.version <= ?3\(condition)
          """), arguments: StatementArguments(arguments))
    var found: [ItemCandidate] = []
    while let row = try rows.next() { found.append(ItemCandidate(row)) }
    if needs.kpis { try addKPIs(&found, after: version, through: last, today: today) }
    if needs.reviews { try addReviews(&found, after: version, through: last) }
    return (found, last)
  }

  private func addKPIs(
    _ candidates: inout [ItemCandidate], after version: Int, through last: Int, today: CivilDate
  ) throws {
    let select = try db.cachedStatement(
      sql: """
        SELECT \(KPIColumns.selected), (SELECT m.value \(LedgerView.latestOfKPI)),
          (SELECT m.last_day \(LedgerView.latestOfKPI))
        FROM kpi_row k WHERE k.version > ?2 AND k.version <= ?3 ORDER BY k.version, k.place
        """)
    let places = Dictionary(uniqueKeysWithValues: candidates.enumerated().map { ($1.version, $0) })
    var kpis: [Int: [KPI]] = [:]
    let rows = try Row.fetchCursor(select, arguments: [asOf, version, last])
    while let row = try rows.next() {
      guard let place = places[row[0]] else { continue }
      let kpi = KPIColumns.kpi(row)
      let value: Double? = row[7]
      let lastDay: Int? = row[8]
      let date = lastDay.map { PartialDate.day(CivilDate(dayNumber: $0)) }
      let measured = value.map { [Measurement(id: "", item: "", kpi: kpi.id, date: date, value: $0)] } ?? []
      let reading = KPIReading(kpi, measurements: measured, on: today)
      if kpis[place] == nil { candidates[place].attainment = reading.attainment }
      if reading.isOverdue(on: today) { candidates[place].isKPIOverdue = true }
      kpis[place, default: []].append(kpi)
    }
    for (place, own) in kpis { candidates[place].nextDue = own.nextDue(on: today)?.lastDay }
  }

  private func addReviews(_ candidates: inout [ItemCandidate], after version: Int, through last: Int) throws {
    let select = try db.cachedStatement(
      sql: """
        SELECT i.version, max(r.day) FROM item_row i CROSS JOIN review_row r ON r.item = i.id
        WHERE i.version > ?2 AND i.version <= ?3 AND r.since <= ?1 AND r.until > ?1 GROUP BY i.version
        """)
    let places = Dictionary(uniqueKeysWithValues: candidates.enumerated().map { ($1.version, $0) })
    let rows = try Row.fetchCursor(select, arguments: [asOf, version, last])
    while let row = try rows.next() {
      guard let place = places[row[0]] else { continue }
      let day: String? = row[1]
      candidates[place].lastReview = day.flatMap { CivilDate(iso: $0) }
      candidates[place].traits.insert(.review)
    }
  }
}

extension ItemCandidate {
  fileprivate init(_ row: Row) {
    let phase: Int? = row[6]
    let first: Int? = row[9]
    let last: Int? = row[10]
    var years: ClosedRange<Int>?
    if let first, let last { years = first...last }
    self.init(
      version: row[0], id: row[1], entered: row[2], titleKey: row[3], framework: row[4], pillar: row[5],
      legacyPillar: row[15],
      phase: phase.flatMap(Phase.init(rawValue:)), isPhaseDerived: row[7], department: row[8], years: years,
      groupYear: row[11], traits: FilterTraits(rawValue: row[12]), since: row[13], text: row[14])
  }
}
