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
  var isKPIBehind = false
  var nextDue: CivilDate?
  var lastReview: CivilDate?
}

/// What a query needs to know of each item beside its own row.
struct ScanNeeds {
  var kpis = false
  /// Beside the KPIs, where each should stand.
  var lines = false
  var reviews = false
  var text = false
  var titles = false

  /// With what a sort asks for as well.
  func with(_ sort: ItemSort) -> ScanNeeds {
    var needs = self
    switch sort {
    case .due, .attainment: needs.kpis = true
    case .reviewed: needs.reviews = true
    case .title: needs.titles = true
    case .natural, .pillar, .phase, .department, .id: break
    }
    return needs
  }
}

extension LedgerView {
  /// The next items by version number, up to `limit`: a keyset, so that a slice costs the same at any place.
  ///
  /// - Parameter found: where those are put that the filter finds.
  /// - Returns: the last version that was looked at; `nil` when there was none.
  func scan(
    after version: Int, limit: Int, _ filter: CompiledFilter, _ needs: ScanNeeds, today: CivilDate,
    into found: inout [ItemCandidate]
  ) throws -> Int? {
    let bounds = try Row.fetchOne(
      try db.cachedStatement(
        sql:
          "SELECT max(version), count(*) FROM (SELECT version FROM item_row WHERE version > ? ORDER BY version LIMIT ?)"
      ), arguments: [version, limit])
    guard let last: Int = bounds?[0] else { return nil }
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
    let select = try db.cachedStatement(
      sql: """
        SELECT i.version, i.id, i.entered, \(needs.titles ? "i.title_key" : "''"), i.framework, i.pillar, i.phase,
          i.phase_derived, i.department, i.first_year, i.last_year, i.group_year, i.traits, i.since,
          \(needs.text ? "t.folded" : "''"), i.legacy_pillar
        FROM item_row i \(readsText ? "JOIN item_text t ON t.version = i.version" : "")
        WHERE +i.since <= ?1 AND +i.until > ?1 AND i.version > ?2 AND i.version <= ?3\(condition)
        """)
    let facts = try facts(after: version, through: last, needs, today: today)
    try select.forEachRow(StatementArguments(arguments)) { row in
      let candidate = ItemCandidate(row, facts[row.int(0)])
      if filter.matches(candidate) { found.append(candidate) }
    }
    return last
  }
}

extension ItemCandidate {
  fileprivate init(_ row: RawRow, _ fact: ItemFact?) {
    var years: ClosedRange<Int>?
    if let first = row.int(ifAny: 9), let last = row.int(ifAny: 10), first <= last { years = first...last }
    self.init(
      version: row.int(0), id: row.text(1), entered: row.int(2), titleKey: row.text(3), framework: row.text(ifAny: 4),
      pillar: row.text(ifAny: 5), legacyPillar: row.text(ifAny: 15),
      phase: row.int(ifAny: 6).flatMap(Phase.init(rawValue:)), isPhaseDerived: row.flag(7),
      department: row.text(ifAny: 8), years: years, groupYear: row.int(ifAny: 11),
      traits: FilterTraits(rawValue: .init(row.int(12))), since: row.int(13), text: row.text(14))
    guard let fact else { return }
    attainment = fact.attainment
    isKPIOverdue = fact.isKPIOverdue
    isKPIBehind = fact.isKPIBehind
    nextDue = fact.nextDue
    lastReview = fact.lastReview
    if fact.lastReview != nil { traits.insert(.review) }
  }
}
