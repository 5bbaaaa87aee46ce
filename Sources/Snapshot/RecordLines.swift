import Dashboard
import Foundation
import StrategyModel

/// What an answer says as canonical lines, for the digest of the records: the same facts give the same set of lines,
/// whatever the width, language or order of the text. A layout that shows more facts has more lines.
///
/// A line is the kind of what it holds, a tab, and JSON.
struct RecordLines {
  private var lines = LineBytes()
  private let encoder: JSONEncoder

  init(of answer: Answer) throws {
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try add(.city, answer.city)
    try add(answer.content)
    if case .items(let query, let span) = answer.question.topic, span.wantsKPIs,
      case .items(let page) = answer.content
    {
      // Here the filter is no choice of the reader's: it is what the view says of the items.
      add("items found", [query.filter, String(page.total)])
      for row in page.rows { add("found", [query.filter, row.id]) }
    }
  }

  /// Gives each line in UTF-8 with its newline.
  func forEach(_ body: (UnsafeRawBufferPointer) -> Void) { lines.forEach(body) }

  private mutating func add(_ content: Answer.Content) throws {
    switch content {
    case .overview(let overview): try add(overview)
    case .frameworks(let frameworks): try add(frameworks)
    case .items(let page):
      add("all items", [String(page.unfiltered)])
      for row in page.rows { add(row) }
    case .dossier(let dossier): if let dossier { try add(dossier) }
    case .meetings(let list):
      try add(.meeting, all: list.meetings)
      try add(.body, all: list.bodies)
    case .updates(let updates): try add(.update, all: updates)
    case .revisions(let revisions): for revision in revisions { add("revision", [revision.hash]) }
    case .difference(let difference): if let difference { try add(difference) }
    case .touched(let records): for key in records.keys.sorted() { add("touched", [key.kind.rawValue, key.id]) }
    case .library(let library): try add(library)
    case .filterValues: break
    }
  }

  private mutating func add(_ overview: Overview) throws {
    try add(.principle, all: overview.goals)
    if let strategy = overview.strategy { try add(.strategy, strategy) }
    if let plan = overview.plan { try add(.plan, plan) }
    add("phases", [], overview.phases)
    add("stated phases", [String(overview.statedPhases)])
    for entry in overview.pillars { try add(entry) }
    add("other pillars", [], overview.otherPillars)
    for entry in overview.departments { add("department", [entry.name, String(entry.count)]) }
    add("without department", [String(overview.withoutDepartment)])
    for budget in overview.budgets {
      if let pillar = budget.pillar { try add(.pillar, pillar) }
      add("budget", [budget.pillar?.id, String(budget.year.year), String(budget.yen)])
    }
    let attention = overview.attention
    let counts = [attention.reviewOverdue, attention.withoutReview, attention.kpiOverdue, attention.dueSoon]
    add("attention", counts.map { String($0) })
    if let meeting = overview.latestMeeting { try add(.meeting, meeting) }
    try add(.update, all: overview.latestUpdates)
    add("contradictions", [String(overview.contradictionCount)])
  }

  private mutating func add(_ frameworks: Frameworks) throws {
    try add(.principle, all: frameworks.goals + frameworks.onlineIdeals)
    for edition in frameworks.editions {
      try add(.strategy, edition.strategy)
      for entry in edition.pillars { try add(entry) }
      try add(.principle, all: edition.visions + edition.stances)
    }
    for edition in frameworks.plans {
      try add(.plan, edition.plan)
      add("plan's phases", [edition.plan.id], edition.phases)
      try add(.principle, all: edition.visions)
      try add(.planRevision, all: edition.revisions)
    }
  }

  private mutating func add(_ dossier: Dossier) throws {
    try add(dossier.record.key.kind, dossier.record)
    try add(.measurement, all: dossier.measurements)
    try add(.review, all: dossier.reviews)
    for row in dossier.items { add(row) }
    for (_, row) in dossier.itemsSince.sorted(by: { $0.key < $1.key }) { add(row) }
    for entry in dossier.meetings {
      add("meeting", fields(entry.meeting))
      if let item = entry.item { add(item) }
    }
    if dossier.itemCount > dossier.items.count { add("items", [String(dossier.itemCount)]) }
    try add(.contradiction, all: dossier.contradictions)
    for reference in dossier.references { add("reference", fields(reference)) }
    for reference in dossier.backlinks { add("backlink", fields(reference)) }
    for touch in dossier.history {
      add("touch", [touch.revision.hash, touch.change.rawValue] + touch.fields)
    }
  }

