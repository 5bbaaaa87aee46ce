import Glibc

/// A file that is being written, under a name of its own beside its target.
///
/// Its writer holds a lock on it, which dies with the writer: a temporary file that can be locked was left behind.
final class TemporaryFile {
  static let prefix = ".honbu-"
  static let suffix = ".tmp"

  let descriptor: Int32
  private let place: FilePlace
  private let name: String
  private var isOpen = true
  private var isInPlace = false

  init(in place: FilePlace, mode: mode_t, replacing existing: stat?) throws(OutputError) {
    self.place = place
    // Between making the file and locking it another writer may take it for one left behind: then make another.
    for _ in 0..<100 {
      let name = Self.prefix + String(UInt64.random(in: 0...UInt64.max), radix: 36) + Self.suffix
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
      let descriptor = openat(place.folder, name, flags, existing == nil ? mode : 0o600)
      if descriptor < 0, errno == EEXIST || errno == EINTR { continue }
      guard descriptor >= 0 else { throw .cannotCreate(path: place.path, errno: errno) }
      // A file system without locks only loses the sweeping.
      _ = flock(descriptor, LOCK_EX | LOCK_NB)
      var own = stat()
      var named = stat()
      guard fstat(descriptor, &own) == 0, fstatat(place.folder, name, &named, AT_SYMLINK_NOFOLLOW) == 0,
        own.st_ino == named.st_ino
      else {
        close(descriptor)
        continue
      }
      self.descriptor = descriptor
      self.name = name
      if let existing, !Self.inherit(existing, own: own, descriptor) {
        let number = errno
        discard()
        throw .cannotCreate(path: place.path, errno: number)
      }
      return
    }
    throw .cannotCreate(path: place.path, errno: EEXIST)
  }

  /// Group and mode of the file that is replaced; where the group cannot be kept, its rights are not given to another.
  private static func inherit(_ existing: stat, own: stat, _ descriptor: Int32) -> Bool {
    var mode = existing.st_mode & 0o7777
    if existing.st_gid != own.st_gid, fchown(descriptor, uid_t.max, existing.st_gid) != 0 { mode &= ~0o070 }
    return fchmod(descriptor, mode) == 0
  }

  /// Syncs the file, puts it in its target's place, and syncs the folder.
  func takePlace() throws(OutputError) {
    guard fsync(descriptor) == 0 else { throw .cannotWrite(path: place.path, errno: errno) }
    guard renameat(place.folder, name, place.folder, place.name) == 0 else {
      throw .cannotWrite(path: place.path, errno: errno)
    }
    isInPlace = true
    isOpen = false
    // Network file systems report a late failure here.
    guard close(descriptor) == 0 || errno == EINTR else { throw .notConfirmed(path: place.path, errno: errno) }
    // Some file systems cannot sync a folder and say EINVAL.
    guard fsync(place.folder) == 0 || errno == EINVAL else { throw .notConfirmed(path: place.path, errno: errno) }
  }

  /// Removes the file unless it took its place.
  func discard() {
    if !isInPlace { unlinkat(place.folder, name, 0) }
    isInPlace = true
    if isOpen { close(descriptor) }
    isOpen = false
  }

  /// Removes what killed writers left in the folder.
  static func sweep(_ folder: Int32) {
    let own = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0 else { return }
    guard let stream = fdopendir(own) else {
      close(own)
      return
    }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { continue }
      let left = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard left >= 0 else { continue }
      var found = stat()
      if fstat(left, &found) == 0, found.st_mode & S_IFMT == S_IFREG, found.st_uid == geteuid(),
        flock(left, LOCK_EX | LOCK_NB) == 0
      {
        unlinkat(folder, name, 0)
      }
      close(left)
    }
  }
}
