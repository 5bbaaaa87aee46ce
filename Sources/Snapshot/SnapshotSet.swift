import Dashboard
import StrategyModel
import TextUI

/// The places of `snapshot --all`: every view, and every record that a view opens.
public struct SnapshotSet {
  public struct Entry: Hashable, Sendable {
    public var place: Place
    /// Relative to the output folder: `overview.txt`, `actions/it_koseki_ai.txt`.
    public var fileName: String
  }

  public var entries: [Entry]

  /// - Parameter records: the keys of the records that the store holds as of the revision, in any order.
  public init(records: [RecordKey], revisions: Int, format: SnapshotFormat = .text) {
    let ending = "." + format.fileExtension
    entries = Place.views.map { Entry(place: Place($0), fileName: "\($0.rawValue)" + ending) }
    var taken: Set<String> = []
    let ledger = (0..<revisions).map { Place(revision: $0 + 1) }
    for place in ledger { taken.insert(FileName.of(place)) }
    for key in records.filter({ ![.measurement, .review].contains($0.kind) }).sorted() {
      let place = Place(record: key)
      var name = FileName.of(place)
      // Two kinds of one view, or an update called r5, may have the same id.
      if !taken.insert(name).inserted { name += "~\(key.kind.rawValue)" }
      entries.append(Entry(place: place, fileName: name + ending))
    }
    entries += ledger.map { Entry(place: $0, fileName: FileName.of($0) + ending) }
  }

  /// The name of a place's file, without its ending.
  public static func name(of place: Place) -> String { FileName.of(place) }
}

/// Names of files for records: one folder for the view, readable where that is safe, and another for every id.
private enum FileName {
  /// A name of a file has at most 255 bytes; the rest is for suffixes.
  private static let limit = 200

  static func of(_ place: Place) -> String {
    let parts = place.viewArgument.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return place.viewArgument }
    return "\(parts[0])/\(written(parts[1]))"
  }

  private static func written(_ id: String) -> String {
    var name = ""
    for scalar in id.unicodeScalars {
      let piece = isPlain(scalar) ? String(scalar) : escaped(scalar)
      guard name.utf8.count + piece.utf8.count <= limit else {
        var digest = SnapshotDigest()
        digest.add(line: id)
        return "\(name)~\(digest.hex.prefix(16))"
      }
      name += piece
    }
    return name
  }

  /// Japanese stays; what could lead out of the folder, hide, or confuse a shell does not. `~` is for our own suffixes.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    default: !scalar.isASCII && SafeText.isSafe(scalar) && !scalar.properties.isWhitespace
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf8.map { byte in
      "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
