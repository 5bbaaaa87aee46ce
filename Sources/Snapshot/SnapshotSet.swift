import Dashboard
import StrategyModel

/// The places of `snapshot --all`: every view, and every record that a view opens.
public struct SnapshotSet {
  public struct Entry: Hashable, Sendable {
    public var place: Place
    /// Relative to the output folder: `overview.txt`, `actions/it_koseki_ai.txt`.
    public var fileName: String
  }

  public var entries: [Entry]

  /// - Parameter records: the keys of the records that the store holds as of the revision, in any order.
  public init(records: [RecordKey], revisions: Int) {
    let views = Place.views.map { Entry(place: Place($0), fileName: "\($0.rawValue).txt") }
    let details = records.filter { ![.measurement, .review].contains($0.kind) }.sorted().map { key in
      let place = Place(record: key)
      return Entry(place: place, fileName: Self.fileName(place.viewArgument))
    }
    let ledger = (0..<revisions).map { index in
      let place = Place(revision: index + 1)
      return Entry(place: place, fileName: Self.fileName(place.viewArgument))
    }
    entries = views + details + ledger
  }

  /// One folder for the view; what could lead out of it or confuse a shell is written as `%XX`.
  private static func fileName(_ argument: String) -> String {
    let parts = argument.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return argument + ".txt" }
    var safe = ""
    for byte in parts[1].utf8 {
      let isPlain =
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || byte == 95 || byte == 45 || byte >= 128
      if isPlain {
        safe.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        safe += "%" + String(byte, radix: 16, uppercase: true)
      }
    }
    return "\(parts[0])/\(safe).txt"
  }
}
