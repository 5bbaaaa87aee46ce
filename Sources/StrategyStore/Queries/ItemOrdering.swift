import GRDB
import StrategyModel
import TextSearch

extension StoreReader {
  /// Finds the order of a query's items: in memory, or in the file in slices of a short transaction each.
  ///
  /// - Parameter ground: where it was read already.
  /// - Returns: `nil` when nobody waited for it any more.
  func order(
    of query: ItemQuery, _ filter: FilterQuery, asOf: Int, _ ground: SearchGround? = nil, today: CivilDate,
    while isWanted: @escaping SearchPatience
  ) throws(StoreError) -> ItemOrder? {
    let key = OrderCache.Key(query: query, asOf: asOf, today: today)
    if let known = orders[key] { return known }
    let search = ItemSearch(ground: try self.ground(ground, asOf: asOf), today: today, isWanted: isWanted)
    let found = try translating(place) {
      do {
        return try readings(query, filter, search)
      } catch is SearchAbandoned {
        return nil
      }
    }
    if let found, found.searched == 1 { orders.keep(found, for: key) }
    return found
  }

  private func ground(_ known: SearchGround?, asOf: Int) throws(StoreError) -> SearchGround {
    if let known { return known }
    return try read(asOf: asOf) { view in try SearchGround(view) }
  }

  /// What the filter finds; its Latin words count as readings where they stand nowhere as they are, else what they would
  /// find beside is only counted.
  private func readings(_ query: ItemQuery, _ filter: FilterQuery, _ search: ItemSearch) throws -> ItemOrder? {
    var order = try found(query, filter, search)
    guard let read = filter.withReadings(dictionary.withLock { $0 }) else { return order }
    var byReading = try found(query, read, search)
    byReading.words = read.readings.flatMap(\.words)
    let words = filter.wordsAlone
    // Only what was asked for as a reading gets the dictionary's words.
    if words.isEmpty { return byReading }
    // What else the filter asks for has no say in this: in every part of a board the words mean the same.
    var standsSomewhere = !order.versions.isEmpty
    if !standsSomewhere, words.clauses != filter.clauses {
      standsSomewhere = try !found(ItemQuery(), words, search).versions.isEmpty
    }
    if standsSomewhere {
      order.moreByReading = byReading.versions.count - order.versions.count
      return order
    }
    byReading.isByReading = true
    return byReading
  }

  private func found(_ query: ItemQuery, _ filter: FilterQuery, _ search: ItemSearch) throws -> ItemOrder {
    if let order = try arenaOrder(query, filter, search) { return order }
    return try sortedOrder(query, filter, search)
  }

  private func sortedOrder(_ query: ItemQuery, _ filter: FilterQuery, _ search: ItemSearch) throws -> ItemOrder {
    let changes = try itemChanges(filter, search)
    let compiled = CompiledFilter(filter, search.ground.frameworks, changes)
    let wanted = compiled.needs.with(query.sort)
    var found: [ItemCandidate] = []
    var last: Int? = 0
    while let version = last {
      guard search.isWanted() else { throw SearchAbandoned() }
      last = try read(asOf: search.asOf) { view in
        try view.scan(after: version, limit: 4_000, compiled, wanted, today: search.today, into: &found)
      }
    }
    return ItemSorting(query: query, ranks: search.ground.ranks).order(found, unfiltered: search.ground.unfiltered)
  }
}

/// What holds for all steps of one search.
struct ItemSearch {
  var ground: SearchGround
  var today: CivilDate
  var isWanted: SearchPatience

  var asOf: Int { ground.asOf }
}

/// What a search needs to know of its revision beside the items, read at once: each transaction more costs as much as
/// looking through ten thousand texts.
struct SearchGround {
  let asOf: Int
  let frameworks: FrameworkRecords
  let ranks: PillarRanks
  /// All items, whatever the filter.
  let unfiltered: Int

  init(_ view: LedgerView) throws {
    asOf = view.asOf
    frameworks = try view.frameworkRecords()
    ranks = PillarRanks(frameworks)
    unfiltered = try view.itemCount()
  }
}

extension LedgerView {
  func version(ofItem id: String) throws -> Int? {
    try Int.fetchOne(
      try db.cachedStatement(sql: "SELECT version FROM item_row WHERE id = ?1 AND since <= ?2 AND until > ?2"),
      arguments: [id, asOf])
  }
}
