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
    FacetDeltas.forEach(of: item) { facet, key, delta in add(FacetKey(facet: facet, key: key), sign &* delta) }
  }

  mutating func add(_ key: FacetKey, _ delta: Int) {
    // A sum of money beyond all measure comes out wrong, but what was added can be taken away again.
    deltas[key, default: 0] &+= delta
  }

  mutating func add(_ others: [FacetKey: Int]) {
    for (key, delta) in others { add(key, delta) }
  }

  /// What one item adds.
  static func forEach(of item: ActionItem, _ body: (Facet, String, Int) -> Void) {
    let phase = item.shownPhase?.rawValue ?? 0
    body(.phase, "\(phase)\t\(item.phase == nil ? 0 : 1)\t\(item.pillar ?? "")", 1)
    if let pillar = item.legacyPillar, pillar != item.pillar { body(.legacy, "\(phase)\t\(pillar)", 1) }
    if let framework = item.framework { body(.framework, "\(phase)\t\(framework)", 1) }
    body(.department, item.department ?? "", 1)
    let days = Set(item.kpis.flatMap(\.targets).compactMap { $0.due?.lastDay }).sorted().map(\.iso)
    for day in days { body(.due, day, 1) }
    for (day, next) in zip(days, days.dropFirst()) { body(.duePair, "\(day)\t\(next)", 1) }
    for budget in item.budgets { body(.budget, "\(budget.year.year)\t\(item.pillar ?? "")", budget.yen) }
  }

  func write(_ db: Database, revision: Int) throws {
    for (key, delta) in deltas where delta != 0 {
      let select = try db.cachedStatement(
        sql: "SELECT count, since FROM facet_count WHERE facet = ? AND key = ? AND until = \(StoreSchema.open)")
      let old = try Row.fetchOne(select, arguments: [key.facet.rawValue, key.key])
      if old != nil {
        try db.cachedStatement(
          sql: "UPDATE facet_count SET until = ? WHERE facet = ? AND key = ? AND until = \(StoreSchema.open)"
        ).execute(arguments: [revision, key.facet.rawValue, key.key])
      }
      let count = (old?[0] ?? 0) &+ delta
      guard count != 0 else { continue }
      try db.cachedStatement(sql: "INSERT INTO facet_count VALUES (?, ?, ?, \(StoreSchema.open), ?)")
        .execute(arguments: [key.facet.rawValue, key.key, revision, count])
    }
  }
}
