/// Tells when another process may have committed, by inotify on the store's folder.
///
/// Poll ``fileDescriptor`` for reading, then ``drain()``. Our own reads do not wake it.
public final class StoreWatch {
  public let fileDescriptor: Int32

  public init(path: String) throws(StoreError) {
    fileDescriptor = -1
    throw .missing(path: path)
  }

  /// Reads what has come in.
  /// - Returns: whether the store may have changed; then ask for the head again.
  public func drain() -> Bool { false }
}
