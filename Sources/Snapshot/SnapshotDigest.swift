import Crypto
import StrategyModel

/// SHA-256 over lines, as `sha256sum` reckons it over a file: each line in UTF-8 with a newline after it.
public struct SnapshotDigest {
  private var hash = SHA256()

  public init() {}

  public mutating func add(line: String) {
    var line = line
    line.append("\n")
    line.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
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

  private var sums: Set<Sum> = []

  public init() {}

  public mutating func add(line: String) {
    var line = line
    line.append("\n")
    let digest = line.withUTF8 { SHA256.hash(data: UnsafeRawBufferPointer($0)) }
    var words = SIMD4<UInt64>()
    digest.withUnsafeBytes { bytes in
      for index in 0..<4 {
        words[index] = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
      }
    }
    sums.insert(Sum(words: words))
  }

  /// 64 hex digits over what was added so far.
  public var hex: String {
    var hash = SHA256()
    for sum in sums.sorted() {
      for index in 0..<4 { withUnsafeBytes(of: sum.words[index].bigEndian) { hash.update(bufferPointer: $0) } }
    }
    return hash.finalize().hexDigits
  }
}

/// What a text snapshot says of itself.
public struct SnapshotSeal: Hashable, Sendable {
  /// The command that makes the snapshot again.
  public var command: String
  public var recordsDigest: String
  public var bodyDigest: String
  /// Whether the lines are those that the digest was made of: false when someone changed them.
  public var isBodyIntact: Bool

  /// - Returns: `nil` when the text does not end as a snapshot does.
  public init?(of text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.popLast() == "", let body = lines.popLast(), lines.count >= 2,
      let bodyDigest = body.value(after: TextSnapshot.bodyLabel),
      let recordsDigest = lines[lines.count - 1].value(after: TextSnapshot.recordsLabel),
      let command = lines[lines.count - 2].value(after: TextSnapshot.commandLabel)
    else { return nil }
    var digest = SnapshotDigest()
    for line in lines { digest.add(line: String(line)) }
    self.command = command
    self.recordsDigest = recordsDigest
    self.bodyDigest = bodyDigest
    isBodyIntact = digest.hex == bodyDigest
  }
}

extension Substring {
  fileprivate func value(after label: String) -> String? {
    hasPrefix(label) ? String(dropFirst(label.count)) : nil
  }
}
