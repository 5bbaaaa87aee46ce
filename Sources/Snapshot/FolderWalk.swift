import Glibc

/// Opens a folder step by step, so that nobody else leads us elsewhere meanwhile.
///
/// A symbolic link on the way is followed only where it is our own or root's and stands where others cannot put one in
/// its place (CERT POS35-C).
enum FolderWalk {
  enum Failure: Error {
    case system(Int32)
    /// A link that somebody else may turn.
    case foreignLink
  }

  /// `O_PATH`, which Swift's Glibc does not show: a folder need not be readable to be passed through.
  private static let passing: Int32 = 0o10000000 | O_NOFOLLOW | O_CLOEXEC
  /// As many as the kernel follows.
  private static let mostLinks = 40

  static func open(_ path: String) throws(Failure) -> Int32 {
    guard !path.isEmpty else { throw .system(ENOENT) }
    var place = try start(of: path)
    defer { close(place) }
    var names = steps(path)
    var links = 0
    while let name = names.popLast() {
      let next = openat(place, name, passing)
      guard next >= 0 else { throw .system(errno) }
      var found = stat()
      guard fstat(next, &found) == 0 else { throw failure(closing: next) }
      switch found.st_mode & S_IFMT {
      case S_IFDIR:
        close(place)
        place = next
      case S_IFLNK:
        defer { close(next) }
        links += 1
        guard links <= mostLinks else { throw .system(ELOOP) }
        guard try isOurs(found, in: place) else { throw .foreignLink }
        let target = try target(of: next)
        if target.hasPrefix("/") {
          let root = try start(of: target)
          close(place)
          place = root
        }
        names += steps(target)
      default:
        close(next)
        throw .system(ENOTDIR)
      }
    }
    let folder = openat(place, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .system(errno) }
    return folder
  }

  private static func start(of path: String) throws(Failure) -> Int32 {
    let place = Glibc.open(path.hasPrefix("/") ? "/" : ".", passing | O_DIRECTORY)
    guard place >= 0 else { throw .system(errno) }
    return place
  }

  /// The last step first.
  private static func steps(_ path: String) -> [String] {
    path.split(separator: "/").filter { $0 != "." }.reversed().map(String.init)
  }

  private static func failure(closing descriptor: Int32) -> Failure {
    let number = errno
    close(descriptor)
    return .system(number)
  }

  private static func isOurs(_ link: stat, in folder: Int32) throws(Failure) -> Bool {
    var found = stat()
    guard fstat(folder, &found) == 0 else { throw .system(errno) }
    func isTrusted(_ owner: uid_t) -> Bool { owner == 0 || owner == geteuid() }
    guard isTrusted(link.st_uid), isTrusted(found.st_uid) else { return false }
    // In a sticky folder others may add names, but not take ours away.
    return found.st_mode & 0o022 == 0 || found.st_mode & mode_t(S_ISVTX) != 0
  }

  private static func target(of link: Int32) throws(Failure) -> String {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlinkat(link, "", &bytes, bytes.count)
    guard length >= 0 else { throw .system(errno) }
    return String(decoding: bytes[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
