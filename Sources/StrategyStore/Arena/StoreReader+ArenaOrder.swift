import StrategyModel
import TextSearch

extension StoreReader {
  /// Whether lists as of a revision come from memory, all of them whole.
  func holdsAll(asOf: Int) -> Bool {
    arena.withLock { arena in arena.map { $0.isComplete && asOf <= $0.head } ?? false }
  }

  /// So many facts are read within the answer that wants them.
  private static let fewFacts = 1_000

  /// What is known of the facts; from one revision to the next only a few differ, and those are read at once.
  private func facts(for key: ArenaFacts.Key, in arena: inout ItemArena) throws -> ArenaFacts {
    if let near = arena.neighbour(of: key),
      let stale = try read(
        asOf: key.asOf,
        { view in
          try view.versionsWithNewFacts(since: min(near.key.asOf, key.asOf), through: max(near.key.asOf, key.asOf))
        })
    {
      arena.keep(near.moved(to: key.asOf, stale: stale))
    }
    var known = arena.facts(for: key)
    while !known.isComplete(arena.rows.count), known.missing(arena.rows.count) <= Self.fewFacts {
      _ = try read { db in try fillFacts(&arena, db, for: key) }
      known = arena.facts(for: key)
    }
    return known
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
      let compiled = CompiledFilter(filter, search.ground.frameworks, changes)
      // The file answers what has no filter: a list that was whole must not shrink while memory is filled.
      guard working.isComplete || !filter.isEmpty else { return nil }
      let needs = compiled.needs.with(query.sort)
      var facts: ArenaFacts?
      if needs.kpis || needs.reviews {
        facts = try self.facts(for: ArenaFacts.Key(asOf: search.asOf, today: search.today), in: &working)
      }
      let found = try ArenaFilter(compiled, facts, search).rows(in: &working)
      guard search.isWanted() else { throw SearchAbandoned() }
      var order = ArenaSorting(query: query, pillars: search.ground.ranks, facts: facts)
        .order(found, in: &working, unfiltered: search.ground.unfiltered)
      order.searched = working.share
      if let facts, !facts.isComplete(working.rows.count) {
        order.searched *= Double(facts.facts.count) / Double(working.rows.count + 1)
      }
      return order
    }
  }

  /// Whether all items are in memory, but not sorted yet.
  public var needsOrders: Bool { arena.withLock { $0?.needsOrders ?? false } }

  /// Sorts all items by title and by id, once they are in memory, so that no list has to wait for it.
  ///
  /// Takes half a second for a million items: on a thread of its own. Lists are answered meanwhile.
  public func prepareOrders() {
    let known = arena.withLock { arena in arena.flatMap { $0.needsOrders ? (keys: $0.keys, serial: $0.serial) : nil } }
    guard let known else { return }
    let orders = [RowOrder.Key.title, .id].map { key in
      var order = RowOrder(by: key)
      order.take(rowsThrough: known.keys.count, keys: known.keys)
      return order
    }
    arena.withLock { arena in
      if arena?.serial == known.serial { arena?.take(orders) }
    }
  }
}
