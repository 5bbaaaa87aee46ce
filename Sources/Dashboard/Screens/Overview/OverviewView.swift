import StrategyModel
import TextUI

/// The two halves of the overview: what there is, and what is new or needs attention.
struct OverviewView {
  /// Counts the items with a KPI behind the straight line.
  static let behind = SlotID.other("behind")

  let context: ScreenContext
  let overview: Overview

  var words: Words { context.words }

  // MARK: Left

  func counts(columns: Int) -> [Row] {
    let width = Pane.textColumns(columns)
    return phases(width) + [.blank] + pillars(width) + [.blank] + budgets(width) + framework(width)
  }

  private func phases(_ width: Int) -> [Row] {
    let isInferred = overview.statedPhases < overview.phases.total - overview.phases[nil]
    var rows = [Row.heading(Line(words(isInferred ? .phasesWithDerived : .phases), context.style(.heading)))]
    let most = max(1, overview.phases.largest)
    for phase in BoardView.allLanes {
      let count = overview.phases[phase]
      let name = TextFit.fit(words.phase(phase), words.language == .ja ? 8 : 14, context.policy)
      let number = TextFit.fit(words.grouped(count), 6, context.policy, alignment: .trailing)
      let head = Line(name + number + "  ")
      let room = max(1, width - head.width(context.policy) - 1)
      let bar = count == 0 ? "" : context.bar(count, of: most, columns: room)
      rows.append(
        Row(
          .text("phase:\(phase?.code ?? "none")"), [head + Line(bar, context.style(.phaseBar(phase)))],
          door: .view(.actions, filter: BoardView.filter(of: phase, within: ""))))
    }
    return rows
  }

  private func pillars(_ width: Int) -> [Row] {
    let counts = overview.pillars.map(\.phases) + [overview.otherPillars]
    let most = counts.map(\.largest).max() ?? 0
    let heat = HeatScale(context.lineSet, most: most)
    let table = CountTable(
      context: context, width: width, columns: context.phaseColumns(width >= 50 ? 5 : 4, for: counts, marks: true))
    var rows = [table.heading(words(.pillarTimesPhase))]
    for entry in overview.pillars {
      let filter = ScreenContext.filter(ofPillar: entry.pillar.id)
      rows.append(
        table.row(
          .record(RecordKey(.pillar, entry.pillar.id)), name: Line(entry.pillar.shortName),
          numbers: context.phaseNumbers(entry.phases, within: filter, heat: heat),
          door: .view(.actions, filter: filter)))
    }
    if overview.otherPillars.total > 0 {
      let filter = overview.pillars.map { "-" + ScreenContext.filter(ofPillar: $0.pillar.id) }.joined(separator: " ")
      rows.append(
        table.row(
          .text("pillar:none"), name: Line(words(.others), context.style(.unknown)),
          numbers: context.phaseNumbers(overview.otherPillars, within: filter, heat: heat),
          door: .view(.actions, filter: filter)))
    }
    if most > 0 {
      var legend = Line(words(.shades), context.style(.faint))
      for (place, part) in heat.legend(words).enumerated() {
        legend.append(place == 0 ? " " : "  ")
        legend.append(part.shade, context.style(.bar))
        legend.append(" \(part.range)", context.style(.faint))
      }
      rows.append(.heading(legend.truncated(to: width, context.policy)))
    }
    return rows
  }

  private func framework(_ width: Int) -> [Row] { writtenFramework(width).rows }

  /// The strategy and the plan in force, and the goals.
  func writtenFramework(_ width: Int) -> RowWriter {
    var writer = RowWriter(context, columns: width)
    if let strategy = overview.strategy {
      writer.field(.strategyInForce, strategy.title, door: .record(RecordKey(.strategy, strategy.id)))
    }
    if let plan = overview.plan {
      let hasEnded = plan.hasEnded(by: context.today) == true
      writer.field(
        .planInForce, plan.title, door: .record(RecordKey(.plan, plan.id)),
        remark: hasEnded ? words(.periodEnded) : nil)
    }
    for (index, goal) in overview.goals.enumerated() {
      writer.field(index == 0 ? words(.goals) : "", goal.text, door: .record(RecordKey(.principle, goal.id)))
    }
    return writer
  }

  // MARK: One above the other

  /// On a narrow screen what needs attention comes first.
  func stack(columns: Int) -> [Row] {
    let width = Pane.textColumns(columns)
    var rows = attention(width) + phases(width) + [.blank] + meeting(width) + updates(width)
    rows += pillars(width) + [.blank] + budgets(width) + framework(width) + [.blank]
    return rows + departments(width)
  }

