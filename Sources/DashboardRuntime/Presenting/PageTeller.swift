import Dashboard
import Glibc
import Snapshot
import StrategyStore

/// Tells who follows which page a presenter shows, by a file that is open and locked as long as the presentation lasts.
///
/// However the process ends, the kernel gives the lock back and tells who watches the file that it was closed. The lock is
/// one of fcntl's, which is gone before that is told; one of flock's would go after it.
final class PageTeller {
  private let file: PresentedPageFile
  private var told: Told?

  private struct Told {
    var path: String
    var descriptor: Int32
    var bytes = 0

    /// Whether the path still leads to the file: another presenter puts one of its own there.
    var isInPlace: Bool {
      var own = stat()
      var there = stat()
      return fstat(descriptor, &own) == 0 && lstat(path, &there) == 0 && own.st_dev == there.st_dev
        && own.st_ino == there.st_ino
    }
  }

  init(_ file: PresentedPageFile) { self.file = file }

  deinit { end() }

  /// The first page of a presentation. Who began last is followed.
  ///
  /// - Returns: why those who follow are not told.
  func begin(_ page: PresentedPage) -> OutputError? {
    end()
    var failure: OutputError?
    for path in file.paths where access(StoreLocation.folder(of: path), W_OK) == 0 {
      do throws(OutputError) {
        told = Told(path: path, descriptor: try make(path))
        return write(page)
      } catch {
        failure = error
      }
    }
    return failure
  }

  /// Another page.
  func tell(_ page: PresentedPage) -> OutputError? {
    guard let told else { return begin(page) }
    if told.isInPlace { return write(page) }
    // Another presenter has begun since; once that one is gone, it is this one's turn again.
    return PresentedPageFile.isHeld(told.path) ? nil : begin(page)
  }

  func end() {
    guard let told else { return }
    if told.isInPlace { unlink(told.path) }
    close(told.descriptor)
    self.told = nil
  }

  /// - Returns: a new file, locked, in the place of one that another presenter holds or has left.
  private func make(_ path: String) throws(OutputError) -> Int32 {
    var found = stat()
    if lstat(path, &found) == 0 {
      guard found.st_mode & S_IFMT == S_IFREG else { throw .refused(path: path, .specialFile) }
      guard unlink(path) == 0 || errno == ENOENT else { throw .cannotCreate(path: path, errno: errno) }
    }
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o664)
    guard descriptor >= 0 else { throw .cannotCreate(path: path, errno: errno) }
    var lock = PresentedPageFile.whole(F_WRLCK)
    guard fcntl(descriptor, F_SETLK, &lock) == 0 else {
      let number = errno
      unlink(path)
      close(descriptor)
      throw .cannotCreate(path: path, errno: number)
    }
    return descriptor
  }

  /// In one step over what was there, so that the file is opened but once.
  private func write(_ page: PresentedPage) -> OutputError? {
    guard var told else { return nil }
    var bytes = Array(PresentedPageFile.text(of: page).utf8)
    // Empty lines count for nothing.
    bytes += [UInt8](repeating: UInt8(ascii: "\n"), count: max(0, told.bytes - bytes.count))
    guard pwrite(told.descriptor, bytes, bytes.count, 0) == bytes.count else {
      return .cannotWrite(path: told.path, errno: errno)
    }
    told.bytes = bytes.count
    self.told = told
    return nil
  }
}
