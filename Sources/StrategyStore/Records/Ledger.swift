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

  /// Makes a store with these revisions, whole or not at all, where nothing is yet.
  ///
  /// - Throws: ``StoreError/exists(path:)`` when something is there, also when another process was quicker.
  public static func create(at path: String, revisions: [RevisionDraft]) throws(StoreError) -> Ledger {
    throw .cannotCreate(path: path, detail: "")
  }

  public static func open(path: String) throws(StoreError) -> Ledger {
    throw .missing(path: path)
  }

  /// Opens the store, or makes it first where nothing is yet. Any number of processes may do this at once.
  public static func openOrCreate(
    at path: String, revisions: () throws(StoreError) -> [RevisionDraft]
  ) throws(StoreError) -> Ledger {
    throw .missing(path: path)
  }

  /// A store that lives as long as this ledger and its readers.
  public static func inMemory(revisions: [RevisionDraft]) throws(StoreError) -> (Ledger, StoreReader) {
    throw .missing(path: "")
  }

  /// A further reader of the same store; the only way to one that is in memory.
  public func reader(busy: BusyRule = .immediate) throws(StoreError) -> StoreReader {
    throw .missing(path: "")
  }

  /// The latest revision; `nil` in a store without any.
  public var head: Revision? {
    get throws(StoreError) { nil }
  }

  /// What `append` would do with these changes now.
  public func preview(_ changes: [RecordChange]) throws(StoreError) -> ChangePreview {
    ChangePreview(head: 0)
  }

  /// Appends one revision with those of the draft's changes that change something.
  ///
  /// - Parameters:
  ///   - today: the day in Asia/Tokyo; the effective date may not lie after it.
  ///   - expectedHead: the head that the caller had read; when it moved, nothing is written.
  ///   - progress: called between the batches of a staged import.
  public func append(
    _ draft: RevisionDraft, today: CivilDate, expectedHead: Int? = nil, progress: ((AppendProgress) -> Void)? = nil
  ) throws(StoreError) -> AppendResult {
    .unchanged
  }

  /// A consistent copy for `honbu backup`; refuses to overwrite.
  public func backup(to path: String) throws(StoreError) {
    throw .exists(path: path)
  }
}
