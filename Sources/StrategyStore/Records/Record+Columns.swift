import StrategyModel

/// What the ledger keeps of a record beside its body: a day to sort by, a tag to select by, and its links.
extension Record {
  /// Ids are compared by bytes, as SQLite does.
  var day: PartialDate? {
    switch self {
    case .strategy(let value): value.adopted
    case .plan(let value): value.adopted
    case .planRevision(let value): .day(value.date)
    case .body(let value): value.established
    case .measurement(let value): value.date
    case .review(let value): .day(value.date)
    case .meeting(let value): .day(value.date)
    case .update(let value): .day(value.date)
    case .document(let value): value.date ?? value.posted.map(PartialDate.day)
    case .figure(let value): value.asOf
    case .city, .contact, .principle, .pillar, .item, .term, .contradiction: nil
    }
  }

  var tag: String? {
    switch self {
    case .principle(let value): value.role.rawValue
    case .update(let value): value.list.rawValue
    default: nil
    }
  }

  /// Records that this one names, in the order in which a reader meets them; each once.
  var links: [RecordLink] {
    var links: [RecordLink] = []
    func add(_ ids: [String?], _ kind: RecordKind? = nil) {
      for case let id? in ids {
        let link = RecordLink(kind: kind, id: id)
        if !links.contains(link) { links.append(link) }
      }
    }
    switch self {
    case .principle(let value): add([value.framework])
    case .strategy(let value): add([value.supersededBy])
    case .plan(let value): add([value.strategy], .strategy)
    case .planRevision(let value): add([value.plan], .plan)
    case .pillar(let value): add([value.strategy], .strategy)
    case .body(let value):
      add([value.successor], .body)
      add([value.basis])
    case .item(let value):
      add([value.framework])
      add([value.pillar, value.legacyPillar], .pillar)
    case .measurement(let value): add([value.item], .item)
    case .review(let value): add([value.item], .item)
    case .meeting(let value):
      add([value.body], .body)
      add(value.items + value.agenda.flatMap(\.items) + value.decisions.flatMap(\.items), .item)
    case .update(let value): add(value.related)
    case .document(let value): add(value.related)
    case .contradiction(let value): add(value.related)
    case .city, .contact, .term, .figure: break
    }
    return links
  }
}

extension Record {
  /// The links that have a row of their own: of what comes by the hundred thousand, the columns of its list row name the
  /// rest; see ``LedgerView/naming``.
  var linkRows: [RecordLink] {
    switch self {
    case .measurement, .review: []
    case .item(let value): value.linkRows
    default: links
    }
  }
}

extension ActionItem {
  /// All links but those to pillars.
  var linkRows: [RecordLink] { framework.map { [RecordLink(kind: nil, id: $0)] } ?? [] }
}

/// A record named by another; without a kind where the field may name several.
struct RecordLink: Hashable {
  var kind: RecordKind?
  var id: String
}

extension ActionItem {
  /// The years that the item's schedule, budgets, start and end span, and the one by which it is grouped.
  var spannedYears: (all: ClosedRange<Int>?, group: Int?) {
    var first: Int?
    var last: Int?
    func take(_ year: Int) {
      first = min(first ?? year, year)
      last = max(last ?? year, year)
    }
    for entry in schedule { take(entry.year.year) }
    for budget in budgets { take(budget.year.year) }
    if let start = start?.firstDay { take(start.fiscalYear.year) }
    let group = first
    if let end = end?.lastDay { take(end.fiscalYear.year) }
    guard let first, let last else { return (nil, group) }
    return (first...last, group)
  }
}
