import StrategyModel

extension SampleStory {
  /// Items with their measurements and reviews, which leave with them.
  func work() throws(SeedError) -> [SeedEntry] {
    var items: [SeedEntry] = []
    var measurements: [SeedEntry] = []
    var reviews: [SeedEntry] = []
    for facts in facts.items {
      items.append(try item(facts))
      measurements += try self.measurements(of: facts)
      reviews += try self.reviews(of: facts)
    }
    return items + measurements + reviews
  }

  private func item(_ facts: SampleFacts.Item) throws(SeedError) -> SeedEntry {
    let phases = try dated(facts.phases, of: facts.id)
    let events = try dated(facts.events, of: facts.id)
    let kpis = try kpis(of: facts)
    let schedule = try yearly(facts.schedule, of: facts.id)
    let budgets = try yearly(facts.budgets, of: facts.id)
    let plan = source("アクションプラン（令和6〜8年度）")
    return SeedEntry(
      enters: facts.enters,
      changes: phases.map(\.date) + events.map(\.date) + [facts.corrected, facts.derived?.asOf.lastDay]
        + budgets.map { announced($0.year) } + kpis.map { $0.baselineDate?.lastDay },
      leaves: facts.leaves
    ) { today in
      let isCorrected = facts.corrected.map { $0 <= today } ?? true
      return .item(
        ActionItem(
          id: facts.id, title: isCorrected ? facts.title : facts.formerTitle ?? facts.title, reading: facts.reading,
          framework: "pl-2024", pillar: facts.pillar, legacyPillar: facts.legacyPillar,
          legacyPillarConfidence: facts.legacyPillar == nil ? nil : .stated, department: facts.department,
          phase: phases.last { $0.date <= today }?.value, derivedPhase: derivedPhase(facts.derived, on: today),
          start: schedule.first.map { .fiscalYear(FiscalYear($0.year)) },
          end: schedule.last.map { .fiscalYear(FiscalYear($0.year)) }, summary: facts.summary,
          kpis: kpis.map { $0.withoutFutureBaseline(on: today) },
          schedule: schedule.map { year, text in
            ScheduleEntry(id: "\(facts.id)-s\(year)", year: FiscalYear(year), text: text, source: plan)
          },
          budgets: budgets.filter { announced($0.year) <= today }.map { year, yen in
            Budget(
              id: "\(facts.id)-b\(year)", year: FiscalYear(year), yen: yen, purpose: "当初予算", source: source("予算書"))
          },
          events: events.enumerated().compactMap { number, event in
            guard event.date <= today else { return nil }
            return ItemEvent(
              id: "\(facts.id)-e\(number + 1)", date: .day(event.date), text: event.value, source: plan)
          },
          note: facts.note, source: plan))
    }
  }

  /// The council passes a year's budget in March before it.
  private func announced(_ year: Int) -> CivilDate {
    max(FiscalYear(year).firstDay.map { $0.adding(days: -15) } ?? start, start)
  }

  private func derivedPhase(_ facts: SampleFacts.Inference?, on today: CivilDate) -> DerivedPhase? {
    guard let facts, facts.asOf.isPast(on: today) else { return nil }
    return DerivedPhase(
      facts.phase, asOf: facts.asOf, basis: facts.basis,
      source: Source("架空の見本: \(facts.basis)", confidence: .derived))
  }

  private func kpis(of item: SampleFacts.Item) throws(SeedError) -> [KPI] {
    var kpis: [KPI] = []
    for (number, measure) in (item.kpis ?? []).enumerated() {
      let id = "\(item.id)-k\(number + 1)"
      let targets = try dated(measure.targets, of: id)
      kpis.append(
        KPI(
          id: id, name: measure.name, unit: measure.unit, baseline: measure.baseline,
          baselineDate: measure.baselineDate,
          targets: targets.enumerated().map { number, target in
            Target(
              id: "\(id)-t\(number + 1)", due: .day(target.date), value: target.value,
              source: source("アクションプラン（令和6〜8年度）"))
          }, note: measure.note, source: source("アクションプラン（令和6〜8年度）")))
    }
    return kpis
  }

  private func measurements(of item: SampleFacts.Item) throws(SeedError) -> [SeedEntry] {
    var entries: [SeedEntry] = []
    for (number, measure) in (item.kpis ?? []).enumerated() {
      let kpi = "\(item.id)-k\(number + 1)"
      for (place, measured) in try dated(measure.values, of: kpi).enumerated() {
        let report = source("\(measured.date.fiscalYear.text(.wareki)) 進捗一覧")
        entries.append(
          SeedEntry(enters: max(measured.date, item.enters), leaves: item.leaves) { _ in
            .measurement(
              Measurement(
                id: "\(kpi)-v\(place + 1)", item: item.id, kpi: kpi, date: .day(measured.date),
                value: measured.value, source: report))
          })
      }
    }
    return entries
  }

  private func reviews(of item: SampleFacts.Item) throws(SeedError) -> [SeedEntry] {
    var entries: [SeedEntry] = []
    for (number, review) in try dated(item.reviews, of: item.id).enumerated() {
      entries.append(
        SeedEntry(enters: review.date, leaves: item.leaves) { _ in
          .review(
            Review(
              id: "\(item.id)-r\(number + 1)", item: item.id, date: review.date, reviewer: "CIO（副市長）",
              note: review.value, source: source("CIO確認の記録")))
        })
    }
    return entries
  }
}

extension KPI {
  /// A baseline is known once its date is past.
  fileprivate func withoutFutureBaseline(on today: CivilDate) -> KPI {
    guard let baselineDate, !baselineDate.isPast(on: today) else { return self }
    var kpi = self
    kpi.baseline = nil
    kpi.baselineDate = nil
    return kpi
  }
}
