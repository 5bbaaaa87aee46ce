import GRDB
import StrategyModel

/// Writes the versions of a revision in the order of its changes, some at a time.
struct RevisionWriting {
  /// Changes whose images may stay in memory once they are written.
  static let kept = 16_000

  private let resolution: DraftResolution
  private let revision: Int
  private let inserter: RowInserter
  /// The next change.
  private(set) var ordinal = 0
  /// The number of the next version.
  private var number: Int
  /// Changes that were written.
  private(set) var written = 0

  init(_ resolution: DraftResolution, revision: Int, _ db: Database) throws {
    self.resolution = resolution
    self.revision = revision
    inserter = try RowInserter(db, revision: revision)
    number = try LedgerRows.nextVersion(db)
  }

  /// Writes at most so many changes as wait for one another.
  ///
  /// - Returns: whether there is more.
  mutating func writeSome(atMost limit: Int = RowInserter.waiting, _ db: Database) throws -> Bool {
    let end = written + min(limit, RowInserter.waiting)
    while written < end, ordinal < resolution.changes.count {
      if resolution.changes(ordinal) {
        try write(db)
        written += 1
      }
      ordinal += 1
    }
    try inserter.flush()
    return written < resolution.effective
  }

  private mutating func write(_ db: Database) throws {
    let stored = resolution.stored[ordinal]
    if let replaced = stored?.replaces {
      try LedgerRows.end(replaced, of: resolution.changes.keys.kind(ordinal), revision: revision, db)
    }
    guard let image = resolution.changes.image(ordinal) else { return }
    try inserter.add(image, number: number, entered: stored?.entered ?? number)
    number += 1
  }
}
