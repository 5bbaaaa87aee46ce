import Glibc

/// Reads images from anywhere in a spool through a few windows, in little memory: a mapping would grow to all of the file.
///
/// In the order of their keys records lie in a handful of runs, so that most reads fall into a window.
final class SpoolReader {
  private static let size = 64 << 10

  private struct Window {
    var bytes: [UInt8]
    var range: Range<Int>
    var used: Int
  }

  private let storage: SpoolStorage
  private var windows: [Window] = []
  private var reads = 0

  init(_ storage: SpoolStorage) { self.storage = storage }

  func with<Value>(_ range: Range<Int>, _ body: (RowImage) throws -> Value) throws -> Value {
    guard let place = try window(range) else { return try body(RowImage(storage.bytes(range))) }
    let start = range.lowerBound - windows[place].range.lowerBound
    return try windows[place].bytes.withUnsafeBytes { bytes in
      try body(RowImage(UnsafeRawBufferPointer(rebasing: bytes[start..<(start + range.count)])))
    }
  }

  /// - Returns: `nil` where the bytes are in memory anyway.
  private func window(_ range: Range<Int>) throws(StoreError) -> Int? {
    guard storage.isFile else { return nil }
    reads += 1
    if let known = windows.firstIndex(where: {
      $0.range.lowerBound <= range.lowerBound && range.upperBound <= $0.range.upperBound
    }) {
      windows[known].used = reads
      return known
    }
    let end = min(storage.count, range.lowerBound + max(range.count, SpoolReader.size))
    let fresh = Window(
      bytes: try storage.copy(range.lowerBound..<end), range: range.lowerBound..<end, used: reads)
    if windows.count < 12 {
      windows.append(fresh)
      return windows.count - 1
    }
    let oldest = windows.indices.min { windows[$0].used < windows[$1].used } ?? 0
    windows[oldest] = fresh
    return oldest
  }
}
