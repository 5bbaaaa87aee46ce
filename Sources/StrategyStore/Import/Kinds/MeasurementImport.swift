import StrategyModel
import TextSearch

/// A row of the measurements table. Item, KPI and date are its identity.
struct MeasurementImport {
  let workspace: ImportWorkspace
  let row: RowReader

  func read() {
    let item = row.knownItem(workspace)
    let kpi = item.flatMap(knownKPI)
    if row.text(.kpi).value == nil { row.fault(.kpi, ImportWording.required) }
    let known = kpi.map { kpi in item.map { workspace.measurements(of: kpi, in: $0.id) } ?? [] } ?? []
    let date = row.partialDate(.date, keeping: known.map(\.date))
    let value = row.number(.value, unit: kpi == nil ? "%" : kpi?.unit)
    if row.word(.value).value == nil { row.fault(.value, ImportWording.required) }
    guard let item, let kpi, let value = value.value, row.word(.date).value == nil || date.value != nil else { return }

    let id = Measurement.id(of: kpi, in: item, on: date.value)
    guard workspace.isFirst(id, of: .measurements, row: row, field: .item) else { return }
    var measurement =
      known.first { $0.date == date.value }
      ?? Measurement(id: id, item: item.id, kpi: kpi.id, date: date.value, value: value)
    measurement.value = value
    let source = row.text(.source).applied(to: measurement.source.address)
    if source != measurement.source.address { measurement.source = Source(source) }
    workspace.put(.measurement(measurement))
  }

  private func knownKPI(of item: ActionItem) -> KPI? {
    guard case .value(let text) = row.text(.kpi) else { return nil }
    let wanted = Folding.name(text)
    if let kpi = item.kpis.first(where: { $0.id == text }) { return kpi }
    let exact = item.kpis.filter { $0.name == text }
    let found = exact.isEmpty ? item.kpis.filter { Folding.name($0.name) == wanted } : exact
    if found.count > 1 {
      row.fault(.kpi, ImportWording.kpiNamesakes(text, ids: found.map(\.id)))
      return nil
    }
    if let kpi = found.first { return kpi }
    let nearest = NearestName.of(text, among: item.kpis.map(\.name)) ?? item.kpis.first?.name
    row.fault(.kpi, ImportWording.unknownKPI(text, item: item.id, nearest: nearest))
    return nil
  }
}

/// A row of the reviews table. Item and date are its identity.
struct ReviewImport {
  let workspace: ImportWorkspace
  let row: RowReader

  func read() {
    let item = row.knownItem(workspace)
    let date = row.requiredDate(.date)
    guard let item, let date else { return }
    let id = Review.id(of: item, on: date)
    guard workspace.isFirst(id, of: .reviews, row: row, field: .item) else { return }
    var review =
      workspace.reviews(of: item.id).first { $0.date == date } ?? Review(id: id, item: item.id, date: date)
    review.reviewer = row.text(.reviewer).applied(to: review.reviewer)
    review.note = row.text(.note).applied(to: review.note)
    workspace.put(.review(review))
  }
}

extension RowReader {
  /// The item that a row names by its id.
  func knownItem(_ workspace: ImportWorkspace) -> ActionItem? {
    guard let id = identifier(.item) else { return nil }
    if let item = workspace.item(id) { return item }
    fault(.item, ImportWording.unknown("取組", id, nearest: workspace.nearestItem(to: id)))
    return nil
  }
}
