import Glibc

/// A store in the making: a file of its own beside the place where it is to appear.
///
/// Its maker holds a lock on it, so that what a killed one left can be told from what is still being made.
final class DraftFile {
  private let path: String
  private var draft: String
  private var lock: Int32

  /// - Parameter mode: less the umask; never open for all to write.
  init(beside path: String, mode: mode_t = 0o664) throws(StoreError) {
    self.path = path
    let parts = StoreFile.split(textually: path)
    DraftFile.sweep(parts.folder, parts.name)
    repeat {
      draft = "\(parts.folder)/.\(parts.name).\(getpid())-\(UInt32.random(in: 0 ... .max)).new"
      lock = Glibc.open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
      guard lock >= 0 else { throw StoreFile.cannotCreate(path) }
    } while !DraftFile.claim(lock)
  }

  /// Locks a new draft.
  ///
  /// - Returns: `false`, with the file closed, when another maker's sweep saw it before the lock was on it.
  private static func claim(_ descriptor: Int32) -> Bool {
    var status = stat()
    // A file system without locks only loses the sweeping.
    let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
    if isLocked, fstat(descriptor, &status) == 0, status.st_nlink > 0 { return true }
    close(descriptor)
    return false
  }

  deinit {
    unlink(draft)
    if lock >= 0 { close(lock) }
  }

  /// The name that the file has while it is made.
  var place: StorePlace { .file(draft) }

  func build<Value>(_ body: (StorePlace) throws(StoreError) -> Value) throws(StoreError) -> Value {
    do { return try body(place) } catch { throw renamed(error) }
  }

  /// Nobody knows the name of the draft: what befalls it is told of the file that it was to become.
  private func renamed(_ error: StoreError) -> StoreError {
    switch error {
    case .fullDisk(draft): .fullDisk(path: path)
    case .networkFileSystem(draft, let type): .networkFileSystem(path: path, type: type)
    case .io(draft, _), .damaged(draft, _), .readOnly(draft), .forbidden(draft), .missing(draft), .busy(draft),
      .hotJournal(draft), .notConfirmed(draft):
      .cannotCreate(path: path, detail: error.cause)
    default: error
    }
  }

  private func sync() throws(StoreError) {
    do { try StoreFile.sync(draft) } catch { throw renamed(error) }
  }

  /// A link, unlike a rename, fails where something is already: one of many makers wins, and nothing is overwritten.
  ///
  /// - Returns: `false` when another maker took the draft for a dead one's in the moment between lock and link.
  func publish() throws(StoreError) -> Bool {
    try sync()
    // Closing it later would drop the locks that SQLite holds on the same file for another thread.
    close(lock)
    lock = -1
    guard link(draft, path) == 0 else {
      if errno == ENOENT { return false }
      throw StoreFile.cannotCreate(path)
    }
    unlink(draft)
    try confirm()
    return true
  }

  /// Without this a loss of power may take the name away again.
  private func confirm() throws(StoreError) {
    do {
      try StoreFile.sync(StoreFile.split(textually: path).folder)
    } catch {
      // Some file systems cannot sync a folder and say EINVAL.
      guard error != .system(EINVAL, at: StoreFile.split(textually: path).folder) else { return }
      throw .notConfirmed(path: path)
    }
  }

  /// Takes the place of a file that may be overwritten, with its mode and group.
  ///
  /// - Returns: `false` as ``publish()`` does.
  func publish(over existing: stat) throws(StoreError) -> Bool {
    var own = stat()
    var mode = existing.st_mode & 0o7777
    guard fstat(lock, &own) == 0 else { throw StoreFile.cannotCreate(path) }
    // Where the group cannot be kept, its rights are not given to another.
    if existing.st_gid != own.st_gid, fchown(lock, uid_t.max, existing.st_gid) != 0 { mode &= ~0o070 }
    guard fchmod(lock, mode) == 0 else { throw StoreFile.cannotCreate(path) }
    try sync()
    close(lock)
    lock = -1
    guard rename(draft, path) == 0 else {
      if errno == ENOENT { return false }
      throw StoreFile.cannotCreate(path)
    }
    try confirm()
    return true
  }

  /// Removes what makers left that were killed.
  private static func sweep(_ folder: String, _ name: String) {
    guard let listing = opendir(folder) else { return }
    defer { closedir(listing) }
    while let entry = readdir(listing) {
      let found = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard found.hasPrefix(".\(name)."), found.hasSuffix(".new") else { continue }
      let path = "\(folder)/\(found)"
      let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
      close(descriptor)
    }
  }
}
