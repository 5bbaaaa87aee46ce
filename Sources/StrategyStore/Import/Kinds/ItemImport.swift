import StrategyModel

/// A row of the items table → the item, and the measurement and review that the row reports.
///
/// What the table cannot say (events, schedule, further KPIs, further targets) stays as the store has it.
struct ItemImport {
  let workspace: ImportWorkspace
  let row: RowReader

  func read() {
    guard let id = row.identifier(.id) else {
      _ = row.required(.title)
      return
    }
    let title = row.required(.title)
    guard workspace.isFirst(id, of: .items, row: row, field: .id) else { return }
    let stored = workspace.item(id)
    guard stored != nil || workspace.isApart(id, .item, row: row) else { return }
    var item = stored ?? ActionItem(id: id, title: title ?? "")
    item.title = title ?? item.title
    readFields(&item)
    let kpi = readKPI(&item)
    readBudget(&item)
    let measurement = if let kpi { readMeasurement(kpi, of: item) } else { nil as Measurement? }
    let review = readReview(of: item)
    // After all else that asks the item: so it is handed over and not copied.
    workspace.put(.item(item))
    if let measurement { workspace.put(.measurement(measurement)) }
    if let review { workspace.put(.review(review)) }
  }

  private func readFields(_ item: inout ActionItem) {
    item.reading = row.text(.reading).applied(to: item.reading)
    readPillar(&item)
    let department = row.text(.department).applied(to: item.department)
    if department != item.department {
      item.department = department
      item.departmentSource = nil
      item.departmentRole = nil
    }
    let phase = row.choice(.phase, ImportWording.phase) { Phase(writtenName: $0) ?? Phase(name: Folding.name($0)) }
    item.phase = phase.applied(to: item.phase)
    item.start = row.partialDate(.start, keeping: [item.start]).applied(to: item.start)
    item.end = row.partialDate(.end, keeping: [item.end]).applied(to: item.end)
    let summary = row.text(.summary).applied(to: item.summary)
    if summary != item.summary {
      item.summary = summary
      item.isSummaryOurs = false
    }
    let source = row.text(.source).applied(to: item.source.address)
    if source != item.source.address { item.source = Source(source) }
  }

  private func readPillar(_ item: inout ActionItem) {
    let pillar: String?
    switch row.word(.pillar) {
    case .absent: return
    case .empty: pillar = nil
    case .value(let text):
      guard let found = workspace.pillarID(text, row: row) else { return }
      pillar = found
    }
    guard pillar != item.pillar else { return }
    item.pillar = pillar
    item.pillarConfidence = .stated
  }

  private func readBudget(_ item: inout ActionItem) {
    let year = row.fiscalYear(.fiscalYear)
    switch row.yen(.budget) {
    case .absent: return
    case .empty:
      if case .value(let year) = year { item.budgets.removeAll { $0.year == year } }
      if case .empty = year { item.budgets = [] }
    case .value(let yen):
      guard let year = year.value else {
        // A year that was written but could not be read is a fault already.
        if row.word(.fiscalYear).value == nil { row.fault(.budget, ImportWording.fiscalYearMissing) }
        return
      }
      let places = item.budgets.indices.filter { item.budgets[$0].year == year }
      if places.reduce(0, { $0 &+ item.budgets[$1].yen }) == yen, !places.isEmpty { return }
      switch places.count {
      case 0:
        item.budgets.append(Budget(id: Budget.id(of: item, in: year), year: year, yen: yen, source: item.source))
      case 1: item.budgets[places[0]].yen = yen
      default: row.fault(.budget, ImportWording.severalBudgets(year))
      }
    }
  }

  private func readMeasurement(_ kpi: KPI, of item: ActionItem) -> Measurement? {
    guard case .value(let value) = row.number(.actual, unit: kpi.unit) else { return nil }
    let known = workspace.measurements(of: kpi, in: item.id)
    // The table gives no date, so a value that is the latest already is not measured anew.
    if known.latest?.value == value { return nil }
    let date = PartialDate.day(workspace.options.effective)
    var measurement =
      known.first { $0.date == date }
      ?? Measurement(
        id: Measurement.id(of: kpi, in: item, on: date), item: item.id, kpi: kpi.id, date: date, value: value,
        note: ImportWording.measuredOnImport, source: Source(item.source.address))
    measurement.value = value
    return measurement
  }

  private func readReview(of item: ActionItem) -> Review? {
    guard case .value(let date) = row.date(.reviewed) else { return nil }
    if workspace.reviews(of: item.id).contains(where: { $0.date == date }) { return nil }
    return Review(id: Review.id(of: item, on: date), item: item.id, date: date)
  }
}

extension Phase {
  /// A name as we write it ourselves: nothing has to be folded.
  fileprivate init?(writtenName: String) {
    guard let phase = Phase.allCases.first(where: { $0.name == writtenName }) else { return nil }
    self = phase
  }
}
