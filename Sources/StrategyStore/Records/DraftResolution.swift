import GRDB
import StrategyModel

import enum StrategyModel.Record

/// A change that changes something, with what it takes the place of.
struct ResolvedChange {
  /// The new record and its canonical text; `nil` retires.
  var record: Record?
  var body: String?
  var key: RecordKey
  /// The current version's number, when there is one.
  var replaces: Int?
  /// The number of the record's very first version, when there is one.
  var entered: Int?
  /// The item that stops counting: the facets lose it.
  var oldItem: ActionItem?
}

/// A draft compared with the store as of one head.
struct DraftResolution {
  var head: Int
  var changes: [ResolvedChange] = []
  var unchanged: [RecordKey] = []
  var contentHash = ""

  /// - Throws: ``StoreError/invalid(_:)`` for a key that occurs twice, an empty id or a NUL.
  init(_ drafted: [RecordChange], _ db: Database) throws {
    head = try LedgerRows.head(db)
    // What a dead writer staged above the head does not count, nor does what it ended.
    let select = try db.cachedStatement(
      sql: """
        SELECT number, entered, until, body FROM version WHERE kind = ? AND id = ? AND since <= ?
        ORDER BY since DESC LIMIT 1
        """)
    var seen: Set<RecordKey> = []
    changes.reserveCapacity(drafted.count)
    for change in drafted {
      let key = change.key
      try DraftResolution.check(key, isNew: seen.insert(key).inserted)
      let last = try Row.fetchOne(select, arguments: [key.kind.rawValue, key.id, head])
      let isCurrent = last.map { $0[2] > head } ?? false
      let oldBody: String? = isCurrent ? last?[3] : nil
      var resolved = ResolvedChange(key: key, replaces: isCurrent ? last?[0] : nil, entered: last?[1])
      if case .put(let record) = change {
        let body = try CanonicalJSON.body(of: record)
        try DraftResolution.check(body, key)
        resolved.record = record
        resolved.body = body
      }
      if resolved.body == oldBody {
        unchanged.append(key)
        continue
      }
      if key.kind == .item, let oldBody { resolved.oldItem = try CanonicalJSON.value(ActionItem.self, oldBody) }
      changes.append(resolved)
    }
    contentHash = DraftResolution.hash(changes)
  }

  private static func check(_ key: RecordKey, isNew: Bool) throws {
    guard !key.id.isEmpty else { throw StoreError.invalid("番号のない記録があります（\(key.kind.rawValue)）") }
    guard isNew else { throw StoreError.invalid("同じ番号が二度あります（\(key.kind.rawValue) \(key.id)）") }
    // SQLite's text ends at a NUL.
    guard !key.id.utf8.contains(0) else { throw StoreError.invalid("番号にNUL文字があります（\(key.kind.rawValue)）") }
  }

  /// In JSON a NUL is `\u0000`, unless the backslash is itself escaped.
  private static func check(_ body: String, _ key: RecordKey) throws {
    let nul = Array("u0000".utf8)
    let bytes = Array(body.utf8)
    var index = 0
    while let slash = bytes[index...].firstIndex(of: UInt8(ascii: "\\")) {
      if bytes[(slash + 1)...].starts(with: nul) {
        throw StoreError.invalid("NUL文字は使えません（\(key.kind.rawValue) \(key.id)）")
      }
      index = min(slash + 2, bytes.count)
    }
  }

  private static func hash(_ changes: [ResolvedChange]) -> String {
    var content = RevisionHash.Content()
    for change in changes.sorted(by: { keyOrder($0.key, $1.key) }) {
      content.add(change.key.kind.rawValue, change.key.id, change.body)
    }
    return content.hex()
  }

  /// By rank of kind, then the bytes of the id, as SQLite sorts: Swift's own order of strings depends on Unicode data.
  static func keyOrder(_ left: RecordKey, _ right: RecordKey) -> Bool {
    left.kind == right.kind
      ? left.id.utf8.lexicographicallyPrecedes(right.id.utf8) : left.kind.rank < right.kind.rank
  }

  var preview: ChangePreview {
    var keys: [ChangePreview.Outcome: [RecordKey]] = [:]
    for change in changes {
      let outcome: ChangePreview.Outcome = change.body == nil ? .retired : change.replaces == nil ? .new : .changed
      keys[outcome, default: []].append(change.key)
    }
    if !unchanged.isEmpty { keys[.unchanged] = unchanged }
    return ChangePreview(head: head, keys: keys.mapValues { $0.sorted(by: DraftResolution.keyOrder) })
  }

  var facets: FacetDeltas {
    var facets = FacetDeltas()
    for change in changes {
      if let old = change.oldItem { facets.add(old, -1) }
      if case .item(let item)? = change.record { facets.add(item, 1) }
    }
    return facets
  }
}
