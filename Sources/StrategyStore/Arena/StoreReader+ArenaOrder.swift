import StrategyModel
import TextSearch

extension StoreReader {
  /// Whether lists as of a revision come from memory, all of them whole.
  func holdsAll(asOf: Int) -> Bool {
    arena.withLock { arena in arena.map { $0.isComplete && asOf <= $0.head } ?? false }
  }

  /// The order of a query's items, from memory; of those that were read so far, while they are being read.
  ///
  /// - Returns: `nil` where the items are not in memory, or not those of that revision.
  /// - Throws: ``SearchAbandoned`` once nobody waits for it any more.
  func arenaOrder(_ query: ItemQuery, _ filter: FilterQuery, _ search: ItemSearch) throws -> ItemOrder? {
    let changes = try itemChanges(filter, search)
    return try arena.withLock { arena in
      guard search.asOf <= arena?.head ?? 0, var working = arena.take() else { return nil }
      defer { arena = working }
      let (compiled, unfiltered, pillars) = try read(asOf: search.asOf) { view in
        (try CompiledFilter(filter, view, changes), try view.itemCount(), try PillarRanks(view))
      }
      // The file answers what has no filter: a list that was whole must not shrink while memory is filled.
      guard working.isComplete || !filter.isEmpty else { return nil }
      let needs = compiled.needs.with(query.sort)
      var facts: ArenaFacts?
      if needs.kpis || needs.reviews {
        facts = working.facts(for: ArenaFacts.Key(asOf: search.asOf, today: search.today))
      }
      let found = try ArenaFilter(compiled, facts, search).rows(in: &working)
      guard search.isWanted() else { throw SearchAbandoned() }
      var order = ArenaSorting(query: query, pillars: pillars, facts: facts)
        .order(found, in: &working, unfiltered: unfiltered)
      order.searched = working.share
      if let facts, !facts.isComplete(working.rows.count) {
        order.searched *= Double(facts.facts.count) / Double(working.rows.count + 1)
      }
      return order
    }
  }
}
