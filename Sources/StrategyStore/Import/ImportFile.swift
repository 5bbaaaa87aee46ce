import Crypto
import Glibc
import StrategyModel

/// A file to import, read whole.
public struct ImportFile: Hashable, Sendable {
  /// The name without its folders, as messages and the history give it.
  public var name: String
  public let bytes: FileBytes
  let sha256: String

  public init(name: String, bytes: [UInt8]) {
    self.init(name: name, bytes: FileBytes(bytes), sha256: SHA256.hash(data: bytes).hexDigits)
  }

  private init(name: String, bytes: FileBytes, sha256: String) {
    self.name = name
    self.bytes = bytes
    self.sha256 = sha256
  }

  /// Reads the file at a path; one that is too large is refused before it is read.
  public static func read(path: String) throws(ImportFileError) -> ImportFile {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    func refused(_ message: String) -> ImportFileError { .refused(ImportFault(file: name, message: message)) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, errno: errno) }
    defer { close(descriptor) }
    var found = stat()
    guard fstat(descriptor, &found) == 0 else { throw .unreadable(path: path, errno: errno) }
    guard found.st_mode & S_IFMT != S_IFDIR else { throw refused(ImportWording.notAFile) }
    guard found.st_size <= ImportLimits.fileBytes else { throw refused(ImportWording.fileTooLarge) }
    let storage = SpoolStorage(expected: Int(found.st_size))
    let hashing = SideWork(SHA256(), ahead: 4)
    // As large as the processor keeps at hand.
    var piece = [UInt8](repeating: 0, count: 128 << 10)
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(path: path, errno: errno) }
      guard count > 0 else { break }
      let part = Array(piece[..<count])
      hashing.submit { $0.update(data: part) }
      try keep { () throws(StoreError) in try storage.append(piece[..<count]) }
      // A pipe tells its size only by what comes.
      guard storage.count <= ImportLimits.fileBytes else { throw refused(ImportWording.fileTooLarge) }
    }
    try keep { () throws(StoreError) in try storage.seal() }
    return ImportFile(name: name, bytes: FileBytes(storage), sha256: hashing.wait().finalize().hexDigits)
  }

  private static func keep(_ body: () throws(StoreError) -> Void) throws(ImportFileError) {
    do throws(StoreError) {
      try body()
    } catch {
      throw .notKept(error)
    }
  }

  /// Whether the path leads to a file that can be read again, not to a pipe.
  public static func isLasting(path: String) -> Bool {
    var found = stat()
    return stat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFREG
  }

  /// Of several files: their names, and the SHA-256 of what `sha256sum` prints for them.
  static func source(of files: [ImportFile]) -> SourceFile? {
    guard let first = files.first else { return nil }
    if files.count == 1 { return SourceFile(name: first.name, sha256: first.sha256) }
    let sums = files.map { "\($0.sha256)  \($0.name)\n" }.joined()
    return SourceFile(
      name: files.map(\.name).joined(separator: "、"), sha256: SHA256.hash(data: Array(sums.utf8)).hexDigits)
  }
}

/// Why a file to import was not read.
public enum ImportFileError: Error, Hashable, Sendable {
  /// It is no file that could be imported.
  case refused(ImportFault)
  /// It cannot be opened, or reading failed on the way.
  case unreadable(path: String, errno: Int32)
  /// It is too large for memory, and there is no room for it where temporary files go.
  case notKept(StoreError)
}
