import StrategyModel

/// What differs between two revisions, sorted and grouped, by version numbers only.
struct DifferenceEntries: Sendable {
  /// One record of the difference. A measurement or review stands with its item.
  struct Entry: Sendable {
    var kind: RecordKind
    var old: Int?
    var new: Int?
    var owned: [DifferingRecord] = []
    /// Rank of the item's pillar; `nil` for an item without one, and for other kinds.
    var pillar: Int?
    /// The number of the record's first version.
    var entered = 0

    /// An item whose own record stayed as it was changed by what was measured.
    var change: RevisionTouch.Change { old == nil ? .added : new == nil ? .retired : .changed }
  }

  var from: Int
  var to: Int
  var entries: [Entry]
  var counts: [RecordKind: [RevisionTouch.Change: Int]]
  var pillarNames: [Int: String]

  var changes: [RevisionTouch.Change: Int] {
    entries.reduce(into: [:]) { $0[$1.change, default: 0] += 1 }
  }

  /// Items by pillar, those without one last, then the other kinds; within each what was retired last.
  mutating func sort() {
    entries.sort { left, right in
      let ranks = (Self.rank(left), Self.rank(right))
      if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
      if (left.new == nil) != (right.new == nil) { return right.new == nil }
      return (left.entered, left.new ?? 0) < (right.entered, right.new ?? 0)
    }
  }

  private static func rank(_ entry: Entry) -> Int {
    entry.kind == .item ? entry.pillar ?? 1_000_000 : 1_000_001 + entry.kind.rank
  }

  func heading(of entry: Entry) -> LedgerDifference.Heading {
    entry.kind == .item ? .pillar(entry.pillar.flatMap { pillarNames[$0] }) : .kind(entry.kind)
  }
}
