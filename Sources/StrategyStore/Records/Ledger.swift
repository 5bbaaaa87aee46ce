import GRDB
import StrategyModel

/// The writer's face of a store: every change appends one revision, nothing is overwritten.
///
/// It holds one write connection and waits up to 5 seconds for another writer.
public final class Ledger: Sendable {
  let place: StorePlace
  let queue: DatabaseQueue

  init(place: StorePlace, queue: DatabaseQueue) {
    self.place = place
    self.queue = queue
  }

  deinit { StoreConnection.retire(queue) }

  /// Opens a store for writing. What a killed import staged is swept at the next write.
  public static func open(path: String) throws(StoreError) -> Ledger {
    let place = StorePlace.file(path)
    return Ledger(place: place, queue: try StoreConnection.writer(place))
  }

  /// A further reader of the same store; the only way to one that is in memory.
  public func reader(busy: BusyRule = .immediate) throws(StoreError) -> StoreReader {
    try StoreReader(place: place, busy: busy)
  }

  /// The latest revision; `nil` in a store without any.
  public var head: Revision? {
    get throws(StoreError) {
      try translating(place) {
        try queue.read { db in try LedgerRows.revision(try LedgerRows.head(db), db) }
      }
    }
  }

  /// What `append` would do with these changes now.
  public func preview(_ changes: [RecordChange]) throws(StoreError) -> ChangePreview {
    try translating(place) { try queue.read { db in try DraftResolution(changes, db).preview } }
  }

  /// Appends one revision with those of the draft's changes that change something.
  ///
  /// Up to 2,000 changes are one transaction. More are staged: see ``StagedImport``.
  ///
  /// - Parameters:
  ///   - today: the day in Asia/Tokyo; the effective date may not lie after it.
  ///   - expectedHead: the head that the caller had read; when it moved, nothing is written.
  ///   - progress: called between the batches of a staged import.
  public func append(
    _ draft: RevisionDraft, today: CivilDate, expectedHead: Int? = nil, progress: ((AppendProgress) -> Void)? = nil
  ) throws(StoreError) -> AppendResult {
    try append(draft, today: today, expectedHead: expectedHead, progress: progress, limits: StagedImport.Limits())
  }

  func append(
    _ draft: RevisionDraft, today: CivilDate, expectedHead: Int?, progress: ((AppendProgress) -> Void)?,
    limits: StagedImport.Limits
  ) throws(StoreError) -> AppendResult {
    guard draft.effective <= today else {
      throw .effectiveInFuture(date: draft.effective.iso, today: today.iso)
    }
    guard draft.changes.count > limits.rows else { return try appendAtOnce(draft, expectedHead) }
    return try StagedImport(ledger: self, limits: limits).append(draft, expectedHead, progress)
  }

  private func appendAtOnce(_ draft: RevisionDraft, _ expectedHead: Int?) throws(StoreError) -> AppendResult {
    try WriterClaim.whenUnclaimed(self) { db in
      try Ledger.checkHead(expectedHead, db)
      let resolution = try DraftResolution(draft.changes, db)
      guard !resolution.changes.isEmpty else { return .unchanged }
      return .appended(try Ledger.write(draft, resolution, db))
    }
  }

  static func checkHead(_ expected: Int?, _ db: Database) throws {
    let head = try LedgerRows.head(db)
    if let expected, expected != head { throw StoreError.stale(expected: expected, head: head) }
  }

  /// Writes a whole revision within the transaction that is open.
  static func write(_ draft: RevisionDraft, _ resolution: DraftResolution, _ db: Database) throws -> Revision {
    let revision = try revision(draft, resolution, db)
    try LedgerRows.insert(revision, db)
    var number = try LedgerRows.nextVersion(db)
    for change in resolution.changes {
      try LedgerRows.write(change, number: number, revision: revision.number, db)
      if change.body != nil { number += 1 }
    }
    try resolution.facets.write(db, revision: revision.number)
    try db.cachedStatement(sql: "UPDATE state SET head = ?").execute(arguments: [revision.number])
    return revision
  }

  /// The header of the revision that a draft becomes.
  static func revision(_ draft: RevisionDraft, _ resolution: DraftResolution, _ db: Database) throws -> Revision {
    for text in [draft.author, draft.title, draft.note ?? "", draft.sourceFile?.name ?? ""]
    where text.utf8.contains(0) {
      throw StoreError.invalid("改訂の題名や著者にNUL文字は使えません")
    }
    let parent = try LedgerRows.revision(resolution.head, db)
    if let parent, draft.effective < parent.effective {
      throw StoreError.effectiveBeforeParent(date: draft.effective.iso, parent: parent.effective.iso)
    }
    var revision = Revision(
      number: resolution.head + 1, effective: draft.effective, recorded: draft.recorded ?? Clock.now(),
      author: draft.author, title: draft.title, note: draft.note, sourceFile: draft.sourceFile,
      contentHash: resolution.contentHash, parentHash: parent?.hash ?? RevisionHash.none, hash: "")
    revision.hash = RevisionHash.hash(of: revision)
    return revision
  }
}
