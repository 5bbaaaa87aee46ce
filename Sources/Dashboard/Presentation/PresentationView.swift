import StrategyModel
import TextUI

/// Draws the page of a presentation: large spacing, wide margins, nothing around it but its place and the clock.
struct PresentationView {
  let state: AppState
  let presentation: Presentation

  private var words: Words { state.words }
  private var policy: WidthPolicy { state.settings.policy }
  private var calendar: CalendarStyle { state.settings.calendar }
  /// The projector washes colours out; without colours there are none here either.
  private var theme: Theme { state.settings.theme == .mono ? state.theme : Theme(.highContrast) }
  private var lineSet: LineSet { state.context.lineSet }

  private var margin: Int { max(2, state.size.columns / 12) }
  private var columns: Int { max(8, state.size.columns - 2 * margin) }

  func draw(into canvas: inout Canvas) {
    if !presentation.isBlank || presentation.showsNotes {
      let content = presentation.showsNotes ? notes : page
      let rows = max(1, state.size.rows - 3)
      // Air between the paragraphs as long as there is room for it.
      let airy = content.lines(apart: 1)
      let lines = airy.count <= rows ? airy : content.lines(apart: 0)
      for (row, line) in lines.prefix(rows).enumerated() {
        canvas.draw(line.truncated(to: columns, policy), at: Point(column: margin, row: row + 1))
      }
      drawPlaceAndClock(into: &canvas)
    }
    let ground = theme.ground
    canvas.restyle(canvas.bounds) { $0.over(ground) }
  }

  private func drawPlaceAndClock(into canvas: inout Canvas) {
    let place = state.pageCount.map { "\(presentation.page + 1) / \($0)" } ?? ""
    let clock = presentation.clock.map(Self.time) ?? ""
    let text = Line([place, clock].filter { !$0.isEmpty }.joined(separator: "    "), theme.style(.faint))
    let column = max(0, state.size.columns - margin - text.width(policy))
    canvas.draw(text, at: Point(column: column, row: state.size.rows - 1))
  }

  private static func time(_ minutes: Int) -> String {
    let digits = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return digits.joined(separator: ":")
  }

  // MARK: Pages

  private typealias Blocks = [[Line]]

  private var page: Blocks {
    guard presentation.meeting != nil else { return [wrapped(words(.waitingForPresenter), .faint)] }
    guard let dossier = state.presentedMeeting, case .meeting(let meeting) = dossier.record else {
      let isRead = state.slots[.presented]?.answer != nil
      return [wrapped(words(isRead ? .notFound : .loading), .faint)]
    }
    guard presentation.page > 0 else { return agenda(meeting) }
    guard case .dossier(let item?)? = state.slots[.presentedItem]?.answer?.content, case .item(let value) = item.record,
      value.id == state.presentedItem?.id
    else { return [title(state.presentedItem?.title ?? "")] }
    return self.item(value, item)
  }

  private func agenda(_ meeting: Meeting) -> Blocks {
    let agenda = meeting.agenda.enumerated().map { wrapped("\($0 + 1)  \($1.title)", .text) }
    return [title(meeting.title), wrapped(calendar.text(meeting.date), .faint)]
      + (agenda.isEmpty ? [wrapped("\(words(.agenda))  \(words(.unknown))", .unknown)] : agenda)
  }

  private func item(_ item: ActionItem, _ dossier: Dossier) -> Blocks {
    var blocks = [title(item.title), [phase(item)]]
    for kpi in item.kpis.prefix(2) { blocks.append(self.kpi(kpi, dossier)) }
    if let summary = item.summary {
      blocks.append(wrapped(summary + (item.isSummaryOurs ? "（\(words(.summaryOurs))）" : ""), .text))
    }
    if let department = item.department { blocks.append(wrapped("\(words(.department))  \(department)", .faint)) }
    return blocks
  }

  /// Bold, with a space behind each letter where that fits on two lines.
  private func title(_ text: String) -> [Line] {
    let spaced = text.map(String.init).joined(separator: " ")
    let lines = wrapped(spaced, .heading)
    return lines.count <= 2 ? lines : wrapped(text, .heading)
  }

  /// All phases with the present one marked; where that is too wide, the present one alone.
  private func phase(_ item: ActionItem) -> Line {
    let shown = item.shownPhase
    let remark = item.isPhaseDerived ? Line("（\(words(.derived))）", theme.style(.derived)) : Line()
    guard let shown else { return Line("\(words(.phase))  \(words(.unknown))", theme.style(.unknown)) }
    var line = Line()
    for phase in Phase.allCases {
      if phase != .planning { line.append(" \(lineSet.arrow) ", theme.style(.faint)) }
      let style = phase == shown ? theme.style(.phase(phase)).adding([.bold, .reverse]) : theme.style(.faint)
      line.append(phase == shown ? "[\(words.phase(phase))]" : words.phase(phase), style)
    }
    let whole = line + remark
    guard whole.width(policy) > columns else { return whole }
    return Line("\(words(.phase))  ", theme.style(.label))
      + Line("[\(words.phase(shown))]", theme.style(.phase(shown)).adding(.bold)) + remark
  }

  private func kpi(_ kpi: KPI, _ dossier: Dossier) -> [Line] {
    let unit = kpi.unit ?? ""
    let reading = KPIReading(
      kpi, measurements: dossier.measurements.filter { $0.kpi == kpi.id }, on: state.settings.today)
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

  // MARK: The operator's own screen

  private var notes: Blocks {
    guard let dossier = state.presentedMeeting, case .meeting(let meeting) = dossier.record else { return page }
    let now = presentation.page == 0 ? meeting.title : state.presentedItem?.title ?? ""
    let next = state.item(onPage: presentation.page + 1)?.title ?? words(.noNextPage)
    let id = state.presentedItem?.id
    let decisions = meeting.decisions.filter { decision in id.map(decision.items.contains) ?? true }
    var blocks: Blocks = [
      wrapped("\(words(.pageNow))  \(now)\(presentation.isBlank ? "（\(words(.blanked))）" : "")", .heading),
      wrapped("\(words(.pageNext))  \(next)", .text), [elapsed],
    ]
    blocks += decisions.map { wrapped("\(words(.decisions))  \($0.text)", .text) }
    for text in [meeting.minutes, meeting.note].compactMap(\.self) { blocks.append(wrapped(text, .text)) }
    return blocks + [wrapped(words(.presenterKeys), .faint)]
  }

  private var elapsed: Line {
    guard let clock = presentation.clock, let began = presentation.began else { return Line() }
    return Line("\(words(.elapsed))  \(words.minutes((clock - began + 1440) % 1440))", theme.style(.label))
  }

  private func wrapped(_ text: String, _ role: Role) -> [Line] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { Line(String($0), theme.style(role)).wrapped(to: columns, policy) }
  }
}

extension [[Line]] {
  /// All lines, with empty ones between the blocks.
  fileprivate func lines(apart count: Int) -> [Line] {
    var lines: [Line] = []
    for block in self {
      if !lines.isEmpty { lines.append(contentsOf: repeatElement(Line(), count: count)) }
      lines.append(contentsOf: block)
    }
    return lines
  }
}
