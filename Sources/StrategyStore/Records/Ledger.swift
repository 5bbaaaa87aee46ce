import GRDB
import StrategyModel
import Synchronization

/// The writer's face of a store: every change appends one revision, nothing is overwritten.
///
/// It holds one write connection and waits up to 5 seconds for another writer.
public final class Ledger: Sendable {
  let place: StorePlace
  let queue: DatabaseQueue
  /// The last comparison: who asks what changes would do mostly goes on to make them.
  private let compared = Mutex<Compared?>(nil)

  private struct Compared {
    var resolution: DraftResolution
    /// Of the head's revision, and with it of all below: a file may have been replaced by another.
    var hash: String?
  }

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
    let changes = try ChangeGathering.gathered(changes)
    return try translating(place) { try queue.read { db in try DraftResolution(changes, db).preview } }
  }

  func preview(_ changes: ChangeSet) throws(StoreError) -> ChangePreview {
    try translating(place) { try queue.read { db in try resolution(changes, db).preview } }
  }

  /// These changes compared with the store as of its head. They are compared once, as long as the head is the same: what
  /// stands below it changes no more.
  func resolution(_ changes: ChangeSet, _ db: Database) throws -> DraftResolution {
    let head = try LedgerRows.head(db)
    let select = try db.cachedStatement(sql: "SELECT hash FROM revision WHERE number = ?")
    let hash = try String.fetchOne(select, arguments: [head])
    if let known = compared.withLock({ $0 }), known.resolution.changes === changes, known.resolution.head == head,
      known.hash == hash
    {
      return known.resolution
    }
    let resolution = try DraftResolution(changes, db)
    compared.withLock { $0 = Compared(resolution: resolution, hash: hash) }
    return resolution
  }

  /// Appends one revision with those of the draft's changes that change something.
  ///
  /// Up to 4,000 changes are one transaction. More are staged: see ``StagedImport``.
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
    try append(
      RevisionHeader(draft), try ChangeGathering.gathered(draft.changes), today: today, expectedHead: expectedHead,
      progress: progress, limits: limits)
  }

  func append(
    _ header: RevisionHeader, _ changes: ChangeSet, today: CivilDate, expectedHead: Int?,
    progress: ((AppendProgress) -> Void)?, limits: StagedImport.Limits = StagedImport.Limits()
  ) throws(StoreError) -> AppendResult {
    // It holds on to all that is to be written.
    defer { compared.withLock { $0 = nil } }
    guard header.effective <= today else {
      throw .effectiveInFuture(date: header.effective.iso, today: today.iso)
    }
    guard changes.count > limits.atOnce else { return try appendAtOnce(header, changes, expectedHead) }
    return try StagedImport(ledger: self, limits: limits).append(header, changes, expectedHead, progress)
  }

  private func appendAtOnce(
    _ header: RevisionHeader, _ changes: ChangeSet, _ expectedHead: Int?
  ) throws(StoreError) -> AppendResult {
    try WriterClaim.whenUnclaimed(self) { db in
      try Ledger.checkHead(expectedHead, db)
      let resolution = try resolution(changes, db)
      guard resolution.effective > 0 else { return .unchanged }
      return .appended(try Ledger.write(header, resolution, db))
    }
  }

  static func checkHead(_ expected: Int?, _ db: Database) throws {
    let head = try LedgerRows.head(db)
    if let expected, expected != head { throw StoreError.stale(expected: expected, head: head) }
  }

  /// Writes a whole revision within the transaction that is open.
  static func write(_ header: RevisionHeader, _ resolution: DraftResolution, _ db: Database) throws -> Revision {
    try StoreSchema.bringUpToDate(db)
    let content = try resolution.content()
    var revision = try header.revision(after: resolution.head, db)
    revision.take(contentHash: content.hash)
    try LedgerRows.insert(revision, db)
    var writing = try RevisionWriting(resolution, revision: revision.number, db)
    var remembered = 0
    while try writing.writeSome(db) {
      // A city's first import is one transaction, however large: what is written need not stay in memory.
      guard writing.written - remembered > RevisionWriting.kept else { continue }
      resolution.changes.forget()
      remembered = writing.written
    }
    var facets = content.facets
    facets.add(try AttentionCounting.deltas(of: revision.number, changes: resolution.effective, db))
    try facets.write(db, revision: revision.number)
    try db.cachedStatement(sql: "UPDATE state SET head = ?").execute(arguments: [revision.number])
    return revision
  }
}
