import StrategyModel
import TextSearch
import TextUI

/// The line being typed, the sentence of what is in force, and above them what has to be said about the text.
struct PromptView {
  let state: AppState
  let prompt: Prompt
  /// The filter in force, with counts, in so many columns.
  let sentence: (Int) -> String

  /// Lines above the prompt, at most.
  private static let panelLines = 3

  private var words: Words { state.words }
  private var policy: WidthPolicy { state.settings.policy }
  private var theme: Theme { state.theme }

  func draw(into canvas: inout Canvas, _ frame: Frame) {
    let rect = frame.footer
    let label = Line("\(words(prompt.finding == .filter ? .filter : .searchText)) / ", theme.style(.key))
    let used = label.width(policy)
    let room = rect.columns - used
    let typed = min(min(max(12, policy.width(of: prompt.field.text) + 1), max(12, room * 2 / 3)), room)
    let error = prompt.completing == nil ? prompt.error : nil
    let message = error.map { Line("! \($0.message)", theme.style(.warning)) }
    let remarkRoom = room - typed - 2
    let isBeside = message.map { state.notice == nil && $0.width(policy) <= remarkRoom } ?? false

    let above = linesAbove(isBeside ? nil : message, rect.columns)
    drawAbove(above, isMarked: error != nil, into: &canvas, frame)
    canvas.draw(label, at: rect.origin)
    let field = Rect(column: rect.column + used, row: rect.row, columns: typed, rows: 1)
    prompt.field.draw(into: &canvas, in: field)
    if let error { mark(error, into: &canvas, in: field, frame) }
    if remarkRoom > 2 {
      let remark = isBeside ? message ?? Line() : Line(sentence(remarkRoom))
      canvas.draw(remark.truncated(to: remarkRoom, policy), at: Point(column: field.endColumn + 2, row: rect.row))
    }
  }

  // MARK: Above the prompt

  private struct Above {
    var title = ""
    var lines: [Line] = []
  }

  /// The candidates; else a notice, or an error that has no room beside what is typed.
  private func linesAbove(_ message: Line?, _ columns: Int) -> Above {
    if let completing = prompt.completing { return candidates(completing, columns) }
    if let notice = state.notice {
      let style = notice.kind == .information ? theme.style(.changed) : theme.style(.warning)
      return Above(lines: wrapped(Line(notice.text, style), columns))
    }
    return Above(lines: message.map { wrapped($0, columns) } ?? [])
  }

  private func wrapped(_ line: Line, _ columns: Int) -> [Line] {
    line.wrapped(to: columns - 2, policy).map { Line(" ") + $0 }
  }

  /// The candidates side by side, as many lines as there is room for around the chosen one, which stands in brackets.
  private func candidates(_ completing: Prompt.Completing, _ columns: Int) -> Above {
    var lines: [Line] = [Line()]
    var chosenLine = 0
    for (index, candidate) in completing.completion.candidates.enumerated() {
      let isChosen = index == completing.chosen
      let text = TextFit.truncate(candidate, max(1, columns - 3), policy)
      let cell = Line(isChosen ? "[\(text)]" : " \(text) ", isChosen ? .reverse : .plain)
      if lines[lines.count - 1].width(policy) + cell.width(policy) > columns, !lines[lines.count - 1].isEmpty {
        lines.append(Line())
      }
      lines[lines.count - 1] += cell
      if isChosen { chosenLine = lines.count - 1 }
    }
    let first = min(chosenLine / Self.panelLines * Self.panelLines, max(0, lines.count - Self.panelLines))
    let place = completing.chosen.map { "\($0 + 1)/" } ?? ""
    let count = "\(words(.candidates)) \(place)\(completing.completion.candidates.count)"
    return Above(
      title: "\(count)  \(words(.candidatesHint))",
      lines: Array(lines[first..<min(lines.count, first + Self.panelLines)]))
  }

  /// Between two rules, the lower of which carries the marks of what is wrong; the rows behind are covered.
  private func drawAbove(_ above: Above, isMarked: Bool, into canvas: inout Canvas, _ frame: Frame) {
    let ruleRow = frame.footer.row - 1
    let hasRule = !frame.bottomRule.isEmpty
    let lines = above.lines.prefix(min(Self.panelLines, max(1, frame.body.rows - 4)))
    guard !lines.isEmpty || isMarked else { return }
    if !hasRule { rule(ruleRow, into: &canvas, frame) }
    guard !lines.isEmpty else { return }
    let top = ruleRow - lines.count - 1
    rule(top, into: &canvas, frame)
    if !above.title.isEmpty {
      let title = TextFit.truncate(" \(above.title) ", max(1, frame.footer.columns - 4), policy)
      canvas.draw(Line(title, theme.style(.heading)), at: Point(column: frame.footer.column + 2, row: top))
    }
    for (index, line) in lines.enumerated() {
      canvas.draw(
        line.fitted(to: frame.footer.columns, policy), at: Point(column: frame.footer.column, row: top + 1 + index))
    }
  }

  private func rule(_ row: Int, into canvas: inout Canvas, _ frame: Frame) {
    let rect = Rect(column: frame.footer.column, row: row, columns: frame.footer.columns, rows: 1)
    canvas.fill(rect)
    Rule(style: theme.style(.faint)).draw(into: &canvas, in: rect)
  }

  // MARK: The wrong part

  /// Shows the wrong part where it stands: reversed and underlined, with signs above it on the rule.
  private func mark(_ error: FilterError, into canvas: inout Canvas, in field: Rect, _ frame: Frame) {
    let characters = Array(prompt.field.text)
    let lower = min(error.range.lowerBound, characters.count)
    let upper = min(max(lower, error.range.upperBound), characters.count)
    let start = policy.width(of: String(characters[..<lower])) - prompt.field.scroll(field.columns, policy)
    let width = max(1, policy.width(of: String(characters[lower..<upper])))
    let wrong = Rect(column: field.column + start, row: field.row, columns: width, rows: 1).intersection(field)
    guard !wrong.isEmpty else { return }
    canvas.restyle(wrong) { _ in Style(foreground: .red, attributes: [.bold, .underline, .reverse]) }
    let sign = policy.width(of: canvas.lineSet.descending) == 1 ? canvas.lineSet.descending : "v"
    canvas.draw(
      Line(String(repeating: sign, count: wrong.columns), theme.style(.warning)),
      at: Point(column: wrong.column, row: field.row - 1))
  }
}
