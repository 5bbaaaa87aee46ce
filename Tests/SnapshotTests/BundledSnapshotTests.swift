import Dashboard
import StrategyModel
import StrategyStore
import TestSupport
import Testing
import TextUI

@testable import Snapshot

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

  @Test("The digest of the records is the same at every width and in every layout")
  func digests() throws {
    let (_, reader) = try Scenario.Store.sample.shared()
    func digest(_ place: Place, _ options: ItemListOptions, _ width: Int, _ language: Language) throws -> String {
      let order = SnapshotOrder(place: place, options: options, width: width)
      var text = ""
      try ViewSnapshot(order: order, settings: Settings(today: Scenario.today, language: language)) {
        try reader.answer($0)
      }.write { text += $0 }
      return try #require(SnapshotSeal(of: text)).recordsDigest
    }
    var table = ItemListOptions()
    table.layout = .table
    table.sort = .due
    table.isDescending = true
    table.grouping = .department
    table.columns = [.title]
    var places = Place.views.map { Place($0) } + [Place(.actions, filter: "phase:検証中"), Place(revision: 2)]
    for kind in RecordKind.allCases {
      if let record = try reader.records(of: kind).first { places.append(Place(record: record.key)) }
    }
    var all: Set<String> = []
    for place in places {
      let narrow = try digest(place, ItemListOptions(), 80, .ja)
      #expect(try digest(place, ItemListOptions(), 120, .en) == narrow, "\(place.viewArgument)")
      #expect(try digest(place, table, 200, .ja) == narrow, "\(place.viewArgument)")
      all.insert(narrow)
    }
    #expect(all.count == places.count)
  }

  @Test(
    "A timeline's digest of the records is the same at every width and in every order, and moves with the comparison")
  func timelineDigests() throws {
    let (_, reader) = try Scenario.Store.sample.shared()
    func digest(_ change: (inout SnapshotOrder) -> Void) throws -> String {
      var order = SnapshotOrder(place: Place(.actions), width: 80)
      order.options.layout = .timeline
      change(&order)
      var text = ""
      try ViewSnapshot(order: order, settings: Settings(today: Scenario.today)) { try reader.answer($0) }
        .write { text += $0 }
      return try #require(SnapshotSeal(of: text)).recordsDigest
    }
    let plain = try digest { _ in }
    #expect(try digest { $0.width = 200 } == plain)
    #expect(try digest { $0.options.firstYear = 2031 } == plain)
    #expect(
      try digest {
        $0.options.sort = .title
        $0.options.grouping = nil
      } == plain)
    #expect(try digest { $0.options.layout = .table } != plain)
    #expect(try digest { $0.since = 1 } != plain)
  }

  @Test("A timeline of Osaka is as kept under snapshots/", arguments: [80, 120])
  func timeline(width: Int) throws {
    let (_, reader) = try Scenario.Store.osaka.shared()
    var order = SnapshotOrder(place: Place(.actions), since: 20, width: width)
    order.options.layout = .timeline
    var text = ""
    try ViewSnapshot(order: order, settings: Settings(today: Scenario.today)) { try reader.answer($0) }
      .write { text += $0 }
    try Golden.expect(text, at: "text/\(width)/actions-timeline.txt")
  }

  @Test("The digest of the records moves with everything that the overview shows")
  func overviewDigest() throws {
    func lines(_ change: (inout Overview) -> Void) throws -> String {
      let (_, reader) = try Scenario.Store.sample.shared()
      var answer = try reader.answer(Question(.overview, today: Scenario.today))
      guard case .overview(var overview) = answer.content else { return "" }
      change(&overview)
      answer.content = .overview(overview)
      var digest = RecordsDigest()
      try digest.add(answer)
      return digest.hex
    }
    let digests = [
      try lines { _ in }, try lines { $0.strategy = nil }, try lines { $0.plan = nil },
      try lines { $0.otherPillars[nil] += 1 }, try lines { $0.withoutDepartment += 1 },
      try lines { $0.contradictionCount += 1 }, try lines { $0.statedPhases += 1 },
    ]
    #expect(Set(digests).count == digests.count)
  }

  @Test("Nothing of the data steers a terminal, wherever it stands in the snapshot")
  func unsafeText() throws {
    let poison = "一\u{1B}]0;x\u{7}\n二\u{202E}三\u{9B}2J"
    let records: [Record] = [
      .city(City(id: "c", name: poison, headquarters: poison, title: poison, source: Source(nil))),
      .item(ActionItem(id: "i", title: poison, department: poison)),
    ]
    let draft = RevisionDraft(
      effective: Scenario.today, recorded: "2026-11-23T00:00:00Z", author: poison, title: poison,
      changes: records.map(RecordChange.put))
    let (_, reader) = try Ledger.inMemory(revisions: [draft])
    for view in ["overview", "actions", "actions/i", "updates", "updates/r1"] {
      var place = try #require(Place(viewArgument: view))
      if view == "actions" { place.filter = "\"\u{1B}]0;x\u{7}\"" }
      var text = ""
      try ViewSnapshot(order: SnapshotOrder(place: place, width: 80), settings: Settings(today: Scenario.today)) {
        try reader.answer($0)
      }.write { text += $0 }
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        #expect(line.unicodeScalars.allSatisfy(SafeText.isSafe), "\(view): \(line.debugDescription)")
      }
      #expect(text.hasPrefix("一␛]0;x␇␊二<U+202E>三<U+009B>2J  "))
      #expect(SnapshotSeal(of: text)?.isBodyIntact == true)
    }
  }

  @Test("A long list is written page by page, each item once and in order")
  func pages() throws {
    let items = (1...700).map { ActionItem(id: "i\($0)", title: "取組 \($0)", phase: .operating) }
    let draft = RevisionDraft(
      effective: Scenario.today, recorded: "2026-11-23T00:00:00Z", author: "試験", title: "多数",
      changes: items.map { .put(.item($0)) })
    let (_, reader) = try Ledger.inMemory(revisions: [draft])
    for layout in ItemListOptions.Layout.allCases {
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

  @Test("A pillar with more items than are shown says how many there are")
  func largePillar() throws {
    var records = (1...2_001).map { Record.item(ActionItem(id: "i\($0)", title: "取組 \($0)", pillar: "p")) }
    records.append(.pillar(Pillar(id: "p", strategy: "s", order: 1, name: "柱", source: Source(nil))))
    records.append(.item(ActionItem(id: "old", title: "前の取組", legacyPillar: "p")))
    let draft = RevisionDraft(
      effective: Scenario.today, recorded: "2026-11-23T00:00:00Z", author: "試験", title: "多数",
      changes: records.map(RecordChange.put))
    let (_, reader) = try Ledger.inMemory(revisions: [draft])
    let place = try #require(Place(viewArgument: "pillars/p"))
    var text = ""
    try ViewSnapshot(order: SnapshotOrder(place: place, width: 80), settings: Settings(today: Scenario.today)) {
      try reader.answer($0)
    }.writePlain { text += $0 }
    #expect(text.contains("\n取組            2,002件\n"))
    #expect(text.contains("\n取組  2,002件\nはじめの2,000件を表示しています\n"))
  }

  @Test("Numbers beyond all measure are shown on every view", arguments: ItemListOptions.Layout.allCases)
  func vastNumbers(layout: ItemListOptions.Layout) throws {
    let kpi = KPI(id: "k", name: "率", baseline: -1e308, targets: [Target(id: "t", due: nil, value: 1)])
    let years = [2020, Int.max]
    let budgets = years.map { Budget(id: "b\($0)", year: FiscalYear($0), yen: Int.max) }
    let records: [Record] = [
      .item(ActionItem(id: "i", title: "一", kpis: [kpi], budgets: budgets)),
      .item(ActionItem(id: "j", title: "二", kpis: [kpi], budgets: budgets)),
      .measurement(Measurement(id: "m", item: "i", kpi: "k", date: nil, value: 1e30)),
      .measurement(Measurement(id: "n", item: "j", kpi: "k", date: nil, value: 1e308)),
      .figure(Figure(id: "f", name: "額", value: 1e30, unit: "円", source: Source(nil))),
    ]
    let draft = RevisionDraft(
      effective: Scenario.today, recorded: "2026-11-23T00:00:00Z", author: "試験", title: "巨大",
      changes: records.map(RecordChange.put))
    let (_, reader) = try Ledger.inMemory(revisions: [draft])
    var options = ItemListOptions()
    options.layout = layout
    for view in ["overview", "actions", "actions/i", "actions/j", "documents"] {
      let place = try #require(Place(viewArgument: view))
      let order = SnapshotOrder(place: place, options: options, width: 80)
      var text = ""
      try ViewSnapshot(order: order, settings: Settings(today: Scenario.today)) { try reader.answer($0) }
        .writePlain { text += $0 }
      #expect(!text.isEmpty)
      if view == "actions/i" { #expect(text.contains("100万%超")) }
      if view == "documents" { #expect(text.contains("1e+30円")) }
    }
  }
}
