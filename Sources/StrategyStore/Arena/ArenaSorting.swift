import StrategyModel

/// Sorts and groups rows of an arena as ``ItemSorting`` does items, by numbers alone.
struct ArenaSorting {
  var query: ItemQuery
  var pillars: PillarRanks
  /// Where the order asks for them.
  var facts: ArenaFacts?

  /// Up to so many rows are sorted by themselves; for more the order of all rows pays, which is kept.
  private static let few = 2_000

  /// - Parameter found: rows in the order of the arena.
  func order(_ found: [Int32], in arena: inout ItemArena, unfiltered: Int) -> ItemOrder {
    let rows = sorted(found, in: &arena)
    let buckets = query.grouping.map { self.buckets(of: $0, in: arena) }
    return arena.rows.withUnsafeBufferPointer { all in
      var order = ItemOrder(versions: [], unfiltered: unfiltered)
      var counts = [Int](repeating: 0, count: Phase.allCases.count + 1)
      order.versions = [Int32](unsafeUninitializedCapacity: rows.count) { versions, count in
        for (place, row) in rows.enumerated() {
          counts[Int(all[Int(row)].phase)] += 1
          versions.initializeElement(at: place, to: all[Int(row)].version)
        }
        count = rows.count
      }
      for (code, count) in counts.enumerated() { order.phases[Phase(rawValue: code)] = count }
      guard let parted = buckets?.parted(rows, in: all, values: order.versions) else { return order }
      order.versions = parted.values
      for (number, (start, end)) in zip(parted.starts, parted.starts.dropFirst()).enumerated() where start < end {
        order.groups.append(
          ItemGroup(label: label(all[Int(parted.samples[number])], arena), start: start, count: end - start))
      }
      return order
    }
  }

  private func sorted(_ found: [Int32], in arena: inout ItemArena) -> [Int32] {
    let isDescending = query.isDescending
    switch query.sort {
    case .natural:
      let rows = inOrderOfEntry(found, arena)
      return isDescending ? rows.reversed() : rows
    case .title, .id:
      let key: RowOrder.Key = query.sort == .title ? .title : .id
      return inOrder(of: key, found, &arena, isTurned: isDescending)
    case .pillar, .phase, .department:
      let grouping: ItemGrouping = query.sort == .pillar ? .pillar : query.sort == .phase ? .phase : .department
      let rows = inOrder(of: .id, found, &arena)
      let buckets = buckets(of: grouping, in: arena)
      return arena.rows.withUnsafeBufferPointer { all in
        (isDescending ? buckets.reversed() : buckets).parted(rows, in: all, values: rows).values
      }
    case .due, .attainment, .reviewed:
      let rows = inOrder(of: .id, found, &arena)
      return sorted(rows, by: factKey)
    }
  }

  /// Rows stand in the order of their versions, which is nearly always that in which the items entered.
  private func inOrderOfEntry(_ found: [Int32], _ arena: ItemArena) -> [Int32] {
    if arena.isInOrderOfEntry { return found }
    return arena.rows.withUnsafeBufferPointer { rows in
      var last = Int32.min
      let isInOrder = found.allSatisfy { row in
        defer { last = rows[Int(row)].entered }
        return last < rows[Int(row)].entered
      }
      return isInOrder ? found : found.sorted { rows[Int($0)].entered < rows[Int($1)].entered }
    }
  }

  private func inOrder(
    of key: RowOrder.Key, _ found: [Int32], _ arena: inout ItemArena, isTurned: Bool = false
  ) -> [Int32] {
    if found.count <= ArenaSorting.few {
      let rows = RowOrder(by: key).sorted(found, keys: arena.keys)
      return isTurned ? RowOrder(by: key).reversed(rows, keys: arena.keys) : rows
    }
    let order = arena.order(by: key)
    let all = isTurned ? order.turned : order.rows
    if found.count == all.count { return all }
    var isFound = [Bool](repeating: false, count: arena.rows.count)
    for row in found { isFound[Int(row)] = true }
    return [Int32](unsafeUninitializedCapacity: found.count) { buffer, count in
      for row in all where isFound[Int(row)] {
        buffer.initializeElement(at: count, to: row)
        count += 1
      }
    }
  }

  private func buckets(of grouping: ItemGrouping, in arena: ItemArena) -> RowBuckets {
    switch grouping {
    case .phase: return RowBuckets(.phase, none: Phase.allCases.count, numbers: 0..<Phase.allCases.count)
    case .pillar:
      let ranks = arena.pillars.names.map { pillars.rank($0) ?? 0 }
      return RowBuckets(.pillar, none: (ranks.max() ?? -1) + 1, numbers: ranks)
    case .department:
      let ranks = arena.departments.ranks
      return RowBuckets(.department, none: ranks.count, numbers: ranks)
    case .year:
      let years = Int(Int16.max) - Int(ArenaRow.noYear)
      return RowBuckets(.year, none: years, numbers: 0..<years)
    }
  }

  /// Bits that compare as the values do; `nil` for none.
  private var factKey: (Int32) -> UInt64? {
    let facts = facts?.facts ?? []
    return switch query.sort {
    case .due: { facts[Int($0)].nextDue.map { ArenaSorting.ordered(Double($0.dayNumber)) } }
    case .attainment: { facts[Int($0)].attainment.map(ArenaSorting.ordered) }
    default: { facts[Int($0)].lastReview.map { ArenaSorting.ordered(Double($0.dayNumber)) } }
    }
  }

  private func sorted(_ rows: [Int32], by key: (Int32) -> UInt64?) -> [Int32] {
    var valued: [(key: UInt64, place: Int)] = []
    var without: [Int32] = []
    valued.reserveCapacity(rows.count)
    for (place, row) in rows.enumerated() {
      if let key = key(row) { valued.append((query.isDescending ? ~key : key, place)) } else { without.append(row) }
    }
    valued.sort { $0.key != $1.key ? $0.key < $1.key : $0.place < $1.place }
    return valued.map { rows[$0.place] } + without
  }

  private func label(_ row: ArenaRow, _ arena: ItemArena) -> String {
    let none = "未記載"
    return switch query.grouping {
    case nil: ""
    case .phase: Phase(rawValue: Int(row.phase))?.name ?? none
    case .pillar: arena.pillars[row.pillar].map(pillars.name) ?? none
    case .department: arena.departments[row.department] ?? none
    case .year: row.groupYear == ArenaRow.noYear ? none : String(row.groupYear)
    }
  }

  private static func ordered(_ value: Double) -> UInt64 {
    let bits = (value == 0 ? 0 : value).bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }
}

extension ArenaNames {
  /// The place of each name among all, by bytes.
  var ranks: [Int] {
    let sorted = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
    var ranks = [Int](repeating: 0, count: names.count)
    for (rank, code) in sorted.enumerated() { ranks[code] = rank }
    return ranks
  }
}
