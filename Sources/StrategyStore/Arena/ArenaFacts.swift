import StrategyModel

/// What of the rows is reckoned from other records and the day, as of one revision: read once and kept.
struct ArenaFacts: Sendable {
  struct Key: Equatable, Sendable {
    var asOf: Int
    var today: CivilDate
  }

  /// What is known of one row: 24 bytes.
  struct Fact: Sendable {
    private var ratio = Double.nan
    private var due = Int32.min
    private var review = Int32.min
    var isKPIOverdue = false
    var isKPIBehind = false

    init() {}

    init(_ fact: ItemFact) {
      ratio = fact.attainment ?? .nan
      due = fact.nextDue.map { Int32(clamping: $0.dayNumber) } ?? .min
      review = fact.lastReview.map { Int32(clamping: $0.dayNumber) } ?? .min
      isKPIOverdue = fact.isKPIOverdue
      isKPIBehind = fact.isKPIBehind
    }

    /// 達成率 of the first KPI.
    var attainment: Double? { ratio.isNaN ? nil : ratio }
    var nextDue: CivilDate? { due == .min ? nil : CivilDate(dayNumber: Int(due)) }
    var lastReview: CivilDate? { review == .min ? nil : CivilDate(dayNumber: Int(review)) }
  }

  private(set) var key: Key
  /// Of the rows from the first on; while they are read, not of all.
  private(set) var facts: [Fact] = []
  /// Versions whose facts a later revision changed, and which are read again.
  private(set) var stale: [Int] = []

  init(_ key: Key) { self.key = key }

  /// Whether the facts of so many rows are known.
  func isComplete(_ count: Int) -> Bool { facts.count >= count && stale.isEmpty }

  mutating func append(_ fact: Fact) { facts.append(fact) }

  /// Takes the next revision as its own, which changed the facts of some versions.
  mutating func advance(to head: Int, stale: [Int]) {
    key.asOf = head
    self.stale += stale
  }

  /// The facts as of another revision, between which and this one those of some versions changed.
  func moved(to asOf: Int, stale: [Int]) -> ArenaFacts {
    var moved = self
    moved.key.asOf = asOf
    moved.stale = stale
    return moved
  }

  /// How many are still to be read, of so many rows.
  func missing(_ count: Int) -> Int { max(0, count - facts.count) + stale.count }

  mutating func takeStale(_ limit: Int) -> [Int] {
    let taken = stale.suffix(limit)
    stale.removeLast(taken.count)
    return Array(taken)
  }

  mutating func replace(_ fact: Fact, ofRow row: Int) { if row < facts.count { facts[row] = fact } }
}
