import Glibc

/// The store as a file: what may be opened, and how a new one appears whole or not at all.
enum StoreFile {
  /// Which file a path leads to: it changes when a backup is put in place.
  struct Identity: Hashable, Sendable {
    var device: UInt
    var inode: UInt
  }

  static func identity(_ path: String) -> Identity? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Identity(device: UInt(status.st_dev), inode: UInt(status.st_ino))
  }

  /// Where temporary files may be large: what is in `/tmp` may be memory.
  static var temporaryFolder: String {
    guard let folder = getenv("TMPDIR"), folder.pointee != 0 else { return "/var/tmp" }
    return String(cString: folder)
  }

  /// Bytes; 0 of a file that is not there.
  static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Folder and name of the file that a path leads to, symbolic links followed.
  static func split(_ path: String) -> (folder: String, name: String) {
    var resolved = path
    if let real = realpath(path, nil) {
      resolved = String(cString: real)
      free(real)
    }
    guard let slash = resolved.lastIndex(of: "/") else { return (".", resolved) }
    let folder = slash == resolved.startIndex ? "/" : String(resolved[..<slash])
    return (folder, String(resolved[resolved.index(after: slash)...]))
  }

  static func checkReadable(_ path: String) throws(StoreError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .system(errno == ENOTDIR ? ENOENT : errno, at: path) }
    // A pipe would block, a folder cannot be opened.
    guard status.st_mode & S_IFMT == S_IFREG else { throw .foreign(path: path) }
    guard access(path, R_OK) == 0 else { throw .system(errno, at: path) }
    if let type = NetworkFileSystem.type(of: path) { throw .networkFileSystem(path: path, type: type) }
  }

  /// SQLite needs the folder too: the journal stands beside the file.
  static func checkWritable(_ path: String) throws(StoreError) {
    guard access(path, W_OK) == 0, access(split(path).folder, W_OK | X_OK) == 0 else {
      throw errno == EACCES || errno == EROFS || errno == EPERM ? .readOnly(path: path) : .system(errno, at: path)
    }
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Makes missing folders, for the owner alone as the XDG specification wants it.
  static func makeFolder(_ folder: String, for path: String) throws(StoreError) {
    guard !folder.isEmpty, folder != "/", !exists(folder) else { return }
    try makeFolder(split(textually: folder).folder, for: path)
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw cannotCreate(path) }
  }

  static func split(textually path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
  }

  static func sync(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno, at: path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system(errno, at: path) }
  }

  static func cannotCreate(_ path: String) -> StoreError {
    switch errno {
    case ENOSPC, EDQUOT: .fullDisk(path: path)
    case EEXIST: .exists(path: path)
    default: .cannotCreate(path: path, detail: String(cString: strerror(errno)))
    }
  }
}
