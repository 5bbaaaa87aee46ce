import StrategyModel
import TextUI

/// What a line of a view is to a page of paper.
public enum LineKind: Sendable {
  /// A heading among the rows: it stands with the row behind it, and goes on on the next page.
  case heading
  case beginsRow
  /// Another line of the row, which is better not torn apart.
  case goesOn
}

/// A place as lines from its first to its last, as a snapshot or a pipe wants it: no selection, no footer, no keys.
///
/// Lists are read page by page, so that a long one is never held whole.
public struct ViewLines {
  private var view: ShownView

  public init(_ view: ShownView) { self.view = view }

  public enum Part {
    /// An answer that the lines after it come from; each is given once.
    case answer(Answer)
    /// A heading over columns, which a new page of paper repeats. What could steer a terminal shows as a substitute.
    case heading(Line)
    /// A line of the view, as safe as a heading.
    case line(Line, LineKind)
  }

  /// Gives every line, and every answer that they came from.
  public mutating func write(
    _ ask: (Question) throws -> Answer, _ give: (Part) throws -> Void
  ) throws {
    var seen: Set<Question> = []
    try view.answer(ask)
    let parts = max(1, view.screen.focusCount(view.context))
    let shownAtOnce = max(1, view.screen.panes(view.context).count)
    for part in stride(from: 0, to: parts, by: shownAtOnce) {
      view.place.focus = part
      try view.answer(ask)
      if part > 0 { try give(.line(Line(), .beginsRow)) }
      if case .difference(let from, let to)? = view.place.subject {
        try writeDifference(from, to, ask, &seen, give)
      } else {
        try writePanes(ask, &seen, give)
      }
    }
  }

  /// A difference page by page: each record once, however many rows it takes.
  private mutating func writeDifference(
    _ from: Int, _ to: Int, _ ask: (Question) throws -> Answer, _ seen: inout Set<Question>,
    _ give: (Part) throws -> Void
  ) throws {
    var query = DifferenceQuery(from: from, to: to, filter: view.place.filter, count: ViewOutline.page)
    while true {
      let answer = try view.answer(.difference(query), to: .main, ask)
      try view.tell(&seen) { try give(.answer($0)) }
      guard case .difference(let difference?) = answer.content else {
        return try give(.line(Line(view.settings.words(.noSuchRevision)), .beginsRow))
      }
      for row in DifferenceView(context: view.context, difference: difference).printedRows() {
        for line in row.lines {
          let fitted = line.visible(to: view.context.columns, view.settings.policy)
          try give(.line(fitted.withoutTrailingSpaces, row.isHeading ? .heading : .beginsRow))
        }
      }
      query.start += difference.shown
      if difference.shown == 0 || query.start >= difference.found { return }
    }
  }

  private mutating func writePanes(
    _ ask: (Question) throws -> Answer, _ seen: inout Set<Question>, _ give: (Part) throws -> Void
  ) throws {
    try view.tell(&seen) { try give(.answer($0)) }
    var panes = view.screen.panes(view.context)
    for index in 0..<(panes.map(\.titleLines.count).max() ?? 0) {
      let titles = panes.map { $0.titleLines.indices.contains(index) ? $0.titleLines[index] : Line() }
      try give(.heading(joined(panes, titles.map(overRows))))
    }
    if panes.count == 1, let pane = panes.first, pane.rowHeight > 1, pane.rows.count > 0 {
      return try writeRows(of: pane, ask, &seen, give)
    }
    let count = panes.map { max(1, $0.rows.count * $0.rowHeight) }.max() ?? 0
    // A row of several lines is made once.
    var rows: [Row?] = []
    for index in 0..<count {
      if let missing = panes.first(where: { !isAtHand(index, in: $0) }) {
        for pane in panes { view.place.cursors[pane.id] = Cursor(offset: index / missing.rowHeight) }
        try view.answer(ask)
        try view.tell(&seen) { try give(.answer($0)) }
        panes = view.screen.panes(view.context)
      }
      let beginsRow = panes.contains { index % $0.rowHeight == 0 }
      if beginsRow { rows = panes.map { Self.row(index / $0.rowHeight, of: $0) } }
      let lines = zip(panes, rows).map { pane, row in
        marked(Self.line(index, of: row, in: pane), isFirst: index % pane.rowHeight == 0, row)
      }
      // Beside other rows a heading is no heading of the line.
      let kind = !beginsRow ? LineKind.goesOn : rows.count == 1 && rows[0]?.isHeading == true ? .heading : .beginsRow
      try give(.line(joined(panes, lines), kind))
    }
  }

