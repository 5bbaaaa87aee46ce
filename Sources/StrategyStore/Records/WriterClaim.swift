import GRDB
import Glibc

/// The claim of a large import: while it lasts no other writer writes, and readers see the head as it was.
///
/// The claim itself is a row of `state`; that its writer lives, an advisory lock on a file beside the store tells. The
/// kernel drops the lock with the process, so a claim without a lock is that of a dead writer, on any machine that may
/// share the file (a network file system may not). The lock is not on the store: closing a second descriptor of a file
/// drops SQLite's own locks on it (https://www.sqlite.org/howtocorrupt.html).
struct WriterClaim: ~Copyable {
  private let descriptor: Int32
  private let path: String?

  /// - Returns: `nil` when a living writer holds it.
  static func take(_ place: StorePlace) throws(StoreError) -> WriterClaim? {
    guard case .file(let store) = place else { return WriterClaim(descriptor: -1, path: nil) }
    let parts = StoreFile.split(store)
    let path = "\(parts.folder)/\(parts.name)-claim"
    while true {
      let descriptor = Glibc.open(path, O_RDONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o664)
      guard descriptor >= 0 else {
        throw errno == EACCES || errno == EROFS ? .readOnly(path: store) : .system(errno, at: path)
      }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        let code = errno
        close(descriptor)
        if code == EWOULDBLOCK { return nil }
        throw .system(code, at: path)
      }
      var status = stat()
      if fstat(descriptor, &status) == 0, status.st_nlink > 0,
        StoreFile.identity(path)?.inode == UInt(status.st_ino)
      {
        return WriterClaim(descriptor: descriptor, path: path)
      }
      // The holder before removed the file between our open and our lock.
      close(descriptor)
    }
  }

  private init(descriptor: Int32, path: String?) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit {
    if let path { unlink(path) }
    if descriptor >= 0 { close(descriptor) }
  }

  /// Runs one immediate transaction in which nobody's import is staged; sweeps what a dead one left.
  ///
  /// - Throws: ``StoreError/busy(path:)`` when a living import holds its claim for longer than the writer's patience.
  static func whenUnclaimed<Value>(
    _ ledger: Ledger, _ body: (Database) throws -> Value
  ) throws(StoreError) -> Value {
    let start = ContinuousClock.now
    while true {
      let value: Value? = try translating(ledger.place) {
        var value: Value?
        try ledger.queue.inTransaction(.immediate) { db in
          guard try !isClaimed(db) else { return .rollback }
          value = try body(db)
          return .commit
        }
        return value
      }
      if let value { return value }
      if let claim = try take(ledger.place) {
        try StagedImport.sweep(ledger)
        _ = consume claim
      } else if ContinuousClock.now - start > .seconds(StoreConnection.writerPatience) {
        throw .busy(path: ledger.place.path)
      } else {
        usleep(50_000)
      }
    }
  }

  static func isClaimed(_ db: Database) throws -> Bool {
    try Bool.fetchOne(try db.cachedStatement(sql: "SELECT claim IS NOT NULL FROM state")) ?? false
  }
}
