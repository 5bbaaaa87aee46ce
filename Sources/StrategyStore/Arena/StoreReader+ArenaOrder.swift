import StrategyModel
import TextSearch

extension StoreReader {
  /// The order of a query's items, from memory.
  ///
  /// - Returns: `nil` where the items are not in memory, or not those of that revision.
  func arenaOrder(
    _ query: ItemQuery, _ filter: FilterQuery, asOf: Int, today: CivilDate
  ) throws(StoreError) -> ItemOrder? {
    try arena.withLock { arena throws(StoreError) in
      guard asOf <= arena?.head ?? 0, var working = arena.take() else { return nil }
      defer { arena = working }
      let (compiled, unfiltered, pillars) = try read(asOf: asOf) { view in
        (try CompiledFilter(filter, view), try view.itemCount(), try PillarRanks(view))
      }
      // The file answers what has no filter; half a list is only of use where something is looked for.
      guard working.isComplete || !filter.isEmpty else { return nil }
      let needs = compiled.needs.with(query.sort)
      if needs.kpis || needs.reviews {
        guard working.isComplete else { return nil }
        try readFacts(needs, asOf: asOf, today: today, into: &working)
      }
      let found = ArenaFilter(compiled, asOf: asOf).rows(in: &working)
      var order = ArenaSorting(query: query, pillars: pillars).order(found, in: &working, unfiltered: unfiltered)
      order.searched = working.share
      return order
    }
  }

  /// What is reckoned from other records and the day, read once for a revision and a day.
  private func readFacts(
    _ needs: ScanNeeds, asOf: Int, today: CivilDate, into arena: inout ItemArena
  ) throws(StoreError) {
    var wanted = needs
    if let key = arena.facts?.key, key.asOf == asOf, key.today == today {
      if key.kpis || !needs.kpis, key.reviews || !needs.reviews { return }
      wanted.kpis = needs.kpis || key.kpis
      wanted.reviews = needs.reviews || key.reviews
    }
    wanted.text = false
    var facts = [ArenaFacts](repeating: ArenaFacts(), count: arena.rows.count)
    let everything = CompiledFilter()
    let needed = wanted
    var last: Int? = 0
    while let version = last {
      let slice = try read(asOf: asOf) { view in
        try view.candidates(after: version, limit: 2_000, everything, needed, today: today)
      }
      for item in slice.found {
        guard let row = arena.row(ofVersion: item.version) else { continue }
        facts[row] = ArenaFacts(
          attainment: item.attainment, nextDue: item.nextDue, lastReview: item.lastReview,
          isKPIOverdue: item.isKPIOverdue)
      }
      last = slice.last
    }
    let key = ItemArena.FactsKey(asOf: asOf, today: today, kpis: needed.kpis, reviews: needed.reviews)
    arena.facts = (key, facts)
  }
}
