import Foundation
import StrategyModel

/// The records of an answer as canonical lines, for the digest of the records: the same facts give the same lines,
/// whatever the width, language or layout of the text.
struct RecordLines {
  private var lines: [String] = []
  private let encoder: JSONEncoder

  static func lines(of answer: Answer) throws -> [String] {
    var writer = RecordLines()
    try writer.add(answer.content)
    return writer.lines
  }

  private init() {
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  private mutating func add(_ content: Answer.Content) throws {
    switch content {
    case .overview(let overview): try add(overview)
    case .frameworks(let frameworks): try add(frameworks)
    case .items(let page): for row in page.rows { add(row) }
    case .dossier(let dossier): if let dossier { try add(dossier) }
    case .meetings(let list):
      try add(all: list.meetings)
      try add(all: list.bodies)
    case .updates(let updates): try add(all: updates)
    case .revisions(let revisions): lines += revisions.map(\.hash)
    case .revision(let changes): if let changes { add(changes) }
    case .library(let library): try add(library)
    case .filterValues: break
    }
  }

  private mutating func add(_ overview: Overview) throws {
    try add(all: overview.goals)
    add(overview.phases)
    try add(overview.pillars)
    for entry in overview.departments { lines.append("\(entry.name)\t\(entry.count)") }
    for budget in overview.budgets { lines.append("\(budget.pillar?.id ?? "")\t\(budget.year.year)\t\(budget.yen)") }
    let attention = overview.attention
    lines.append("\(attention.reviewOverdue)\t\(attention.withoutReview)")
    lines.append("\(attention.kpiOverdue)\t\(attention.dueSoon)")
    if let meeting = overview.latestMeeting { try add(meeting) }
    try add(all: overview.latestUpdates)
  }

  private mutating func add(_ frameworks: Frameworks) throws {
    try add(all: frameworks.goals)
    for edition in frameworks.editions {
      try add(edition.strategy)
      try add(edition.pillars)
      try add(all: edition.visions)
      try add(all: edition.stances)
    }
    for edition in frameworks.plans {
      try add(edition.plan)
      add(edition.phases)
      try add(all: edition.visions)
      try add(all: edition.revisions)
    }
    try add(all: frameworks.onlineIdeals)
  }

  private mutating func add(_ dossier: Dossier) throws {
    try add(dossier.record)
    try add(all: dossier.measurements)
    try add(all: dossier.reviews)
    for row in dossier.items { add(row) }
    try add(all: dossier.contradictions)
    for reference in dossier.references + dossier.backlinks {
      lines.append("\(reference.key.kind.rawValue)\t\(reference.key.id)\t\(reference.title)")
    }
    for touch in dossier.history { lines.append("\(touch.revision.hash)\t\(touch.change.rawValue)") }
  }

  private mutating func add(_ changes: RevisionChanges) {
    lines.append(changes.revision.hash)
    for entry in changes.entries {
      lines.append("\(entry.reference.key.kind.rawValue)\t\(entry.reference.key.id)\t\(entry.change.rawValue)")
    }
  }

  private mutating func add(_ library: Library) throws {
    try add(all: library.documents)
    try add(all: library.terms)
    try add(all: library.figures)
    try add(all: library.contacts)
    try add(all: library.bodies)
    try add(all: library.contradictions)
  }

  private mutating func add(_ pillars: [PillarCounts]) throws {
    for entry in pillars {
      try add(entry.pillar)
      add(entry.phases)
    }
  }

  private mutating func add(_ item: ItemRow) {
    var fields = [item.id, item.title, item.pillar ?? "", item.phase?.code ?? ""]
    fields.append(item.isPhaseDerived ? "derived" : "")
    fields.append(item.department ?? "")
    fields.append(item.kpi?.name ?? "")
    fields.append(item.kpi?.target.map { "\($0)" } ?? "")
    fields.append(item.kpi?.measured.map { "\($0)" } ?? "")
    fields.append(item.nextDue?.code ?? "")
    fields.append(item.lastReview?.iso ?? "")
    lines.append(fields.joined(separator: "\t"))
  }

  private mutating func add(_ counts: PhaseCounts) {
    let phases: [Phase?] = Phase.allCases + [nil]
    lines.append(phases.map { String(counts[$0]) }.joined(separator: " "))
  }

  private mutating func add(all records: [some Encodable]) throws {
    for record in records { try add(record) }
  }

  private mutating func add(_ record: some Encodable) throws {
    lines.append(String(decoding: try encoder.encode(record), as: UTF8.self))
  }
}