  // MARK: Right

  func news(columns: Int) -> [Row] {
    let width = Pane.textColumns(columns)
    return attention(width) + meeting(width) + updates(width) + departments(width)
  }

  private func attention(_ width: Int) -> [Row] {
    let heading = Row(
      .text("attention"), [Line(words(.attention), context.style(.heading))], door: .view(.attention, filter: ""))
    var rows = [heading]
    for group in AttentionGroup.onOverview {
      rows.append(
        Row(
          .text(group.filter), [labelled(words(group.title), number(of: group), width)],
          door: .view(.actions, filter: group.filter)))
    }
    if overview.contradictionCount > 0 {
      let number = words.count(overview.contradictionCount)
      rows.append(
        Row(
          .text("contradictions"), [labelled(words(.contradictions), number, width)],
          door: .view(.documents, filter: "")))
    }
    return rows + [.blank]
  }

  private func number(of group: AttentionGroup) -> String {
    // No index tells of the straight line: the items are looked through, in a large store in the background.
    if group == .kpiBehind {
      guard case .items(let page)? = context.content(Self.behind) else { return context.waitingText(Self.behind) }
      if page.searched < 1 { return words.searching(page.searched) }
    }
    return words.count(count(of: group) ?? 0)
  }

  /// `nil` while it is not known.
  func count(of group: AttentionGroup) -> Int? {
    let attention = overview.attention
    switch group {
    case .reviewOverdue: return attention.reviewOverdue
    case .withoutReview: return attention.withoutReview
    case .kpiOverdue: return attention.kpiOverdue
    case .dueSoon: return attention.dueSoon
    case .kpiBehind:
      guard case .items(let page)? = context.content(Self.behind) else { return nil }
      return page.total
    }
  }

  private func meeting(_ width: Int) -> [Row] {
    guard let meeting = overview.latestMeeting else { return [] }
    let decided =
      meeting.decisions.isEmpty
      ? "\(words(.decisions)) \(words(.unknown))" : "\(words(.decisions)) \(words.count(meeting.decisions.count))"
    let agenda =
      meeting.agenda.isEmpty
      ? "\(words(.agenda)) \(words(.unknown))" : "\(words(.agenda)) \(words.count(meeting.agenda.count))"
    let key = RecordKey(.meeting, meeting.id)
    return [
      .heading(Line(words(.latestMeeting), context.style(.heading))),
      Row(.record(key), [context.marked(TextFit.truncate(meeting.title, width, context.policy))], door: .record(key)),
      Row(
        .text("agenda"), [Line("\(context.calendar.text(meeting.date))  \(agenda)  \(decided)", context.style(.faint))],
        door: .record(key)),
      .blank,
    ]
  }

  private func updates(_ width: Int) -> [Row] {
    guard !overview.latestUpdates.isEmpty else { return [] }
    let rows = overview.latestUpdates.flatMap { context.rows(of: $0, columns: width) }
    return [.heading(Line(words(.latestUpdates), context.style(.heading)))] + rows + [.blank]
  }

  private func departments(_ width: Int) -> [Row] {
    guard !overview.departments.isEmpty else { return [] }
    var rows = [Row.heading(Line(words(.departments), context.style(.heading)))]
    for entry in overview.departments {
      rows.append(
        counted(entry.name, entry.count, width, id: "dept:\(entry.name)", filter: "dept:=\"\(entry.name)\""))
    }
    if overview.withoutDepartment > 0 {
      rows.append(counted(words(.unknown), overview.withoutDepartment, width, id: "dept:none", filter: "dept:none"))
    }
    return rows
  }

  private func counted(_ name: String, _ count: Int, _ width: Int, id: String, filter: String) -> Row {
    Row(.text(id), [labelled(name, words.count(count), width)], door: .view(.actions, filter: filter))
  }

  private func labelled(_ name: String, _ number: String, _ width: Int) -> Line {
    let columns = min(width, 52)
    let room = max(1, columns - context.policy.width(of: number) - 1)
    return Line(TextFit.fit(name, room, context.policy) + " ") + Line(number, .bold)
  }
}

extension ScreenContext {
  /// The filter that finds the items of just this pillar.
  static func filter(ofPillar id: String) -> String { "pillar:=\"\(id)\"" }

  /// A bar of whole blocks, at least one for a count above zero.
  func bar(_ count: Int, of most: Int, columns: Int) -> String {
    let block = lineSet.block
    let fitting = max(1, columns / max(1, policy.width(of: block)))
    return String(repeating: block, count: max(1, min(count, most) * fitting / most))
  }
}
