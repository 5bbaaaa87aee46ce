import Glibc

/// Tells when another process may have committed, by inotify on the store's folder.
///
/// Poll ``fileDescriptor`` for reading, then ``drain()``. Our own reads do not wake it: opening and reading are not
/// among the events asked for. While the folder is missing, the nearest folder above it is watched instead.
public final class StoreWatch {
  public let fileDescriptor: Int32
  private let folder: String
  private let name: String
  private var watched: (descriptor: Int32, folder: String)?

  /// The commit point of a rollback journal is its removal, after the change of the store itself.
  private static let mask = UInt32(IN_MODIFY | IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_TO)

  public init(path: String) throws(StoreError) {
    let parts = StoreFile.split(path)
    (folder, name) = parts
    fileDescriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard fileDescriptor >= 0 else { throw .system(errno, at: path) }
    // A throwing initializer of a class runs no deinit before all is set.
    do throws(StoreError) { try watch() } catch {
      close(fileDescriptor)
      throw error
    }
  }

  deinit { close(fileDescriptor) }

  /// Reads what has come in.
  /// - Returns: whether the store may have changed; then ask for the head again.
  /// - Throws: when the folder can no longer be watched.
  public func drain() throws(StoreError) -> Bool {
    var mayHaveChanged = false
    var isLost = false
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = read(fileDescriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      for event in StoreWatch.events(buffer[..<count]) {
        if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { mayHaveChanged = true }
        guard event.watch == watched?.descriptor else { continue }
        if event.mask & UInt32(IN_IGNORED) != 0 { isLost = true }
        if concerns(event) { mayHaveChanged = true }
      }
    }
    if isLost || watched?.folder != folder {
      if isLost { watched = nil }
      if try watch() { mayHaveChanged = true }
    }
    return mayHaveChanged
  }

  private func concerns(_ event: Event) -> Bool {
    guard watched?.folder == folder else { return false }
    return event.name == name || event.name == "\(name)-journal" && event.mask & UInt32(IN_DELETE) != 0
  }

  /// Watches the folder, or the nearest one above that exists.
  /// - Returns: whether what is watched is another folder than before.
  /// - Throws: when a folder is there but cannot be watched, as one that may be searched but not read.
  @discardableResult
  private func watch() throws(StoreError) -> Bool {
    var candidate = folder
    while true {
      let descriptor = inotify_add_watch(fileDescriptor, candidate, StoreWatch.mask)
      if descriptor >= 0 {
        let before = watched
        watched = (descriptor, candidate)
        if let before, before.descriptor != descriptor { inotify_rm_watch(fileDescriptor, before.descriptor) }
        // The next folder down may have come while this one was being chosen: then its event was missed.
        guard candidate != folder, access(folder, F_OK) == 0 else { return before?.folder != candidate }
        candidate = folder
      } else {
        let number = errno
        guard number == ENOENT || number == ENOTDIR, candidate != "/", candidate != "." else {
          throw .cannotWatch(path: candidate, detail: String(cString: strerror(number)))
        }
        candidate = StoreFile.split(textually: candidate).folder
      }
    }
  }

  private struct Event {
    var watch: Int32
    var mask: UInt32
    var name: String
  }

  /// As inotify(7) lays them out: watch, mask, cookie, length, then the name padded with zeros.
  private static func events(_ bytes: ArraySlice<UInt8>) -> [Event] {
    var events: [Event] = []
    var start = bytes.startIndex
    while start + 16 <= bytes.endIndex {
      let (watch, mask, length) = bytes[start...].withUnsafeBytes { raw in
        (
          raw.loadUnaligned(as: Int32.self), raw.loadUnaligned(fromByteOffset: 4, as: UInt32.self),
          Int(raw.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
        )
      }
      let end = min(start + 16 + length, bytes.endIndex)
      let name = String(decoding: bytes[(start + 16)..<end].prefix { $0 != 0 }, as: UTF8.self)
      events.append(Event(watch: watch, mask: mask, name: name))
      start = end
    }
    return events
  }
}
