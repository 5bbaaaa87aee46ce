import StrategyModel

/// A spool for each kind of record, made when the kind first comes.
///
/// Kinds are written one after the other: each is then read from end to end once, and its room is free again.
struct KindStorages: Sendable {
  private let memoryLimit: Int
  private var storages: [SpoolStorage?] = Array(repeating: nil, count: RecordKind.allCases.count)

  init(memoryLimit: Int) { self.memoryLimit = memoryLimit }

  subscript(kind: RecordKind) -> SpoolStorage? { storages[kind.rank] }

  mutating func made(_ kind: RecordKind) -> SpoolStorage {
    if let known = storages[kind.rank] { return known }
    let storage = SpoolStorage(memoryLimit: memoryLimit)
    storages[kind.rank] = storage
    return storage
  }

  func seal() throws(StoreError) {
    for case let storage? in storages { try storage.seal() }
  }

  func forget() {
    for case let storage? in storages { storage.forget() }
  }

  /// Lets go for ever of all of the kinds before one, and of the bytes of that kind before `end`.
  func release(before end: Int, of kind: RecordKind) {
    for (rank, storage) in storages[...kind.rank].enumerated() {
      if let storage { storage.release(before: rank == kind.rank ? end : storage.count) }
    }
  }
}
