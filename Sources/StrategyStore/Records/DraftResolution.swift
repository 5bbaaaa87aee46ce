import GRDB
import StrategyModel

/// A change set compared with the store as of one head.
struct DraftResolution: Sendable {
  /// What a change takes the place of.
  struct Stored {
    /// The current version's number, when there is one.
    var replaces: Int?
    /// The number of the record's very first version.
    var entered: Int
  }

  struct Content {
    var hash = RevisionHash.none
    var facets = FacetDeltas()
  }

  let changes: ChangeSet
  let head: Int
  /// By ordinal.
  private(set) var outcomes: [ChangePreview.Outcome]
  /// By ordinal; of a record that the store never had there is nothing.
  private(set) var stored: [Int: Stored] = [:]
  /// What the items that stop counting take from the facets.
  private(set) var lost = FacetDeltas()
  /// Changes that change something.
  private(set) var effective = 0

  init(_ changes: ChangeSet, _ db: Database) throws {
    if let failure = changes.failure { throw failure }
    self.changes = changes
    head = try LedgerRows.head(db)
    outcomes = Array(repeating: .new, count: changes.count)
    let reader = changes.reader()
    for (kind, ordinals) in changes.keys.parted(changes.order) {
      let found = try StoredVersions(kind, head: head, db).find(ordinals, in: changes.keys)
      for ordinal in ordinals {
        let ordinal = Int(ordinal)
        try compare(ordinal, found[ordinal], kind, reader, db)
        if outcomes[ordinal] != .unchanged { effective += 1 }
      }
    }
  }

  /// - Parameter last: the number of the record's latest version.
  private mutating func compare(
    _ ordinal: Int, _ last: Int?, _ kind: RecordKind, _ reader: ChangeSet.Reader, _ db: Database
  ) throws {
    let isRetired = changes.isRetired(ordinal)
    guard let last else {
      // What the store does not have cannot be retired.
      outcomes[ordinal] = isRetired ? .unchanged : .new
      return
    }
    let select = try db.cachedStatement(sql: "SELECT entered, until, body FROM version WHERE number = ?")
    guard let row = try Row.fetchOne(select, arguments: [last]) else { return }
    let isCurrent = try row.decode(Int.self, atIndex: 1) > head
    stored[ordinal] = Stored(replaces: isCurrent ? last : nil, entered: try row.decode(atIndex: 0))
    guard isCurrent else {
      outcomes[ordinal] = isRetired ? .unchanged : .new
      return
    }
    let isSame = try row.withUnsafeData(atIndex: 2) { old in
      try reader.with(ordinal) { image in
        guard let image, let old else { return false }
        return old.withUnsafeBytes { ByteOrder.compare($0, image.body) == 0 }
      }
    }
    outcomes[ordinal] = isSame ? .unchanged : isRetired ? .retired : .changed
    if !isSame, kind == .item { lost.add(try CanonicalJSON.value(ActionItem.self, try row.decode(atIndex: 2)), -1) }
  }

  /// By rank of kind, then the bytes of the id, as SQLite sorts: Swift's own order of strings depends on Unicode data.
  static func keyOrder(_ left: RecordKey, _ right: RecordKey) -> Bool {
    left.kind == right.kind
      ? left.id.utf8.lexicographicallyPrecedes(right.id.utf8) : left.kind.rank < right.kind.rank
  }

  func changes(_ ordinal: Int) -> Bool { outcomes[ordinal] != .unchanged }

  var preview: ChangePreview {
    var preview = ChangePreview(head: head)
    preview.add(changes.keys, changes.order) { outcomes[$0] }
    return preview
  }

  /// What the revision's hash covers, and how its counts differ from those before. Reads all images, in key order.
  func content() throws -> Content {
    var content = RevisionHash.Content()
    var facets = lost
    var counting = FacetCounting()
    let reader = changes.reader()
    for ordinal in changes.order where changes(Int(ordinal)) {
      try reader.with(Int(ordinal)) { image in
        content.add(changes.keys, Int(ordinal), image)
        if let image { counting.add(image.counts) }
      }
    }
    counting.total(into: &facets)
    return Content(hash: content.hex(), facets: facets)
  }
}
