import Dashboard
import Glibc
import Snapshot
import StrategyModel
import StrategyStore

/// Writes one view, or all of them, to standard output or to files that appear whole or not at all.
struct SnapshotWriter {
  var store: OpenedStore
  var settings: Settings
  var options: ItemListOptions
  var width: Int
  var format: SnapshotFormat
  var page: Int?
  var revision: Int?
  var since: Int?
  /// Options that name the store in the command: `--sample`.
  var storeOptions: [String]

  func write(_ place: Place, to path: String?) throws {
    let snapshot = snapshot(of: place)
    guard let path else {
      try snapshot.write { try StandardOutput.write($0) }
      return
    }
    try SheetFile.write(snapshot, to: path, protecting: store.path.map { [$0] } ?? [])
  }

  func snapshot(of place: Place) -> ViewSnapshot {
    let order = SnapshotOrder(
      place: place, options: options, revision: revision, since: since, width: width, format: format, page: page)
    let reader = AheadReader(store.background)
    return ViewSnapshot(order: order, settings: settings, storeOptions: storeOptions) { try reader.answer($0) }
  }

  /// All of them as of one revision, whatever is committed meanwhile.
  func writeAll(into folder: String) throws {
    var pinned = self
    let head = try store.background.head()
    let number = revision ?? head
    // A store without revisions has none to pin.
    if head > 0 { pinned.revision = number }
    var keys: [RecordKey] = []
    try store.background.forEachRecord(asOf: pinned.revision) { record throws(StoreError) in keys.append(record.key) }
    try Self.makeFolder(folder)
    var made: Set<String> = []
    for entry in SnapshotSet(records: keys, revisions: number, format: format).entries {
      if let slash = entry.fileName.lastIndex(of: "/") {
        let inner = String(entry.fileName[..<slash])
        if made.insert(inner).inserted { try Self.makeFolder("\(folder)/\(inner)") }
      }
      try pinned.write(entry.place, to: "\(folder)/\(entry.fileName)")
    }
  }

  static func makeFolder(_ path: String) throws {
    if mkdir(path, 0o777) == 0 { return }
    let number = errno
    var found = stat()
    guard number == EEXIST, stat(path, &found) == 0, found.st_mode & S_IFMT == S_IFDIR else {
      throw CommandFailure.outputFolder(path, reason: SystemError.words(number))
    }
  }
}
