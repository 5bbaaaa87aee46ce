import Dashboard
import Foundation
import StrategyModel
import StrategyStore
import TestSupport
import Testing
import TextUI

@testable import Snapshot

@Suite("An English view of Japanese data")
struct EnglishPageTests {
  @Test("On an English page every element with Japanese in it says so, and on a Japanese one none need to")
  func languages() throws {
    let (_, reader) = try Scenario.Store.sample.shared()
    for place in try WrittenView.places(of: reader) {
      let page = try WrittenView(place, .html, from: reader, language: .en).text
      #expect(page.contains("<html lang=\"en\">"))
      let elements = page.matches(of: /<(title|h1|h2|h3|p|dt|dd|li|th|td)((?: [^>]*)?)>([^<]*)/)
      #expect(elements.count > 5)
      for element in elements where element.output.3.contains(/[ぁ-んァ-ヴ一-龠]/) {
        let isWithin = element.output.2.contains("lang=\"ja\"") || element.output.1 == "dt"
        #expect(isWithin, "\(place.viewArgument): \(element.output.0)")
      }
    }
    let japanese = try WrittenView("actions/m11", .html, from: reader).text
    #expect(japanese.matches(of: /lang="ja"/).count == 1)
  }

  @Test("Words of ours have 7 bits where the lines have", arguments: [80, 120])
  func sevenBits(width: Int) throws {
    let kpi = KPI(
      id: "k", name: "share", unit: "%", baseline: 10, targets: [Target(id: "t", due: .day(Scenario.today), value: 50)])
    let source = Source(nil)
    let pillars = (1...3).map { Pillar(id: "p\($0)", strategy: "s", order: $0, name: "Pillar \($0)", source: source) }
    let items = (1...9).map {
      ActionItem(
        id: "i\($0)", title: "Item \($0)", pillar: "p\($0 % 2 + 1)", phase: .operating, kpis: [kpi],
        budgets: [
          Budget(id: "b", year: FiscalYear(2024), yen: 123_456_789), Budget(id: "c", year: FiscalYear(2025), yen: 900),
        ],
        events: (0...4).map { ItemEvent(id: "e\($0)", date: .day(CivilDate(dayNumber: 19_000 + $0)), text: "event") })
    }
    let records: [Record] =
      [
        .city(City(id: "c", name: "City", headquarters: "Headquarters", title: "Strategy", source: source)),
        .strategy(Strategy(id: "s", title: "Strategy 1", edition: "1", adopted: nil, status: .inForce, source: source)),
      ] + pillars.map(Record.pillar) + items.map(Record.item)
      + [.measurement(Measurement(id: "m", item: "i1", kpi: "k", date: nil, value: 20))]
    let draft = RevisionDraft(
      effective: Scenario.today, recorded: "2026-11-23T00:00:00Z", author: "Office", title: "First",
      changes: records.map(RecordChange.put))
    let reader = try Ledger.inMemory(revisions: [draft]).1
    let settings = Settings(today: Scenario.today, language: .en, calendar: .iso, lines: .ascii)
    for view in ["overview", "pillars", "actions", "attention", "documents", "updates", "actions/i1", "diff/r0..r1"] {
      for layout in view == "actions" ? ItemListOptions.Layout.allCases : [.board] {
        var options = ItemListOptions()
        options.layout = layout
        let order = SnapshotOrder(
          place: try #require(Place(viewArgument: view)), options: options, width: width, page: 30)
        var text = ""
        try ViewSnapshot(order: order, settings: settings) { try reader.answer($0) }.write { text += $0 }
        let ours = text.split(separator: "\n").prefix { !$0.hasPrefix("再作成") }
        for line in ours {
          let isASCII = line.utf8.allSatisfy { $0 < 0x80 }
          #expect(isASCII, "\(view) \(layout): \(line)")
        }
        #expect(view != "overview" || text.contains("~JPY 617M"))
      }
    }
  }
}
