import Foundation
import StrategyModel

/// Writes a whole ledger as one JSON document, a line for each change; the same ledger gives the same bytes.
public enum BundleWriting {
  /// - Parameters:
  ///   - revisions: all of them, oldest first.
  ///   - changes: what a revision put and retired.
  ///   - output: takes the document piece by piece.
  public static func write(
    _ revisions: [Revision], changes: (Int) throws -> [RecordChange], to output: (String) throws -> Void
  ) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try output(#"{"schema":\#(BundleReading.schema),"bundle":"\#(BundleReading.name)","revisions":["#)
    for (index, revision) in revisions.enumerated() {
      let header = String(decoding: try encoder.encode(revision), as: UTF8.self)
      try output((index == 0 ? "\n" : ",\n") + header.dropLast() + #","changes":["#)
      for (place, change) in try changes(revision.number).enumerated() {
        try output((place == 0 ? "\n" : ",\n") + text(change))
      }
      try output("\n]}")
    }
    try output("\n]}\n")
  }

  private static func text(_ change: RecordChange) throws -> String {
    let id = try JSONEncoder().encode([change.key.id])
    let quoted = String(decoding: id, as: UTF8.self).dropFirst().dropLast()
    let head = #"{"kind":"\#(change.key.kind.rawValue)","id":\#(quoted),"#
    switch change {
    case .put(let record): return head + #""record":\#(try CanonicalJSON.body(of: record))}"#
    case .retire: return head + #""retired":true}"#
    }
  }
}
