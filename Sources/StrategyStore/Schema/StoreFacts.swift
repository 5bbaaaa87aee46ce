import Glibc

/// What can be said of a store's file without opening the store: nothing is changed, locked or repaired.
public struct StoreFacts: Sendable {
  public enum Journal: Sendable {
    /// None, or one that says nothing.
    case none
    /// Another process is writing.
    case inUse
    /// A killed writer left it; whoever may write rolls it back by opening the store.
    case left
  }

  public var path: String
  public var bytes: Int
  /// The permission bits.
  public var mode: UInt32
  public var isRegularFile: Bool
  public var isReadable: Bool
  /// The file and its folder, in which the journal is made.
  public var isWritable: Bool
  /// As the mount table names it, or the kernel where that says worse; `nil` where neither can be asked.
  public var fileSystem: String?
  /// What the other of the two says, where they do not agree whether it is a network file system.
  public var otherFileSystem: String?
  public var isRemote: Bool
  /// Whether stores on network file systems are opened all the same.
  public var isAccepted: Bool
  /// The header says that somebody turned it into a store with a write-ahead log.
  public var usesWAL: Bool
  public var journal: Journal

  /// - Returns: `nil` when there is nothing at the path.
  public init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.path = path
    bytes = Int(status.st_size)
    mode = status.st_mode & 0o7777
    isRegularFile = status.st_mode & S_IFMT == S_IFREG
    isReadable = access(path, R_OK) == 0
    isWritable = access(path, W_OK) == 0 && access(StoreFile.split(path).folder, W_OK | X_OK) == 0
    let kind = NetworkFileSystem.kind(of: path)
    fileSystem = kind.name
    otherFileSystem = kind.otherName
    isRemote = kind.isRemote
    isAccepted = NetworkFileSystem.isAccepted
    let header = isRegularFile ? StoreFacts.head(of: path, 20) : []
    // https://www.sqlite.org/fileformat2.html#the_database_header: read and write version, 2 for a log.
    usesWAL = header.count == 20 && header[18] == 2
    journal = StoreFacts.journal(beside: path, isRegularFile)
  }

  private static func journal(beside path: String, _ isRegularFile: Bool) -> Journal {
    // https://www.sqlite.org/fileformat2.html#the_rollback_journal
    let magic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
    guard isRegularFile, head(of: path + "-journal", 8) == magic else { return .none }
    return isReserved(path) ? .inUse : .left
  }

  /// Whether another process holds the lock that a writer takes first
  /// (https://www.sqlite.org/lockingv3.html; the byte stands in os.h).
  private static func isReserved(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 0x4000_0001
    lock.l_len = 1
    return fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
  }

  /// The first bytes of a file; fewer when it is shorter, none when it cannot be read.
  private static func head(of path: String, _ count: Int) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    let came = read(descriptor, &bytes, count)
    return Array(bytes.prefix(max(0, came)))
  }
}
