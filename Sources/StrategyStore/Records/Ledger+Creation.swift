import GRDB
import StrategyModel

extension Ledger {
  /// Makes a store with these revisions, whole or not at all, where nothing is yet.
  ///
  /// - Throws: ``StoreError/exists(path:)`` when something is there, also when another process was quicker.
  public static func create(at path: String, revisions: [RevisionDraft]) throws(StoreError) -> Ledger {
    guard !StoreFile.exists(path) else { throw .exists(path: path) }
    return try create(at: path, try gathered(revisions))
  }

  static func create(
    at path: String, _ revisions: [NewRevision]
  ) throws(StoreError) -> Ledger {
    guard !StoreFile.exists(path) else { throw .exists(path: path) }
    let parts = StoreFile.split(textually: path)
    try StoreFile.makeFolder(parts.folder, for: path)
    if let type = NetworkFileSystem.type(of: parts.folder) { throw .networkFileSystem(path: path, type: type) }
    var isPublished = false
    while !isPublished {
      let draft = try DraftFile(beside: path)
      try draft.build { place throws(StoreError) in StoreConnection.retire(try fill(place, revisions)) }
      isPublished = try draft.publish()
    }
    return try open(path: path)
  }

  /// A store that lives as long as this ledger and its readers.
  public static func inMemory(revisions: [RevisionDraft]) throws(StoreError) -> (Ledger, StoreReader) {
    // The name is shared by all connections of the process.
    let place = StorePlace.memory("honbu-\(UInt64.random(in: 0 ... .max))")
    let queue = try fill(place, try gathered(revisions))
    let ledger = Ledger(place: place, queue: queue)
    return (ledger, try StoreReader(place: place, busy: .immediate))
  }

  private static func fill(
    _ place: StorePlace, _ revisions: [NewRevision]
  ) throws(StoreError) -> DatabaseQueue {
    let queue = try StoreConnection.builder(place)
    try translating(place) {
      try queue.inTransaction(.immediate) { db in
        for revision in revisions {
          let resolution = try DraftResolution(revision.changes, db)
          let written = resolution.effective > 0 ? try write(revision.header, resolution, db) : nil
          if let hash = revision.hash, written?.hash != hash {
            throw StoreError.invalid(ImportWording.bundleHash(resolution.head + 1))
          }
        }
        return .commit
      }
    }
    return queue
  }

  private static func gathered(
    _ revisions: [RevisionDraft]
  ) throws(StoreError) -> [NewRevision] {
    var gathered: [NewRevision] = []
    for draft in revisions {
      gathered.append(
        NewRevision(header: RevisionHeader(draft), changes: try ChangeGathering.gathered(draft.changes)))
    }
    return gathered
  }
}

/// A revision of a store that is being made.
struct NewRevision {
  var header: RevisionHeader
  var changes: ChangeSet
  /// With which it must come out, where a bundle says so.
  var hash: String?
}
