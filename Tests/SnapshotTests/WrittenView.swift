import Dashboard
import Foundation
import StrategyModel
import StrategyStore
import TestSupport
import Testing

@testable import Snapshot

/// A view written out in a format.
struct WrittenView {
  let text: String
  let outcome: ViewSnapshot.Outcome

  init(
    _ view: String, _ format: SnapshotFormat, from reader: StoreReader, filter: String = "", since: Int? = nil,
    options: ItemListOptions = ItemListOptions(), width: Int = 100, page: Int? = nil, language: Language = .ja
  ) throws {
    try self.init(
      try #require(Place(viewArgument: view)), format, from: reader, filter: filter, since: since, options: options,
      width: width, page: page, language: language)
  }

  init(
    _ place: Place, _ format: SnapshotFormat, from reader: StoreReader, filter: String = "", since: Int? = nil,
    options: ItemListOptions = ItemListOptions(), width: Int = 100, page: Int? = nil, language: Language = .ja
  ) throws {
    var place = place
    place.filter = filter
    let order = SnapshotOrder(
      place: place, options: options, since: since, width: width, format: format, page: page)
    var text = ""
    outcome = try ViewSnapshot(order: order, settings: Settings(today: Scenario.today, language: language)) {
      try reader.answer($0)
    }.write { text += $0 }
    self.text = text
  }

  static let views = [
    "overview", "pillars", "actions", "meetings", "updates", "documents", "updates/r2", "diff/r1..r8",
  ]

  /// All views, a difference, and one record of every kind that the store has.
  static func places(of reader: StoreReader) throws -> [Place] {
    try views.compactMap { Place(viewArgument: $0) }
      + RecordKind.allCases.compactMap { kind in try reader.records(of: kind).first.map { Place(record: $0.key) } }
  }

  var lines: [String] { text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
}

/// A store in which every text is hostile.
enum HostileStore {
  static let markup =
    "<script>alert(1)</script><img src=x onerror=alert(1)> & \"'> ![x](https://evil.example/p.png) [y](javascript:alert(1)) "
    + "`code` **b** _i_ ~~s~~ | a@example.jp www.example.jp &amp; &#x41; <!-- --> ]]> </style></title></text></metadata>"
  static let control = "一\u{1B}]0;x\u{7}二\u{202E}三\u{9B}2J四\u{200B}五\u{FFFE}六\u{E0041}"

  static func make(_ text: String) throws -> StoreReader {
    let source = Source(text, more: [text])
    let kpi = KPI(id: "k", name: text, unit: text, targets: [Target(id: "t", due: .words(text), value: 1, note: text)])
    let day = CivilDate(dayNumber: 20_000)
    let records: [Record] = [
      .city(City(id: "c", name: text, headquarters: text, title: text, aim: text, note: text, source: source)),
      .strategy(
        Strategy(id: "s", title: text, edition: text, adopted: nil, status: .inForce, note: text, source: source)),
      .pillar(Pillar(id: "p", strategy: "s", order: 1, name: text, theme: text, note: text, source: source)),
      .item(
        ActionItem(
          id: "i", title: text, reading: text, pillar: "p", department: text, phase: .operating, summary: text,
          kpis: [kpi], budgets: [Budget(id: "b", year: FiscalYear(2020), yen: 1, purpose: text)],
          events: [ItemEvent(id: "e", date: .day(day), text: text)], note: text, source: source)),
      .meeting(
        Meeting(
          id: "m", body: "b", title: text, date: day, agenda: [AgendaItem(text, items: ["i"])],
          decisions: [Decision(text)], attendees: [text], items: ["i"], minutes: text, note: text, source: source)),
      .body(MeetingBody(id: "b", name: text, chair: text, note: text, source: source)),
      .update(UpdateEntry(id: "u", list: .history, date: day, title: text, action: .added, note: text, source: source)),
      .document(Document(id: "d", title: text, kind: text, date: .words(text), note: text, source: source)),
      .term(Term(id: "t", term: text, meaning: text, source: source)),
      .figure(Figure(id: "f", name: text, value: -5, unit: text, source: source)),
      .contact(Contact(id: "o", office: text, address: text, source: source)),
      .contradiction(Contradiction(id: "x", text: text, related: ["i"], note: text, source: source)),
    ]
    let draft = RevisionDraft(
      effective: day, recorded: "2026-11-23T00:00:00Z", author: text, title: text, note: text,
      changes: records.map(RecordChange.put))
    return try Ledger.inMemory(revisions: [draft]).1
  }

  static let views = [
    "overview", "pillars", "actions", "meetings", "updates", "documents", "actions/i", "meetings/m", "documents/d",
    "updates/r1",
  ]
}
