import Crypto

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
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in hash.finalize() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
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
