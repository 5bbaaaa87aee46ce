import StrategyModel
import TextUI

/// Draws a form: what it is about, its lines, what is wrong with one, and the line that saves.
struct FormView {
  let state: AppState
  let form: CorrectionForm

  private var words: Words { state.words }
  private var policy: WidthPolicy { state.settings.policy }
  private var theme: Theme { state.theme }
  private static let labelColumns = 14

  /// A line, and the field that it belongs to (the number of fields for the line that saves).
  private struct FormLine {
    var text: Line
    var place: Int?
    /// The line in which the field's value stands.
    var isInput = false
  }

  private var boxColumns: Int { min(state.size.columns - 2, 76) }
  private var textColumns: Int { boxColumns - 4 - Pane.gutter }

  func draw(into canvas: inout Canvas) {
    let lines = lines
    let rows = min(state.size.rows - 2, lines.count + 3)
    let box = Rect(state.size).centered(Size(columns: boxColumns, rows: rows))
    canvas.fill(box)
    let frame = Box(title: Line(" \(words(form.kind.word)) ", theme.style(.heading)))
    frame.draw(into: &canvas, in: box)
    let (hintRow, list) = frame.interior(of: box).inset(columns: 1, rows: 0).split(.bottom, 1)
    canvas.draw(Line(words(.formHint), theme.style(.faint)), at: hintRow.origin, columns: hintRow.columns)
    // What is wrong with the line at the caret stays in sight with it.
    let focused = lines.lastIndex { $0.place == form.focus } ?? 0
    let offset = max(0, min(focused + 1 - list.rows, lines.count - list.rows))
    for (row, line) in lines.dropFirst(offset).prefix(list.rows).enumerated() {
      draw(line, in: Rect(column: list.column, row: list.row + row, columns: list.columns, rows: 1), &canvas)
    }
  }

  private func draw(_ line: FormLine, in rect: Rect, _ canvas: inout Canvas) {
    let isFocused = line.isInput && line.place == form.focus
    let sign = isFocused ? TextFit.fit(canvas.lineSet.marker, Pane.gutter, policy) : "  "
    let text = (Line(sign) + line.text).fitted(to: rect.columns, policy)
    let isButton = line.place == form.fields.count
    canvas.draw(isFocused && isButton ? text.styled { $0.adding(.reverse) } : text, at: rect.origin)
    guard isFocused, let place = line.place, form.fields.indices.contains(place),
      case .text(let field) = form.fields[place].input
    else { return }
    let column = rect.column + Pane.gutter + FormView.labelColumns
    field.draw(
      into: &canvas, in: Rect(column: column, row: rect.row, columns: rect.endColumn - column, rows: 1),
      Style(attributes: .underline))
  }

  // MARK: Lines

  private var lines: [FormLine] {
    guard let dossier = form.dossier else {
      return [FormLine(text: Line(words(.loading), theme.style(.faint)))]
    }
    var lines = Line(dossier.record.title, .bold).wrapped(to: textColumns, policy).map { FormLine(text: $0) }
    lines += situation(dossier).flatMap { wrapped($0, .faint) }
    for remark in form.remarks { lines += wrapped(remark, .warning) }
    lines.append(FormLine(text: Line()))
    for (place, field) in form.fields.enumerated() {
      lines.append(FormLine(text: line(field, isFocused: place == form.focus), place: place, isInput: true))
      if form.fault?.field == field.id { lines += fault(at: place) }
    }
    lines.append(FormLine(text: Line()))
    if let fault = form.fault, fault.field == nil { lines += wrapped(fault.words, .warning) }
    let button = words(form.isSaving ? .saving : .saveForm)
    lines.append(FormLine(text: Line(button, theme.style(.key)), place: form.fields.count, isInput: true))
    return lines
  }

  private func wrapped(_ text: String, _ role: Role) -> [FormLine] {
    Line(text, theme.style(role)).wrapped(to: textColumns, policy).map { FormLine(text: $0) }
  }

  private func fault(at place: Int) -> [FormLine] {
    let room = max(8, textColumns - FormView.labelColumns)
    let indent = Line(String(repeating: " ", count: FormView.labelColumns))
    return Line(form.fault?.words ?? "", theme.style(.warning)).wrapped(to: room, policy).map {
      FormLine(text: indent + $0, place: place)
    }
  }

  private func line(_ field: FormField, isFocused: Bool) -> Line {
    let label = Line(TextFit.fit(words(field.label), FormView.labelColumns, policy), theme.style(.label))
    switch field.input {
    case .text(let text):
      if text.isEmpty, let hint = field.hint { return label + Line(words(hint), theme.style(.faint)) }
      return label + Line(text.text)
    case .choice(let names, let selected):
      let name = names.indices.contains(selected) ? names[selected] : ""
      let place = Line("  \(selected + 1)/\(names.count)", theme.style(.faint))
      guard isFocused else { return label + Line(name) + place }
      return label + Line("< ", theme.style(.key)) + Line(name, Style(attributes: .reverse))
        + Line(" >", theme.style(.key)) + place
    }
  }

  /// Where the record stands, for those who fill in the form.
  private func situation(_ dossier: Dossier) -> [String] {
    switch (form.kind, dossier.record) {
    case (.phase, .item(let item)):
      let remark = item.isPhaseDerived ? words.remark(words(.derived)) : ""
      return ["\(words(.phase)): \(words.phase(item.shownPhase))\(remark)"]
    case (.measurement, .item):
      guard let kpi = form.kpi else { return [words(.noKPI)] }
      return situation(kpi, dossier.measurements.filter { $0.kpi == kpi.id })
    case (.review, .item):
      let last = dossier.reviews.map(\.date).max().map { state.settings.calendar.text($0) }
      return ["\(words(.lastReview)): \(last ?? words(.noReview))"]
    case (.decision, .meeting(let meeting)):
      let day = state.settings.calendar.text(meeting.date)
      return ["\(day)  \(words(.decisions)): \(words.count(meeting.decisions.count))"]
        + dossier.items.prefix(4).map { "\($0.id)  \($0.title)" }
        + (dossier.items.count > 4 ? [words.more(dossier.items.count - 4)] : [])
    default: return []
    }
  }

  /// The target in force and what was measured last; with the value that is typed, how much of the target it is.
  private func situation(_ kpi: KPI, _ measurements: [Measurement]) -> [String] {
    let unit = kpi.unit ?? ""
    let reading = KPIReading(kpi, measurements: measurements, on: state.settings.today)
    let target = reading.target.map { target in
      let due = reading.due.map { words.remark($0.text(state.settings.calendar)) } ?? ""
      return "\(words(.target)): \(words.number(target))\(unit)\(due)"
    }
    let latest = measurements.latest.map { latest in
      let date = latest.date.map { words.remark($0.text(state.settings.calendar)) } ?? ""
      return "\(words(.measured)): \(words.number(latest.value))\(unit)\(date)"
    }
    let baseline = kpi.baseline.map { "\(words(.baseline)): \(words.number($0))\(unit)" } ?? words(.noBaseline)
    return [[baseline, target].compactMap(\.self).joined(separator: "  "), latest].compactMap(\.self)
  }
}

extension CorrectionForm.Kind {
  var word: Word {
    switch self {
    case .phase: .movePhase
    case .measurement: .addMeasurement
    case .review: .addReview
    case .decision: .addDecision
    }
  }

  /// The kind of record that it is about.
  var subject: RecordKind { self == .decision ? .meeting : .item }

  /// Said where no such record is selected.
  var withoutSubject: Word { self == .decision ? .meetingNeeded : .itemNeeded }
}
