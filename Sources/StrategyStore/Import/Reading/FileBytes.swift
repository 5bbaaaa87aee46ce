import Glibc

/// The bytes of a file, read whole. Of a large one only what is being looked at takes memory.
public struct FileBytes: RandomAccessCollection, Hashable, @unchecked Sendable {
  /// Keeps ``buffer`` where it is.
  private let storage: SpoolStorage
  let buffer: UnsafeBufferPointer<UInt8>

  /// - Parameter storage: sealed.
  init(_ storage: SpoolStorage) {
    self.storage = storage
    buffer = storage.bytes(0..<storage.count).bindMemory(to: UInt8.self)
  }

  init(_ bytes: [UInt8]) {
    self.init(SpoolStorage(holding: bytes))
  }

  private init(_ storage: SpoolStorage, _ buffer: UnsafeBufferPointer<UInt8>) {
    self.storage = storage
    self.buffer = buffer
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { buffer.count }
  public subscript(index: Int) -> UInt8 { buffer[index] }

  public func withContiguousStorageIfAvailable<Value>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value? { try body(buffer) }

  /// All but the first bytes, counted from 0 again.
  func without(first count: Int) -> FileBytes {
    FileBytes(storage, UnsafeBufferPointer(rebasing: buffer.dropFirst(count)))
  }

  func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: buffer[range]) }

  /// A window at a time: what was looked through in vain is let go of.
  func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    var start = start
    while start < count {
      let end = Swift.min(start + TextSurvey.window, count)
      if let found = firstIndex(of: byte, in: start..<end) { return found }
      start = end
      forget()
    }
    return nil
  }

  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    guard let base = buffer.baseAddress, !range.isEmpty else { return nil }
    return memchr(base + range.lowerBound, Int32(byte), range.count).map { UnsafeRawPointer(base).distance(to: $0) }
  }

  func contains(_ byte: UInt8) -> Bool { firstIndex(of: byte) != nil }

  /// Lets go of what was read; it comes back when it is asked for again.
  func forget() { storage.forget() }

  public static func == (left: FileBytes, right: FileBytes) -> Bool { left.elementsEqual(right) }

  public func hash(into hasher: inout Hasher) { hasher.combine(count) }
}
