import Glibc

/// Bytes that are written once and then read: in memory while they are few, else in a file without a name.
///
/// One thread appends, then ``seal()``, then any thread reads.
final class SpoolStorage: @unchecked Sendable {
  private static let piece = 256 << 10
  /// What is held in memory at most.
  private let memoryLimit: Int
  private var buffer: UnsafeMutableRawPointer
  private var capacity: Int
  private var used = 0
  private var descriptor: Int32 = -1
  /// Bytes in the file.
  private var written = 0
  private var mapped: UnsafeMutableRawPointer?
  private var released = 0

  /// - Parameter expected: how many bytes will come, as far as is known: many go to the file from the first on.
  init(memoryLimit: Int = 32 << 20, expected: Int = 0) {
    self.memoryLimit = expected > memoryLimit ? min(memoryLimit, SpoolStorage.piece) : memoryLimit
    capacity = 4 << 10
    buffer = .allocate(byteCount: capacity, alignment: 16)
  }

  /// Bytes that are there already, in memory.
  init(holding bytes: [UInt8]) {
    memoryLimit = Int.max
    capacity = max(bytes.count, 1)
    used = bytes.count
    buffer = .allocate(byteCount: capacity, alignment: 16)
    bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(start: buffer, count: capacity).copyMemory(from: $0) }
  }

  deinit {
    buffer.deallocate()
    if let mapped { munmap(mapped, written) }
    if descriptor >= 0 { close(descriptor) }
  }

  var count: Int { written + used }

  /// - Returns: the offset of the bytes.
  @discardableResult
  func append(_ bytes: some Collection<UInt8>) throws(StoreError) -> Int {
    if used + bytes.count > capacity { try makeRoom(bytes.count) }
    let offset = count
    UnsafeMutableRawBufferPointer(start: buffer + used, count: bytes.count).copyBytes(from: bytes)
    used += bytes.count
    return offset
  }

  private func makeRoom(_ wanted: Int) throws(StoreError) {
    if used >= memoryLimit || descriptor >= 0 { try spill() }
    guard used + wanted > capacity else { return }
    let size = max(used + wanted, capacity * 2)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    larger.copyMemory(from: buffer, byteCount: used)
    buffer.deallocate()
    buffer = larger
    capacity = size
  }

  private func spill() throws(StoreError) {
    if descriptor < 0 { descriptor = try SpoolStorage.file() }
    var start = 0
    while start < used {
      let step = write(descriptor, buffer + start, used - start)
      if step < 0, errno == EINTR { continue }
      guard step > 0 else { throw .system(errno, at: StoreFile.temporaryFolder) }
      start += step
    }
    written += used
    used = 0
    // From now on in pieces that the processor still has at hand when they are copied to the file.
    guard capacity > SpoolStorage.piece else { return }
    buffer.deallocate()
    capacity = SpoolStorage.piece
    buffer = .allocate(byteCount: capacity, alignment: 16)
  }

  private static func file() throws(StoreError) -> Int32 {
    let folder = StoreFile.temporaryFolder
    var template = Array("\(folder)/honbu-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0, fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 else { throw refusal(errno, folder) }
    // The kernel frees it with the process, however that ends.
    unlink(template)
    return descriptor
  }

  private static func refusal(_ code: Int32, _ folder: String) -> StoreError {
    switch code {
    case ENOSPC, EDQUOT: .fullDisk(path: folder)
    case ENOENT, ENOTDIR: .noTemporaryFile(folder: folder, detail: "その場所がありません")
    case EACCES, EPERM, EROFS: .noTemporaryFile(folder: folder, detail: "書き込みの権限がありません")
    default: .noTemporaryFile(folder: folder, detail: String(cString: strerror(code)))
    }
  }

  /// Whether the bytes are in a file; settled by ``seal()``.
  var isFile: Bool { descriptor >= 0 }

  /// Bytes that were appended already, also before ``seal()``, on the thread that appends.
  func copy(_ range: Range<Int>) throws(StoreError) -> [UInt8] {
    guard range.lowerBound < written else { return Array(bytes(range)) }
    var bytes = [UInt8](repeating: 0, count: range.count)
    var start = 0
    while start < range.count {
      let step = bytes.withUnsafeMutableBytes { room in
        pread(descriptor, room.baseAddress.map { $0 + start }, room.count - start, off_t(range.lowerBound + start))
      }
      if step < 0, errno == EINTR { continue }
      guard step > 0 else { throw .system(step == 0 ? EIO : errno, at: StoreFile.temporaryFolder) }
      start += step
    }
    return bytes
  }

  /// No more is appended.
  func seal() throws(StoreError) {
    guard descriptor >= 0 else { return fit() }
    try spill()
    guard written > 0 else { return }
    let address = mmap(nil, written, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
    guard address != MAP_FAILED, let address else { throw .system(errno, at: StoreFile.temporaryFolder) }
    mapped = address
    buffer.deallocate()
    capacity = 1
    buffer = .allocate(byteCount: capacity, alignment: 16)
  }

  /// A bundle's revisions are many, and of most few bytes.
  private func fit() {
    guard capacity > used + used / 4 else { return }
    let fitting = UnsafeMutableRawPointer.allocate(byteCount: max(used, 1), alignment: 16)
    fitting.copyMemory(from: buffer, byteCount: used)
    buffer.deallocate()
    buffer = fitting
    capacity = max(used, 1)
  }

  func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    let base = mapped.map { UnsafeRawPointer($0) } ?? UnsafeRawPointer(buffer) - written
    return UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  /// Gives the room of bytes back that nobody asks for again: what is written meanwhile then takes memory that is there
  /// already, and the disk holds one copy of most of them.
  func release(before end: Int) {
    let whole = end & ~0xF_FFFF
    guard let mapped, whole > released else { return }
    // Where the file system cannot, the file keeps its size until it goes.
    madvise(mapped + released, whole - released, MADV_REMOVE)
    released = whole
  }

  /// Lets go of what was read; it comes back from the file when it is asked for again.
  func forget() {
    if let mapped { madvise(mapped, written, MADV_DONTNEED) }
  }
}
