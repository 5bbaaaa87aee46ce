import StrategyModel

/// Sorts and groups rows of an arena as ``ItemSorting`` does items, by numbers alone.
struct ArenaSorting {
  var query: ItemQuery
  var pillars: PillarRanks

  private struct Entry {
    var group: UInt32
    var key: UInt64
    /// By id, where two are equal.
    var tie: UInt32
    var row: Int32
  }

  /// Comes last in either direction.
  private static let none = UInt64.max

  func order(_ found: [Int32], in arena: inout ItemArena, unfiltered: Int) -> ItemOrder {
    let key = keys(in: &arena)
    let group = groups(in: arena)
    // Items enter one after another, so their natural order has no ties.
    let ties = query.sort == .natural ? [] : arena.ranks(by: .id)
    let isDescending = query.isDescending
    var entries = found.map { row in
      let value = key(Int(row))
      return Entry(
        group: group(Int(row)), key: isDescending && value != ArenaSorting.none ? ArenaSorting.none - 1 - value : value,
        tie: ties.isEmpty ? 0 : ties[Int(row)], row: row)
    }
    entries.sort {
      $0.group != $1.group ? $0.group < $1.group : $0.key != $1.key ? $0.key < $1.key : $0.tie < $1.tie
    }
    var order = ItemOrder(versions: entries.map { arena.rows[Int($0.row)].version }, unfiltered: unfiltered)
    for row in found { order.phases[Phase(rawValue: Int(arena.rows[Int(row)].phase))] += 1 }
    guard query.grouping != nil else { return order }
    var start = 0
    for (place, entry) in entries.enumerated()
    where place + 1 == entries.count || entries[place + 1].group != entry.group {
      order.groups.append(
        ItemGroup(label: label(arena.rows[Int(entry.row)], arena), start: start, count: place + 1 - start))
      start = place + 1
    }
    return order
  }

  private func keys(in arena: inout ItemArena) -> (Int) -> UInt64 {
    let rows = arena.rows
    let facts = arena.facts?.facts ?? []
    let none = ArenaSorting.none
    switch query.sort {
    case .natural: return { UInt64(rows[$0].entered) }
    case .title, .id:
      let ranks = arena.ranks(by: query.sort)
      return { UInt64(ranks[$0]) }
    case .pillar:
      let ranks = pillarRanks(arena)
      return { rows[$0].pillar < 0 ? none : UInt64(ranks[Int(rows[$0].pillar)]) }
    case .phase: return { rows[$0].phase == 0 ? none : UInt64(rows[$0].phase) }
    case .department:
      let ranks = arena.departments.ranks
      return { rows[$0].department < 0 ? none : UInt64(ranks[Int(rows[$0].department)]) }
    case .due: return { facts[$0].nextDue.map { ArenaSorting.ordered(Double($0.dayNumber)) } ?? none }
    case .attainment: return { facts[$0].attainment.map(ArenaSorting.ordered) ?? none }
    case .reviewed: return { facts[$0].lastReview.map { ArenaSorting.ordered(Double($0.dayNumber)) } ?? none }
    }
  }

  private func groups(in arena: ItemArena) -> (Int) -> UInt32 {
    let rows = arena.rows
    let none = UInt32.max
    switch query.grouping {
    case nil: return { _ in 0 }
    case .phase: return { rows[$0].phase == 0 ? none : UInt32(rows[$0].phase) }
    case .pillar:
      let ranks = pillarRanks(arena)
      return { rows[$0].pillar < 0 ? none : UInt32(ranks[Int(rows[$0].pillar)]) }
    case .department:
      let ranks = arena.departments.ranks
      return { rows[$0].department < 0 ? none : ranks[Int(rows[$0].department)] }
    case .year:
      return { rows[$0].groupYear == ArenaRow.noYear ? none : UInt32(Int(rows[$0].groupYear) - Int(Int16.min)) }
    }
  }

  private func pillarRanks(_ arena: ItemArena) -> [Int] { arena.pillars.names.map { pillars.rank($0) ?? 0 } }

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

  /// Bits that compare as the numbers do.
  private static func ordered(_ value: Double) -> UInt64 {
    let bits = (value == 0 ? 0 : value).bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }
}

extension ArenaNames {
  /// The place of each name among all, by bytes.
  var ranks: [UInt32] {
    let sorted = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
    var ranks = [UInt32](repeating: 0, count: names.count)
    for (rank, code) in sorted.enumerated() { ranks[code] = UInt32(rank) }
    return ranks
  }
}

extension ItemArena {
  /// The place of each row's id or title key among all, by bytes; equal ones have the same.
  mutating func ranks(by sort: ItemSort) -> [UInt32] {
    if let known = ranks[sort], known.count == rows.count { return known }
    let keys = keys
    let parts = rows.indices.map { row in
      keys.withText(of: row) { text in
        let id = text.prefix { $0 != 0x0A }
        return Array(sort == .id ? id : text[(id.endIndex + 1)...])
      }
    }
    // Most keys differ in their first bytes: those as a number decide quickly.
    let firsts = parts.map { part in
      (0..<8).reduce(UInt64(0)) { $0 << 8 | UInt64($1 < part.count ? part[$1] : 0) }
    }
    let sorted = rows.indices.sorted {
      firsts[$0] != firsts[$1] ? firsts[$0] < firsts[$1] : parts[$0].lexicographicallyPrecedes(parts[$1])
    }
    var made = [UInt32](repeating: 0, count: rows.count)
    var rank: UInt32 = 0
    for (place, row) in sorted.enumerated() {
      if place > 0, parts[sorted[place - 1]] != parts[row] { rank += 1 }
      made[row] = rank
    }
    ranks[sort] = made
    return made
  }
}
