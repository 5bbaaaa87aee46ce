import StrategyModel
import TextUI

/// How a row of the timeline shares its width: title, 所管 where there is room, the scale with today's line, 遅れ.
struct TimelineLayout {
  let scale: TimelineScale
  let titleColumns: Int
  /// 0 where there is no room for it.
  let departmentColumns: Int
  /// 0 where nothing is compared.
  let slipColumns: Int
  /// Columns of the scale before today's line; `nil` where today is out of sight.
  let beforeToday: Int?
  /// Whether slips are written with signs, for want of room.
  let isTerse: Bool

  /// - Parameters:
  ///   - context: for the width, the day, and what was chosen.
  ///   - years: that the plans of all items span.
  init(_ context: ScreenContext, years: ClosedRange<Int>?) {
    let width = Pane.textColumns(context.columns)
    let current = context.today.fiscalYear.year
    let span = min(years?.lowerBound ?? current, current)...max(years?.upperBound ?? current, current)
    isTerse = width < 60
    departmentColumns = width >= 110 ? 16 : 0
    slipColumns = context.since == nil ? 0 : isTerse ? 8 : 12
    let leastTitle = width < 60 ? 12 : width < 100 ? 26 : width < 160 ? 32 : 44
    // Beside them a cell before the scale and one behind it, for what lies out of sight, and one for today's line.
    let others = (departmentColumns > 0 ? departmentColumns + 1 : 0) + slipColumns + 3
    scale = TimelineScale(
      fitting: span, columns: max(2, width - leastTitle - others), today: context.today,
      first: context.options.firstYear)
    titleColumns = max(1, width - others - scale.columns)
    beforeToday = scale.columns(before: context.today)
  }

  /// Columns before the scale: the cell that points before it is the last of them.
  var columnsBeforeScale: Int { titleColumns + 1 + (departmentColumns > 0 ? departmentColumns + 1 : 0) }

  /// Columns of the scale with today's line, or the room left for it.
  var scaleColumns: Int { scale.columns + 1 }

  /// Columns before today's line from the start of the row.
  var todayColumn: Int? { beforeToday.map { columnsBeforeScale + $0 } }

  /// Text for the scale's columns with a hole for today's line: `cell` gives the text of one column.
  func withToday(_ today: Line, _ cell: (Int) -> Line) -> Line {
    var line = Line()
    for column in 0..<scale.columns {
      if column == beforeToday { line.append(today) }
      line.append(cell(column))
    }
    if beforeToday == scale.columns { line.append(today) }
    if beforeToday == nil { line.append(" ") }
    return line.joiningSpans
  }
}

extension Line {
  /// The same line with neighbours of one style made one: a row is made of a hundred single cells.
  var joiningSpans: Line {
    var joined: [Span] = []
    for span in spans {
      if let last = joined.indices.last, joined[last].style == span.style {
        joined[last].text += span.text
      } else {
        joined.append(span)
      }
    }
    return Line(joined)
  }
}
