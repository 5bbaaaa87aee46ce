/// A key performance indicator of an action item, with its baseline and targets.
///
/// What was measured stands apart, in ``Measurement`` records.
public struct KPI: Hashable, Codable, Sendable {
  /// Unique within the store: the item's id and a number.
  public var id: String
  public var name: String
  /// As the source writes it: `手続き`, `%`, `台`; `nil` when it gives none.
  public var unit: String?
  /// The source's numbers are approximate (約).
  public var isApproximate: Bool
  public var baseline: Double?
  public var baselineDate: PartialDate?
  public var targets: [Target]
  public var note: String?
  public var source: Source

  public init(
    id: String, name: String, unit: String? = nil, isApproximate: Bool = false, baseline: Double? = nil,
    baselineDate: PartialDate? = nil, targets: [Target] = [], note: String? = nil, source: Source = Source(nil)
  ) {
    self.id = id
    self.name = name
    self.unit = unit
    self.isApproximate = isApproximate
    self.baseline = baseline
    self.baselineDate = baselineDate
    self.targets = targets
    self.note = note
    self.source = source
  }
}

/// 目標値: the value to be reached by a date.
public struct Target: Hashable, Codable, Sendable {
  public var id: String
  public var due: PartialDate?
  /// `nil` when the source names a goal without a number.
  public var value: Double?
  public var note: String?
  public var source: Source

  public init(id: String, due: PartialDate?, value: Double?, note: String? = nil, source: Source = Source(nil)) {
    self.id = id
    self.due = due
    self.value = value
    self.note = note
    self.source = source
  }
}

/// 実績値: one measured value of a KPI.
public struct Measurement: Hashable, Codable, Sendable {
  public var id: String
  public var item: String
  public var kpi: String
  public var date: PartialDate?
  public var value: Double
  public var note: String?
  public var source: Source

  public init(
    id: String, item: String, kpi: String, date: PartialDate?, value: Double, note: String? = nil,
    source: Source = Source(nil)
  ) {
    self.id = id
    self.item = item
    self.kpi = kpi
    self.date = date
    self.value = value
    self.note = note
    self.source = source
  }
}

/// CIO確認: the chief information officer's review of an item, a duty once a year.
public struct Review: Hashable, Codable, Sendable {
  public var id: String
  public var item: String
  public var date: CivilDate
  public var reviewer: String?
  public var note: String?
  public var source: Source

  public init(
    id: String, item: String, date: CivilDate, reviewer: String? = nil, note: String? = nil,
    source: Source = Source(nil)
  ) {
    self.id = id
    self.item = item
    self.date = date
    self.reviewer = reviewer
    self.note = note
    self.source = source
  }
}
