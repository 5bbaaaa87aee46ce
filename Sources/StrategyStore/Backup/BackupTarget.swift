import Glibc

/// Where a backup is to appear, and what must not be there.
struct BackupTarget {
  let path: String
  let store: String
  let mayOverwrite: Bool

  private static let companions = ["-journal", "-wal", "-shm", "-claim"]

  /// - Returns: the file that will be replaced; `nil` where nothing is.
  func existingFile() throws(StoreError) -> stat? {
    let parts = StoreFile.split(textually: path)
    guard !["", ".", ".."].contains(parts.name) else { throw .backupRefused(path: path, .folder) }
    try refuseCompanions(parts)
    var found = stat()
    guard lstat(path, &found) == 0 else {
      guard errno == ENOENT else { throw StoreFile.cannotCreate(path) }
      return nil
    }
    switch found.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFLNK: throw .backupRefused(path: path, .symbolicLink)
    case S_IFDIR: throw .backupRefused(path: path, .folder)
    default: throw .backupRefused(path: path, .specialFile)
    }
    if let identity = StoreFile.identity(store), identity == StoreFile.identity(path) {
      throw .backupRefused(path: path, .store)
    }
    guard mayOverwrite else { throw .backupExists(path: path) }
    // The superuser may write everywhere, but a file without any write bit was not meant to be replaced.
    guard found.st_mode & 0o222 != 0, access(path, W_OK) == 0 else { throw .backupRefused(path: path, .readOnly) }
    return found
  }

  /// A file of the store's, or one that would be taken for the backup's.
  private func refuseCompanions(_ parts: (folder: String, name: String)) throws(StoreError) {
    let own = StoreFile.split(store)
    if Self.companions.contains(where: { parts.name == own.name + $0 }),
      let folder = StoreFile.identity(parts.folder), folder == StoreFile.identity(own.folder)
    {
      throw .backupRefused(path: path, .store)
    }
    for suffix in ["-journal", "-wal"] where StoreFile.exists(path + suffix) {
      throw .backupRefused(path: path, .journal(path + suffix))
    }
  }

  /// A new backup is as private as its store, and writable for its owner.
  func mode() throws(StoreError) -> mode_t {
    var status = stat()
    guard stat(store, &status) == 0 else { throw .system(errno, at: store) }
    return status.st_mode & 0o664 | 0o600
  }
}
