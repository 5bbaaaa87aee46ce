import Foundation
import StrategyModel

/// The records of an answer as canonical lines, for the digest of the records: the same facts give the same lines,
/// whatever the width, language or layout of the text.
enum RecordLines {
  static func lines(of answer: Answer) throws -> [String] {
    switch answer.content {
    case .overview(let overview): try lines(of: overview)
    case .frameworks(let frameworks):
      try frameworks.editions.flatMap { edition in
        try [json(edition.strategy)] + edition.pillars.map { try json($0.pillar) + counts($0.phases) }
          + (edition.visions + edition.stances).map(json)
      } + frameworks.plans.flatMap { plan in
        try [json(plan.plan) + counts(plan.phases)] + plan.revisions.map(json) + plan.visions.map(json)
      } + (frameworks.goals + frameworks.onlineIdeals).map(json)
    case .items(let page): page.rows.map(line)
    case .dossier(let dossier): try dossier.map(lines) ?? []
    case .meetings(let list): try list.meetings.map(json) + list.bodies.map(json)
    case .updates(let updates): try updates.map(json)
    case .revisions(let revisions): revisions.map(\.hash)
    case .revision(let changes):
      changes.map { [$0.revision.hash] + $0.entries.map { "\($0.reference.key.kind) \($0.reference.key.id) \($0.change)" } }
        ?? []
    case .library(let library):
      try library.documents.map(json) + library.terms.map(json) + library.figures.map(json)
        + library.contacts.map(json) + library.bodies.map(json) + library.contradictions.map(json)
    }
  }

  private static func lines(of overview: Overview) throws -> [String] {
    var lines = try overview.goals.map(json)
    lines.append(counts(overview.phases))
    lines += try overview.pillars.map { try json($0.pillar) + counts($0.phases) }
    lines += overview.departments.map { "\($0.name)\t\($0.count)" }
    lines += overview.budgets.map { "\($0.pillar?.id ?? "")\t\($0.year.year)\t\($0.yen)" }
    let attention = overview.attention
    lines.append(
      "\(attention.reviewOverdue) \(attention.withoutReview) \(attention.kpiOverdue) \(attention.dueSoon)")
    if let meeting = overview.latestMeeting { lines.append(try json(meeting)) }
    return try lines + overview.latestUpdates.map(json)
  }

  private static func lines(of dossier: Dossier) throws -> [String] {
    try [json(dossier.record)] + dossier.measurements.map(json) + dossier.reviews.map(json)
      + dossier.items.map(line) + dossier.contradictions.map(json)
      + (dossier.references + dossier.backlinks).map { "\($0.key.kind) \($0.key.id) \($0.title)" }
      + dossier.history.map { "\($0.revision.hash) \($0.change)" }
  }

  private static func line(_ item: ItemRow) -> String {
    let kpi = item.kpi.map { "\($0.name)\t\($0.target.map(String.init) ?? "")\t\($0.measured.map(String.init) ?? "")" }
    return [
      item.id, item.title, item.pillar ?? "", item.phase?.code ?? "", item.isPhaseDerived ? "derived" : "",
      item.department ?? "", kpi ?? "", item.nextDue?.code ?? "", item.lastReview?.iso ?? "",
    ].joined(separator: "\t")
  }

  private static func counts(_ counts: PhaseCounts) -> String {
    (Phase.allCases + [nil] as [Phase?]).map { String(counts[$0]) }.joined(separator: " ")
  }

  private static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
