import GRDB
import Glibc
import StrategyModel

/// A revision too large for one transaction.
///
/// Its rows are written under the number after the head, in short commits; readers leave out what lies above the head,
/// and take what ends above it as open. The last commit moves the head, so that every reader sees all of it or nothing.
/// A killed import leaves its claim: the next writer sweeps it.
struct StagedImport {
  struct Limits {
    /// Changes up to which a revision is one transaction.
    var atOnce = 4_000
    /// Changes of the first commit of a larger one, and the fewest of any.
    var rows = 2_000
    /// Changes that a commit grows to where it is quick.
    var most = 32_000
    /// Time for which a commit may keep readers out. While its rows are made they read on.
    var time = Duration.milliseconds(30)
    /// Changes beyond which a commit lets go of the images that were written.
    var kept = RevisionWriting.kept
    /// Batches after which a test has the import die; `nil` for never.
    var diesAfter: Int?

    /// How many changes the next commit takes: as many as the disk writes in four fifths of the time, and never so few
    /// that nearly all of the time goes into waiting for it.
    func size(after size: Int, took duration: Duration) -> Int {
      let fitting = min(Double(size) * 0.8 * (time / max(duration, .microseconds(1))), Double(size * 2))
      return min(max(Int(fitting), size / 2, rows), max(rows, most))
    }
  }

  struct Killed: Error {}

  var ledger: Ledger
  var limits: Limits

  func append(
    _ header: RevisionHeader, _ changes: ChangeSet, _ expectedHead: Int?, _ progress: ((AppendProgress) -> Void)?
  ) throws(StoreError) -> AppendResult {
    let start = ContinuousClock.now
    while true {
      let resolution = try translating(ledger.place) {
        try ledger.queue.read { db in
          try Ledger.checkHead(expectedHead, db)
          return try ledger.resolution(changes, db)
        }
      }
      if resolution.effective == 0 { return .unchanged }
      guard let claim = try WriterClaim.take(ledger.place) else {
        guard ContinuousClock.now - start <= .seconds(StoreConnection.writerPatience) else {
          throw .busy(path: ledger.place.path)
        }
        usleep(50_000)
        continue
      }
      try StagedImport.sweep(ledger)
      guard var revision = try begin(header, resolution) else { continue }
      let summary = ContentSummary(of: resolution)
      try StoreConnection.staging(ledger.queue, ledger.place) { () throws(StoreError) in
        try stage(resolution, revision.number, summary, progress)
      }
      let content = try translating(ledger.place) { try summary.wait() }
      revision.take(contentHash: content.hash)
      var facets = content.facets
      facets.add(
        try translating(ledger.place) {
          try ledger.queue.read { db in
            try AttentionCounting.deltas(of: revision.number, changes: resolution.effective, db)
          }
        })
      try finish(revision, facets)
      _ = consume claim
      return .appended(revision)
    }
  }

  /// Writes the revision's header, its hashes still open, and the claim.
  ///
  /// - Returns: `nil` when the head moved since the draft was compared with it.
  private func begin(_ header: RevisionHeader, _ resolution: DraftResolution) throws(StoreError) -> Revision? {
    try translating(ledger.place) {
      var begun: Revision?
      try ledger.queue.inTransaction(.immediate) { db in
        guard try LedgerRows.head(db) == resolution.head else { return .rollback }
        try StoreSchema.bringUpToDate(db)
        let revision = try header.revision(after: resolution.head, db)
        try LedgerRows.insert(revision, db)
        try db.execute(
          sql: "UPDATE state SET claim = ?, claimant = ?", arguments: [revision.number, Int(getpid())])
        begun = revision
        return .commit
      }
      return begun
    }
  }

  private func stage(
    _ resolution: DraftResolution, _ revision: Int, _ summary: ContentSummary,
    _ progress: ((AppendProgress) -> Void)?
  ) throws(StoreError) {
    try translating(ledger.place) {
      var writing = try ledger.queue.read { db in try RevisionWriting(resolution, revision: revision, db) }
      var batches = 0
      var size = limits.rows
      var remembered = 0
      while writing.written < resolution.effective {
        if let diesAfter = limits.diesAfter, batches == diesAfter { throw Killed() }
        var start = ContinuousClock.now
        try ledger.queue.inTransaction(.immediate) { db in
          let end = min(writing.written + size, resolution.effective)
          while writing.written < end { _ = try writing.writeSome(atMost: end - writing.written, db) }
          start = ContinuousClock.now
          return .commit
        }
        size = limits.size(after: size, took: ContinuousClock.now - start)
        batches += 1
        if writing.written - remembered > limits.kept {
          resolution.changes.forget()
          if summary.isDone, let next = writing.next { resolution.changes.release(before: next) }
          remembered = writing.written
        }
        progress?(AppendProgress(written: writing.written, total: resolution.effective))
      }
    }
  }

  private func finish(_ revision: Revision, _ facets: FacetDeltas) throws(StoreError) {
    try translating(ledger.place) {
      try ledger.queue.inTransaction(.immediate) { db in
        try db.execute(
          sql: "UPDATE revision SET content_hash = ?, hash = ? WHERE number = ?",
          arguments: [revision.contentHash, revision.hash, revision.number])
        try facets.write(db, revision: revision.number)
        try db.execute(sql: "UPDATE state SET head = ?, claim = NULL, claimant = NULL", arguments: [revision.number])
        return .commit
      }
    }
  }

  /// Takes away what an import staged whose writer is dead. The caller holds the claim's lock.
  ///
  /// Staged rows are the newest of their table, so each batch finds them without reading the rest.
  static func sweep(_ ledger: Ledger) throws(StoreError) {
    try translating(ledger.place) {
      guard try ledger.queue.read({ db in try WriterClaim.isClaimed(db) }) else { return }
      var isDone = false
      while !isDone {
        try ledger.queue.inTransaction(.immediate) { db in
          let head = try LedgerRows.head(db)
          isDone = try sweepBatch(db, above: head)
          return .commit
        }
      }
    }
  }

  private static func sweepBatch(_ db: Database, above head: Int) throws -> Bool {
    // A row takes its links and list rows with it: fewer than are written at once.
    let limit = 500
    try db.execute(
      sql: "DELETE FROM version WHERE number IN (SELECT number FROM version WHERE since > ? LIMIT \(limit))",
      arguments: [head])
    if db.changesCount == limit { return false }
    for kind in RecordKind.allCases {
      let ended = try Int.fetchAll(
        db,
        sql: """
          SELECT number FROM version WHERE kind = ? AND until > ? AND \(StoreSchema.isEnded()) LIMIT \(limit)
          """, arguments: [kind.rawValue, head])
      for number in ended { try LedgerRows.end(number, of: kind, revision: StoreSchema.open, db) }
      if ended.count == limit { return false }
    }
    try db.execute(sql: "DELETE FROM facet_count WHERE since > ?", arguments: [head])
    try db.execute(
      sql: "UPDATE facet_count SET until = \(StoreSchema.open) WHERE until > ? AND until < \(StoreSchema.open)",
      arguments: [head])
    try db.execute(sql: "DELETE FROM revision WHERE number > ?", arguments: [head])
    try db.execute(sql: "UPDATE state SET claim = NULL, claimant = NULL")
    return true
  }
}
