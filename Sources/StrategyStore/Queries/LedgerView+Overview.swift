import GRDB
import StrategyModel

extension LedgerView {
  func overview(today: CivilDate) throws -> Overview {
    let effective = try revision(today: today).effective
    let strategy = try strategyInForce(on: effective)
    let pillars = try pillars()
    let own = pillars.filter { $0.strategy == strategy?.id }.sorted { $0.order < $1.order }
    let byPillar = try pillarCounts()
    var phases = PhaseCounts()
    var others = PhaseCounts()
    for (id, counts) in byPillar {
      phases.add(counts)
      if !own.contains(where: { $0.id == id }) { others.add(counts) }
    }
    let departments = try counts(.department).map { NamedCount(name: $0.parts[0], count: $0.count) }
    return Overview(
      goals: try goals(of: strategy), strategy: strategy, plan: try plan(of: strategy, on: effective),
      phases: phases, statedPhases: try statedPhases(),
      pillars: own.map { PillarCounts(pillar: $0, phases: byPillar[$0.id] ?? PhaseCounts()) }, otherPillars: others,
      departments: departments.filter { !$0.name.isEmpty }.sorted {
        $0.count == $1.count ? $0.name < $1.name : $0.count > $1.count
      },
      withoutDepartment: departments.first { $0.name.isEmpty }?.count ?? 0,
      budgets: try budgets(pillars), attention: try attention(items: phases.total, today: today),
      latestMeeting: try latest(Meeting.self, .meeting, by: today, limit: 1).first,
      latestUpdates: try latestUpdates(today: today), contradictionCount: try count(.contradiction))
  }

  /// The latest edition adopted by a day. One that says so of itself is preferred; a successor is never meant.
  func strategyInForce(on day: CivilDate) throws -> Strategy? {
    try strategies().inForce(on: day, status: \.status, adopted: \.adopted)
  }

  private func plan(of strategy: Strategy?, on day: CivilDate) throws -> Plan? {
    try plans().inOrderOfAdoption(by: \.adopted).filter { $0.strategy == strategy?.id }
      .inForce(on: day, status: \.status, adopted: \.adopted)
  }

  private func goals(of strategy: Strategy?) throws -> [Principle] {
    let goals = try values(Principle.self, .principle, tag: Principle.Role.goal.rawValue).sorted { $0.order < $1.order }
    let own = goals.filter { $0.framework == nil || $0.framework == strategy?.id }
    return own.isEmpty ? goals : own
  }

  private func budgets(_ pillars: [Pillar]) throws -> [PillarBudget] {
    let ranks = Dictionary(pillars.enumerated().map { ($1.id, $0) }) { first, _ in first }
    return try counts(.budget).compactMap { parts, yen in
      guard parts.count == 2, let year = Int(parts[0]) else { return nil }
      return PillarBudget(pillar: ranks[parts[1]].map { pillars[$0] }, year: FiscalYear(year), yen: yen)
    }.sorted {
      let left = $0.pillar.flatMap { ranks[$0.id] } ?? Int.max
      let right = $1.pillar.flatMap { ranks[$0.id] } ?? Int.max
      return left == right ? $0.year < $1.year : left < right
    }
  }

  /// Five, of both lists; a line that stands in both is one.
  private func latestUpdates(today: CivilDate) throws -> [UpdateEntry] {
    var shown: [UpdateEntry] = []
    let candidates = try latest(UpdateEntry.self, .update, by: today, limit: 20)
    for update in candidates.sorted(by: UpdateEntry.isNewer)
    where !shown.contains(where: { $0.date == update.date && $0.title == update.title }) {
      shown.append(update)
    }
    return Array(shown.prefix(5))
  }

  private func attention(items: Int, today: CivilDate) throws -> Attention {
    // A review is a duty once a year: the last one may be a year old, not more.
    let reviewed = try days(.review)
    let lapsed = today.adding(years: -1).iso
    let missed = try days(.missed).filter { $0.day < today.iso }
    return Attention(
      reviewOverdue: reviewed.filter { $0.day < lapsed }.reduce(0) { $0 + $1.count },
      withoutReview: items - reviewed.reduce(0) { $0 + $1.count }, kpiOverdue: missed.reduce(0) { $0 + $1.count },
      dueSoon: try itemsDue(in: today...today.adding(days: 90)))
  }

  private func days(_ facet: Facet) throws -> [(day: String, count: Int)] {
    try counts(facet).map { ($0.parts[0], $0.count) }
  }

  /// Each item once: the days on which a target of it is due, less one for each that follows another within the span.
  private func itemsDue(in span: ClosedRange<CivilDate>) throws -> Int {
    let due = try Int.fetchOne(
      try db.cachedStatement(
        sql: """
          SELECT coalesce(sum(CASE facet WHEN '\(Facet.due.rawValue)' THEN count ELSE -count END), 0) FROM facet_count
          WHERE since <= ?1 AND until > ?1
            AND (facet = '\(Facet.due.rawValue)' AND key BETWEEN ?2 AND ?3
              OR facet = '\(Facet.duePair.rawValue)' AND key >= ?2 AND key < ?3 AND substr(key, 12) <= ?3)
          """), arguments: [asOf, span.lowerBound.iso, span.upperBound.iso])
    return due ?? 0
  }

  /// The latest measurement of `k` as of `?1`, as `latest` chooses it of an array.
  static let latestOfKPI = latestOfKPI(asOf: "?1")

  static func latestOfKPI(asOf revision: String) -> String {
    """
    FROM measurement_row m WHERE m.kpi = k.id AND m.since <= \(revision) AND m.until > \(revision)
    ORDER BY m.last_day DESC, m.id DESC LIMIT 1
    """
  }
}

extension PhaseCounts {
  mutating func add(_ other: PhaseCounts) {
    for phase in [nil] + Phase.allCases.map(Optional.some) { self[phase] += other[phase] }
  }
}

extension Array {
  /// Of editions in order of adoption.
  fileprivate func inForce(
    on day: CivilDate, status: (Element) -> EditionStatus, adopted: (Element) -> PartialDate?
  ) -> Element? {
    let adoptedByThen = filter { edition in
      status(edition) != .successor && adopted(edition)?.lastDay.map { $0 <= day } ?? false
    }
    // One that came by a sheet of pillars has no date of adoption: it counts where no other does.
    return adoptedByThen.last { status($0) == .inForce } ?? adoptedByThen.last
      ?? self.last { status($0) == .inForce && adopted($0) == nil }
  }
}
