import StrategyModel

/// The KPI of a row, and the one target that a row can say.
extension ItemImport {
  private static let fields: [Field] = [.baseline, .target, .actual, .unit, .due]

  /// - Returns: the KPI that the row is about; `nil` when it is about none.
  func readKPI(_ item: inout ActionItem) -> KPI? {
    guard let place = place(in: &item) else {
      // Read them all the same, so that their faults are told too.
      for field in [Field.baseline, .target, .actual] { _ = row.number(field, unit: row.word(.unit).value ?? "%") }
      _ = row.partialDate(.due, keeping: [])
      return nil
    }
    item.kpis[place].unit = row.text(.unit).applied(to: item.kpis[place].unit)
    let unit = item.kpis[place].unit
    item.kpis[place].baseline = row.number(.baseline, unit: unit).applied(to: item.kpis[place].baseline)
    readTarget(&item.kpis[place])
    return item.kpis[place]
  }

  private func place(in item: inout ActionItem) -> Int? {
    var saysMore: Bool { ItemImport.fields.contains { row.word($0).value != nil } }
    switch row.text(.kpi) {
    case .value(let name):
      if let place = item.kpis.firstIndex(where: { $0.name == name })
        ?? item.kpis.firstIndex(where: { Folding.name($0.name) == Folding.name(name) })
      {
        return place
      }
      item.kpis.append(KPI(id: freeID(in: item), name: name, source: item.source))
      return item.kpis.count - 1
    case .empty:
      if saysMore { row.fault(.kpi, ImportWording.kpiNameMissing) } else { item.kpis = [] }
      return nil
    case .absent:
      if item.kpis.count == 1 { return 0 }
      if saysMore {
        let field = ItemImport.fields.first { row.word($0).value != nil } ?? .kpi
        row.fault(field, item.kpis.isEmpty ? ImportWording.kpiNameMissing : ImportWording.kpiAmbiguous)
      }
      return nil
    }
  }

  private func freeID(in item: ActionItem) -> String {
    var number = 1
    while item.kpis.contains(where: { $0.id == KPI.id(number, of: item) }) { number += 1 }
    return KPI.id(number, of: item)
  }

  /// The target of the row's due date; another date is another target, so no earlier one is lost.
  private func readTarget(_ kpi: inout KPI) {
    let value = row.number(.target, unit: kpi.unit)
    let due = row.partialDate(.due, keeping: kpi.targets.map(\.due))
    if value.isAbsent && due.isAbsent { return }
    if row.word(.due).value != nil, due.value == nil { return }
    if row.word(.target).value != nil, value.value == nil { return }
    guard let place = targetPlace(due, in: kpi) else {
      guard kpi.targets.count < 2 || due.value != nil else {
        row.fault(.target, ImportWording.dueMissing)
        return
      }
      guard value.value != nil || due.value != nil else { return }
      kpi.targets.append(Target(id: freeID(in: kpi), due: due.value, value: value.value, source: kpi.source))
      return
    }
    if case .empty = value, due.value == nil, !due.isAbsent {
      kpi.targets.remove(at: place)
      return
    }
    kpi.targets[place].value = value.applied(to: kpi.targets[place].value)
    kpi.targets[place].due = due.applied(to: kpi.targets[place].due)
  }

  private func targetPlace(_ due: Entry<PartialDate>, in kpi: KPI) -> Int? {
    switch due {
    case .value(let date): kpi.targets.firstIndex { $0.due == date }
    case .empty: kpi.targets.firstIndex { $0.due == nil } ?? (kpi.targets.count == 1 ? 0 : nil)
    case .absent: kpi.targets.count == 1 ? 0 : nil
    }
  }

  private func freeID(in kpi: KPI) -> String {
    var number = 1
    while kpi.targets.contains(where: { $0.id == Target.id(number, of: kpi) }) { number += 1 }
    return Target.id(number, of: kpi)
  }
}
