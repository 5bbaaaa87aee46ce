/// 取組項目.
public struct ActionItem: Hashable, Codable, Sendable {
  public var id: String
  public var title: String
  /// よみ, in kana.
  public var reading: String?
  /// The strategy or plan under which the item runs.
  public var framework: String?
  /// The pillar of the strategy in force.
  public var pillar: String?
  public var pillarConfidence: Confidence
  /// The pillar of an earlier strategy (骨子), where the source says so.
  public var legacyPillar: String?
  public var legacyPillarConfidence: Confidence?
  /// How the sources tie the item to the plan, in words.
  public var planRelation: String?
  /// 所管.
  public var department: String?
  public var departmentRole: String?
  public var departmentSource: Source?
  /// The official phase; `nil` when no public source gives one.
  public var phase: Phase?
  public var derivedPhase: DerivedPhase?
  public var start: PartialDate?
  public var end: PartialDate?
  /// 概要, our own wording (要約) where `isSummaryOurs`.
  public var summary: String?
  public var isSummaryOurs: Bool
  public var kpis: [KPI]
  public var schedule: [ScheduleEntry]
  public var budgets: [Budget]
  public var events: [ItemEvent]
  public var note: String?
  public var source: Source

  public init(
    id: String, title: String, reading: String? = nil, framework: String? = nil, pillar: String? = nil,
    pillarConfidence: Confidence = .stated, legacyPillar: String? = nil, legacyPillarConfidence: Confidence? = nil,
    planRelation: String? = nil, department: String? = nil, departmentRole: String? = nil,
    departmentSource: Source? = nil, phase: Phase? = nil, derivedPhase: DerivedPhase? = nil,
    start: PartialDate? = nil, end: PartialDate? = nil, summary: String? = nil, isSummaryOurs: Bool = false,
    kpis: [KPI] = [], schedule: [ScheduleEntry] = [], budgets: [Budget] = [], events: [ItemEvent] = [],
    note: String? = nil, source: Source = Source(nil)
  ) {
    self.id = id
    self.title = title
    self.reading = reading
    self.framework = framework
    self.pillar = pillar
    self.pillarConfidence = pillarConfidence
    self.legacyPillar = legacyPillar
    self.legacyPillarConfidence = legacyPillarConfidence
    self.planRelation = planRelation
    self.department = department
    self.departmentRole = departmentRole
    self.departmentSource = departmentSource
    self.phase = phase
    self.derivedPhase = derivedPhase
    self.start = start
    self.end = end
    self.summary = summary
    self.isSummaryOurs = isSummaryOurs
    self.kpis = kpis
    self.schedule = schedule
    self.budgets = budgets
    self.events = events
    self.note = note
    self.source = source
  }

  /// The official phase, else the inferred one.
  public var shownPhase: Phase? { phase ?? derivedPhase?.phase }
  public var isPhaseDerived: Bool { phase == nil && derivedPhase != nil }
}

/// One line of an item's schedule: what is to happen in a fiscal year.
public struct ScheduleEntry: Hashable, Codable, Sendable {
  public var id: String
  public var year: FiscalYear
  public var text: String
  public var source: Source

  public init(id: String, year: FiscalYear, text: String, source: Source = Source(nil)) {
    self.id = id
    self.year = year
    self.text = text
    self.source = source
  }
}

/// 予算 of one fiscal year.
public struct Budget: Hashable, Codable, Sendable {
  public var id: String
  public var year: FiscalYear
  public var yen: Int
  public var purpose: String?
  public var source: Source

  public init(id: String, year: FiscalYear, yen: Int, purpose: String? = nil, source: Source = Source(nil)) {
    self.id = id
    self.year = year
    self.yen = yen
    self.purpose = purpose
    self.source = source
  }
}

/// Something that happened to an item on a date.
public struct ItemEvent: Hashable, Codable, Sendable {
  public var id: String
  public var date: PartialDate
  public var text: String
  public var source: Source

  public init(id: String, date: PartialDate, text: String, source: Source = Source(nil)) {
    self.id = id
    self.date = date
    self.text = text
    self.source = source
  }
}
