import StrategyModel

/// What a set of changes would do to the store as it is now.
public struct ChangePreview: Hashable, Sendable {
  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    case new
    case changed
    case unchanged
    case retired
  }

  private struct Group: Hashable {
    var kind: RecordKind
    var outcome: Outcome
  }

  /// Keys that are named of each kind and outcome; the rest are counted.
  public static let named = 100

  /// The head that the changes were compared with: hand it to `append` as `expectedHead`.
  public let head: Int
  private var counts: [Group: Int] = [:]
  private var keys: [Outcome: [RecordKey]] = [:]

  init(head: Int) { self.head = head }

  /// Takes the next record, in key order.
  mutating func add(_ kind: RecordKind, _ outcome: Outcome, _ key: () -> RecordKey) {
    let count = counts[Group(kind: kind, outcome: outcome), default: 0]
    counts[Group(kind: kind, outcome: outcome)] = count + 1
    if count < ChangePreview.named { keys[outcome, default: []].append(key()) }
  }

  /// The first ``named`` of each kind, in key order.
  public subscript(outcome: Outcome) -> [RecordKey] { keys[outcome] ?? [] }

  public func count(_ kind: RecordKind, _ outcome: Outcome) -> Int { counts[Group(kind: kind, outcome: outcome)] ?? 0 }

  public var changesNothing: Bool { counts.keys.allSatisfy { $0.outcome == .unchanged } }
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
