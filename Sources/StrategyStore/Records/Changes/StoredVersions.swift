import GRDB
import StrategyModel

/// Finds the latest versions of many records of one kind.
struct StoredVersions {
  private let kind: RecordKind
  private let head: Int
  private let db: Database
  /// Records beyond which the whole index is gone through rather than asked for each.
  private let many: Int

  init(_ kind: RecordKind, head: Int, many: Int = 5_000, _ db: Database) {
    self.kind = kind
    self.head = head
    self.many = many
    self.db = db
  }

  /// The latest version's number by ordinal, of those that the store ever had.
  ///
  /// What a dead writer staged above the head does not count.
  /// - Parameter ordinals: in order of their ids.
  func find(_ ordinals: ArraySlice<UInt32>, in keys: KeyTable) throws -> [Int: Int] {
    if ordinals.count > many { return try merged(ordinals, keys) }
    let select = try db.cachedStatement(
      sql: "SELECT number FROM version WHERE kind = ? AND id = ? AND since <= ? ORDER BY since DESC LIMIT 1")
    var found: [Int: Int] = [:]
    for ordinal in ordinals {
      let key = keys.key(Int(ordinal))
      found[Int(ordinal)] = try Int.fetchOne(select, arguments: [kind.rawValue, key.id, head])
    }
    return found
  }

  /// Both sides are sorted by the bytes of the id: one pass over the index finds all.
  private func merged(_ ordinals: ArraySlice<UInt32>, _ keys: KeyTable) throws -> [Int: Int] {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, number FROM version WHERE kind = ? AND since <= ? ORDER BY id, since",
      arguments: [kind.rawValue, head])
    var found: [Int: Int] = [:]
    var rest = ordinals
    while !rest.isEmpty, let row = try rows.next() {
      let number: Int = row[1]
      try row.withUnsafeData(atIndex: 0) { id in
        guard let id else { return }
        while let ordinal = rest.first {
          let order = keys.withID(Int(ordinal)) { key in
            id.withUnsafeBytes { ByteOrder.compare(UnsafeRawBufferPointer(key), $0) }
          }
          if order == 0 { found[Int(ordinal)] = number }
          // Later versions of the same id follow.
          if order >= 0 { return }
          rest.removeFirst()
        }
      }
    }
    return found
  }
}
