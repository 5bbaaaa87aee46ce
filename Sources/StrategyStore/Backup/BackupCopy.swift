import GRDB

/// Copies a store page by page.
struct BackupCopy {
  /// Pages of a step: a mebibyte. Between two steps the store is not locked.
  static let pages: CInt = 64
  /// How often writers may make it begin anew, before it keeps them out for one copy.
  static let patience = 3

  private struct Overtaken: Error {}

  let source: DatabaseQueue
  let store: StorePlace
  let copy: DatabaseQueue
  let draft: StorePlace

  func run(_ progress: @escaping (StoreBackup.Step) -> Void) throws(StoreError) {
    try translating(store) { try inSteps(progress) }
  }

  /// SQLite begins anew when somebody commits between two steps, and would so for ever beside a busy writer.
  private func inSteps(_ progress: @escaping (StoreBackup.Step) -> Void) throws {
    var copied = 0
    var restarts = 0
    do {
      try step(Self.pages) { step in
        if step.completedPageCount <= copied { restarts += 1 }
        guard restarts < Self.patience else { throw Overtaken() }
        copied = step.completedPageCount
        progress(.copying(percent: copied * 100 / max(step.totalPageCount, 1)))
      }
    } catch is Overtaken {
      try step(-1) { _ in }
    }
  }

  private func step(_ pages: CInt, _ progress: @escaping (DatabaseBackupProgress) throws -> Void) throws {
    try source.unsafeRead { source in
      try copy.writeWithoutTransaction { copy in
        do {
          try source.backup(to: copy, pagesPerStep: pages, progress: progress)
        } catch let error as DatabaseError where Self.isOfWriting(error) {
          throw StoreError(error, at: draft)
        }
      }
    }
  }

  /// Only the copy is written to.
  private static func isOfWriting(_ error: DatabaseError) -> Bool {
    switch error.extendedResultCode {
    case .SQLITE_FULL, .SQLITE_READONLY, .SQLITE_READONLY_DBMOVED, .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC,
      .SQLITE_IOERR_DIR_FSYNC, .SQLITE_IOERR_TRUNCATE:
      true
    default: false
    }
  }
}
