/// Where a strategy or plan stands among its editions.
public enum EditionStatus: String, Codable, CaseIterable, Sendable {
  /// In force as of the revision that says so.
  case inForce
  /// Replaced by a later edition.
  case superseded
  /// Its period has ended.
  case finished
  /// Came after the strategies that this store is about.
  case successor
}

/// 戦略: one edition (骨子, 初版, 第2版) of the city's strategy.
public struct Strategy: Hashable, Codable, Sendable {
  public var id: String
  public var title: String
  public var edition: String
  public var adopted: PartialDate?
  public var adoptedSource: Source?
  public var adoptedNote: String?
  public var status: EditionStatus
  public var supersededBy: String?
  public var chapters: [String]
  /// Further facts with a label of their own: 法的位置づけ, パブリックコメント, …
  public var facts: [LabelledFact]
  public var note: String?
  public var source: Source

  public init(
    id: String, title: String, edition: String, adopted: PartialDate?, adoptedSource: Source? = nil,
    adoptedNote: String? = nil, status: EditionStatus, supersededBy: String? = nil, chapters: [String] = [],
    facts: [LabelledFact] = [], note: String? = nil, source: Source
  ) {
    self.id = id
    self.title = title
    self.edition = edition
    self.adopted = adopted
    self.adoptedSource = adoptedSource
    self.adoptedNote = adoptedNote
    self.status = status
    self.supersededBy = supersededBy
    self.chapters = chapters
    self.facts = facts
    self.note = note
    self.source = source
  }
}

/// A statement about a record that has no field of its own.
public struct LabelledFact: Hashable, Codable, Sendable {
  public var label: String
  public var text: String
  public var source: Source?

  public init(_ label: String, _ text: String, source: Source? = nil) {
    self.label = label
    self.text = text
    self.source = source
  }
}

/// 計画: an action plan that carries a strategy out.
public struct Plan: Hashable, Codable, Sendable {
  public var id: String
  public var title: String
  public var edition: String
  public var strategy: String?
  public var adopted: PartialDate?
  public var adoptedSource: Source?
  public var adoptedNote: String?
  public var status: EditionStatus
  public var firstYear: FiscalYear?
  public var lastYear: FiscalYear?
  public var facts: [LabelledFact]
  public var note: String?
  public var source: Source

  public init(
    id: String, title: String, edition: String, strategy: String? = nil, adopted: PartialDate?,
    adoptedSource: Source? = nil, adoptedNote: String? = nil, status: EditionStatus, firstYear: FiscalYear? = nil,
    lastYear: FiscalYear? = nil, facts: [LabelledFact] = [], note: String? = nil, source: Source
  ) {
    self.id = id
    self.title = title
    self.edition = edition
    self.strategy = strategy
    self.adopted = adopted
    self.adoptedSource = adoptedSource
    self.adoptedNote = adoptedNote
    self.status = status
    self.firstYear = firstYear
    self.lastYear = lastYear
    self.facts = facts
    self.note = note
    self.source = source
  }

  /// Whether the plan's period has ended by `date`; `nil` when no period is on record.
  public func hasEnded(by date: CivilDate) -> Bool? {
    lastYear?.lastDay.map { $0 < date }
  }
}

/// A dated revision of a plan, as the city announced it (not a revision of the store).
public struct PlanRevision: Hashable, Codable, Sendable {
  public var id: String
  public var plan: String
  public var date: CivilDate
  /// Another day that a source gives for the same revision.
  public var otherDate: CivilDate?
  public var dateNote: String?
  /// What changed, in our own wording (要約).
  public var points: [String]
  public var knownChanges: [LabelledFact]
  public var source: Source

  public init(
    id: String, plan: String, date: CivilDate, otherDate: CivilDate? = nil, dateNote: String? = nil,
    points: [String] = [], knownChanges: [LabelledFact] = [], source: Source
  ) {
    self.id = id
    self.plan = plan
    self.date = date
    self.otherDate = otherDate
    self.dateNote = dateNote
    self.points = points
    self.knownChanges = knownChanges
    self.source = source
  }
}

/// 柱・取組方針: one pillar of one strategy.
public struct Pillar: Hashable, Codable, Sendable {
  public var id: String
  public var strategy: String
  public var order: Int
  public var name: String
  public var englishName: String?
  /// The short name used in tables: スマートシティ.
  public var theme: String?
  public var note: String?
  public var source: Source

  public init(
    id: String, strategy: String, order: Int, name: String, englishName: String? = nil, theme: String? = nil,
    note: String? = nil, source: Source
  ) {
    self.id = id
    self.strategy = strategy
    self.order = order
    self.name = name
    self.englishName = englishName
    self.theme = theme
    self.note = note
    self.source = source
  }

  public var shortName: String { theme ?? name }
}
