import StrategyModel
import TextSearch
import TextUI

/// The last lines: the position on the rule; the filter as a sentence, or what is being typed; a notice, or the keys.
struct FooterView {
  let state: AppState
  /// The pane whose position is shown.
  let focused: Pane?

  private var words: Words { state.words }
  private var policy: WidthPolicy { state.settings.policy }
  private var theme: Theme { state.theme }

  func draw(into canvas: inout Canvas, _ frame: Frame) {
    drawRule(into: &canvas, frame.bottomRule)
    if let prompt = state.prompt {
      PromptView(state: state, prompt: prompt, sentence: sentence(in:)).draw(into: &canvas, frame)
    } else {
      drawStatus(into: &canvas, in: frame.footer)
    }
  }

  private func drawRule(into canvas: inout Canvas, _ rect: Rect) {
    guard !rect.isEmpty else { return }
    Rule(style: theme.style(.faint)).draw(into: &canvas, in: rect)
    let text = " \(position ?? "") "
    guard let position, !position.isEmpty else { return }
    let columns = policy.width(of: text)
    canvas.draw(Line(text), at: Point(column: rect.endColumn - columns - 2, row: rect.row))
  }

  /// `5/23`.
  private var position: String? {
    guard let pane = focused, pane.total > 0, let cursor = state.place.cursors[pane.id],
      let place = cursor.row < pane.rows.count ? pane.position(cursor.row) : nil
    else { return nil }
    return "\(words.grouped(place))/\(words.grouped(pane.total))"
  }

  private func drawStatus(into canvas: inout Canvas, in rect: Rect) {
    // Room is left for the key of help.
    let left = Line(" \(sentence(in: rect.columns - 5))", state.place.filter.isEmpty ? .plain : theme.style(.warning))
    let waiting = state.waiting.isEmpty ? nil : Notice(.information, words(.waiting))
    if let notice = state.notice ?? waiting {
      let style = notice.kind == .information ? theme.style(.changed) : theme.style(.warning)
      let text = Line(" \(notice.text)", style)
      let room = rect.columns - text.width(policy) - 2
      canvas.draw(text.truncated(to: rect.columns, policy), at: rect.origin)
      if room > left.width(policy) {
        canvas.draw(left, at: Point(column: rect.endColumn - left.width(policy) - 1, row: rect.row))
      }
      return
    }
    canvas.draw(left.truncated(to: rect.columns, policy), at: rect.origin)
    let keys = keys(fitting: rect.columns - left.width(policy) - 3)
    canvas.draw(keys, at: Point(column: rect.endColumn - keys.width(policy) - 1, row: rect.row))
  }

  /// 「柱=データ × フェーズ=検証中：2件／23件」, 条件なし · 23件; where the filter is longer than the room, it is cut and the
  /// counts stay.
  func sentence(in columns: Int) -> String {
    let (asked, told) = parts
    let room = columns - policy.width(of: told)
    return room < 4 ? asked + told : TextFit.truncate(asked, room, policy) + told
  }

  /// What is asked, and what is told of it.
  private var parts: (asked: String, told: String) {
    let context = state.context
    if state.screen.finding == .search {
      return ("", state.place.search.isEmpty ? "" : "\(words(.searchText)) 「\(state.place.search)」 n N")
    }
    guard let counts = state.screen.counts(context) else { return ("", "") }
    guard let filter = context.filter, !filter.isEmpty else { return ("", words.noFilter(counts.total)) }
    if counts.isPending {
      return (filter.sentence(state.settings.calendar), "：\(state.slots[.main]?.failure ?? words(.searching))")
    }
    let more = counts.moreByReading > 0 ? " \(words.moreByReading(counts.moreByReading))" : ""
    let progress = counts.searched < 1 ? " \(words.searching(counts.searched))" : ""
    return (
      counts.sentence(of: filter, state.settings.calendar),
      "：\(words.countOf(counts.found, counts.total))\(more)\(progress)"
    )
  }

  /// As many of the footer's keys as fit, the most wanted first; help is always among them.
  private func keys(fitting columns: Int) -> Line {
    let pieces = KeyMap.standard.footer(on: state.screen).map { group in
      Line(group.compactMap { $0.keys.first?.label(state.settings.lines) }.joined(separator: " "), theme.style(.key))
        + Line(" " + words(group.count > 1 ? .revision : group[0].label), theme.style(.faint))
    }
    guard let help = pieces.last else { return Line() }
    var room = columns - help.width(policy)
    guard room >= 0 else { return Line("?", theme.style(.key)) }
    var line = Line()
    for piece in pieces.dropLast() {
      room -= piece.width(policy) + 2
      if room < 0 { break }
      line.append(piece)
      line.append("  ")
    }
    return line + help
  }
}
