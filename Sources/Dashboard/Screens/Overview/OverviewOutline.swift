import StrategyModel

extension OverviewView {
  /// The overview in reading order: what there is, then what is new or needs attention.
  var outline: [OutlinePart] {
    attentionPart + phasesPart + pillarsPart + budgetsPart + frameworkPart
      + meetingPart + updatesPart + departmentsPart
  }

  private func heading(_ word: Word) -> OutlinePart { .heading(OutlineText(words(word)), level: 2) }

  private func countTable(_ name: Word) -> OutlinePart {
    .table([OutlineColumn(words(name)), OutlineColumn(words(.count), isNumber: true)])
  }

  private func row(_ name: String, _ count: Int, _ role: Role = .text) -> OutlinePart {
    .row([OutlineCell(name, role), OutlineCell(words.grouped(count), datum: .number(Double(count)))])
  }

  private var attentionPart: [OutlinePart] {
    let rows = AttentionGroup.onOverview.map { row(words($0.title), count(of: $0) ?? 0) }
    let contradictions = overview.contradictionCount
    return [heading(.attention), countTable(.attention)] + rows
      + (contradictions > 0 ? [row(words(.contradictions), contradictions)] : [])
  }

  private var phasesPart: [OutlinePart] {
    let isInferred = overview.statedPhases < overview.phases.total - overview.phases[nil]
    return [heading(isInferred ? .phasesWithDerived : .phases), countTable(.phase)]
      + BoardView.allLanes.map { row(words.phase($0), overview.phases[$0], .phase($0)) }
      + [row(words(.total), overview.phases.total)]
  }

  private var pillarsPart: [OutlinePart] {
    let others = overview.otherPillars
    return [heading(.pillarTimesPhase), .table([OutlineColumn(words(.pillar))] + context.phaseOutlineColumns)]
      + overview.pillars.map {
        .row([OutlineCell($0.pillar.shortName)] + context.phaseCells($0.phases), of: RecordKey(.pillar, $0.pillar.id))
      }
      + (others.total > 0
        ? [.row([OutlineCell(words(.others), .unknown)] + context.phaseCells(others))] : [])
  }

  private var budgetsPart: [OutlinePart] {
    guard !overview.budgets.isEmpty else { return [] }
    let years = Array(Set(overview.budgets.map(\.year))).sorted()
    let pillars = Array(Set(overview.budgets.map(\.pillar)))
      .sorted { ($0?.order ?? Int.max, $0?.id ?? "") < ($1?.order ?? Int.max, $1?.id ?? "") }
    let columns = years.map { OutlineColumn(words.year($0, context.calendar), isNumber: true) }
    return [heading(.budgetByPillar), .table([OutlineColumn(words(.pillar))] + columns)]
      + pillars.map { pillar in
        let cells = years.map { year in
          let yen = overview.budgets.filter { $0.pillar == pillar && $0.year == year }.reduce(0) { $0 &+ $1.yen }
          return yen == 0
            ? OutlineCell(words.dot, .faint, datum: .empty) : OutlineCell(words.yen(yen), datum: .number(Double(yen)))
        }
        return .row([OutlineCell(pillar?.shortName ?? words(.others))] + cells)
      }
  }

  private var meetingPart: [OutlinePart] {
    guard let meeting = overview.latestMeeting else { return [] }
    func counted(_ count: Int) -> OutlineText {
      count == 0 ? OutlineText(words(.unknown), .unknown) : OutlineText(words.count(count))
    }
    return [
      heading(.latestMeeting),
      .field(label: words(.meetings), OutlineText(meeting.title), of: RecordKey(.meeting, meeting.id)),
      .field(label: words(.date), OutlineText(context.calendar.text(meeting.date))),
      .field(label: words(.agenda), counted(meeting.agenda.count)),
      .field(label: words(.decisions), counted(meeting.decisions.count)),
    ]
  }

  private var updatesPart: [OutlinePart] {
    guard !overview.latestUpdates.isEmpty else { return [] }
    return [heading(.latestUpdates), .table(context.updateColumns)] + overview.latestUpdates.map(context.updateRow)
  }

  private var departmentsPart: [OutlinePart] {
    guard !overview.departments.isEmpty else { return [] }
    let without = overview.withoutDepartment
    return [heading(.departments), countTable(.department)] + overview.departments.map { row($0.name, $0.count) }
      + (without > 0 ? [row(words(.unknown), without, .unknown)] : [])
  }

  private var frameworkPart: [OutlinePart] {
    var parts = writtenFramework(context.columns).parts
    guard !parts.isEmpty else { return [] }
    // Each goal stands for itself; one without a label would be a value of the goal before.
    for index in parts.indices {
      if case .field("", let text, let key, _) = parts[index] {
        parts[index] = .field(label: words(.goals), text, of: key)
      }
    }
    return [heading(.framework)] + parts
  }
}
