import StrategyModel

/// What one action item offers to a filter. Texts are folded once, when the record is written.
public struct FilterSubject: Hashable, Sendable {
  /// All text fields, folded, each followed by a newline so that no hit crosses two fields.
  public var text: String
  /// Folded.
  public var id: String
  /// The phase that is shown: the official one, else the inferred one.
  public var phase: Phase?
  public var isPhaseDerived: Bool
  public var pillar: FilterName?
  /// The pillar of an earlier edition that the item belonged to.
  public var legacyPillar: FilterName?
  /// Folded.
  public var department: String?
  public var plan: FilterName?
  /// 達成率 of the first KPI, as a ratio.
  public var attainment: Double?
  /// A KPI's due date has passed and its target was not reached.
  public var isKPIOverdue: Bool
  /// A KPI falls short of the straight line from its baseline to its target.
  public var isKPIBehind: Bool
  /// The last day of the next due date.
  public var nextDue: CivilDate?
  public var years: ClosedRange<Int>?
  public var lastReview: CivilDate?
  public var traits: FilterTraits
  /// Those of the filter's ranges in which something of the item changed.
  public var changes: Set<ChangeRange>

  public init(
    text: String, id: String = "", phase: Phase? = nil, isPhaseDerived: Bool = false, pillar: FilterName? = nil,
    legacyPillar: FilterName? = nil, department: String? = nil, plan: FilterName? = nil, attainment: Double? = nil,
    isKPIOverdue: Bool = false, isKPIBehind: Bool = false,
    nextDue: CivilDate? = nil, years: ClosedRange<Int>? = nil, lastReview: CivilDate? = nil,
    traits: FilterTraits = [], changes: Set<ChangeRange> = []
  ) {
    self.text = text
    self.id = id
    self.phase = phase
    self.isPhaseDerived = isPhaseDerived
    self.pillar = pillar
    self.legacyPillar = legacyPillar
    self.department = department
    self.plan = plan
    self.attainment = attainment
    self.isKPIOverdue = isKPIOverdue
    self.isKPIBehind = isKPIBehind
    self.nextDue = nextDue
    self.years = years
    self.lastReview = lastReview
    self.traits = traits
    self.changes = changes
  }

  /// Folds text fields and joins them as ``text`` wants them; absent ones are left out.
  public static func text(of fields: [String?]) -> String {
    var joined = ""
    for case let field? in fields where !field.isEmpty {
      joined += TextFold.fold(field)
      joined += "\n"
    }
    return joined
  }
}

/// A record that an item belongs to, by its id and its names (full, short, English), all folded.
public struct FilterName: Hashable, Sendable {
  public var id: String
  public var names: [String]

  /// - Parameters: unfolded; absent names are left out.
  public init(id: String, names: [String?]) {
    self.id = TextFold.fold(id)
    self.names = names.compactMap { $0.map(TextFold.fold) }
  }
}

/// What `has:` asks for.
public struct FilterTraits: OptionSet, Hashable, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let kpi = FilterTraits(rawValue: 1)
  public static let budget = FilterTraits(rawValue: 2)
  public static let schedule = FilterTraits(rawValue: 4)
  public static let review = FilterTraits(rawValue: 8)
  public static let events = FilterTraits(rawValue: 16)
}
