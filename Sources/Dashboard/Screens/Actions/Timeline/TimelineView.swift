import StrategyModel
import TextUI

/// The items by fiscal year: what was planned, what happened, what is due, and today as a line through all rows.
struct TimelineView {
  static let paneID: PaneID = "timeline"
  /// From this height on the years are cut into named quarters or months.
  private static let rowsForPieces = 16
  private static let rowsForMonths = 28

  let context: ScreenContext
  let page: ItemPage

  func pane() -> Pane {
    let layout = TimelineLayout(context, years: page.years)
    let heading = TimelineHeading(context: context, layout: layout)
    let row = TimelineRow(context: context, layout: layout)
    let rows = ItemRows(
      page: page, height: 1, line: { [row.line($0)] },
      groupHeading: { [page, context] in row.crossed(ItemTableView.heading($0, page, context)) },
      placeholder: row.crossed(Line("…", context.style(.faint))))
    // A low screen keeps its lines for the items.
    let legend = heading.legend(lines: context.rows >= TimelineView.rowsForPieces ? 2 : 1)
    var pane = rows.pane(
      id: TimelineView.paneID, title: legend.first, columns: context.columns,
      emptyText: context.emptyText(.main, context.emptyText))
    let pieces = context.rows >= TimelineView.rowsForMonths ? 2 : context.rows >= TimelineView.rowsForPieces ? 1 : 0
    pane.headings = legend.dropFirst() + [heading.years] + heading.pieces.prefix(pieces)
    return pane
  }
}

/// One item of the timeline as a line.
struct TimelineRow {
  let context: ScreenContext
  let layout: TimelineLayout
  private let glyphs: TimelineGlyphs

  init(context: ScreenContext, layout: TimelineLayout) {
    self.context = context
    self.layout = layout
    glyphs = .of(context.settings.lines, context.policy)
  }

  private var policy: WidthPolicy { context.policy }
  private var words: Words { context.words }
  private var today: Line { Line(glyphs.today, context.style(.key)) }

  func line(_ item: ItemRow) -> Line {
    var line = context.marked(context.shortened(item.title, to: layout.titleColumns))
      .fitted(to: layout.titleColumns, policy)
    if layout.departmentColumns > 0 {
      let name = item.department.map { context.marked($0) } ?? Line(words(.unknown), context.style(.unknown))
      line += Line(" ") + name.fitted(to: layout.departmentColumns, policy)
    }
    guard let timing = item.timing else {
      // Rows that another layout asked for carry no dates: whether any are on record is not known until theirs have come.
      return crossed(line + Line(" …", context.style(.faint)))
    }
    if let bar = TimelineBar(timing, on: layout.scale) {
      line += Line(bar.goesOnBefore ? TimelineGlyphs.before : " ", context.style(.heading)) + cells(bar)
      line += Line(bar.goesOnAfter ? TimelineGlyphs.after : " ", context.style(.heading))
    } else {
      line += Line(" ") + noDates + Line(" ")
    }
    guard layout.slipColumns > 0 else { return line }
    return line + slip(timing.slip)
  }

  private func cells(_ bar: TimelineBar) -> Line {
    let scale = layout.scale
    // Where years are narrower than this their borders would be all there is to see.
    let showsYears = scale.grain.columnsPerYear >= 4
    return layout.withToday(today) { column in
      let mark = bar.marks[column]
      guard mark == .empty, showsYears, scale.beginsYear(column) else { return Line(glyphs[mark], context.style(mark)) }
      return Line(glyphs.year, context.style(.faint))
    }
  }

  /// 日程の記録なし, on that side of today's line where it has room.
  private var noDates: Line {
    let whole = layout.scaleColumns
    let style = context.style(.unknown)
    guard let before = layout.beforeToday else {
      return Line(words(.noDates), style).fitted(to: whole, policy)
    }
    let after = whole - before - 1
    let text = Line(
      [Word.noDates, .noDatesShort].map { words($0) }.first { policy.width(of: $0) <= max(before, after) }
        ?? words(.noDatesShort), style)
    if before >= text.width(policy) || before >= after {
      return text.fitted(to: before, policy) + today + Line(String(repeating: " ", count: after))
    }
    return Line(String(repeating: " ", count: before)) + today + text.fitted(to: after, policy)
  }

  private func slip(_ slip: Slip?) -> Line {
    let style: Style =
      switch slip {
      case .days(let days) where days > 0: context.style(.warning)
      case .months(let months, _) where months > 0: context.style(.warning)
      case .days, .months: context.style(.text)
      case .none?, .newItem, .unknown, nil: context.style(.faint)
      }
    let text = slip.map { words.slip($0, isTerse: layout.isTerse) } ?? context.words.dash
    return Line(TextFit.fit(text, layout.slipColumns, policy), style)
  }

  /// A line that is no item's, with today's line through it where it leaves room.
  func crossed(_ line: Line) -> Line {
    guard let column = layout.todayColumn else { return line }
    let width = line.width(policy)
    guard width < column else { return line }
    return line + Line(String(repeating: " ", count: column - width)) + today
  }
}
