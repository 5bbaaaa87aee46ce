import StrategyModel

/// Writes one kind of record as the table that an import of that kind reads.
///
/// Of an item's KPIs, targets and budgets the table holds one each: the first KPI with the target in force and its
/// latest measurement, and the latest budget. What it does not hold stays as it is when the table comes back.
public struct KindExport<Context: ImportContext> {
  private let context: Context
  private let date: CivilDate
  private let workspace: ImportWorkspace

  /// - Parameter date: the day for which targets are in force.
  public init(context: Context, on date: CivilDate) throws(Context.Failure) {
    self.context = context
    self.date = date
    var frameworks: [Record] = []
    for kind in [RecordKind.strategy, .pillar, .body] { frameworks += try context.records(of: kind) }
    workspace = ImportWorkspace(
      options: ImportOptions(effective: date), kinds: [], frameworks: frameworks, knownIDs: [:])
  }

  /// Hands the table over in pieces, so that it never stands in memory whole.
  public func write(_ kind: ImportKind, to output: (String) throws -> Void) throws {
    guard let recordKind = kind.recordKind else { return }
    let headings = kind.columns.map { CSVWriting.Cell.text($0.heading) }
    try output(CSVWriting.byteOrderMark + CSVWriting.row(headings))
    let ids = try context.ids(of: recordKind)
    for start in stride(from: 0, to: ids.count, by: 1_000) {
      let batch = Array(ids[start..<min(start + 1_000, ids.count)])
      let records = try context.records(batch.map { RecordKey(recordKind, $0) })
      try prepare(records)
      let byKey = Dictionary(records.map { ($0.key.id, $0) }) { first, _ in first }
      var text = ""
      for id in batch {
        guard let record = byKey[id], let cells = cells(record) else { continue }
        text += CSVWriting.row(kind.columns.map { cells[$0.field] ?? .text(nil) })
      }
      try output(text)
    }
  }

  private func prepare(_ records: [Record]) throws {
    var items: Set<String> = []
    for record in records {
      switch record {
      case .item(let value): items.insert(value.id)
      case .measurement(let value): items.insert(value.item)
      default: break
      }
    }
    guard !items.isEmpty else { return workspace.remember([], measurements: [], reviews: []) }
    let ids = items.sorted()
    workspace.remember(
      try context.records(ids.map { RecordKey(.item, $0) }), measurements: try context.measurements(ofItems: ids),
      reviews: try context.reviews(ofItems: ids))
  }

  private func cells(_ record: Record) -> [Field: CSVWriting.Cell]? {
    switch record {
    case .item(let value): cells(value)
    case .pillar(let value):
      [
        .id: .text(value.id), .title: .text(value.name), .strategy: .text(value.strategy), .order: .whole(value.order),
        .theme: .text(value.theme),
      ]
    case .meeting(let value): cells(value)
    case .update(let value):
      [
        .id: .text(value.id), .list: .text(value.list.name), .date: .text(value.date.iso),
        .title: .text(value.title), .action: .text(value.action.name), .related: .list(value.related),
      ]
    case .measurement(let value): cells(value)
    case .review(let value):
      [
        .item: .text(value.item), .date: .text(value.date.iso), .reviewer: .text(value.reviewer),
        .note: .text(value.note),
      ]
    default: nil
    }
  }

  private func cells(_ item: ActionItem) -> [Field: CSVWriting.Cell] {
    let kpi = item.kpis.first
    let inForce = kpi?.target(inForceOn: date) ?? kpi?.targets.first
    // A row's due date finds the first target of that date when the table comes back.
    let target = kpi?.targets.first { $0.due == inForce?.due }
    let year = item.budgets.map(\.year).max()
    let yen = item.budgets.filter { $0.year == year }.reduce(0) { $0 &+ $1.yen }
    return [
      .id: .text(item.id), .title: .text(item.title), .reading: .text(item.reading),
      .pillar: .text(item.pillar.map(pillarName)), .department: .text(item.department),
      .phase: .text(item.phase?.name), .start: .text(item.start?.code), .end: .text(item.end?.code),
      .summary: .text(item.summary), .kpi: .text(kpi?.name), .baseline: .number(kpi?.baseline),
      .target: .number(target?.value),
      .actual: .number(kpi.flatMap { workspace.measurements(of: $0, in: item.id).latest?.value }),
      .unit: .text(kpi?.unit), .due: .text(target?.due?.code), .fiscalYear: .whole(year?.year),
      .budget: .whole(year == nil ? nil : yen),
      .reviewed: .text(workspace.reviews(of: item.id).map(\.date).max()?.iso), .source: .text(item.source.address),
    ]
  }

  /// The name, where it finds the same pillar again; else the id.
  private func pillarName(_ id: String) -> String {
    guard let pillar = workspace.pillars.first(where: { $0.id == id }) else { return id }
    return workspace.pillarID(named: pillar.name) == id ? pillar.name : id
  }

  private func cells(_ meeting: Meeting) -> [Field: CSVWriting.Cell] {
    let body = workspace.bodies.filter { $0.name == workspace.bodies.first { $0.id == meeting.body }?.name }
    return [
      .id: .text(meeting.id), .body: .text(body.count == 1 ? body[0].name : meeting.body),
      .number: .whole(meeting.number), .date: .text(meeting.date.iso), .agenda: .list(meeting.agenda.map(\.title)),
      .decisions: .list(meeting.decisions.map(\.text)), .documents: .list(meeting.documents.map(\.title)),
      .attendees: .list(meeting.attendees), .items: .list(meeting.items), .note: .text(meeting.note),
    ]
  }

  private func cells(_ value: Measurement) -> [Field: CSVWriting.Cell] {
    let kpis = workspace.item(value.item)?.kpis ?? []
    let name = kpis.first { $0.id == value.kpi }?.name
    let isUnique = kpis.count { $0.name == name } == 1
    return [
      .item: .text(value.item), .kpi: .text(isUnique ? name : value.kpi), .date: .text(value.date?.code),
      .value: .number(value.value), .source: .text(value.source.address),
    ]
  }
}
