import GRDB
import Glibc

/// A copy of a store for one look at it, in a file that goes with it.
final class ScratchCopy {
  let queue: DatabaseQueue
  private let draft: DraftFile

  /// Where temporary files may be large: what is in `/tmp` may be memory.
  static var folder: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp" }

  /// - Parameter folder: where the copy is made.
  /// - Returns: `nil` where no copy can be made, be it for lack of room or because of what is in the store.
  /// - Throws: ``StoreError/busy(path:)`` where a writer is in the way.
  init?(of source: DatabaseQueue, _ store: StorePlace, in folder: String = folder) throws(StoreError) {
    do {
      draft = try DraftFile(beside: folder + "/honbu-check.sqlite", mode: 0o600)
      queue = try StoreConnection.draft(draft.place)
    } catch {
      return nil
    }
    do {
      try BackupCopy(source: source, store: store, copy: queue, draft: draft.place).run { _ in }
    } catch {
      StoreConnection.retire(queue)
      if case .busy = error { throw error }
      return nil
    }
  }

  deinit { StoreConnection.retire(queue) }
}