  /// The rows of a pane that stands alone: on paper each is as high as its text needs.
  private mutating func writeRows(
    of pane: Pane, _ ask: (Question) throws -> Answer, _ seen: inout Set<Question>, _ give: (Part) throws -> Void
  ) throws {
    var pane = pane
    for number in 0..<pane.rows.count {
      if !pane.rows.isLoaded(number) {
        view.place.cursors[pane.id] = Cursor(offset: number)
        try view.answer(ask)
        try view.tell(&seen) { try give(.answer($0)) }
        pane = view.screen.panes(view.context).first ?? pane
      }
      let row = pane.rows.row(number)
      // The air over a heading is no part of it: it would come again with it on the next page.
      let air = row.isHeading ? row.lines.prefix(while: \.isEmpty).count : 0
      for index in 0..<max(pane.rowHeight, row.lines.count) {
        let line = row.lines.indices.contains(index) ? row.lines[index] : Line()
        let kind = index == air && row.isHeading ? LineKind.heading : index == 0 ? .beginsRow : .goesOn
        try give(.line(joined([pane], [marked(line, isFirst: index == 0, row)]), kind))
      }
    }
  }

  private func isAtHand(_ index: Int, in pane: Pane) -> Bool {
    let row = index / pane.rowHeight
    return row >= pane.rows.count || pane.rows.isLoaded(row)
  }

  private static func row(_ number: Int, of pane: Pane) -> Row? {
    number < pane.rows.count ? pane.rows.row(number) : nil
  }

  private static func line(_ index: Int, of row: Row?, in pane: Pane) -> Line {
    guard let row else { return index == 0 && pane.rows.count == 0 ? Line(pane.emptyText) : Line() }
    let place = index % pane.rowHeight
    return row.lines.indices.contains(place) ? row.lines[place] : Line()
  }

  /// With marks wanted every line has a column for them.
  private func marked(_ line: Line, isFirst: Bool, _ row: Row?) -> Line {
    guard view.since != nil else { return line }
    let isMarked = isFirst && view.isMarked(row?.key)
    let sign = TextFit.fit(isMarked ? view.context.lineSet.changed : "", Pane.gutter, view.settings.policy)
    return Line(sign, view.context.style(.changed)) + line
  }

  /// A title stands over the rows' text: with a gutter of its own where they have one for marks.
  private func overRows(_ title: Line) -> Line {
    view.since == nil && title.text.hasPrefix("  ") ? title.droppingGutter : title
  }

  /// The panes side by side: each line in its pane's columns, without the gutter of the selection.
  private func joined(_ panes: [Pane], _ lines: [Line]) -> Line {
    // Most lists are one pane, and each of their lines comes by here.
    if panes.count == 1 {
      return lines[0].visible(to: panes[0].columns, view.settings.policy).withoutTrailingSpaces
    }
    var whole = Line()
    for (index, (pane, line)) in zip(panes, lines).enumerated() {
      let isLast = index == panes.count - 1
      let visible = line.visible(to: pane.columns, view.settings.policy)
      whole += isLast ? visible : visible.fitted(to: pane.columns + Pane.gap, view.settings.policy)
    }
    return whole.withoutTrailingSpaces
  }
}

extension Line {
  /// The line without the cells before its text.
  fileprivate var droppingGutter: Line {
    var missing = Pane.gutter
    var rest = Line()
    for span in spans {
      rest.append(String(span.text.dropFirst(missing)), span.style)
      missing -= min(missing, span.text.count)
    }
    return rest
  }

  fileprivate var withoutTrailingSpaces: Line {
    guard spans.last?.text.utf8.last.map({ $0 == 0x20 }) ?? true else { return self }
    var line = self
    while let last = line.spans.last {
      let text = last.text.unicodeScalars
      guard let end = text.lastIndex(where: { $0 != " " }) else {
        line.spans.removeLast()
        continue
      }
      if text.index(after: end) < text.endIndex {
        line.spans[line.spans.count - 1].text = String(text[...end])
      }
      break
    }
    return line
  }
}
