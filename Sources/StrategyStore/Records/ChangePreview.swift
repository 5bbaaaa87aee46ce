import StrategyModel

/// What a set of changes would do to the store as it is now.
public struct ChangePreview: Hashable, Sendable {
  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    case new
    case changed
    case unchanged
    case retired

    fileprivate var rank: Int {
      switch self {
      case .new: 0
      case .changed: 1
      case .unchanged: 2
      case .retired: 3
      }
    }
  }

  /// Keys that are named of each kind and outcome; the rest are counted.
  public static let named = 100

  /// The head that the changes were compared with: hand it to `append` as `expectedHead`.
  public let head: Int
  /// By kind and outcome.
  private var counts = Array(repeating: 0, count: RecordKind.allCases.count * Outcome.allCases.count)
  private var keys: [Outcome: [RecordKey]] = [:]

  init(head: Int) { self.head = head }

  /// Of a store that is not there yet: whatever is put at last is new.
  init(ofNewStore sets: [ChangeSet]) throws(StoreError) {
    self.init(head: 0)
    for case let failure? in sets.lazy.map(\.failure) { throw failure }
    guard sets.count != 1 else {
      add(sets[0].keys, sets[0].order) { sets[0].isRetired($0) ? .unchanged : .new }
      return
    }
    var keys = KeyTable()
    var retired: [Bool] = []
    for set in sets {
      for ordinal in 0..<set.count {
        let (place, isNew) = keys.insert(set.keys.key(ordinal))
        if isNew { retired.append(true) }
        retired[place] = set.isRetired(ordinal)
      }
    }
    add(keys, keys.sorted()) { retired[$0] ? .unchanged : .new }
  }

  /// - Parameters:
  ///   - order: all ordinals, in key order.
  ///   - outcome: of an ordinal.
  mutating func add(_ table: KeyTable, _ order: [UInt32], outcome: (Int) -> Outcome) {
    for (kind, ordinals) in table.parted(order) {
      var counted = Array(repeating: 0, count: Outcome.allCases.count)
      for ordinal in ordinals.lazy.map(Int.init) {
        let outcome = outcome(ordinal)
        counted[outcome.rank] += 1
        if counted[outcome.rank] <= ChangePreview.named { keys[outcome, default: []].append(table.key(ordinal)) }
      }
      counts.replaceSubrange(ChangePreview.places(kind), with: counted)
    }
  }

  /// The first ``named`` of each kind, in key order.
  public subscript(outcome: Outcome) -> [RecordKey] { keys[outcome] ?? [] }

  public func count(_ kind: RecordKind, _ outcome: Outcome) -> Int {
    counts[ChangePreview.place(kind, outcome)]
  }

  public var changesNothing: Bool {
    RecordKind.allCases.allSatisfy { kind in
      Outcome.allCases.allSatisfy { $0 == .unchanged || count(kind, $0) == 0 }
    }
  }

  private static func place(_ kind: RecordKind, _ outcome: Outcome) -> Int {
    places(kind).lowerBound + outcome.rank
  }

  private static func places(_ kind: RecordKind) -> Range<Int> {
    let count = Outcome.allCases.count
    return (kind.rank * count)..<((kind.rank + 1) * count)
  }
}

/// How far a staged import has come.
public struct AppendProgress: Hashable, Sendable {
  public var written: Int
  public var total: Int

  public init(written: Int, total: Int) {
    self.written = written
    self.total = total
  }
}

public enum AppendResult: Hashable, Sendable {
  case appended(Revision)
  /// Every change was already so: no revision was added.
  case unchanged
}
