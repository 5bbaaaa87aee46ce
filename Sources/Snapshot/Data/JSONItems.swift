import Dashboard
import Foundation
import StrategyModel

/// The records of an answer as JSON, in the order of the view.
struct JSONItems {
  struct Item {
    /// `nil` for what may come more than once.
    var key: RecordKey?
    var value: JSONValue
  }

  let view: ShownView
  /// Whether the records carry what the view marks.
  let hasMarks: Bool

  func of(_ answer: Answer) throws -> [Item] {
    if case .items(let query, let span) = answer.question.topic, span.wantsKPIs,
      case .items(let page) = answer.content
    {
      return attention(page, query.filter)
    }
    return try of(answer.content)
  }

  /// What needs attention by one reason: how many items, then the items with all their KPIs.
  private func attention(_ page: ItemPage, _ filter: String) -> [Item] {
    let count = JSONValue.object([
      ("kind", .text("attention")), ("id", .text(filter)), ("count", .whole(page.total)),
    ])
    let head = page.start == 0 ? [Item(key: nil, value: count)] : []
    return head
      + page.rows.map { row in
        var fields = fields(of: row)
        fields.insert(("attention", .text(filter)), at: 2)
        fields.append(("planEnded", row.hasPlanEnded ? .flag(true) : nil))
        fields.append(("kpis", .list(row.kpis.map(of))))
        return Item(key: nil, value: .object(fields))
      }
  }

  private func of(_ content: Answer.Content) throws -> [Item] {
    switch content {
    case .overview(let overview): try of(overview)
    case .frameworks(let frameworks): try records(frameworks.records)
    case .items(let page): page.rows.map(of)
    case .dossier(let dossier): try dossier.map(of) ?? []
    case .meetings(let list): try records(list.meetings.map(Record.meeting))
    case .updates(let updates): try records(updates.map(Record.update))
    case .revisions(let revisions):
      try revisions.filter(view.passes).sorted { $0.number > $1.number }.map {
        Item(key: nil, value: tagged("revision", try JSONText.of(RevisionEntry($0))))
      }
    case .difference(let difference): try difference.map(of) ?? []
    case .library(let library): try records(library.records)
    case .touched, .filterValues: []
    }
  }

  private func of(_ overview: Overview) throws -> [Item] {
    // With a filter the hits take the place of what the overview shows without one.
    guard !view.hasFilter else { return [] }
    var all = overview.goals.map(Record.principle)
    if let strategy = overview.strategy { all.append(.strategy(strategy)) }
    if let plan = overview.plan { all.append(.plan(plan)) }
    all += overview.pillars.map { Record.pillar($0.pillar) }
    if let meeting = overview.latestMeeting { all.append(.meeting(meeting)) }
    return try records(all + overview.latestUpdates.map(Record.update))
  }

  private func records(_ records: [Record]) throws -> [Item] {
    try records.filter(view.passes).map(record)
  }

  private func record(_ record: Record) throws -> Item {
    Item(key: record.key, value: tagged(record.key.kind.rawValue, try JSONText.of(Fields(record)), key: record.key))
  }

  /// The record's own fields behind its kind.
  private func tagged(_ kind: String, _ fields: String, key: RecordKey? = nil) -> JSONValue {
    let changed = changed(key).map { ",\"changed\":\($0.written)" } ?? ""
    return .written("{\"kind\":\"\(kind)\"\(changed),\(fields.dropFirst())")
  }

  private func changed(_ key: RecordKey?) -> JSONValue? {
    hasMarks && key != nil ? .flag(view.isMarked(key)) : nil
  }

  private struct Fields: Encodable {
    var record: Record

    init(_ record: Record) { self.record = record }

    func encode(to encoder: any Encoder) throws {
      if case .document(let document) = record { return try DocumentEntry(document).encode(to: encoder) }
      try record.encodeFields(to: encoder)
    }
  }

  // MARK: Dossiers

  private func of(_ dossier: Dossier) throws -> [Item] {
    var items = [try record(dossier.record)]
    items += try dossier.measurements.map { try record(.measurement($0)) }
    items += try dossier.reviews.map { try record(.review($0)) }
    items += dossier.items.map(of)
    items += try dossier.contradictions.map { try record(.contradiction($0)) }
    items += dossier.meetings.map { entry in
      Item(key: nil, value: reference(entry.meeting, as: "dealtWith", ("itemThen", entry.item.map { of($0).value })))
    }
    items += dossier.references.map { Item(key: nil, value: reference($0, as: "refersTo")) }
    items += dossier.backlinks.map { Item(key: nil, value: reference($0, as: "referredBy")) }
    return items + dossier.history.map { Item(key: nil, value: touch($0)) }
  }

