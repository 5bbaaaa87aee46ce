extension KPI {
  /// The target in force: the next one due on or after `date`, else the last that was due.
  ///
  /// Targets without a number or without a day that can be reckoned with do not come into force.
  public func target(inForceOn date: CivilDate) -> Target? {
    var next: (due: CivilDate, place: Int)?
    var last: (due: CivilDate, place: Int)?
    var undated: Int?
    for (place, target) in targets.enumerated() where target.value != nil {
      guard let due = target.due?.lastDay else {
        undated = undated ?? place
        continue
      }
      if due >= date, next.map({ due < $0.due }) ?? true { next = (due, place) }
      if last.map({ $0.due < due }) ?? true { last = (due, place) }
    }
    return (next?.place ?? last?.place ?? undated).map { targets[$0] }
  }

  /// A target below its baseline means that less is better.
  public func lessIsBetter(than target: Double) -> Bool {
    baseline.map { target < $0 } ?? false
  }

  /// Share of the target that has been reached (達成率): measured ÷ target.
  ///
  /// - Returns: a finite ratio, 1 on target, not clamped; `nil` when the target is 0. Where less is better, the target ÷
  ///   measured value, so that 1 or more still means "reached".
  public func attainment(at measured: Double, target: Double) -> Double? {
    guard target != 0 else { return nil }
    return (lessIsBetter(than: target) ? target / measured : measured / target).ifFinite
  }

  /// Share of the way from baseline to target that has been covered (進捗率).
  ///
  /// - Returns: a finite ratio, 1 on target, not clamped; `nil` without a baseline, or when it equals the target.
  public func progress(at measured: Double, target: Double) -> Double? {
    guard let baseline, baseline != target else { return nil }
    return ((measured - baseline) / (target - baseline)).ifFinite
  }

  public func isReached(at measured: Double, target: Double) -> Bool {
    lessIsBetter(than: target) ? measured <= target : measured >= target
  }
}

extension Double {
  fileprivate var ifFinite: Double? { isFinite ? self : nil }
}

extension [Measurement] {
  /// The latest measurement by the last day its date can mean; undated ones come first.
  public var latest: Measurement? {
    self.max { ($0.date?.lastDay?.dayNumber ?? Int.min, $0.id) < ($1.date?.lastDay?.dayNumber ?? Int.min, $1.id) }
  }

  /// Oldest first.
  public var series: [Measurement] {
    sorted { ($0.date?.lastDay?.dayNumber ?? Int.min, $0.id) < ($1.date?.lastDay?.dayNumber ?? Int.min, $1.id) }
  }
}
