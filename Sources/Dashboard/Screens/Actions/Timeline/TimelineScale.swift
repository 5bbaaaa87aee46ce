import StrategyModel

/// A row of cells for whole fiscal years, from 1 April of the first: which cell a day falls into, and where it is drawn.
struct TimelineScale: Hashable {
  /// How finely years are cut, and how wide a piece is drawn.
  struct Grain: Hashable {
    var monthsPerCell: Int
    var columnsPerCell: Int

    var columnsPerYear: Int { 12 / monthsPerCell * columnsPerCell }
  }

  /// From fine to coarse. Between two that take the same room the finer one is the better.
  static let grains = [
    Grain(monthsPerCell: 1, columnsPerCell: 3), Grain(monthsPerCell: 1, columnsPerCell: 2),
    Grain(monthsPerCell: 1, columnsPerCell: 1), Grain(monthsPerCell: 3, columnsPerCell: 2),
    Grain(monthsPerCell: 3, columnsPerCell: 1), Grain(monthsPerCell: 6, columnsPerCell: 1),
  ]
  /// From this width on quarters stay apart, and what does not fit is reached by shifting.
  static let columnsForQuarters = 56

  let grain: Grain
  let firstYear: Int
  let yearCount: Int
  /// Day number of each cell's first day, and behind the last cell that of the first day after it.
  private let bounds: [Int]

  init(grain: Grain, firstYear: Int, yearCount: Int) {
    self.grain = grain
    self.firstYear = firstYear
    self.yearCount = yearCount
    let cells = yearCount * 12 / grain.monthsPerCell
    bounds = (0...cells).map { cell in
      let months = 3 + cell * grain.monthsPerCell
      // The day after the last known fiscal year lies beyond the calendar: reckoned from the last day before it.
      if let first = CivilDate(year: firstYear + months / 12, month: months % 12 + 1, day: 1) { return first.dayNumber }
      return (FiscalYear(firstYear + yearCount - 1).lastDay?.dayNumber ?? 0) + 1
    }
  }

  /// The finest scale that shows all `years` in so many columns; where none does, a window on the coarsest that may be.
  ///
  /// - Parameters:
  ///   - columns: cells on the screen.
  ///   - first: the year to begin with; `nil` keeps `today` in sight, with two thirds of the window before it.
  init(fitting years: ClosedRange<Int>, columns: Int, today: CivilDate, first: Int? = nil) {
    let known = FiscalYear.known
    let wanted = min(max(years.lowerBound, known.lowerBound), known.upperBound)
    let end = max(wanted, min(years.upperBound, known.upperBound))
    let count = end - wanted + 1
    let coarsest = columns >= TimelineScale.columnsForQuarters ? 4 : 2
    let allowed = TimelineScale.grains.filter { $0.columnsPerYear >= coarsest }
    let fitting = allowed.first { count * $0.columnsPerYear <= columns }
    let grain = fitting ?? allowed[allowed.count - 1]
    let shown = max(1, min(count, columns / grain.columnsPerYear))
    var start = wanted
    if shown < count {
      start = min(max(today.fiscalYear.year - shown * 2 / 3, wanted), end - shown + 1)
    }
    self.init(
      grain: grain, firstYear: min(max(first ?? start, known.lowerBound), known.upperBound - shown + 1),
      yearCount: shown)
  }

  var cellCount: Int { bounds.count - 1 }
  var columns: Int { cellCount * grain.columnsPerCell }
  var lastYear: Int { firstYear + yearCount - 1 }
  var days: Range<Int> { bounds[0]..<bounds[cellCount] }

  /// Day numbers of a cell.
  func days(ofCell cell: Int) -> Range<Int> { bounds[cell]..<bounds[cell + 1] }

  /// The cell into which a day falls; `nil` outside of the scale.
  func cell(of day: CivilDate) -> Int? {
    guard days.contains(day.dayNumber) else { return nil }
    let months = (day.year - firstYear) * 12 + day.month - 4
    return months / grain.monthsPerCell
  }

  func cell(ofColumn column: Int) -> Int { column / grain.columnsPerCell }

  /// The column within a day's cell that stands for its part of the cell.
  func column(of day: CivilDate) -> Int? {
    cell(of: day).map { cell in
      let days = days(ofCell: cell)
      return cell * grain.columnsPerCell + (day.dayNumber - days.lowerBound) * grain.columnsPerCell / days.count
    }
  }

  /// How many columns stand before today's line, to the nearest: the line takes a column of its own between two others, so
  /// that it hides nothing.
  func columns(before today: CivilDate) -> Int? {
    cell(of: today).map { cell in
      let days = days(ofCell: cell)
      let passed = (today.dayNumber - days.lowerBound) * grain.columnsPerCell
      return cell * grain.columnsPerCell + (2 * passed + days.count) / (2 * days.count)
    }
  }

  /// Whether a column is the first of a fiscal year.
  func beginsYear(_ column: Int) -> Bool { column % grain.columnsPerYear == 0 }
}
