/// Where a KPI should stand by the straight line from its baseline to a target (直線の目安).
public struct LineReading: Hashable, Sendable {
  /// The day on which the KPI was measured.
  public var day: CivilDate
  /// What it should have been on that day.
  public var expected: Double
  /// The target to which the line leads: the one that was in force on that day.
  public var target: Target
  /// Whether what was measured falls short of the line.
  public var isBehind: Bool
}

extension KPI {
  /// Compares a measurement with the line on the day on which it was measured: what was not measured since, nobody knows,
  /// and the lack of a record is no fault.
  ///
  /// From the target's day on the line stays at the target.
  ///
  /// - Parameters:
  ///   - itemStart: where the line begins if the baseline has no date of its own.
  ///   - today: the day of a measurement without a date.
  /// - Returns: `nil` where no line can be drawn: without a baseline, without a target that has a day, or where nobody
  ///   knows when the baseline was.
  public func line(_ measurement: Measurement, itemStart: PartialDate?, today: CivilDate) -> LineReading? {
    guard let baseline, let day = measurement.lineDay(today: today), let target = target(inForceOn: day),
      let value = target.value, let due = target.due?.lastDay
    else { return nil }
    var expected = value
    if day < due {
      guard let start = baselineDate?.lastDay ?? itemStart?.firstDay, start <= day else { return nil }
      let share = Double(day.dayNumber - start.dayNumber) / Double(due.dayNumber - start.dayNumber)
      expected = baseline + (value - baseline) * share
    }
    // What only rounding sets apart is on the line.
    let slack = max(expected.magnitude, 1) * 1e-9
    let measured = measurement.value
    let isBehind = lessIsBetter(than: value) ? measured > expected + slack : measured < expected - slack
    return LineReading(day: day, expected: expected, target: target, isBehind: isBehind)
  }
}

extension Measurement {
  /// The day on which it is compared with a line; `nil` for a date that is only words.
  public func lineDay(today: CivilDate) -> CivilDate? {
    guard let date else { return today }
    return date.lastDay
  }
}
