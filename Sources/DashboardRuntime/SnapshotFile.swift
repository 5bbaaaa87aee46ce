import Dashboard
import Glibc
import Snapshot

/// Names for snapshots that are written from the dashboard.
enum SnapshotFile {
  /// `honbu-overview.txt`, or with a number behind it when that is taken: nothing is overwritten.
  static func freeName(for place: Place, as format: SnapshotFormat) -> String {
    let base = place.viewArgument.unicodeScalars.reduce(into: "honbu-") { name, scalar in
      let isPlain = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-"
      name.unicodeScalars.append(isPlain ? scalar : "-")
    }
    let ending = "." + format.fileExtension
    let names = sequence(first: 1) { $0 + 1 }.lazy.map { $0 == 1 ? base + ending : "\(base)-\($0)" + ending }
    // The file that stands beside a sheet must be free as well.
    return names.first { access($0, F_OK) != 0 && access($0 + SheetFile.suffix, F_OK) != 0 } ?? base + ending
  }
}
