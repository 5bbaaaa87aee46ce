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
    var rows = sorted(found, in: &arena)
    var groups: [ItemGroup] = []
    if let buckets = query.grouping.map({ self.buckets(of: $0, in: arena) }) {
      let (grouped, starts) = buckets.sorted(rows)
      for (start, end) in zip(starts, starts.dropFirst()) where start < end {
        groups.append(
          ItemGroup(label: label(arena.rows[Int(grouped[end - 1])], arena), start: start, count: end - start))
      }
      rows = grouped
    }
    var counts = [Int](repeating: 0, count: Phase.allCases.count + 1)
    var order = ItemOrder(versions: [], unfiltered: unfiltered, groups: groups)
    arena.rows.withUnsafeBufferPointer { all in
      order.versions = [Int32](unsafeUninitializedCapacity: rows.count) { versions, count in
        for (place, row) in rows.enumerated() {
          counts[Int(all[Int(row)].phase)] += 1
          versions.initializeElement(at: place, to: all[Int(row)].version)
        }
        count = rows.count
      }
    }
    for (code, count) in counts.enumerated() { order.phases[Phase(rawValue: code)] = count }
    return order
  }

  private func sorted(_ found: [Int32], in arena: inout ItemArena) -> [Int32] {
    let isDescending = query.isDescending
    switch query.sort {
    case .natural:
      let rows = inOrderOfEntry(found, arena)
      return isDescending ? rows.reversed() : rows
    case .title, .id:
      let key: RowOrder.Key = query.sort == .title ? .title : .id
      let rows = inOrder(of: key, found, &arena)
      return isDescending ? RowOrder(by: key).reversed(rows, keys: arena.keys) : rows
    case .pillar, .phase, .department:
      let grouping: ItemGrouping = query.sort == .pillar ? .pillar : query.sort == .phase ? .phase : .department
      let buckets = buckets(of: grouping, in: arena)
      return (isDescending ? buckets.reversed() : buckets).sorted(inOrder(of: .id, found, &arena)).rows
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

  private func inOrder(of key: RowOrder.Key, _ found: [Int32], _ arena: inout ItemArena) -> [Int32] {
    if found.count <= ArenaSorting.few { return RowOrder(by: key).sorted(found, keys: arena.keys) }
    let all = arena.order(by: key)
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
    let rows = arena.rows
    switch grouping {
    case .phase:
      let none = Phase.allCases.count
      return RowBuckets(none: none) { row in
        let phase = Int(rows[Int(row)].phase)
        return phase == 0 ? none : phase - 1
      }
    case .pillar:
      let ranks = arena.pillars.names.map { pillars.rank($0) ?? 0 }
      let none = (ranks.max() ?? -1) + 1
      return RowBuckets(none: none) { row in
        let pillar = rows[Int(row)].pillar
        return pillar < 0 ? none : ranks[Int(pillar)]
      }
    case .department:
      let ranks = arena.departments.ranks
      let none = ranks.count
      return RowBuckets(none: none) { row in
        let department = rows[Int(row)].department
        return department < 0 ? none : ranks[Int(department)]
      }
    case .year:
      let none = Int(Int16.max) - Int(Int16.min)
      return RowBuckets(none: none) { row in
        let year = rows[Int(row)].groupYear
        return year == ArenaRow.noYear ? none : Int(year) - Int(Int16.min) - 1
      }
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
