import StrategyModel

/// The changes that files ask for, in their order. A large import holds only their keys in memory.
public struct ImportedChanges: Hashable, Sendable {
  let prepared: ChangeSet

  init(_ prepared: ChangeSet) { self.prepared = prepared }

  init(_ changes: [RecordChange]) {
    let gathering = ChangeGathering()
    for change in changes { gathering.add(change) }
    prepared = gathering.finish()
  }

  public var count: Int { prepared.count }

  /// All of them in memory: for few.
  public func all() throws -> [RecordChange] { try (0..<count).map(prepared.change) }

  /// All of them in memory, of a set that was written without a failure.
  var written: [RecordChange] {
    do {
      return try all()
    } catch {
      preconditionFailure("a record was written and cannot be read: \(error)")
    }
  }

  public static func == (left: ImportedChanges, right: ImportedChanges) -> Bool {
    left.count == right.count
      && (0..<left.count).allSatisfy { ordinal in
        left.prepared.keys.key(ordinal) == right.prepared.keys.key(ordinal)
          && left.prepared.image(ordinal)?.bodyText == right.prepared.image(ordinal)?.bodyText
      }
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(count) }
}
