import StrategyModel

/// The kinds of record of which there are many, their fields in the order of their names.
extension CanonicalWriter {
  /// Writes the canonical body of a record behind what was written before.
  ///
  /// - Throws: where the record cannot be written as JSON.
  mutating func body(of record: Record) throws {
    if case .item(let item) = record { return try body(of: item) }
    beginBody()
    switch record {
    case .measurement(let measurement): write(measurement)
    case .review(let review): write(review)
    default: try general(record)
    }
    if isUnwritable { try general(record) }
  }

  mutating func body(of item: ActionItem) throws {
    beginBody()
    write(item)
    if isUnwritable { try general(.item(item)) }
  }

  private mutating func general(_ record: Record) throws {
    let body = try CanonicalJSON.encoded(record)
    replace(with: body, holdsNUL: CanonicalJSON.holdsNUL(body))
  }

  private mutating func write(_ item: ActionItem) {
    begin()
    list("budgets", item.budgets) { $0.write($1) }
    field("department", ifAny: item.department)
    field("departmentRole", ifAny: item.departmentRole)
    field("departmentSource", ifAny: item.departmentSource)
    if let derived = item.derivedPhase {
      key("derivedPhase")
      write(derived)
    }
    field("end", ifAny: item.end)
    list("events", item.events) { $0.write($1) }
    field("framework", ifAny: item.framework)
    field("id", item.id)
    field("isSummaryOurs", item.isSummaryOurs)
    list("kpis", item.kpis) { $0.write($1) }
    field("legacyPillar", ifAny: item.legacyPillar)
    field("legacyPillarConfidence", ifAny: item.legacyPillarConfidence?.rawValue)
    field("note", ifAny: item.note)
    field("phase", ifAny: item.phase?.code)
    field("pillar", ifAny: item.pillar)
    field("pillarConfidence", item.pillarConfidence.rawValue)
    field("planRelation", ifAny: item.planRelation)
    field("reading", ifAny: item.reading)
    list("schedule", item.schedule) { $0.write($1) }
    field("source", item.source)
    field("start", ifAny: item.start)
    field("summary", ifAny: item.summary)
    field("title", item.title)
    end()
  }

  private mutating func write(_ measurement: Measurement) {
    begin()
    field("date", ifAny: measurement.date)
    field("id", measurement.id)
    field("item", measurement.item)
    field("kpi", measurement.kpi)
    field("note", ifAny: measurement.note)
    field("source", measurement.source)
    field("value", ifAny: measurement.value)
    end()
  }

  private mutating func write(_ review: Review) {
    begin()
    field("date", review.date)
    field("id", review.id)
    field("item", review.item)
    field("note", ifAny: review.note)
    field("reviewer", ifAny: review.reviewer)
    field("source", review.source)
    end()
  }

  private mutating func write(_ kpi: KPI) {
    begin()
    field("baseline", ifAny: kpi.baseline)
    field("baselineDate", ifAny: kpi.baselineDate)
    field("id", kpi.id)
    field("isApproximate", kpi.isApproximate)
    field("name", kpi.name)
    field("note", ifAny: kpi.note)
    field("source", kpi.source)
    list("targets", kpi.targets) { $0.write($1) }
    field("unit", ifAny: kpi.unit)
    end()
  }

  private mutating func write(_ target: Target) {
    begin()
    field("due", ifAny: target.due)
    field("id", target.id)
    field("note", ifAny: target.note)
    field("source", target.source)
    field("value", ifAny: target.value)
    end()
  }

  private mutating func write(_ budget: Budget) {
    begin()
    field("id", budget.id)
    field("purpose", ifAny: budget.purpose)
    field("source", budget.source)
    field("year", budget.year.year)
    field("yen", budget.yen)
    end()
  }

  private mutating func write(_ entry: ScheduleEntry) {
    begin()
    field("id", entry.id)
    field("source", entry.source)
    field("text", entry.text)
    field("year", entry.year.year)
    end()
  }

  private mutating func write(_ event: ItemEvent) {
    begin()
    field("date", ifAny: event.date)
    field("id", event.id)
    field("source", event.source)
    field("text", event.text)
    end()
  }

  private mutating func write(_ derived: DerivedPhase) {
    begin()
    field("asOf", ifAny: derived.asOf)
    field("basis", derived.basis)
    field("phase", derived.phase.code)
    field("source", derived.source)
    end()
  }

  private mutating func field(_ name: StaticString, _ source: Source) {
    key(name)
    begin()
    field("address", ifAny: source.address)
    field("confidence", source.confidence.rawValue)
    list("more", source.more) { $0.string($1) }
    end()
  }

  private mutating func field(_ name: StaticString, ifAny source: Source?) {
    if let source { field(name, source) }
  }
}
