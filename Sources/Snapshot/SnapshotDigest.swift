import Crypto
import StrategyModel

/// SHA-256 over lines, as `sha256sum` reckons it over a file: each line in UTF-8 with a newline after it.
public struct SnapshotDigest {
  private var hash = SHA256()

  public init() {}

  public mutating func add(line: String) {
    add(bytes: line)
    add(bytes: "\n")
  }

  /// Takes the bytes of a text as they stand.
  public mutating func add(bytes text: String) {
    var text = text
    text.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
  }

  /// 64 hex digits over what was added so far.
  public var hex: String { hash.finalize().hexDigits }
}

/// SHA-256 over a set of records, whatever the order in which a view shows them and however often.
///
/// It is reckoned over the SHA-256 of each different line (in UTF-8 with a newline), 32 bytes each, in ascending order:
/// of a long list only these are kept.
public struct RecordsDigest {
  private struct Sum: Hashable, Comparable {
    var words: SIMD4<UInt64>

    static func < (left: Sum, right: Sum) -> Bool {
      for index in 0..<3 where left.words[index] != right.words[index] {
        return left.words[index] < right.words[index]
      }
      return left.words[3] < right.words[3]
    }
  }

  /// In any order, some perhaps more than once.
  private var sums: [Sum] = []
  /// How many there may be before those that are there twice are looked for.
  private var room = 1 << 16

  public init() {}

  public mutating func add(line: String) {
    var line = line
    line.append("\n")
    line.withUTF8 { add(line: UnsafeRawBufferPointer($0)) }
  }

  /// - Parameter line: in UTF-8, with its newline.
  mutating func add(line: UnsafeRawBufferPointer) {
    var hash = SHA256()
    hash.update(bufferPointer: line)
    var words = SIMD4<UInt64>()
    hash.finalize().withUnsafeBytes { bytes in
      for index in 0..<4 {
        words[index] = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
      }
    }
    sums.append(Sum(words: words))
    if sums.count >= room {
      sums = RecordsDigest.different(sums)
      room = max(room, 2 * sums.count)
    }
  }

  /// Ascending, each once.
  private static func different(_ sums: [Sum]) -> [Sum] {
    var different: [Sum] = []
    for sum in sums.sorted() where sum != different.last { different.append(sum) }
    return different
  }

  /// 64 hex digits over what was added so far.
  public var hex: String {
    var hash = SHA256()
    for sum in RecordsDigest.different(sums) {
      for index in 0..<4 { withUnsafeBytes(of: sum.words[index].bigEndian) { hash.update(bufferPointer: $0) } }
    }
    return hash.finalize().hexDigits
  }
}
