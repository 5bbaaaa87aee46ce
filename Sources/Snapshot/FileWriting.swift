import Glibc

/// Writes a file whole or not at all: a reader sees the old file or the new one, and a killed writer leaves the old.
///
/// The text goes to a temporary file in the same folder, is synced, and takes the target's place in one step. The folder
/// is opened once, so that one swapped meanwhile leads nowhere else.
public enum WholeFile {
  /// - Parameters:
  ///   - target: a file there keeps its mode.
  ///   - mode: of a new file, less the umask.
  ///   - protecting: stores: neither they nor their journals are overwritten, under any name.
  ///   - body: writes the text through the closure that it is given; what it throws leaves the target as it was.
  public static func write(
    to target: OutputTarget, mode: mode_t = 0o664, protecting: [String] = [],
    _ body: ((String) throws -> Void) throws -> Void
  ) throws {
    let place = try FilePlace(target)
    defer { close(place.folder) }
    let existing = try place.existingFile(protecting: protecting)
    TemporaryFile.sweep(place.folder)
    let temporary = try TemporaryFile(in: place, mode: mode, replacing: existing)
    defer { temporary.discard() }
    try body { text in
      let number = writeAll(text, to: temporary.descriptor)
      guard number == 0 else { throw OutputError.cannotWrite(path: place.path, errno: number) }
    }
    try temporary.takePlace()
  }

  public static func write(
    to path: String, mode: mode_t = 0o664, protecting: [String] = [],
    _ body: ((String) throws -> Void) throws -> Void
  ) throws {
    try write(to: .path(path), mode: mode, protecting: protecting, body)
  }

  public static func write(
    _ text: String, to path: String, mode: mode_t = 0o664, protecting: [String] = []
  ) throws(OutputError) {
    do {
      try write(to: path, mode: mode, protecting: protecting) { write in try write(text) }
    } catch let error as OutputError {
      throw error
    } catch {
      throw .cannotWrite(path: path, errno: EIO)
    }
  }
}

/// A name in an open folder.
struct FilePlace {
  let path: String
  let folder: Int32
  let name: String

  private init(path: String, folder: Int32, name: String) {
    self.path = path
    self.folder = folder
    self.name = name
  }

  init(_ target: OutputTarget) throws(OutputError) {
    switch target {
    case .path(let path): try self.init(path)
    case .file(let name, let folder):
      let own = fcntl(folder.descriptor, F_DUPFD_CLOEXEC, 0)
      guard own >= 0 else { throw .cannotCreate(path: target.path, errno: errno) }
      self.init(path: target.path, folder: own, name: name)
    }
  }

  init(_ path: String) throws(OutputError) {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .refused(path: path, .invalidName) }
    let (parent, name) = FilePlace.parts(of: path)
    guard !name.isEmpty, name != ".", name != ".." else { throw .refused(path: path, .folder) }
    let folder: Int32
    do throws(FolderWalk.Failure) {
      folder = try FolderWalk.open(parent)
    } catch {
      switch error {
      case .foreignLink: throw .refused(path: path, .foreignLink)
      case .system(let number): throw .cannotCreate(path: path, errno: number)
      }
    }
    self.init(path: path, folder: folder, name: name)
  }

  private static func parts(of path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
  }

  /// Whether the target is a store, or has the name that SQLite gives to what belongs to one.
  private func isStore(_ store: String, _ found: stat?) -> Bool {
    // The journal of a store that is reached by a link lies beside the store itself.
    let real = realpath(store, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    for path in Set([store, real ?? store]) {
      let (parent, name) = FilePlace.parts(of: path)
      var own = stat()
      var beside = stat()
      let isBeside =
        fstat(folder, &own) == 0 && stat(parent, &beside) == 0 && own.st_dev == beside.st_dev
        && own.st_ino == beside.st_ino
      for suffix in ["", "-journal", "-wal", "-shm"] {
        if isBeside, self.name == name + suffix { return true }
        var file = stat()
        if let found, stat(path + suffix, &file) == 0, file.st_dev == found.st_dev, file.st_ino == found.st_ino {
          return true
        }
      }
    }
    return false
  }

  /// What stands at the target, if it is a file that may be replaced.
  func existingFile(protecting: [String]) throws(OutputError) -> stat? {
    var found = stat()
    guard fstatat(folder, name, &found, AT_SYMLINK_NOFOLLOW) == 0 else {
      guard errno == ENOENT else { throw .cannotCreate(path: path, errno: errno) }
      guard !protecting.contains(where: { isStore($0, nil) }) else { throw .refused(path: path, .store) }
      return nil
    }
    switch found.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFLNK: throw .refused(path: path, .symbolicLink)
    case S_IFDIR: throw .refused(path: path, .folder)
    default: throw .refused(path: path, .specialFile)
    }
    guard !protecting.contains(where: { isStore($0, found) }) else { throw .refused(path: path, .store) }
    // The superuser may write everywhere, but a file without any write bit was not meant to be replaced.
    guard found.st_mode & 0o222 != 0, faccessat(folder, name, W_OK, AT_EACCESS) == 0 else {
      throw .refused(path: path, .readOnly)
    }
    return found
  }
}
