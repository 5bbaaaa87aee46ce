import Dashboard
import Glibc

/// Names for snapshots that are written from the dashboard.
enum SnapshotFile {
  /// `honbu-overview.txt`, or with a number behind it when that is taken: nothing is overwritten.
  static func freeName(for place: Place) -> String {
    let base = place.viewArgument.unicodeScalars.reduce(into: "honbu-") { name, scalar in
      let isPlain = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-"
      name.unicodeScalars.append(isPlain ? scalar : "-")
    }
    let names = sequence(first: 1) { $0 + 1 }.lazy.map { $0 == 1 ? "\(base).txt" : "\(base)-\($0).txt" }
    return names.first { access($0, F_OK) != 0 } ?? "\(base).txt"
  }
}
