import Dashboard
import Snapshot
import StrategyModel
import StrategyStore
import TestSupport
import Testing

@Suite("Text snapshots of the bundled store")
struct BundledSnapshotTests {
  @Test("Every view and record of Osaka is as kept under snapshots/", arguments: [80, 120])
  func bundled(width: Int) throws {
    let (_, reader) = try Scenario.Store.osaka.shared()
    let head = try reader.head()
    var keys: [RecordKey] = []
    try reader.forEachRecord { keys.append($0.key) }
    let settings = Settings(today: Scenario.today)
    for entry in SnapshotSet(records: keys, revisions: head).entries {
      let order = SnapshotOrder(place: entry.place, width: width)
      var text = ""
      try ViewSnapshot(order: order, settings: settings) { try reader.answer($0) }.write { text += $0 }
      try Golden.expect(text, at: "text/\(width)/\(entry.fileName)")
    }
  }

  @Test("A long list is written page by page, each item once and in order")
  func pages() throws {
    let items = (1...700).map { ActionItem(id: "i\($0)", title: "取組 \($0)", phase: .operating) }
    let draft = RevisionDraft(
      effective: Scenario.today, recorded: "2026-11-23T00:00:00Z", author: "試験", title: "多数",
      changes: items.map { .put(.item($0)) })
    let (_, reader) = try Ledger.inMemory(revisions: [draft])
    for layout in [ItemListOptions.Layout.table, .board] {
      var options = ItemListOptions()
      options.layout = layout
      let order = SnapshotOrder(place: Place(.actions), options: options, width: 80)
      var text = ""
      try ViewSnapshot(order: order, settings: Settings(today: Scenario.today)) { try reader.answer($0) }
        .writePlain { text += $0 }
      let titles = text.split(separator: "\n").compactMap { line -> Int? in
        guard let start = line.range(of: "取組 ") else { return nil }
        return Int(line[start.upperBound...].prefix { $0.isNumber })
      }
      #expect(titles == Array(1...700), "\(layout)")
    }
  }
}
