import GRDB
import Glibc
import StrategyModel

/// A copy of a store that others may be writing: one committed revision whole, checked before it gets its name.
///
/// SQLite's backup interface copies; the file alone, copied, would miss the journal
/// (https://www.sqlite.org/howtocorrupt.html#_backup_or_restore_while_a_transaction_is_active).
public struct StoreBackup {
  public enum Step: Hashable, Sendable {
    case copying(percent: Int)
    case checking
  }

  public enum Outcome: Hashable, Sendable {
    /// - Parameter head: the last revision in the backup; `nil` of a store without any.
    case made(head: Revision?)
    /// The copy is not sound, so the store is not either: nothing was made.
    case unsound(faults: [String])
  }

  let store: String
  let target: BackupTarget

  /// - Parameter overwriting: whether a file that is there may be replaced.
  public init(of store: String, to path: String, overwriting: Bool = false) {
    self.store = store
    target = BackupTarget(path: path, store: store, mayOverwrite: overwriting)
  }

  /// - Parameter progress: called now and then.
  public func make(_ progress: @escaping (Step) -> Void = { _ in }) throws(StoreError) -> Outcome {
    do { return try outcome(progress) } catch { throw told(error) }
  }

  private func outcome(_ progress: @escaping (Step) -> Void) throws(StoreError) -> Outcome {
    let existing = try target.existingFile()
    let source = try StoreConnection.reader(.file(store), busy: .seconds(StoreConnection.writerPatience))
    defer { StoreConnection.retire(source) }
    while true {
      let draft = try DraftFile(beside: target.path, mode: try target.mode())
      let outcome = try draft.build { place throws(StoreError) in try fill(place, from: source, progress) }
      guard case .made = outcome else { return outcome }
      // What was not there before must not be there now.
      let isPublished = if let existing { try draft.publish(over: existing) } else { try draft.publish() }
      if isPublished { return outcome }
    }
  }

  private func fill(
    _ place: StorePlace, from source: DatabaseQueue, _ progress: @escaping (Step) -> Void
  ) throws(StoreError) -> Outcome {
    let copy = try StoreConnection.draft(place)
    defer { StoreConnection.retire(copy) }
    try BackupCopy(source: source, store: .file(store), copy: copy, draft: place).run(progress)
    progress(.checking)
    let ledger = Ledger(place: place, queue: copy)
    do {
      // What an import has staged in the store is no part of its revisions, and its writer does not know of the copy.
      try StagedImport.sweep(ledger)
      let faults = try LedgerCheck.found(place, copy)
      return faults.isEmpty ? .made(head: try ledger.head) : .unsound(faults: faults)
    } catch {
      // The copy is as the store is.
      guard case .damaged(_, let detail) = error else { throw error }
      return .unsound(faults: [StoreError.damaged(path: store, detail: detail).message])
    }
  }

  /// The new file is no store yet: what befalls it is told of a backup.
  private func told(_ error: StoreError) -> StoreError {
    switch error {
    case .cannotCreate(target.path, let detail): .backupNotMade(path: target.path, detail: detail)
    case .exists(target.path): .backupExists(path: target.path)
    case .notConfirmed(target.path): .backupNotConfirmed(path: target.path)
    default: error
    }
  }
}
