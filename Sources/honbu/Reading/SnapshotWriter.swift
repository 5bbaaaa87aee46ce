import Dashboard
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

  /// - Parameter target: `nil` for standard output.
  func write(_ place: Place, to target: OutputTarget?) throws {
    let snapshot = snapshot(of: place)
    guard let target else {
      let outcome = try snapshot.write { try StandardOutput.write($0) }
      // Just the proof, so that `2> actions.csv.proof.txt` keeps it where `verify` looks for it.
      if let proof = outcome.proofBeside { Message.add(proof) }
      return
    }
    try SheetFile.write(snapshot, to: target, protecting: store.path.map { [$0] } ?? [])
  }

  func snapshot(of place: Place) -> ViewSnapshot {
    let order = SnapshotOrder(
      place: place, options: options, revision: revision, since: since, width: width, format: format, page: page)
    let background = store.background
    let reader = AheadReader { try background.answer($0) }
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
    let outer = try OutputFolder(folder)
    var inner: [String: OutputFolder] = [:]
    for entry in SnapshotSet(records: keys, revisions: number, format: format).entries {
      let parts = entry.fileName.split(separator: "/").map(String.init)
      guard parts.count == 2 else {
        try pinned.write(entry.place, to: .file(entry.fileName, in: outer))
        continue
      }
      let folder = try inner[parts[0]] ?? outer.folder(parts[0])
      inner[parts[0]] = folder
      try pinned.write(entry.place, to: .file(parts[1], in: folder))
    }
  }
}
