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
    /// Rows a commit, and the number of changes up to which a revision is one transaction.
    var rows = 2_000
    /// Time a commit may take before it, so that no reader waits for long.
    var time = Duration.milliseconds(30)
    /// Batches after which a test has the import die; `nil` for never.
    var diesAfter: Int?
  }

  struct Killed: Error {}

  var ledger: Ledger
  var limits: Limits

  func append(
    _ draft: RevisionDraft, _ expectedHead: Int?, _ progress: ((AppendProgress) -> Void)?
  ) throws(StoreError) -> AppendResult {
    let start = ContinuousClock.now
    while true {
      var resolution = try translating(ledger.place) {
        try ledger.queue.read { db in
          try Ledger.checkHead(expectedHead, db)
          return try DraftResolution(draft.changes, db)
        }
      }
      if resolution.changes.isEmpty { return .unchanged }
      guard let claim = try WriterClaim.take(ledger.place) else {
        guard ContinuousClock.now - start <= .seconds(StoreConnection.writerPatience) else {
          throw .busy(path: ledger.place.path)
        }
        usleep(50_000)
        continue
      }
      try StagedImport.sweep(ledger)
      guard let revision = try begin(draft, resolution) else { continue }
      try stage(&resolution, revision.number, progress)
      try finish(resolution.facets, revision.number)
      _ = consume claim
      return .appended(revision)
    }
  }

  /// - Returns: `nil` when the head moved since the draft was compared with it.
  private func begin(_ draft: RevisionDraft, _ resolution: DraftResolution) throws(StoreError) -> Revision? {
    try translating(ledger.place) {
      var begun: Revision?
      try ledger.queue.inTransaction(.immediate) { db in
        guard try LedgerRows.head(db) == resolution.head else { return .rollback }
        let revision = try Ledger.revision(draft, resolution, db)
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
    _ resolution: inout DraftResolution, _ revision: Int, _ progress: ((AppendProgress) -> Void)?
  ) throws(StoreError) {
    let changes = resolution.changes
    try translating(ledger.place) {
      var written = 0
      var batches = 0
      var number = try ledger.queue.read { db in try LedgerRows.nextVersion(db) }
      while written < changes.count {
        if let diesAfter = limits.diesAfter, batches == diesAfter { throw Killed() }
        try ledger.queue.inTransaction(.immediate) { db in
          let start = ContinuousClock.now
          let end = min(written + limits.rows, changes.count)
          while written < end {
            try LedgerRows.write(changes[written], number: number, revision: revision, db)
            if changes[written].body != nil { number += 1 }
            written += 1
            if written.isMultiple(of: 16), ContinuousClock.now - start >= limits.time { break }
          }
          return .commit
        }
        batches += 1
        progress?(AppendProgress(written: written, total: changes.count))
      }
    }
  }

  private func finish(_ facets: FacetDeltas, _ revision: Int) throws(StoreError) {
    try translating(ledger.place) {
      try ledger.queue.inTransaction(.immediate) { db in
        try facets.write(db, revision: revision)
        try db.execute(sql: "UPDATE state SET head = ?, claim = NULL, claimant = NULL", arguments: [revision])
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
          SELECT number FROM version WHERE kind = ? AND until > ? AND until < \(StoreSchema.open) LIMIT \(limit)
          """, arguments: [kind.rawValue, head])
      for number in ended { try reopen(number, db) }
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

  private static func reopen(_ number: Int, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE version SET until = \(StoreSchema.open) WHERE number = ?")
      .execute(arguments: [number])
    for table in ["item_row", "measurement_row", "review_row"] {
      try db.cachedStatement(sql: "UPDATE \(table) SET until = \(StoreSchema.open) WHERE version = ?")
        .execute(arguments: [number])
    }
  }
}
