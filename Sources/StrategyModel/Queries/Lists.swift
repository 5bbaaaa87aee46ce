/// Names that a filter can ask for, those that most is known of first.
public struct FilterValues: Hashable, Sendable {
  public var pillars: [String]
  public var departments: [String]
  /// Plans and strategies, with their edition.
  public var plans: [String]
  /// Ids of the latest meetings.
  public var meetings: [String]

  public init(
    pillars: [String] = [], departments: [String] = [], plans: [String] = [], meetings: [String] = []
  ) {
    self.pillars = pillars
    self.departments = departments
    self.plans = plans
    self.meetings = meetings
  }
}

/// Strategies with all that belongs to them.
public struct Frameworks: Hashable, Sendable {
  public struct Edition: Hashable, Sendable {
    public var strategy: Strategy
    public var pillars: [PillarCounts]
    public var visions: [Principle]
    public var stances: [Principle]

    public init(strategy: Strategy, pillars: [PillarCounts], visions: [Principle], stances: [Principle]) {
      self.strategy = strategy
      self.pillars = pillars
      self.visions = visions
      self.stances = stances
    }
  }

  public struct PlanEdition: Hashable, Sendable {
    public var plan: Plan
    public var visions: [Principle]
    public var revisions: [PlanRevision]
    public var phases: PhaseCounts

    public init(plan: Plan, visions: [Principle], revisions: [PlanRevision], phases: PhaseCounts) {
      self.plan = plan
      self.visions = visions
      self.revisions = revisions
      self.phases = phases
    }
  }

  public var goals: [Principle]
  /// In order of adoption, oldest first.
  public var editions: [Edition]
  public var plans: [PlanEdition]
  public var onlineIdeals: [Principle]

  public init(goals: [Principle], editions: [Edition], plans: [PlanEdition], onlineIdeals: [Principle]) {
    self.goals = goals
    self.editions = editions
    self.plans = plans
    self.onlineIdeals = onlineIdeals
  }
}

/// Meetings, newest first, with the bodies that held them.
public struct MeetingList: Hashable, Sendable {
  public var meetings: [Meeting]
  public var bodies: [MeetingBody]

  public init(meetings: [Meeting], bodies: [MeetingBody]) {
    self.meetings = meetings
    self.bodies = bodies
  }
}

/// 資料: what is not an item, a meeting or an update.
public struct Library: Hashable, Sendable {
  public var documents: [Document]
  public var terms: [Term]
  public var figures: [Figure]
  public var contacts: [Contact]
  public var bodies: [MeetingBody]
  public var contradictions: [Contradiction]

  public init(
    documents: [Document], terms: [Term], figures: [Figure], contacts: [Contact], bodies: [MeetingBody],
    contradictions: [Contradiction]
  ) {
    self.documents = documents
    self.terms = terms
    self.figures = figures
    self.contacts = contacts
    self.bodies = bodies
    self.contradictions = contradictions
  }
}
