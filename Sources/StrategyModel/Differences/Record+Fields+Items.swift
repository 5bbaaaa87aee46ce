extension ActionItem {
  func list(_ list: inout FieldList) {
    list.text("title", title)
    list.text("reading", reading)
    listPhase(&list)
    list.text("summary", summary)
    list.flag("isSummaryOurs", isSummaryOurs)
    list.record("pillar", pillar, pillarConfidence)
    list.record("legacyPillar", legacyPillar, legacyPillarConfidence)
    if legacyPillar == nil { list.confidence("legacyPillarConfidence", legacyPillarConfidence) }
    list.record("framework", framework)
    list.text("planRelation", planRelation)
    list.text("department", department)
    list.text("departmentRole", departmentRole)
    list.source(departmentSource, at: ["departmentSource"], "sourceOfDepartment")
    list.date("start", start)
    list.date("end", end)
    for kpi in kpis { kpi.list(&list) }
    for entry in schedule {
      let path = ["schedule", entry.id]
      list.text("schedule", entry.text, of: [.year(entry.year)], at: path)
      // The year stands in the label already; it is a field of its own for an entry that moves to another year.
      list.add("schedule", .year(entry.year), of: [.text(entry.text)], at: path + ["year"], isDetail: true)
      list.source(entry.source, of: [.year(entry.year)], at: path)
    }
    for budget in budgets {
      let path = ["budgets", budget.id]
      // What a sum is for stands beside it, not as one more change of every sum that is new.
      let purpose = budget.purpose.map { [FieldValue.text($0)] } ?? []
      list.add("budgets", .yen(budget.yen), of: [.year(budget.year)] + purpose, at: path)
      list.add("budgets", .year(budget.year), of: [.yen(budget.yen)], at: path + ["year"], isDetail: true)
      list.text("note", budget.purpose, of: [.year(budget.year)], at: path + ["purpose"], isDetail: true)
      list.source(budget.source, of: [.year(budget.year)], at: path)
    }
    for event in events {
      let path = ["events", event.id]
      list.text("events", event.text, of: [.date(event.date)], at: path)
      list.add("events", .date(event.date), of: [.text(event.text)], at: path + ["date"], isDetail: true)
      list.source(event.source, of: [.date(event.date)], at: path)
    }
    list.text("note", note)
  }

  /// The phase as it is shown; an inferred one behind an official one is a field of its own.
  private func listPhase(_ list: inout FieldList) {
    list.add("phase", shownPhase.map { .phase($0, isDerived: isPhaseDerived) })
    guard let derived = derivedPhase else { return }
    if phase != nil { list.add("derivedPhase", .phase(derived.phase, isDerived: true)) }
    list.add("phaseAsOf", derived.asOf.map(FieldValue.date), at: ["derivedPhase", "asOf"])
    list.text("phaseBasis", derived.basis, at: ["derivedPhase", "basis"])
    list.source(derived.source, at: ["derivedPhase"], "phaseSource")
  }
}

extension KPI {
  fileprivate func list(_ list: inout FieldList) {
    let path = ["kpis", id]
    let part = [FieldValue.text(name)]
    func number(_ value: Double) -> FieldValue { .number(value, unit: unit, isApproximate: isApproximate) }
    list.text("kpis", name, at: path)
    list.add("baseline", baseline.map(number), of: part, at: path + ["baseline"])
    list.add("baseline", baselineDate.map(FieldValue.date), of: part, at: path + ["baselineDate"])
    // Where no number shows the unit, it would change unseen.
    list.text("unit", unit, of: part, at: path + ["unit"], isDetail: true)
    list.add("isApproximate", .flag(isApproximate), of: part, at: path + ["isApproximate"], isDetail: true)
    for target in targets {
      let own = path + ["targets", target.id]
      let dated = part + (target.due.map { [.date($0)] } ?? [])
      list.add("targets", target.value.map(number), of: dated, at: own)
      list.add("due", target.due.map(FieldValue.date), of: part, at: own + ["due"], isDetail: target.value != nil)
      list.text("note", target.note, of: dated, at: own + ["note"])
      list.source(target.source, of: dated, at: own)
    }
    list.text("note", note, of: part, at: path + ["note"])
    list.source(source, of: part, at: path)
  }
}
