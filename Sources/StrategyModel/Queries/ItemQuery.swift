/// Which action items, in which order.
public struct ItemQuery: Hashable, Sendable {
  /// A filter in the filter language, already known to be valid; empty for all.
  public var filter: String
  public var sort: ItemSort
  public var isDescending: Bool
  /// Items of one group stand together, in the order of the group's own rank.
  public var grouping: ItemGrouping?

  public init(
    filter: String = "", sort: ItemSort = .natural, isDescending: Bool = false, grouping: ItemGrouping? = nil
  ) {
    self.filter = filter
    self.sort = sort
    self.isDescending = isDescending
    self.grouping = grouping
  }
}

/// A column by which items can be sorted. Ties are broken by id, so the order is total.
public enum ItemSort: String, CaseIterable, Hashable, Sendable, Codable {
  /// In the order in which the items entered the store.
  case natural
  case title
  case pillar
  case phase
  case department
  /// By the next due date.
  case due
  /// By 達成率 of the first KPI.
  case attainment
  /// By the date of the last review.
  case reviewed
  case id
}

public enum ItemGrouping: String, CaseIterable, Hashable, Sendable, Codable {
  case phase
  case pillar
  case department
  /// By the first fiscal year of schedule, budget or start.
  case year
}

/// Which rows of an ordered list are wanted.
public struct ItemSpan: Hashable, Sendable {
  public enum Anchor: Hashable, Sendable {
    /// Rows from this place (0 is the first) on.
    case position(Int)
    /// A window that holds this item, if the query finds it; else from the start.
    case item(String)
  }

  public var anchor: Anchor
  public var count: Int
  /// How many rows of the window stand before the anchor item; `nil` where the list decides: from its top, else from the
  /// heading of the item's group, where the item is in sight there, else around it.
  public var lead: Int?
  /// Asks for the rows' dates as well, and for the years that all items span.
  public var timing: TimingQuery?
  /// Asks for all KPIs of the rows, and where each should stand.
  public var wantsKPIs = false

  public init(_ anchor: Anchor = .position(0), count: Int, timing: TimingQuery? = nil) {
    self.anchor = anchor
    self.count = count
    self.timing = timing
  }

  /// The place of a window's first row, for an anchor item at a place of the list.
  ///
  /// - Parameter groups: of the list, each with a heading row before its items.
  public func start(around anchor: Int, groups: [ItemGroup] = []) -> Int {
    if let lead { return anchor - min(max(0, lead), count - 1) }
    let before = groups.prefix { $0.start <= anchor }
    if anchor + before.count < count { return 0 }
    if let group = before.last, anchor - group.start + 1 < count { return group.start }
    return anchor - count / 2
  }
}

/// A window on an ordered list of items.
public struct ItemPage: Hashable, Sendable {
  /// Items that the filter finds.
  public var total: Int
  /// All items, whatever the filter.
  public var unfiltered: Int
  /// Place of the first of `rows`.
  public var start: Int
  public var rows: [ItemRow]
  /// The groups in order, each with the place of its first item; empty without grouping.
  public var groups: [ItemGroup]
  /// Items in each phase among those found (`nil` key: 未記載).
  public var phases: PhaseCounts
  /// Place of the anchor item, when one was asked for and found.
  public var anchorPosition: Int?
  /// The share of the items that were looked at so far, from 0 to 1. Below 1 another answer follows.
  public var searched: Double
  /// Latin words of the filter were taken for readings, because they stand nowhere as they are.
  public var isByReading: Bool
  /// Further items that the filter's Latin words would find as readings.
  public var moreByReading: Int
  /// Folded words of the rows in sight, of which the filter's Latin words are the readings.
  public var hitWords: [String] = []
  /// Fiscal years that the plans of all items span, whatever the filter, where rows were asked for with their dates.
  public var years: ClosedRange<Int>?

  public init(
    total: Int, unfiltered: Int, start: Int, rows: [ItemRow], groups: [ItemGroup] = [],
    phases: PhaseCounts = PhaseCounts(), anchorPosition: Int? = nil, searched: Double = 1,
    isByReading: Bool = false, moreByReading: Int = 0
  ) {
    self.total = total
    self.unfiltered = unfiltered
    self.start = start
    self.rows = rows
    self.groups = groups
    self.phases = phases
    self.anchorPosition = anchorPosition
    self.searched = searched
    self.isByReading = isByReading
    self.moreByReading = moreByReading
  }
}

