import GRDB
import StrategyModel

/// Counts over all items, kept for every revision: written with it, so that the first screen counts nothing.
enum Facet: String, CaseIterable {
  /// Items by phase, whether it is stated, and pillar.
  case phase
  /// Items by phase and the pillar of an earlier strategy.
  case legacy
  /// Items by phase and plan.
  case framework
  case department
  /// Yen by year and pillar.
  case budget
  /// Items with a target due on a day. Its key is the day, so that a span of days is a range of keys.
  case due
  /// Items with targets due on two days and on none between: the first day and the second. An item with targets on
  /// several days of a span counts once, by its days less its pairs of neighbours.
  case duePair = "due-pair"
  /// Items by the day of their last review; see ``AttentionCounting``.
  case review
  /// Items by the day on which the last target was due that the first of their KPIs has missed.
  case missed
}

struct FacetKey: Hashable {
  var facet: Facet
  var key: String
}

extension Facet {
  /// Its place in ``allCases``, as a ``RowImage`` gives it.
  var code: UInt8 { UInt8(truncatingIfNeeded: Facet.allCases.firstIndex(of: self) ?? 0) }
}

/// How counts change with a revision.
struct FacetDeltas {
  private(set) var deltas: [FacetKey: Int] = [:]

  mutating func add(_ item: ActionItem, _ sign: Int) {
    var room = ByteRoom(capacity: 1 << 10)
    room.counts(of: item)
    FacetCount.forEach(in: UnsafeRawBufferPointer(room.bytes)) { add($0.key, sign &* $0.delta) }
  }

  mutating func add(_ key: FacetKey, _ delta: Int) {
    // A sum of money beyond all measure comes out wrong, but what was added can be taken away again.
    deltas[key, default: 0] &+= delta
  }

  mutating func add(_ others: [FacetKey: Int]) {
    for (key, delta) in others { add(key, delta) }
  }

  /// What stands is a key's last row, unless that has ended. To look for the one that has not ended walks through all
  /// that a long history has.
  static let lastRow =
    "SELECT count, since, until FROM facet_count WHERE facet = ? AND key = ? ORDER BY since DESC LIMIT 1"

  func write(_ db: Database, revision: Int) throws {
    let select = try db.cachedStatement(sql: FacetDeltas.lastRow)
    let end = try db.cachedStatement(
      sql: "UPDATE facet_count SET until = ? WHERE facet = ? AND key = ? AND since = ?")
    let insert = try db.cachedStatement(sql: "INSERT INTO facet_count VALUES (?, ?, ?, \(StoreSchema.open), ?)")
    for (key, delta) in deltas where delta != 0 {
      let facet = key.facet.rawValue
      var count = delta
      if let last = try Row.fetchOne(select, arguments: [facet, key.key]),
        try last.decode(Int.self, atIndex: 2) == StoreSchema.open
      {
        count &+= try last.decode(Int.self, atIndex: 0)
        try end.execute(arguments: [revision, facet, key.key, try last.decode(Int.self, atIndex: 1)])
      }
      if count != 0 { try insert.execute(arguments: [facet, key.key, revision, count]) }
    }
  }
}

/// What one item adds to one facet, as a ``RowImage`` has it:
/// ```
/// facet (1) · length of the key (4) · key · delta (8)
/// ```
struct FacetCount {
  /// The facet and its key, by which counts are told apart.
  let name: UnsafeRawBufferPointer
  let delta: Int

  var key: FacetKey {
    FacetKey(facet: Facet.allCases[Int(name[0])], key: String(decoding: name[5...], as: UTF8.self))
  }

  static func forEach(in counts: UnsafeRawBufferPointer, _ body: (FacetCount) -> Void) {
    var start = 0
    while start < counts.count {
      let end = start + 5 + Int(counts.loadUnaligned(fromByteOffset: start + 1, as: UInt32.self))
      body(
        FacetCount(
          name: UnsafeRawBufferPointer(rebasing: counts[start..<end]),
          delta: counts.loadUnaligned(fromByteOffset: end, as: Int.self)))
      start = end + 8
    }
  }
}

extension ByteRoom {
  /// What one item adds, as ``FacetCount/forEach(in:_:)`` reads it.
  mutating func counts(of item: ActionItem) {
    // Named here: a closure that reads the item holds a copy of it.
    let (phase, pillar, department) = (item.shownPhase?.rawValue ?? 0, item.pillar ?? "", item.department ?? "")
    let stated: StaticString = item.phase == nil ? "\t0\t" : "\t1\t"
    entry(.phase) { room in
      room.append(decimal: phase)
      room.append(stated)
      room.append(pillar)
    }
    if let legacy = item.legacyPillar, legacy != item.pillar { entry(.legacy, phase, legacy) }
    if let framework = item.framework { entry(.framework, phase, framework) }
    entry(.department) { $0.append(department) }
    let days = item.dueDays
    for day in days { entry(.due) { $0.append(day.iso) } }
    for (day, next) in zip(days, days.dropFirst()) {
      entry(.duePair) { room in
        room.append(day.iso)
        room.append(UInt8(ascii: "\t"))
        room.append(next.iso)
      }
    }
    for budget in item.budgets { entry(.budget, budget.year.year, pillar, budget.yen) }
  }

  /// An entry whose key is a number and a name.
  private mutating func entry(_ facet: Facet, _ number: Int, _ name: String, _ delta: Int = 1) {
    entry(facet, delta) { room in
      room.append(decimal: number)
      room.append(UInt8(ascii: "\t"))
      room.append(name)
    }
  }

  private mutating func entry(_ facet: Facet, _ delta: Int = 1, _ key: (inout ByteRoom) -> Void) {
    append(facet.code)
    prefixed(key)
    append(integer: delta)
  }
}

extension ActionItem {
  /// The last days on which targets are due, each once, in order.
  fileprivate var dueDays: [CivilDate] {
    var days: [CivilDate] = []
    for kpi in kpis {
      for target in kpi.targets {
        if let day = target.due?.lastDay { days.append(day) }
      }
    }
    return days.count < 2 ? days : Set(days).sorted()
  }
}