  private mutating func add(_ difference: LedgerDifference) throws {
    add("ends", [difference.from?.hash, difference.to?.hash])
    for (kind, counts) in difference.counts {
      for (change, count) in counts { add("changes", [kind.rawValue, change.rawValue, String(count)]) }
    }
    for record in difference.groups.flatMap(\.records) {
      add("change", fields(record.reference) + [record.change.rawValue])
      for field in record.fields {
        // Dates and numbers in one form, whatever the language of the text.
        let writer = DifferenceWords(Words(.en), .iso, difference.names)
        add(
          "field",
          [record.reference.key.kind.rawValue, record.reference.key.id, field.name] + field.part.map(writer.text)
            + [field.old.map(writer.text), field.new.map(writer.text)])
      }
    }
  }

  private mutating func add(_ library: Library) throws {
    try add(.document, all: library.documents)
    try add(.term, all: library.terms)
    try add(.figure, all: library.figures)
    try add(.contact, all: library.contacts)
    try add(.body, all: library.bodies)
    try add(.contradiction, all: library.contradictions)
  }

  private mutating func add(_ entry: PillarCounts) throws {
    try add(.pillar, entry.pillar)
    add("pillar's phases", [entry.pillar.id], entry.phases)
  }

  private mutating func add(_ item: ItemRow) {
    lines.begin("item row")
    lines.add(item.id)
    lines.add(item.title)
    lines.add(item.pillar)
    lines.add(item.pillarName)
    lines.add(item.isPillarDerived ? "derived" : nil)
    lines.add(item.phase?.code)
    lines.add(item.isPhaseDerived ? "derived" : nil)
    lines.add(item.department)
    lines.add(item.nextDue?.code)
    lines.add(item.lastReview?.iso)
    lines.add((item.years?.lowerBound).map { String($0) })
    lines.add((item.years?.upperBound).map { String($0) })
    if let kpi = item.kpi {
      lines.add(kpi.name)
      lines.add(kpi.unit)
      lines.add(kpi.isApproximate ? "approximate" : nil)
      lines.add(kpi.due?.code)
      lines.add(kpi.measuredOn?.code)
      lines.add(kpi.baseline.map { String($0) })
      lines.add(kpi.target.map { String($0) })
      lines.add(kpi.measured.map { String($0) })
    }
    lines.end()
    if let timing = item.timing { add(timing, of: item.id) }
    for kpi in item.kpis { add(kpi, of: item) }
    if item.hasPlanEnded { add("plan ended", [item.id]) }
  }

  /// What needs attention shows all KPIs.
  private mutating func add(_ kpi: KPIReading, of item: ItemRow) {
    var fields = [item.id, kpi.name, kpi.unit, kpi.isApproximate ? "approximate" : nil]
    fields += [kpi.due?.code, kpi.measuredOn?.code, kpi.line?.target.due?.code]
    fields += [kpi.baseline, kpi.target, kpi.measured, kpi.line?.expected].map { $0.map { String($0) } }
    add("item kpi", fields)
  }

  /// A timeline shows facts that other layouts do not.
  private mutating func add(_ timing: ItemTiming, of item: String) {
    add("item dates", [item, timing.start?.code, timing.end?.code] + timing.dues.map(\.code))
    for fact in timing.scheduled { add("item scheduled", [item, fact.date.code, fact.confidence.rawValue]) }
    for fact in timing.happened { add("item happened", [item, fact.date.code, fact.confidence.rawValue]) }
    switch timing.earlier {
    case nil: break
    case .noItem: add("item before", [item])
    case .plan(let plan): add("item before", [item] + [plan.end, plan.due, plan.scheduled].map { $0?.code })
    }
  }

  private func fields(_ reference: Reference) -> [String?] {
    [reference.key.kind.rawValue, reference.key.id, reference.title, reference.date?.code]
  }

  private mutating func add(_ name: String, _ fields: [String?], _ counts: PhaseCounts) {
    let phases: [Phase?] = Phase.allCases + [nil]
    add(name, fields + phases.map { String(counts[$0]) })
  }

  private mutating func add(_ kind: RecordKind, all records: [some Encodable]) throws {
    for record in records { try add(kind, record) }
  }

  private mutating func add(_ kind: RecordKind, _ record: some Encodable) throws {
    try add(kind.rawValue, json: record)
  }

  private mutating func add(_ name: String, _ fields: [String?]) {
    lines.begin(name)
    for field in fields { lines.add(field) }
    lines.end()
  }

  private mutating func add(_ name: String, json: some Encodable) throws {
    lines.add(name, json: try encoder.encode(json))
  }
}
