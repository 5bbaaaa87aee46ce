import StrategyModel

extension LedgerView {
  /// A list of names is read by people: beyond this nobody looks.
  private static let departmentLimit = 2_000

  func filterValues() throws -> FilterValues {
    let departments = try counts(.department).filter { !$0.parts[0].isEmpty }.sorted {
      $0.count == $1.count ? $0.parts[0] < $1.parts[0] : $0.count > $1.count
    }
    let byPlan = try planCounts()
    let plans = try plans().map { (id: $0.id, name: $0.title + $0.edition) }
    let strategies = try strategies().reversed().map { (id: $0.id, name: $0.title + $0.edition) }
    // Those that items belong to come before those of which a filter finds nothing.
    let frameworks = plans + strategies
    let filled = frameworks.filter { byPlan[$0.id] != nil } + frameworks.filter { byPlan[$0.id] == nil }
    return FilterValues(
      pillars: try pillarNames(), departments: departments.prefix(LedgerView.departmentLimit).map { $0.parts[0] },
      plans: filled.map(\.name), meetings: try latestMeetingIDs())
  }

  private func pillarNames() throws -> [String] {
    let counts = try pillarCounts()
    let ranks = Dictionary(try strategies().enumerated().map { ($1.id, $0) }) { first, _ in first }
    let pillars = try pillars().sorted {
      let (left, right) = (ranks[$0.strategy] ?? -1, ranks[$1.strategy] ?? -1)
      return left == right ? $0.order < $1.order : left > right
    }
    // Lists show the short name, and a filter finds by either.
    let shown = { (pillar: Pillar) in pillar.theme ?? pillar.name }
    return pillars.filter { counts[$0.id] != nil }.map(shown) + pillars.filter { counts[$0.id] == nil }.map(shown)
  }
}
