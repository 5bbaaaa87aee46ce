import Dashboard
import StrategyModel
import StrategyStore
import TestSupport
import Testing

@testable import Snapshot

@Suite("What is printed as of a revision")
struct AsOfSnapshotTests {
  /// Every view in every layout, what the revision did and all did so far, and a record of each kind.
  private func texts(_ reader: StoreReader, asOf number: Int) throws -> [String: String] {
    var orders = Place.views.map { SnapshotOrder(place: Place($0), width: 100) }
    for layout in ItemListOptions.Layout.allCases {
      for filter in ["", "changed:r\(max(1, number - 1)).. -kpi:none", "review:none 一|二"] {
        var order = SnapshotOrder(place: Place(.actions, filter: filter), width: 120)
        order.options.layout = layout
        order.since = number > 1 ? number - 1 : nil
        orders.append(order)
      }
    }
    orders.append(SnapshotOrder(place: Place(.attention, filter: "取組"), width: 80))
    orders.append(SnapshotOrder(place: Place(revision: number), width: 80))
    orders.append(SnapshotOrder(place: Place(differenceFrom: 0, to: number), width: 120))
    for kind in RecordKind.allCases {
      let keys = try reader.records(of: kind, asOf: number).map(\.key)
      for key in [keys.first, keys.last].compactMap({ $0 }) {
        orders.append(SnapshotOrder(place: Place(record: key), width: 80))
      }
    }
    var texts: [String: String] = [:]
    for (index, var order) in orders.enumerated() {
      order.revision = number
      var text = ""
      try ViewSnapshot(order: order, settings: Settings(today: Scenario.today)) { try reader.answer($0) }
        .write { text += $0 }
      texts["\(index) \(order.place.viewArgument) \(order.options.layout) \(order.place.filter)"] = text
    }
    return texts
  }

  private func compare(_ drafts: [RevisionDraft], at numbers: some Sequence<Int>, _ name: String) throws {
    let (_, whole) = try Ledger.inMemory(revisions: drafts)
    let titles = try whole.revisions().map(\.title)
    for number in numbers where number <= titles.count {
      // A revision that changes nothing is not written: its draft has no number of its own.
      var end = drafts.count
      var shorter = whole
      repeat {
        end -= 1
        (_, shorter) = try Ledger.inMemory(revisions: Array(drafts[...end]))
      } while try shorter.head() > number
      let (expected, found) = (try texts(shorter, asOf: number), try texts(whole, asOf: number))
      #expect(expected.keys == found.keys)
      for (view, text) in expected.sorted(by: { $0.key < $1.key }) where found[view] != text {
        let lines = zip(text.split(separator: "\n"), (found[view] ?? "").split(separator: "\n"))
        let different = lines.first { $0 != $1 }
        Issue.record("\(name) r\(number) \(view)\nshorter: \(different?.0 ?? "")\nas of: \(different?.1 ?? "")")
      }
    }
  }

  @Test("Every view as of every revision is that of a store rebuilt from the revisions up to it", arguments: 1...6)
  func random(seed: UInt64) throws {
    var random = RandomLedger(seed: seed)
    try compare(random.drafts(6), at: 1...6, "seed \(seed)")
  }

  @Test("The same of the fictional city and of Osaka's history")
  func bundled() throws {
    try compare(SampleCity.revisions(), at: [1, 4, 7], "sample")
    try compare(OsakaSeed.revisions(), at: [1, 5, 12, 20, 24, 31], "Osaka")
  }
}
