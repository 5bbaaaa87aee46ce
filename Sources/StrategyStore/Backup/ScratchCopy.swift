import GRDB

/// A copy of a store for one look at it, in a file that goes with it.
final class ScratchCopy {
  private let queue: DatabaseQueue
  private let draft: DraftFile

  /// - Parameter folder: where the copy is made.
  /// - Returns: `nil` where no copy can be made, be it for lack of room or because of what is in the store.
  /// - Throws: ``StoreError/busy(path:)`` where a writer is in the way.
  init?(of source: DatabaseQueue, _ store: StorePlace, in folder: String = StoreFile.temporaryFolder) throws(StoreError)
  {
    do {
      draft = try DraftFile(beside: folder + "/honbu-check.sqlite", mode: 0o600)
      queue = try StoreConnection.draft(draft.place)
    } catch {
      return nil
    }
    do {
      try BackupCopy(source: source, store: store, copy: queue, draft: draft.place).run { _ in }
    } catch {
      if case .busy = error { throw error }
      return nil
    }
  }

  deinit { StoreConnection.retire(queue) }

  /// The connection is closed with the copy, which therefore lasts until the look is over.
  func look<Value>(_ body: (DatabaseQueue) throws(StoreError) -> Value) throws(StoreError) -> Value {
    try body(queue)
  }
}
