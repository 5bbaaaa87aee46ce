/// What a timeline asks of each item beside its row.
public struct TimingQuery: Hashable, Sendable {
  /// The revision with whose plans today's are compared; `nil` compares none.
  public var since: Int?

  public init(since: Int? = nil) { self.since = since }
}

/// The dates of an item as a timeline draws them: what was planned, what is due, what happened.
public struct ItemTiming: Hashable, Sendable {
  public var start: PartialDate?
  public var end: PartialDate?
  /// Years for which the schedule says something.
  public var scheduled: [DatedFact]
  /// Due dates of the targets of all KPIs.
  public var dues: [PartialDate]
  /// Events, measurements, changes of phase, and the day by which a phase was inferred.
  public var happened: [DatedFact]
  /// The plan as of the revision that was asked for; `nil` where none was.
  public var earlier: EarlierPlan?

  public init(
    start: PartialDate? = nil, end: PartialDate? = nil, scheduled: [DatedFact] = [], dues: [PartialDate] = [],
    happened: [DatedFact] = [], earlier: EarlierPlan? = nil
  ) {
    self.start = start
    self.end = end
    self.scheduled = scheduled
    self.dues = dues
    self.happened = happened
    self.earlier = earlier
  }

  public var plannedEnd: PlannedEnd {
    PlannedEnd(end: end, due: dues.latest, scheduled: scheduled.map(\.date).latest)
  }

  /// How far the end of the plan has moved; `nil` where nothing was compared.
  public var slip: Slip? {
    switch earlier {
    case nil: nil
    case .noItem: .newItem
    case .plan(let old): plannedEnd.slip(from: old)
    }
  }
}

/// Something on a date, and whether a source says so or it was inferred.
public struct DatedFact: Hashable, Sendable {
  public var date: PartialDate
  public var confidence: Confidence

  public init(_ date: PartialDate, _ confidence: Confidence = .stated) {
    self.date = date
    self.confidence = confidence
  }
}

public enum EarlierPlan: Hashable, Sendable {
  /// The item was not in the store yet.
  case noItem
  case plan(PlannedEnd)
}

/// When an item's plan ends, by each of the records that say so.
public struct PlannedEnd: Hashable, Sendable {
  public var end: PartialDate?
  /// Of the last target.
  public var due: PartialDate?
  /// The last year of the schedule.
  public var scheduled: PartialDate?

  public init(end: PartialDate? = nil, due: PartialDate? = nil, scheduled: PartialDate? = nil) {
    self.end = end
    self.due = due
    self.scheduled = scheduled
  }

  /// Only like is compared with like: an end that is now on record says nothing about a due date that was.
  public func slip(from old: PlannedEnd) -> Slip {
    for (before, now) in [(old.end, end), (old.due, due), (old.scheduled, scheduled)] {
      if let before, let now, let slip = Slip(from: before, to: now) { return slip }
    }
    return .unknown
  }
}

/// How far a date has moved: later is positive.
public enum Slip: Hashable, Sendable {
  case none
  case days(Int)
  /// `isExact` is false where the dates are not known to the same degree, or stand on different days of their months.
  case months(Int, isExact: Bool)
  /// Entered after the revision that was compared with.
  case newItem
  /// One of the plans has no end on record.
  case unknown

  /// - Returns: `nil` where one of the dates is only words.
  init?(from old: PartialDate, to new: PartialDate) {
    guard let before = old.lastDay, let after = new.lastDay else { return nil }
    let months = (after.year - before.year) * 12 + after.month - before.month
    if before == after {
      self = .none
    } else if months == 0 {
      self = .days(after.dayNumber - before.dayNumber)
    } else {
      self = .months(months, isExact: before.isSameDayOfMonth(as: after) && old.isWholeDay == new.isWholeDay)
    }
  }
}

extension PartialDate {
  fileprivate var isWholeDay: Bool { if case .day = self { true } else { false } }
}

extension CivilDate {
  /// The last days of two months count as the same.
  fileprivate func isSameDayOfMonth(as other: CivilDate) -> Bool {
    let isLast = [self, other].map { $0.day == CivilDate.days(inMonth: $0.month, of: $0.year) }
    return day == other.day || isLast == [true, true]
  }
}

extension [PartialDate] {
  /// The one that ends last; dates in words have no place among the others.
  var latest: PartialDate? {
    compactMap { date in date.lastDay.map { (day: $0, date: date) } }.max { $0.day < $1.day }?.date
  }
}
