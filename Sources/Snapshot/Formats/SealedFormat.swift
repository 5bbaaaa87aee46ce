import Dashboard
import StrategyModel
import TextUI

/// What one format writes around a view. Each text is a line.
protocol SealedFormat {
  mutating func begin(_ header: SnapshotHeader) -> [String]
  /// What closes the view.
  mutating func end() -> [String]
  /// What stands between the view and the digest of all lines above it.
  mutating func proof(_ proof: SnapshotProof) -> [String]
  /// The digest of the lines above in the first line; the others close the file.
  func seal(_ digest: String) -> [String]
}

/// A format that takes the lines as they are drawn.
protocol DrawnFormat: SealedFormat {
  /// A heading over columns.
  mutating func heading(_ line: Line) -> [String]
  mutating func line(_ line: Line, _ kind: LineKind) -> [String]
}

/// A format that lays out what a view says in its own way.
protocol OutlineFormat: SealedFormat {
  mutating func piece(_ part: OutlinePart) -> [String]
}

/// A format that takes the facts.
protocol AnswerFormat: SealedFormat {
  mutating func answer(_ answer: Answer) throws -> [String]
}

/// Lines on their way to a file, with the digest of those that have passed.
struct SealedOutput {
  private let sink: (String) throws -> Void
  private var body = SnapshotDigest()
  private var pending = ""

  init(_ sink: @escaping (String) throws -> Void) { self.sink = sink }

  /// Of all lines so far.
  var digest: String {
    var whole = body
    whole.add(bytes: pending)
    return whole.hex
  }

  mutating func put(_ lines: [String]) throws {
    for line in lines {
      pending += line
      pending += "\n"
    }
    if pending.utf8.count >= 65_536 { try flush() }
  }

  mutating func flush() throws {
    guard !pending.isEmpty else { return }
    body.add(bytes: pending)
    try sink(pending)
    pending.removeAll(keepingCapacity: true)
  }
}
