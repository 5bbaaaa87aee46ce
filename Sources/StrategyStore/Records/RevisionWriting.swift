import GRDB
import StrategyModel

/// Writes the versions of a revision, some at a time: kind by kind, those of a kind in the order of the changes.
///
/// What is written together then stands together, in the tables and in their indexes.
struct RevisionWriting {
  /// Changes beyond which images that were written do not stay in memory.
  static let kept = 16_000

  private let resolution: DraftResolution
  private let revision: Int
  private let inserter: RowInserter
  private let order: [UInt32]
  /// The next place in ``order``.
  private var place = 0
  /// The number of the next version.
  private var number: Int
  /// Changes that were written.
  private(set) var written = 0

  init(_ resolution: DraftResolution, revision: Int, _ db: Database) throws {
    self.resolution = resolution
    self.revision = revision
    order = resolution.changes.writingOrder
    inserter = RowInserter(db, revision: revision)
    number = try LedgerRows.nextVersion(db)
  }

  /// The next change; `nil` at the end.
  var next: Int? { place < order.count ? Int(order[place]) : nil }

  /// Writes at most so many changes as wait for one another.
  ///
  /// - Returns: whether there is more.
  mutating func writeSome(atMost limit: Int = RowInserter.waiting, _ db: Database) throws -> Bool {
    let end = written + min(limit, RowInserter.waiting)
    while written < end, let ordinal = next {
      if resolution.changes(ordinal) {
        try write(ordinal, db)
        written += 1
      }
      place += 1
    }
    try inserter.flush()
    return written < resolution.effective
  }

  private mutating func write(_ ordinal: Int, _ db: Database) throws {
    let stored = resolution.stored[ordinal]
    if let replaced = stored?.replaces {
      try LedgerRows.end(replaced, of: resolution.changes.keys.kind(ordinal), revision: revision, db)
    }
    guard let image = resolution.changes.image(ordinal) else { return }
    try inserter.add(image, number: number, entered: stored?.entered ?? number)
    number += 1
  }
}
