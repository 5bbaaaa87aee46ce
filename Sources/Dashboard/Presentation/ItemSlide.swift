import StrategyModel
import TextUI

/// The slide of an item, in its state of the meeting's day.
struct ItemSlide {
  let pieces: SlidePieces
  let meeting: Meeting
  let row: ItemRow
  let item: ActionItem
  let dossier: Dossier

  private var words: Words { pieces.words }
  private var policy: WidthPolicy { pieces.policy }
  private var calendar: CalendarStyle { pieces.calendar }
  private var lineSet: LineSet { pieces.lineSet }
  private var theme: Theme { pieces.theme }
  private var columns: Int { pieces.columns }
  private var today: CivilDate { pieces.state.settings.today }
  /// Targets are reckoned as of the meeting's day, unless that is still to come.
  private var day: CivilDate { min(meeting.date, today) }

  var text: SlideText {
    var blocks = [[phase]]
    if let retirement { blocks.append(wrapped(retirement, .warning)) }
    // Without air a KPI's numbers would read as the next one's.
    let apart = Set(item.kpis.indices.dropFirst().map { blocks.count + $0 })
    for kpi in item.kpis { blocks.append(self.kpi(kpi)) }
    if let summary = item.summary {
      blocks.append(wrapped(summary + (item.isSummaryOurs ? "（\(words(.summaryOurs))）" : ""), .text))
    }
    let department = item.department.map { "\(words(.department))  \($0)" }
    blocks.append([department, asOf].compactMap(\.self).flatMap { wrapped($0, .faint) })
    return SlideText(title: item.title, blocks: blocks, apart: apart)
  }

  private func wrapped(_ text: String, _ role: Role) -> [Line] { pieces.wrapped(text, role) }

  // MARK: The day

  private var moment: ItemMoment? { pieces.state.moment(of: row) }

  /// Whether the item was gone by the end of the meeting's day.
  private var wasGone: Bool { moment?.retired.map { $0 <= meeting.date } ?? false }

  private var retirement: String? {
    moment?.retired.map { words.retired(on: calendar.text($0), wasGone: wasGone) }
  }

  /// As of when this is, unless that is today, and what has become of the item.
  private var asOf: String? {
    // What was gone by then is shown as it was before, which the line on its retirement tells.
    guard let moment, moment.day < today, !wasGone else { return nil }
    let then = calendar.text(moment.day)
    guard let now = pieces.state.presentedMeeting?.itemsSince[row.id] else { return words.asOf(then) }
    let context = pieces.state.context
    let state = context.state(now)
    let news = state == context.state(row) ? words(.unchangedSince) : state
    return words.asOf(then, since: news)
  }

  // MARK: Phase and KPIs

  /// All phases with the present one marked; where that is too wide, the present one alone.
  private var phase: Line {
    let shown = item.shownPhase
    let remark = item.isPhaseDerived ? Line("（\(words(.derived))）", theme.style(.derived)) : Line()
    guard let shown else { return Line("\(words(.phase))  \(words(.unknown))", theme.style(.unknown)) }
    var line = Line()
    for phase in Phase.allCases {
      if phase != .planning { line.append(" \(lineSet.arrow) ", theme.style(.faint)) }
      let style = phase == shown ? theme.style(.phase(phase)).adding([.bold, .reverse]) : theme.style(.faint)
      line.append(phase == shown ? "[\(words.phase(phase))]" : words.phase(phase), style)
      if phase == shown { line += remark }
    }
    guard line.width(policy) > columns else { return line }
    return Line("\(words(.phase))  ", theme.style(.label))
      + Line("[\(words.phase(shown))]", theme.style(.phase(shown)).adding(.bold)) + remark
  }

  private func kpi(_ kpi: KPI) -> [Line] {
    let unit = kpi.unit ?? ""
    let reading = KPIReading(kpi, measurements: dossier.measurements.filter { $0.kpi == kpi.id }, on: day)
    var lines = wrapped(kpi.name, .label)
    if let ratio = reading.attainment {
      let percent = " \(words(.attainment)) \(words.percent(ratio))"
      let bar = max(6, min(40, columns - policy.width(of: percent)))
      lines.append(
        Meter(ratio: ratio, style: theme.style(.bar), trackStyle: theme.style(.faint)).line(bar, policy, lineSet)
          + Line(percent, .bold))
    }
    let about = kpi.isApproximate ? words(.approximately) : ""
    let measured = reading.measured.map { "\(words(.measured)) \(about)\(words.number($0))\(unit)" }
    let target = reading.target.map { target in
      let due = reading.due.map { "（\($0.text(calendar))）" } ?? ""
      return "\(words(.target)) \(about)\(words.number(target))\(unit)\(due)"
    }
    let numbers = [measured ?? "\(words(.measured)) \(words(.unknown))", target].compactMap(\.self)
    return lines + wrapped(numbers.joined(separator: "   "), .text)
  }
}
