import StrategyModel

/// What a set of changes would do to the store as it is now.
public struct ChangePreview: Hashable, Sendable {
  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    case new
    case changed
    case unchanged
    case retired
  }

  /// The head that the changes were compared with: hand it to `append` as `expectedHead`.
  public var head: Int
  /// Keys by outcome, in key order.
  public var keys: [Outcome: [RecordKey]]

  public init(head: Int, keys: [Outcome: [RecordKey]] = [:]) {
    self.head = head
    self.keys = keys
  }

  public subscript(outcome: Outcome) -> [RecordKey] { keys[outcome] ?? [] }

  public func count(_ kind: RecordKind, _ outcome: Outcome) -> Int {
    self[outcome].reduce(0) { $1.kind == kind ? $0 + 1 : $0 }
  }

  public var changesNothing: Bool { self[.new].isEmpty && self[.changed].isEmpty && self[.retired].isEmpty }
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
