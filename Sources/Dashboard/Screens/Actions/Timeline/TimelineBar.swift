import StrategyModel

/// What one column of an item's row stands for.
enum TimelineMark: Hashable {
  case empty
  /// 計画.
  case plan
  /// A plan that was inferred, or whose date is not known so exactly.
  case unsurePlan
  /// 実績: from the first record of something that happened to the last.
  case actual
  /// Both at once.
  case actualWithinPlan
  /// What happened by inference, or on a date not known so exactly.
  case unsureActual
  /// 期限 of a KPI's target.
  case due
}

/// An item's dates on a scale.
struct TimelineBar: Hashable {
  /// One for each column.
  let marks: [TimelineMark]
  /// Something lies before the first column, or behind the last.
  let goesOnBefore: Bool
  let goesOnAfter: Bool

  /// - Returns: `nil` for an item whose dates are not on record.
  init?(_ timing: ItemTiming, on scale: TimelineScale) {
    let plan = TimelineStretch.plan(timing)
    let actual = TimelineStretch.actual(timing)
    let dues = timing.dues.compactMap(\.lastDay)
    let all = [plan.possible, actual.possible].compactMap { $0 } + dues.map { $0.dayNumber...$0.dayNumber }
    guard let first = all.map(\.lowerBound).min(), let last = all.map(\.upperBound).max() else { return nil }
    goesOnBefore = first < scale.days.lowerBound
    goesOnAfter = last >= scale.days.upperBound
    var marks: [TimelineMark] = []
    for cell in 0..<scale.cellCount {
      let mark = TimelineBar.mark(plan.certainty(in: scale, cell), actual.certainty(in: scale, cell))
      marks += Array(repeating: mark, count: scale.grain.columnsPerCell)
    }
    for day in dues { if let column = scale.column(of: day) { marks[column] = .due } }
    self.marks = marks
  }

  private static func mark(_ plan: Confidence?, _ actual: Confidence?) -> TimelineMark {
    switch (plan, actual) {
    case (nil, nil): .empty
    case (.stated, nil): .plan
    case (.derived, nil): .unsurePlan
    case (_, .derived): .unsureActual
    case (.stated, .stated): .actualWithinPlan
    case (_, .stated): .actual
    }
  }
}

/// Days that records cover, and those that they may cover.
struct TimelineStretch: Hashable {
  /// Day numbers for certain; they may have gaps.
  var certain: [ClosedRange<Int>] = []
  /// Dates of which only the month or year is known, from first to last possible day.
  var inexact: [ClosedRange<Int>] = []
  /// All days from the first possible one to the last; `nil` without any date.
  var possible: ClosedRange<Int>?

  /// Years of the schedule and the time from start to end are planned; a gap between them, and what follows a start
  /// without an end up to the last due date, is only to be inferred.
  static func plan(_ timing: ItemTiming) -> TimelineStretch {
    var stretch = TimelineStretch()
    for fact in timing.scheduled {
      guard let days = fact.date.days else { continue }
      // The year is the plan: nothing finer was meant.
      if fact.confidence == .stated { stretch.certain.append(days) }
      stretch.widen(to: days)
    }
    let ends = [timing.start, timing.end].compactMap(\.?.days)
    for days in ends { stretch.widen(to: days) }
    if ends.count == 2, ends[0].upperBound <= ends[1].lowerBound {
      stretch.certain.append(ends[0].upperBound...ends[1].lowerBound)
    }
    stretch.inexact += ends
    guard stretch.possible != nil, timing.end?.days == nil else { return stretch }
    for due in timing.dues.compactMap(\.days) { stretch.widen(to: due) }
    return stretch
  }

  /// From the first thing that happened to the last. What was inferred only stretches it as a possibility.
  static func actual(_ timing: ItemTiming) -> TimelineStretch {
    var stretch = TimelineStretch()
    for fact in timing.happened { if let days = fact.date.days { stretch.widen(to: days) } }
    let stated = timing.happened.filter { $0.confidence == .stated }.compactMap(\.date.days)
    stretch.inexact = stated
    // Certain is what lies between the last day on which the first thing may have been, and the first of the last.
    if let first = stated.map(\.upperBound).min(), let last = stated.map(\.lowerBound).max(), first <= last {
      stretch.certain.append(first...last)
    }
    return stretch
  }

  private mutating func widen(to days: ClosedRange<Int>) {
    guard let known = possible else {
      possible = days
      return
    }
    possible = min(known.lowerBound, days.lowerBound)...max(known.upperBound, days.upperBound)
  }

  /// Whether a cell is covered for certain, or perhaps; `nil` where it is not. A date that lies within the cell on every
  /// day that it can mean is certain for the cell.
  func certainty(in scale: TimelineScale, _ cell: Int) -> Confidence? {
    let days = scale.days(ofCell: cell)
    guard let possible, possible.overlaps(days) else { return nil }
    let isCertain =
      certain.contains { $0.overlaps(days) }
      || inexact.contains { days.contains($0.lowerBound) && days.contains($0.upperBound) }
    return isCertain ? .stated : .derived
  }
}

extension PartialDate {
  /// The days that it can mean; `nil` for words.
  fileprivate var days: ClosedRange<Int>? {
    guard let first = firstDay?.dayNumber, let last = lastDay?.dayNumber, first <= last else { return nil }
    return first...last
  }
}