  private func reference(_ reference: Reference, as role: String, _ more: (String, JSONValue?)...) -> JSONValue {
    .object(
      [
        ("kind", .text("reference")), ("role", .text(role)), ("of", .text(reference.key.kind.rawValue)),
        ("id", .text(reference.key.id)), ("title", .text(reference.title)), ("date", .text(reference.date?.code)),
      ] + more)
  }

  private func touch(_ touch: RevisionTouch) -> JSONValue {
    .object([
      ("kind", .text("touch")), ("id", .text("r\(touch.revision.number)")), ("hash", .text(touch.revision.hash)),
      ("effective", .text(touch.revision.effective.iso)), ("author", .text(touch.revision.author)),
      ("title", .text(touch.revision.title)), ("change", .text(touch.change.rawValue)),
      ("fields", touch.fields.isEmpty ? nil : .list(touch.fields.map { .text($0) })),
    ])
  }

  private func of(_ difference: LedgerDifference) throws -> [Item] {
    try difference.groups.flatMap { group in
      try group.records.map { record in
        // An entry's own kind is that of its record.
        Item(
          key: nil, value: .written(try JSONText.of(ChangeEntry(record, group.heading, difference.names))))
      }
    }
  }

  // MARK: Items

  private func of(_ row: ItemRow) -> Item { Item(key: nil, value: .object(fields(of: row))) }

  private func fields(of row: ItemRow) -> [(String, JSONValue?)] {
    let key = RecordKey(.item, row.id)
    var fields: [(String, JSONValue?)] = [
      ("kind", .text("item")), ("id", .text(row.id)), ("changed", changed(key)), ("title", .text(row.title)),
      ("pillar", .text(row.pillar)), ("pillarName", .text(row.pillarName)),
      ("pillarDerived", row.pillar == nil ? nil : .flag(row.isPillarDerived)), ("phase", .text(row.phase?.code)),
      ("phaseDerived", row.phase == nil ? nil : .flag(row.isPhaseDerived)), ("department", .text(row.department)),
      ("nextDue", .text(row.nextDue?.code)), ("lastReview", .text(row.lastReview?.iso)),
      ("firstYear", .whole(row.years?.lowerBound)), ("lastYear", .whole(row.years?.upperBound)),
      ("since", .whole(row.since)), ("kpi", row.kpi.map(of)),
    ]
    if let timing = row.timing { fields += of(timing) }
    return fields
  }

  private func of(_ kpi: KPIReading) -> JSONValue {
    .object([
      ("name", .text(kpi.name)), ("unit", .text(kpi.unit)), ("approximate", kpi.isApproximate ? .flag(true) : nil),
      ("baseline", .number(kpi.baseline)), ("target", .number(kpi.target)), ("due", .text(kpi.due?.code)),
      ("measured", .number(kpi.measured)), ("measuredOn", .text(kpi.measuredOn?.code)),
      ("attainment", .number(kpi.attainment)), ("progress", .number(kpi.progress)),
      ("expected", .number(kpi.line?.expected)), ("behind", kpi.line.map { .flag($0.isBehind) }),
    ])
  }

  private func of(_ timing: ItemTiming) -> [(String, JSONValue?)] {
    func facts(_ facts: [DatedFact]) -> JSONValue {
      .list(
        facts.map {
          .object([
            ("date", .text($0.date.code)), ("derived", $0.confidence == .derived ? .flag(true) : nil),
          ])
        })
    }
    let earlier: JSONValue? =
      switch timing.earlier {
      case nil: nil
      case .noItem?: .object([])
      case .plan(let plan)?:
        .object([
          ("end", .text(plan.end?.code)), ("due", .text(plan.due?.code)), ("scheduled", .text(plan.scheduled?.code)),
        ])
      }
    return [
      ("start", .text(timing.start?.code)), ("end", .text(timing.end?.code)), ("scheduled", facts(timing.scheduled)),
      ("dues", .list(timing.dues.map { .text($0.code) })), ("happened", facts(timing.happened)),
      ("plannedBefore", earlier),
    ]
  }
}
