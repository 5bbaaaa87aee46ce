import StrategyModel

@testable import StrategyStore

/// A store in memory: what an import sees of one, and the effect of a plan on it.
struct MemoryStore: ImportContext {
  var records: [RecordKey: Record] = [:]
  var order: [RecordKey] = []
  var chain: [BundleRevision] = []

  init(_ records: [Record] = []) {
    for record in records { put(record) }
  }

  mutating func put(_ record: Record) {
    if records.updateValue(record, forKey: record.key) == nil { order.append(record.key) }
  }

  mutating func apply(_ plan: ImportPlan) throws {
    for change in try plan.changes {
      switch change {
      case .put(let record): put(record)
      case .retire(let key):
        records[key] = nil
        order.removeAll { $0 == key }
      }
    }
  }

  func headNumber() -> Int { chain.count }
  func records(of kind: RecordKind) -> [Record] { order.filter { $0.kind == kind }.compactMap { records[$0] } }
  func records(_ keys: [RecordKey]) -> [Record] { keys.compactMap { records[$0] } }
  func ids(of kind: RecordKind) -> [String] { order.filter { $0.kind == kind }.map(\.id) }
  func revisions() -> [Revision] { chain.map(\.revision) }

  func measurements(ofItems ids: [String]) -> [Measurement] {
    records(of: .measurement).compactMap { record in
      if case .measurement(let value) = record, ids.contains(value.item) { value } else { nil }
    }
  }

  func reviews(ofItems ids: [String]) -> [Review] {
    records(of: .review).compactMap { record in
      if case .review(let value) = record, ids.contains(value.item) { value } else { nil }
    }
  }

  func item(_ id: String) -> ActionItem? {
    if case .item(let item)? = records[RecordKey(.item, id)] { item } else { nil }
  }

  /// A city of two strategies, two pillars of the same name, a body, and three items.
  static let sample = MemoryStore(SampleRecords.all)

  /// The faults' texts, or an empty list when the text imports.
  func faults(_ name: String, _ text: String, kind: ImportKind? = nil, createsPillars: Bool = false) -> [String] {
    switch read(name, text, kind: kind, createsPillars: createsPillars) {
    case .success: []
    case .failure(let faults): faults.lines
    }
  }

  func read(
    _ name: String, _ text: String, kind: ImportKind? = nil, createsPillars: Bool = false, replaces: Bool = false
  ) -> Result<ImportPlan, ImportFaults> {
    let options = ImportOptions(
      kind: kind, replaces: replaces, createsPillars: createsPillars, effective: SampleRecords.today)
    return ImportPlan.read([ImportFile(name: name, bytes: Array(text.utf8))], options: options, context: self)
  }
}

extension ImportPlan {
  /// What a plan of changes would write; empty for a bundle's revisions.
  var changes: [RecordChange] {
    get throws {
      guard case .changes(let changes) = content else { return [] }
      return try changes.all()
    }
  }
}

enum SampleRecords {
  static let today = CivilDate(dayNumber: 18_480)  // 2020-08-06

  static var all: [Record] {
    let source = Source("https://example.jp/plan.pdf", confidence: .stated, more: ["p.3"])
    let kpi = KPI(
      id: "A-1/kpi1", name: "オンライン手続き数", unit: "手続き", baseline: 0,
      targets: [
        Target(id: "t1", due: .year(2019), value: 100),
        Target(id: "t2", due: .fiscalYear(FiscalYear(2021)), value: 500),
        Target(id: "t3", due: .words("2030年代"), value: nil),
      ], source: source)
    let rate = KPI(id: "A-2/kpi1", name: "満足度", unit: "%", baseline: 62.5, targets: [], source: source)
    return [
      .strategy(
        Strategy(id: "s1", title: "ICT戦略", edition: "初版", adopted: .year(2016), status: .superseded, source: source)),
      .strategy(
        Strategy(id: "s2", title: "ICT戦略", edition: "第2版", adopted: .year(2018), status: .inForce, source: source)),
      .pillar(Pillar(id: "s1-1", strategy: "s1", order: 1, name: "データ活用社会の実現", source: source)),
      .pillar(
        Pillar(id: "s2-1", strategy: "s2", order: 1, name: "データ活用社会の実現", theme: "データドリブン", source: source)),
      .pillar(Pillar(id: "s2-2", strategy: "s2", order: 2, name: "スマートシティの推進", theme: "スマートシティ", source: source)),
      .body(MeetingBody(id: "hq", name: "ICT戦略本部", source: source)),
      .item(
        ActionItem(
          id: "A-1", title: "窓口のオンライン化, \"第1期\"", reading: "まどぐち", pillar: "s1-1", pillarConfidence: .derived,
          department: "ICT戦略室", phase: .verifying, start: .words("平成の終わり"), end: .month(year: 2022, month: 3),
          summary: "=1+1\n２行目 ", isSummaryOurs: true, kpis: [kpi, rate],
          budgets: [
            Budget(id: "b1", year: FiscalYear(2019), yen: 5_000_000), Budget(id: "b2", year: FiscalYear(2020), yen: 7),
            Budget(id: "b3", year: FiscalYear(2020), yen: 8),
          ], events: [ItemEvent(id: "e1", date: .year(2019), text: "開始")], source: source)),
      .item(ActionItem(id: "A-2", title: "'＝見出し", pillar: "s2-1", kpis: [rate], source: Source(nil))),
      .item(ActionItem(id: "漢字-3", title: "-7", pillar: "s2-2")),
      .measurement(
        Measurement(id: "m1", item: "A-1", kpi: "A-1/kpi1", date: .month(year: 2020, month: 3), value: -12.5)),
      .measurement(Measurement(id: "m2", item: "A-2", kpi: "A-2/kpi1", date: .words("令和の初め"), value: 0.1)),
      .review(Review(id: "r1", item: "A-1", date: today, reviewer: "CIO", note: "@所見;あり")),
      .meeting(
        Meeting(
          id: "m-1", body: "hq", number: 3, title: "第3回ICT戦略本部", date: today,
          agenda: [AgendaItem("改訂; 案", items: ["A-1"], source: source), AgendaItem("報告\\2")],
          decisions: [Decision("決定")], documents: [MeetingDocument("資料1", source: source)],
          attendees: ["市長", "副市長"], items: ["A-1", "漢字-3"], minutes: "議事", note: "備考", source: source)),
      .update(
        UpdateEntry(
          id: "u-1", list: .news, order: 4, date: today, title: "掲載しました", action: .posted,
          related: ["A-1", "どこにもない"], relatedConfidence: .derived)),
    ]
  }
}
