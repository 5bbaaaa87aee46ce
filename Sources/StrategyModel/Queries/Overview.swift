/// The facts of the first screen.
public struct Overview: Hashable, Sendable {
  public var goals: [Principle]
  /// The strategy in force, and the plan that carries it out.
  public var strategy: Strategy?
  public var plan: Plan?
  public var phases: PhaseCounts
  /// How many of them have an official (not inferred) phase.
  public var statedPhases: Int
  public var pillars: [PillarCounts]
  /// Items whose pillar is 未記載 or belongs to no strategy in force.
  public var otherPillars: PhaseCounts
  public var departments: [NamedCount]
  /// Items without a department.
  public var withoutDepartment: Int
  public var budgets: [PillarBudget]
  public var attention: Attention
  public var latestMeeting: Meeting?
  public var latestUpdates: [UpdateEntry]
  /// Contradictions that concern the store as a whole or the records above.
  public var contradictionCount: Int

  public init(
    goals: [Principle] = [], strategy: Strategy? = nil, plan: Plan? = nil, phases: PhaseCounts = PhaseCounts(),
    statedPhases: Int = 0, pillars: [PillarCounts] = [], otherPillars: PhaseCounts = PhaseCounts(),
    departments: [NamedCount] = [], withoutDepartment: Int = 0, budgets: [PillarBudget] = [],
    attention: Attention = Attention(), latestMeeting: Meeting? = nil, latestUpdates: [UpdateEntry] = [],
    contradictionCount: Int = 0
  ) {
    self.goals = goals
    self.strategy = strategy
    self.plan = plan
    self.phases = phases
    self.statedPhases = statedPhases
    self.pillars = pillars
    self.otherPillars = otherPillars
    self.departments = departments
    self.withoutDepartment = withoutDepartment
    self.budgets = budgets
    self.attention = attention
    self.latestMeeting = latestMeeting
    self.latestUpdates = latestUpdates
    self.contradictionCount = contradictionCount
  }
}

public struct PillarCounts: Hashable, Sendable {
  public var pillar: Pillar
  public var phases: PhaseCounts

  public init(pillar: Pillar, phases: PhaseCounts) {
    self.pillar = pillar
    self.phases = phases
  }
}

public struct NamedCount: Hashable, Sendable {
  public var name: String
  public var count: Int

  public init(name: String, count: Int) {
    self.name = name
    self.count = count
  }
}

/// Budget of one pillar in one fiscal year, in yen; `pillar` is `nil` for items without one.
public struct PillarBudget: Hashable, Sendable {
  public var pillar: Pillar?
  public var year: FiscalYear
  public var yen: Int

  public init(pillar: Pillar?, year: FiscalYear, yen: Int) {
    self.pillar = pillar
    self.year = year
    self.yen = yen
  }
}

/// What needs attention (要確認), as counts of items.
public struct Attention: Hashable, Sendable {
  /// The last review is more than a year old.
  public var reviewOverdue: Int
  /// No review is on record: not the same as overdue.
  public var withoutReview: Int
  /// A KPI's due date has passed and the target was not reached.
  public var kpiOverdue: Int
  /// A due date lies within 90 days.
  public var dueSoon: Int

  public init(reviewOverdue: Int = 0, withoutReview: Int = 0, kpiOverdue: Int = 0, dueSoon: Int = 0) {
    self.reviewOverdue = reviewOverdue
    self.withoutReview = withoutReview
    self.kpiOverdue = kpiOverdue
    self.dueSoon = dueSoon
  }
}