public struct ItemGroup: Hashable, Sendable {
  /// The value that makes the group: a pillar's or department's name, a fiscal year; 未記載 for none.
  public var label: String
  public var start: Int
  public var count: Int

  public init(label: String, start: Int, count: Int) {
    self.label = label
    self.start = start
    self.count = count
  }
}

/// An item as a list shows it.
public struct ItemRow: Hashable, Sendable {
  public var id: String
  public var title: String
  public var pillar: String?
  /// The short name of the pillar.
  public var pillarName: String?
  public var isPillarDerived: Bool
  public var phase: Phase?
  public var isPhaseDerived: Bool
  public var department: String?
  public var kpi: KPIReading?
  public var nextDue: PartialDate?
  public var lastReview: CivilDate?
  public var years: ClosedRange<Int>?
  /// Revision in which this version entered.
  public var since: Int
  /// `nil` unless asked for.
  public var timing: ItemTiming?
  /// All of them, in order; empty unless asked for.
  public var kpis: [KPIReading] = []
  /// Whether the period of the plan under which it runs is over; false unless KPIs were asked for.
  public var hasPlanEnded = false

  public init(
    id: String, title: String, pillar: String? = nil, pillarName: String? = nil, isPillarDerived: Bool = false,
    phase: Phase? = nil, isPhaseDerived: Bool = false, department: String? = nil, kpi: KPIReading? = nil,
    nextDue: PartialDate? = nil, lastReview: CivilDate? = nil, years: ClosedRange<Int>? = nil, since: Int
  ) {
    self.id = id
    self.title = title
    self.pillar = pillar
    self.pillarName = pillarName
    self.isPillarDerived = isPillarDerived
    self.phase = phase
    self.isPhaseDerived = isPhaseDerived
    self.department = department
    self.kpi = kpi
    self.nextDue = nextDue
    self.lastReview = lastReview
    self.years = years
    self.since = since
  }
}

/// A KPI with the target in force and the latest measurement, ready to be shown.
public struct KPIReading: Hashable, Sendable {
  public var name: String
  public var unit: String?
  public var isApproximate: Bool
  public var baseline: Double?
  public var target: Double?
  public var due: PartialDate?
  public var measured: Double?
  public var measuredOn: PartialDate?
  /// 達成率.
  public var attainment: Double?
  /// 進捗率; `nil` without a baseline.
  public var progress: Double?
  /// Where it should stand; `nil` where no line can be drawn, and where nobody asked for it.
  public var line: LineReading?

  public init(_ kpi: KPI, measurements: [Measurement], on date: CivilDate) {
    self.init(kpi, latest: measurements.latest, on: date)
  }

  public init(_ kpi: KPI, latest: Measurement?, on date: CivilDate) {
    let target = kpi.target(inForceOn: date)
    name = kpi.name
    unit = kpi.unit
    isApproximate = kpi.isApproximate
    baseline = kpi.baseline
    self.target = target?.value
    due = target?.due
    measured = latest?.value
    measuredOn = latest?.date
    if let value = target?.value, let measured = latest?.value {
      attainment = kpi.attainment(at: measured, target: value)
      progress = kpi.progress(at: measured, target: value)
    }
  }

  /// A target whose last day is past and which a measurement of that day or later does not reach.
  ///
  /// Where nothing was measured since, nobody knows: the lack of a record is no fault.
  public func isOverdue(on date: CivilDate) -> Bool {
    guard let target, let last = due?.lastDay, last < date else { return false }
    guard let measured, let measuredDay = measuredOn?.lastDay, measuredDay >= last else { return false }
    let lessIsBetter = baseline.map { target < $0 } ?? false
    return lessIsBetter ? measured > target : measured < target
  }
}

/// How many items stand in each phase.
public struct PhaseCounts: Hashable, Sendable {
  private var counts: [Int]

  public init() { counts = Array(repeating: 0, count: Phase.allCases.count + 1) }

  /// `nil` counts items whose phase is 未記載.
  public subscript(phase: Phase?) -> Int {
    get { counts[phase?.rawValue ?? 0] }
    set { counts[phase?.rawValue ?? 0] = newValue }
  }

  public var total: Int { counts.reduce(0, +) }
  /// Of the phase that has most.
  public var largest: Int { counts.max() ?? 0 }
}
