import StrategyModel

/// The order of pillars: by the adoption of their strategies, then their own.
struct PillarRanks {
  private var ranks: [String: Int] = [:]
  private var names: [String: String] = [:]

  init(_ frameworks: FrameworkRecords) {
    let editions = Dictionary(frameworks.strategies.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let pillars = frameworks.pillars.enumerated().sorted { left, right in
      let editions = (editions[left.1.strategy] ?? Int.max, editions[right.1.strategy] ?? Int.max)
      return (editions.0, left.1.order, left.0) < (editions.1, right.1.order, right.0)
    }
    for (rank, pillar) in pillars.map(\.element).enumerated() {
      ranks[pillar.id] = rank
      names[pillar.id] = pillar.shortName
    }
  }

  /// A pillar that the store does not know comes after those that it knows.
  func rank(_ id: String?) -> Int? { id.map { ranks[$0] ?? ranks.count } }

  func knows(_ id: String) -> Bool { ranks[id] != nil }

  func name(_ id: String) -> String { names[id] ?? id }
}

/// Sorts and groups what a query found. Ties are broken by id, so the order is total.
struct ItemSorting {
  var query: ItemQuery
  var ranks: PillarRanks

  private struct Entry {
    var group: SortKey
    var key: SortKey
    var place: Int
  }

  /// What an item is sorted by; items without a value come last in either direction.
  private enum SortKey: Equatable {
    case number(Double)
    case text(String)
    case none
  }

  func order(_ items: [ItemCandidate], unfiltered: Int) -> ItemOrder {
    var entries = items.indices.map { Entry(group: group(items[$0]), key: key(items[$0]), place: $0) }
    entries.sort { left, right in
      if let isBefore = ItemSorting.isBefore(left.group, right.group, descending: false) { return isBefore }
      if let isBefore = ItemSorting.isBefore(left.key, right.key, descending: query.isDescending) { return isBefore }
      return ItemSorting.precedes(items[left.place].id, items[right.place].id)
    }
    var order = ItemOrder(
      versions: entries.map { Int32(truncatingIfNeeded: items[$0.place].version) }, unfiltered: unfiltered)
    for item in items { order.phases[item.phase] += 1 }
    guard query.grouping != nil else { return order }
    var start = 0
    for (place, entry) in entries.enumerated()
    where place + 1 == entries.count || entries[place + 1].group != entry.group {
      order.groups.append(ItemGroup(label: label(items[entry.place]), start: start, count: place + 1 - start))
      start = place + 1
    }
    return order
  }

  private func key(_ item: ItemCandidate) -> SortKey {
    switch query.sort {
    case .natural: .number(Double(item.entered))
    case .title: .text(item.titleKey)
    case .pillar: ranks.rank(item.pillar).map { .number(Double($0)) } ?? .none
    case .phase: item.phase.map { .number(Double($0.rawValue)) } ?? .none
    case .department: item.department.map { .text($0) } ?? .none
    case .due: item.nextDue.map { .number(Double($0.dayNumber)) } ?? .none
    case .attainment: item.attainment.map { .number($0) } ?? .none
    case .reviewed: item.lastReview.map { .number(Double($0.dayNumber)) } ?? .none
    case .id: .text(item.id)
    }
  }

  private func group(_ item: ItemCandidate) -> SortKey {
    switch query.grouping {
    case nil: .none
    case .phase: item.phase.map { .number(Double($0.rawValue)) } ?? .none
    case .pillar: ranks.rank(item.pillar).map { .number(Double($0)) } ?? .none
    case .department: item.department.map { .text($0) } ?? .none
    case .year: item.groupYear.map { .number(Double($0)) } ?? .none
    }
  }

  private func label(_ item: ItemCandidate) -> String {
    let none = "未記載"
    return switch query.grouping {
    case nil: ""
    case .phase: item.phase?.name ?? none
    case .pillar: item.pillar.map(ranks.name) ?? none
    case .department: item.department ?? none
    case .year: item.groupYear.map(String.init) ?? none
    }
  }

  /// - Returns: `nil` when the two are equal.
  private static func isBefore(_ left: SortKey, _ right: SortKey, descending: Bool) -> Bool? {
    switch (left, right) {
    case (.none, .none): return nil
    case (.none, _): return false
    case (_, .none): return true
    case (.number(let left), .number(let right)): return left == right ? nil : (left < right) != descending
    case (.text(let left), .text(let right)):
      return left == right ? nil : precedes(left, right) != descending
    case (.number, .text): return true
    case (.text, .number): return false
    }
  }

  /// By bytes, as SQLite compares: the same on every machine.
  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
