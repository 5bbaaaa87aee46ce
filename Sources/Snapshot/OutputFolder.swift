import Glibc

/// A folder that several files are written to. It is opened once: one that is put in its place meanwhile gets none.
public final class OutputFolder {
  public let path: String
  let descriptor: Int32

  /// Opens a folder, or makes it.
  public init(_ path: String) throws(OutputError) {
    self.path = path
    do throws(FolderWalk.Failure) {
      descriptor = try FolderWalk.open(path)
      return
    } catch {
      switch error {
      case .foreignLink: throw .refused(path: path, .foreignLink)
      case .system(ENOENT) where !path.isEmpty: break
      case .system(let number): throw .cannotMakeFolder(path: path, errno: number)
      }
    }
    let place: FilePlace
    do throws(OutputError) {
      place = try FilePlace(String(path.reversed().drop { $0 == "/" }.reversed()))
    } catch {
      guard case .cannotCreate(_, let number) = error else { throw error }
      throw .cannotMakeFolder(path: path, errno: number)
    }
    defer { close(place.folder) }
    descriptor = try OutputFolder.made(place.name, in: place.folder, path)
  }

  private init(_ name: String, in folder: OutputFolder) throws(OutputError) {
    path = folder.path + "/" + name
    descriptor = try OutputFolder.made(name, in: folder.descriptor, path)
  }

  deinit { close(descriptor) }

  /// A folder in this one, which is made when it is not there.
  public func folder(_ name: String) throws(OutputError) -> OutputFolder { try OutputFolder(name, in: self) }

  private static func made(_ name: String, in folder: Int32, _ path: String) throws(OutputError) -> Int32 {
    guard mkdirat(folder, name, 0o777) == 0 || errno == EEXIST else {
      throw .cannotMakeFolder(path: path, errno: errno)
    }
    let made = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard made >= 0 else { throw .cannotMakeFolder(path: path, errno: errno) }
    return made
  }
}

/// Where a file is to be written.
public enum OutputTarget {
  case path(String)
  case file(String, in: OutputFolder)

  public var path: String {
    switch self {
    case .path(let path): path
    case .file(let name, let folder): folder.path + "/" + name
    }
  }

  /// The file beside it whose name is longer by this.
  func beside(_ suffix: String) -> OutputTarget {
    switch self {
    case .path(let path): .path(path + suffix)
    case .file(let name, let folder): .file(name + suffix, in: folder)
    }
  }
}
