import GRDB
import StrategyModel

extension LedgerView {
  /// A facet's counts: the parts of each key, and the count.
  func counts(_ facet: Facet) throws -> [(parts: [String], count: Int)] {
    let select = try db.cachedStatement(
      sql: "SELECT key, count FROM facet_count WHERE facet = ?1 AND since <= ?2 AND until > ?2 ORDER BY key")
    return try Row.fetchAll(select, arguments: [facet.rawValue, asOf]).map { row in
      let key: String = row[0]
      return (key.split(separator: "\t", omittingEmptySubsequences: false).map(String.init), row[1])
    }
  }

  /// Phases by pillar; items without one under the empty id.
  func pillarCounts(withLegacy: Bool = false) throws -> [String: PhaseCounts] {
    var pillars: [String: PhaseCounts] = [:]
    for (parts, count) in try counts(.phase) where parts.count == 3 {
      pillars[parts[2], default: PhaseCounts()][Phase(code: parts[0])] += count
    }
    guard withLegacy else { return pillars }
    for (parts, count) in try counts(.legacy) where parts.count == 2 {
      pillars[parts[1], default: PhaseCounts()][Phase(code: parts[0])] += count
    }
    return pillars
  }

  func planCounts() throws -> [String: PhaseCounts] {
    var plans: [String: PhaseCounts] = [:]
    for (parts, count) in try counts(.framework) where parts.count == 2 {
      plans[parts[1], default: PhaseCounts()][Phase(code: parts[0])] += count
    }
    return plans
  }

  func statedPhases() throws -> Int {
    try counts(.phase).reduce(0) { $1.parts.count == 3 && $1.parts[1] == "1" ? $0 + $1.count : $0 }
  }

  func itemCount() throws -> Int { try counts(.phase).reduce(0) { $0 + $1.count } }
}

extension Phase {
  fileprivate init?(code: String) {
    guard let number = Int(code) else { return nil }
    self.init(rawValue: number)
  }
}
