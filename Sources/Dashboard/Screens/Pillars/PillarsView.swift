import StrategyModel
import TextUI

struct PillarsView {
  let context: ScreenContext
  let frameworks: Frameworks

  var words: Words { context.words }

  /// Editions newest first, each with its pillars and their counts by phase; then the plans.
  func editions(columns: Int) -> [Row] {
    let width = Pane.textColumns(columns)
    var rows: [Row] = []
    for edition in frameworks.editions.reversed() { rows += self.edition(edition, width) }
    for plan in frameworks.plans.reversed() { rows += self.plan(plan, width) }
    return rows
  }

  private func edition(_ edition: Frameworks.Edition, _ width: Int) -> [Row] {
    let strategy = edition.strategy
    let pillars = edition.pillars.filter { context.passes(.pillar($0.pillar)) }
    guard !pillars.isEmpty || context.passes(.strategy(strategy)) else { return [] }
    let table = CountTable(context: context, width: width, columns: context.phaseColumns(4, for: pillars.map(\.phases)))
    let largest = pillars.map(\.phases.total).max() ?? 0
    let names = pillars.map { entry in
      Line("  \(entry.pillar.order) ", context.style(.faint)) + context.marked(entry.pillar.name)
    }
    let hasBars = table.hasRoomForBars(behind: names)
    var rows = [title(Record.strategy(strategy), strategy.adopted, words.editionStatus(strategy.status), width)]
    if !pillars.isEmpty { rows.append(table.heading("  " + words(.pillars))) }
    for (entry, name) in zip(pillars, names) {
      let key = RecordKey(.pillar, entry.pillar.id)
      rows.append(
        table.row(
          .record(key), name: name, bar: hasBars ? context.phaseBar(entry.phases, of: largest) : Line(),
          numbers: context.phaseNumbers(entry.phases, within: ScreenContext.filter(ofPillar: entry.pillar.id)),
          door: .record(key)))
    }
    return rows + [.blank]
  }

  private func plan(_ entry: Frameworks.PlanEdition, _ width: Int) -> [Row] {
    let plan = entry.plan
    let revisions = entry.revisions.filter { context.passes(.planRevision($0)) }
    guard !revisions.isEmpty || context.passes(.plan(plan)) else { return [] }
    let hasEnded = plan.hasEnded(by: context.today) == true
    var rows = [
      title(.plan(plan), plan.adopted, hasEnded ? words(.periodEnded) : words.editionStatus(plan.status), width)
    ]
    for revision in revisions {
      let key = RecordKey(.planRevision, revision.id)
      let text = "  \(context.calendar.text(revision.date))  \(words(.planRevisions))"
      rows.append(Row(.record(key), [context.marked(text)], door: .record(key)))
    }
    return rows + [.blank]
  }

  /// Where the line is too narrow, the date is short or left out: the state is what counts.
  private func title(_ record: Record, _ adopted: PartialDate?, _ status: String, _ width: Int) -> Row {
    let unknown = "\(words(.adopted)) \(words(.unknown))"
    let dates = [adopted?.text(context.calendar) ?? unknown, adopted.map(context.shortDate) ?? unknown, nil]
    let lines = dates.map { date in
      Line(record.title, context.style(.heading)) + Line(date.map { "  \($0)" } ?? "", context.style(.faint))
        + Line("  \(status)", context.style(.label))
    }
    let line = lines.first { $0.width(context.policy) <= width } ?? lines[lines.count - 1]
    return Row(.record(record.key), [line], door: .record(record.key))
  }

  /// Goals, stances, visions and the six ideals of the online plan, each under the framework that states them.
  func principles(columns: Int) -> [Row] { writtenPrinciples(columns).rows }

  func writtenPrinciples(_ columns: Int) -> RowWriter {
    var writer = RowWriter(context, columns: Pane.textColumns(columns))
    add(frameworks.goals, words(.goals), &writer)
    for edition in frameworks.editions.reversed() {
      add(edition.stances, "\(words(.stances))  \(edition.strategy.edition)", &writer)
      add(edition.visions, "\(words(.visions))  \(edition.strategy.edition)", &writer)
    }
    for plan in frameworks.plans { add(plan.visions, "\(words(.visions))  \(plan.plan.title)", &writer) }
    add(frameworks.onlineIdeals, words(.onlineIdeals), &writer)
    return writer
  }

  private func add(_ principles: [Principle], _ heading: String, _ writer: inout RowWriter) {
    let shown = principles.filter { context.passes(.principle($0)) }
    guard let first = shown.first else { return }
    writer.heading(first.isSummary ? "\(heading)\(words.remark(words(.summaryOurs)))" : heading)
    for principle in shown {
      writer.point(principle.text, door: .record(RecordKey(.principle, principle.id)))
    }
  }
}
