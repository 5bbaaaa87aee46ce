/// 改訂: one step of the ledger. Numbers begin at 1 and leave no gap.
public struct Revision: Hashable, Codable, Sendable {
  public var number: Int
  /// The day from which its records count.
  public var effective: CivilDate
  /// When it was written: `2021-03-17T09:30:00Z` (UTC, whole seconds).
  public var recorded: String
  public var author: String
  public var title: String
  public var note: String?
  public var sourceFile: SourceFile?
  /// SHA-256 (64 hex digits) of the canonical text of its changes.
  public var contentHash: String
  /// The ``hash`` of the revision before; 64 zeros for the first.
  public var parentHash: String
  /// SHA-256 of this header, chained as git chains commits.
  public var hash: String

  public init(
    number: Int, effective: CivilDate, recorded: String, author: String, title: String, note: String? = nil,
    sourceFile: SourceFile? = nil, contentHash: String, parentHash: String, hash: String
  ) {
    self.number = number
    self.effective = effective
    self.recorded = recorded
    self.author = author
    self.title = title
    self.note = note
    self.sourceFile = sourceFile
    self.contentHash = contentHash
    self.parentHash = parentHash
    self.hash = hash
  }

  /// The first eight digits of ``hash``, as people quote it.
  public var shortHash: String { String(hash.prefix(8)) }
}

/// The file that an import read.
public struct SourceFile: Hashable, Codable, Sendable {
  public var name: String
  public var sha256: String

  public init(name: String, sha256: String) {
    self.name = name
    self.sha256 = sha256
  }
}

/// One change of a revision.
public enum RecordChange: Hashable, Sendable {
  /// A new record, or a new version of one.
  case put(Record)
  /// The record no longer counts from this revision on.
  case retire(RecordKey)

  public var key: RecordKey {
    switch self {
    case .put(let record): record.key
    case .retire(let key): key
    }
  }
}

/// A revision that has not been written yet.
public struct RevisionDraft: Hashable, Sendable {
  public var effective: CivilDate
  /// `nil` takes the time of writing; a bundled store gives its own, so that its hashes are the same everywhere.
  public var recorded: String?
  public var author: String
  public var title: String
  public var note: String?
  public var sourceFile: SourceFile?
  public var changes: [RecordChange]

  public init(
    effective: CivilDate, recorded: String? = nil, author: String, title: String, note: String? = nil,
    sourceFile: SourceFile? = nil, changes: [RecordChange]
  ) {
    self.effective = effective
    self.recorded = recorded
    self.author = author
    self.title = title
    self.note = note
    self.sourceFile = sourceFile
    self.changes = changes
  }
}
