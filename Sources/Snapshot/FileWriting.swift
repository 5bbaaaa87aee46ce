import Glibc

/// Writes a file whole or not at all: a reader sees the old file or the new one, and a killed writer leaves the old.
///
/// The text goes to a temporary file in the same folder, is synced, and takes the target's place in one step. The folder
/// is opened once, so that one swapped meanwhile leads nowhere else.
public enum WholeFile {
  /// - Parameters:
  ///   - path: the target. A file there keeps its mode.
  ///   - mode: of a new file, less the umask.
  ///   - protecting: files that must not be overwritten under any name: the store.
  ///   - body: writes the text through the closure that it is given; what it throws leaves the target as it was.
  public static func write(
    to path: String, mode: mode_t = 0o666, protecting: [String] = [],
    _ body: ((String) throws -> Void) throws -> Void
  ) throws {
    let place = try FilePlace(path)
    defer { close(place.folder) }
    let existing = try place.existingFile(protecting: protecting)
    TemporaryFile.sweep(place.folder)
    let temporary = try TemporaryFile(in: place, mode: mode, replacing: existing)
    defer { temporary.discard() }
    try body { text in
      let number = writeAll(text, to: temporary.descriptor)
      guard number == 0 else { throw OutputError.cannotWrite(path: path, errno: number) }
    }
    try temporary.takePlace()
  }

  public static func write(
    _ text: String, to path: String, mode: mode_t = 0o666, protecting: [String] = []
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

  init(_ path: String) throws(OutputError) {
    self.path = path
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .refused(path: path, .invalidName) }
    let slash = path.lastIndex(of: "/")
    name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    guard !name.isEmpty, name != ".", name != ".." else { throw .refused(path: path, .folder) }
    let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    folder = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .cannotCreate(path: path, errno: errno) }
  }

  /// What stands at the target, if it is a file that may be replaced.
  func existingFile(protecting: [String]) throws(OutputError) -> stat? {
    var found = stat()
    guard fstatat(folder, name, &found, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT { return nil }
      throw .cannotCreate(path: path, errno: errno)
    }
    switch found.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFLNK: throw .refused(path: path, .symbolicLink)
    case S_IFDIR: throw .refused(path: path, .folder)
    default: throw .refused(path: path, .specialFile)
    }
    for guarded in protecting {
      var store = stat()
      if stat(guarded, &store) == 0, store.st_dev == found.st_dev, store.st_ino == found.st_ino {
        throw .refused(path: path, .store)
      }
    }
    // The superuser may write everywhere, but a file without any write bit was not meant to be replaced.
    guard found.st_mode & 0o222 != 0, faccessat(folder, name, W_OK, AT_EACCESS) == 0 else {
      throw .refused(path: path, .readOnly)
    }
    return found
  }
}
