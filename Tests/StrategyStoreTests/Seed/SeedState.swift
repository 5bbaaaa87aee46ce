import StrategyModel

/// What stands after the revisions up to a day.
struct SeedState {
  private(set) var records: [RecordKey: Record] = [:]

  init(_ drafts: [RevisionDraft], asOf day: CivilDate? = nil) {
    for draft in drafts where day.map({ draft.effective <= $0 }) ?? true {
      for change in draft.changes {
        switch change {
        case .put(let record): records[record.key] = record
        case .retire(let key): records[key] = nil
        }
      }
    }
  }

  func all<Value>(_ pick: (Record) -> Value?) -> [Value] {
    records.sorted { $0.key < $1.key }.compactMap { pick($0.value) }
  }

  var items: [ActionItem] { all { if case .item(let value) = $0 { value } else { nil } } }
  var strategies: [Strategy] { all { if case .strategy(let value) = $0 { value } else { nil } } }
  var plans: [Plan] { all { if case .plan(let value) = $0 { value } else { nil } } }
  var pillars: [Pillar] { all { if case .pillar(let value) = $0 { value } else { nil } } }
  var meetings: [Meeting] { all { if case .meeting(let value) = $0 { value } else { nil } } }
  var updates: [UpdateEntry] { all { if case .update(let value) = $0 { value } else { nil } } }
  var measurements: [Measurement] { all { if case .measurement(let value) = $0 { value } else { nil } } }
  var reviews: [Review] { all { if case .review(let value) = $0 { value } else { nil } } }
  var documents: [Document] { all { if case .document(let value) = $0 { value } else { nil } } }
  var contradictions: [Contradiction] { all { if case .contradiction(let value) = $0 { value } else { nil } } }

  func item(_ id: String) -> ActionItem? { items.first { $0.id == id } }
  func strategy(_ id: String) -> Strategy? { strategies.first { $0.id == id } }

  func count(_ kind: RecordKind) -> Int { records.keys.filter { $0.kind == kind }.count }

  var ids: Set<String> { Set(records.keys.map(\.id)) }

  /// Ids of records, and of the KPIs, targets, schedule lines, budgets and events inside them.
  var allIDs: Set<String> {
    var ids = ids
    for item in items {
      ids.formUnion(item.kpis.map(\.id) + item.kpis.flatMap(\.targets).map(\.id))
      ids.formUnion(item.schedule.map(\.id) + item.budgets.map(\.id) + item.events.map(\.id))
    }
    return ids
  }

  /// Ids that records name but that no record bears.
  var danglingReferences: Set<String> {
    var named: Set<String> = []
    for item in items {
      named.formUnion([item.framework, item.pillar, item.legacyPillar].compactMap { $0 })
    }
    for meeting in meetings {
      named.formUnion([meeting.body] + meeting.items)
      named.formUnion(meeting.agenda.flatMap(\.items) + meeting.decisions.flatMap(\.items))
    }
    for strategy in strategies { named.formUnion([strategy.supersededBy].compactMap { $0 }) }
    for plan in plans { named.formUnion([plan.strategy].compactMap { $0 }) }
    for pillar in pillars { named.insert(pillar.strategy) }
    for update in updates { named.formUnion(update.related) }
    for document in documents { named.formUnion(document.related) }
    for contradiction in contradictions { named.formUnion(contradiction.related) }
    for review in reviews { named.insert(review.item) }
    let kpis = Set(items.flatMap(\.kpis).map(\.id))
    for measurement in measurements {
      named.insert(measurement.item)
      if !kpis.contains(measurement.kpi) { named.insert(measurement.kpi) }
    }
    return named.subtracting(ids)
  }
}

func day(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? CivilDate(dayNumber: 0) }
