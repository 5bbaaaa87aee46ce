import StrategyModel

extension OsakaStory {
  var items: [SeedEntry] {
    facts.items.map { item in
      let lines = (item.schedule + item.budget).map { day(of: $0.fy, source: $0.source) }
      let own = item.kpi.map(day(of:)) + item.events.map { $0.date?.lastDay }
      return SeedEntry(
        enters: day(item.id),
        changes: lines + own + [
          item.pillar.map(day), item.legacyPillar.map(day), day(OsakaKnowledge.office.body),
          item.phaseDerived?.asOf.lastDay, OsakaKnowledge.notes[item.id]?.lastDay,
        ]
      ) { today in .item(version(of: item, on: today)) }
    }
  }

  private func version(of item: OsakaFacts.Item, on today: CivilDate) -> ActionItem {
    let department = department(of: item, on: today)
    let legacyPillar = item.legacyPillar.flatMap { isKnown($0, on: today) ? $0 : nil }
    return ActionItem(
      id: item.id, title: item.title, framework: item.framework,
      pillar: item.pillar.flatMap { isKnown($0, on: today) ? $0 : nil },
      pillarConfidence: item.pillarConfidence ?? .stated, legacyPillar: legacyPillar,
      legacyPillarConfidence: legacyPillar == nil ? nil : item.legacyPillarConfidence,
      planRelation: item.planRelation.map { facts.meta.planRelationVocab[$0] ?? $0 },
      department: department, departmentRole: department == nil ? nil : item.departmentRole,
      departmentSource: department == nil ? nil : item.departmentSource.map { Source($0) },
      phase: item.phase, derivedPhase: derivedPhase(of: item, on: today),
      summary: item.summary, isSummaryOurs: item.summary != nil, kpis: kpis(of: item, on: today),
      schedule: item.schedule.filter { isKnown($0, on: today) }.map {
        ScheduleEntry(id: $0.id ?? "", year: FiscalYear($0.fy ?? 0), text: $0.text ?? "", source: $0.origin)
      },
      budgets: item.budget.filter { isKnown($0, on: today) }.map {
        Budget(
          id: $0.id ?? "", year: FiscalYear($0.fy ?? 0), yen: $0.amountYen ?? 0, purpose: $0.what, source: $0.origin)
      },
      events: item.events.compactMap { event in
        guard let date = event.date, date.isPast(on: today) else { return nil }
        return ItemEvent(id: event.id ?? "", date: date, text: event.text ?? "", source: event.origin)
      },
      note: note(item.note, of: item.id, on: today),
      source: Source(item.source, confidence: item.confidence ?? .stated, more: item.moreSources))
  }

  /// A department may not bear the name of an office that was not there yet.
  private func department(of item: OsakaFacts.Item, on today: CivilDate) -> String? {
    let office = OsakaKnowledge.office
    guard let name = item.department, name.hasPrefix(office.name) else { return item.department }
    return isKnown(office.body, on: today) ? name : nil
  }

  private func derivedPhase(of item: OsakaFacts.Item, on today: CivilDate) -> DerivedPhase? {
    guard let phase = item.phaseDerived, phase.asOf.isPast(on: today) else { return nil }
    return DerivedPhase(phase.value, asOf: phase.asOf, basis: phase.basis, source: phase.origin)
  }

  private func isKnown(_ line: OsakaFacts.Line, on today: CivilDate) -> Bool {
    day(of: line.fy, source: line.source).map { $0 <= today } ?? true
  }

  /// A measured value is known on its date, a target when its source announced it: never on its due date.
  private func day(of row: OsakaFacts.Row) -> CivilDate? {
    switch row.kind {
    case .target: row.source.flatMap { OsakaKnowledge.sources[$0]?.lastDay }
    case .actual: row.due?.lastDay
    }
  }
}

extension OsakaStory {
  private func kpis(of item: OsakaFacts.Item, on today: CivilDate) -> [KPI] {
    item.kpiRows.compactMap { id, rows in
      let known = rows.filter { row in day(of: row).map { $0 <= today } ?? true }
      guard let first = known.first else { return nil }
      let unit = first.unit.map(ApproximateUnit.init)
      return KPI(
        id: id, name: first.name, unit: unit?.name, isApproximate: unit?.isApproximate ?? false,
        targets: known.filter { $0.kind == .target }.map {
          Target(id: $0.id, due: $0.due, value: $0.target, note: $0.note, source: $0.origin)
        },
        source: first.origin)
    }
  }

  var measurements: [SeedEntry] {
    facts.items.flatMap { item in
      item.kpiRows.flatMap { kpi, rows in
        rows.compactMap { row in
          guard row.kind == .actual, let value = row.actual else { return nil }
          return SeedEntry(enters: max(day(item.id), day(of: row) ?? pageDate)) { _ in
            .measurement(
              Measurement(
                id: row.id, item: item.id, kpi: kpi, date: row.due, value: value, note: row.note, source: row.origin))
          }
        }
      }
    }
  }
}

extension OsakaFacts.Item {
  /// Rows of one name are one KPI, in the order of their first rows.
  fileprivate var kpiRows: [(id: String, rows: [OsakaFacts.Row])] {
    var names: [String] = []
    for row in kpi where !names.contains(row.name) { names.append(row.name) }
    return names.enumerated().map { number, name in
      ("\(id)_indicator_\(number + 1)", kpi.filter { $0.name == name })
    }
  }
}

/// A unit as the file writes it: `(約)` says that the numbers are approximate.
struct ApproximateUnit {
  var name: String?
  var isApproximate: Bool

  init(_ text: String) {
    isApproximate = text.hasSuffix("(約)")
    let bare = isApproximate ? String(text.dropLast("(約)".count)) : text
    name = bare.isEmpty ? nil : bare
  }
}
