import GRDB
import StrategyModel
import TextSearch

extension StoreReader {
  /// Finds the order of a query's items: in memory, or in the file in slices of a short transaction each.
  func order(of query: ItemQuery, asOf: Int, today: CivilDate) throws(StoreError) -> ItemOrder {
    let key = OrderCache.Key(query: query, asOf: asOf, today: today)
    if let known = orders[key] { return known }
    let filter: FilterQuery
    do {
      filter = try FilterQuery(parsing: query.filter, today: today)
    } catch {
      throw .badFilter(error.message)
    }
    let order = try readings(query, filter, asOf: asOf, today: today)
    if order.searched == 1 { orders.keep(order, for: key) }
    return order
  }

  /// What the filter finds; its Latin words count as readings where they stand nowhere as they are, else what they would
  /// find beside is only counted.
  private func readings(
    _ query: ItemQuery, _ filter: FilterQuery, asOf: Int, today: CivilDate
  ) throws(StoreError) -> ItemOrder {
    var order = try found(query, filter, asOf: asOf, today: today)
    guard let read = filter.withReadings(dictionary.withLock { $0 }) else { return order }
    var byReading = try found(query, read, asOf: asOf, today: today)
    let words = filter.wordsAlone
    // Only what was asked for as a reading gets the dictionary's words.
    if words.isEmpty { return byReading }
    // What else the filter asks for has no say in this: in every part of a board the words mean the same.
    var standsSomewhere = !order.versions.isEmpty
    if !standsSomewhere {
      standsSomewhere = try !found(ItemQuery(), words, asOf: asOf, today: today).versions.isEmpty
    }
    if standsSomewhere {
      order.moreByReading = byReading.versions.count - order.versions.count
      return order
    }
    byReading.isByReading = true
    return byReading
  }

  private func found(
    _ query: ItemQuery, _ filter: FilterQuery, asOf: Int, today: CivilDate
  ) throws(StoreError) -> ItemOrder {
    if let order = try arenaOrder(query, filter, asOf: asOf, today: today) { return order }
    if filter.isEmpty, query.sort == .natural, query.grouping == nil {
      return try read(asOf: asOf) { view in try view.naturalOrder(isDescending: query.isDescending) }
    }
    return try sortedOrder(query, filter, asOf: asOf, today: today)
  }

  private func sortedOrder(
    _ query: ItemQuery, _ filter: FilterQuery, asOf: Int, today: CivilDate
  ) throws(StoreError) -> ItemOrder {
    let (compiled, unfiltered, ranks) = try read(asOf: asOf) { view in
      (try CompiledFilter(filter, view), try view.itemCount(), try PillarRanks(view))
    }
    let wanted = compiled.needs.with(query.sort)
    var found: [ItemCandidate] = []
    var last: Int? = 0
    while let version = last {
      let slice = try read(asOf: asOf) { view in
        try view.candidates(after: version, limit: 4_000, compiled, wanted, today: today)
      }
      found += slice.found.filter(compiled.matches)
      last = slice.last
    }
    return ItemSorting(query: query, ranks: ranks).order(found, unfiltered: unfiltered)
  }
}

extension LedgerView {
  /// All items as they entered; from one index, without their rows.
  fileprivate func naturalOrder(isDescending: Bool) throws -> ItemOrder {
    let rows = try Row.fetchCursor(
      try db.cachedStatement(
        sql: "SELECT entered, version, phase FROM item_row WHERE until > ?1 AND since <= ?1"), arguments: [asOf])
    var entries: [(entered: Int, version: Int)] = []
    var phases = PhaseCounts()
    while let row = try rows.next() {
      let phase: Int? = row[2]
      entries.append((row[0], row[1]))
      phases[phase.flatMap(Phase.init(rawValue:))] += 1
    }
    entries.sort { isDescending ? $0.entered > $1.entered : $0.entered < $1.entered }
    return ItemOrder(versions: entries.map(\.version), unfiltered: entries.count, phases: phases)
  }

  func version(ofItem id: String) throws -> Int? {
    try Int.fetchOne(
      try db.cachedStatement(sql: "SELECT version FROM item_row WHERE id = ?1 AND since <= ?2 AND until > ?2"),
      arguments: [id, asOf])
  }
}
