import Glibc
import Snapshot

/// A small text file of the operator's own, read and written whole.
struct PersonalFile {
  let path: String

  /// Nobody types as much.
  static let byteLimit = 1_000_000

  /// - Returns: the text, or `nil` when there is no such file.
  func text() throws(PersonalFileError) -> String? {
    // A pipe in its place must not keep the screen waiting.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw .unreadable(path)
    }
    defer { close(descriptor) }
    var found = stat()
    guard fstat(descriptor, &found) == 0, found.st_mode & S_IFMT == S_IFREG else { throw .noFile(path) }
    guard found.st_size <= PersonalFile.byteLimit else { throw .tooLarge(path) }
    let bytes = try bytes(from: descriptor)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText(path) }
    return text
  }

  private func bytes(from descriptor: Int32) throws(PersonalFileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(path) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      // The file may have grown since its size was asked.
      guard bytes.count <= PersonalFile.byteLimit else { throw .tooLarge(path) }
    }
  }

  /// Writes the file for its owner alone, in a folder for its owner alone. A link is followed: configuration is often
  /// kept elsewhere.
  func write(_ text: String) throws(PersonalFileError) {
    var target = path
    if let resolved = realpath(path, nil) {
      target = String(cString: resolved)
      free(resolved)
    } else {
      try makeFolder(of: path)
    }
    do throws(OutputError) {
      try WholeFile.write(text, to: target, mode: 0o600)
    } catch {
      throw .output(error)
    }
  }

  /// Reads, changes and writes the file while no other terminal does.
  ///
  /// - Parameter change: gives the new text, or `nil` to leave the file as it is.
  func change(_ change: (String?) throws(PersonalFileError) -> String?) throws(PersonalFileError) {
    var folder =
      realpath(path, nil).map { resolved in
        defer { free(resolved) }
        return PersonalFile.folder(of: String(cString: resolved))
      } ?? PersonalFile.folder(of: path)
    if folder.isEmpty { folder = "." }
    try makeFolder(of: path)
    // The folder is what is locked: the file itself is another one after each change.
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .output(.cannotCreate(path: path, errno: errno)) }
    // Closing it gives the lock back.
    defer { close(descriptor) }
    try lock(descriptor)
    if let changed = try change(try text()) { try write(changed) }
  }

  private func lock(_ descriptor: Int32) throws(PersonalFileError) {
    for _ in 0..<PersonalFile.lockTries {
      // Where there are no locks, as on some network file systems, it must do without.
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK && errno != EINTR { return }
      poll(nil, 0, 1)
    }
    // A terminal that was stopped in the middle must not stop this one.
    throw .busy(path)
  }

  /// Milliseconds, about; a change takes one or two.
  private static let lockTries = 300

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private func makeFolder(of path: String) throws(PersonalFileError) {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    let folder = String(path[..<slash])
    if access(folder, F_OK) == 0 { return }
    try makeFolder(of: folder)
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
      throw .output(.cannotCreate(path: folder, errno: errno))
    }
  }
}
