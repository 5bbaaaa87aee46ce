import StrategyModel

extension LedgerView {
  /// Newest first.
  func meetings() throws -> MeetingList {
    let meetings = try values(Meeting.self, .meeting)
    return MeetingList(
      meetings: meetings.sorted { ($0.date, $0.id) > ($1.date, $1.id) }, bodies: try values(MeetingBody.self, .body))
  }

  /// Newest first; of one day, history before news, each with its own latest line first.
  func updates() throws -> [UpdateEntry] { try values(UpdateEntry.self, .update).sorted(by: UpdateEntry.isNewer) }

  func library() throws -> Library {
    Library(
      documents: try values(Document.self, .document), terms: try values(Term.self, .term),
      figures: try values(Figure.self, .figure), contacts: try values(Contact.self, .contact),
      bodies: try values(MeetingBody.self, .body), contradictions: try values(Contradiction.self, .contradiction))
  }

  func frameworks() throws -> Frameworks {
    let principles = try values(Principle.self, .principle).sorted { $0.order < $1.order }
    let pillars = try pillars().sorted { $0.order < $1.order }
    let counts = try pillarCounts(withLegacy: true)
    let planPhases = try planCounts()
    let revisions = try values(PlanRevision.self, .planRevision).sorted { $0.date < $1.date }
    func stated(_ role: Principle.Role, by framework: String) -> [Principle] {
      principles.filter { $0.role == role && $0.framework == framework }
    }
    return Frameworks(
      goals: principles.filter { $0.role == .goal },
      editions: try strategies().map { strategy in
        Frameworks.Edition(
          strategy: strategy,
          pillars: pillars.filter { $0.strategy == strategy.id }.map {
            PillarCounts(pillar: $0, phases: counts[$0.id] ?? PhaseCounts())
          },
          visions: stated(.vision, by: strategy.id), stances: stated(.stance, by: strategy.id))
      },
      plans: try plans().inOrderOfAdoption(by: \.adopted).map { plan in
        Frameworks.PlanEdition(
          plan: plan, visions: stated(.vision, by: plan.id), revisions: revisions.filter { $0.plan == plan.id },
          phases: planPhases[plan.id] ?? PhaseCounts())
      },
      onlineIdeals: principles.filter { $0.role == .onlineIdeal })
  }
}

extension Array {
  /// Oldest first; what has no date that can be reckoned with comes last.
  func inOrderOfAdoption(by date: (Element) -> PartialDate?) -> [Element] {
    let keyed = enumerated().map { (day: date($1)?.lastDay?.dayNumber ?? Int.max, place: $0, element: $1) }
    return keyed.sorted { ($0.day, $0.place) < ($1.day, $1.place) }.map(\.element)
  }
}

extension UpdateEntry {
  static func isNewer(_ left: UpdateEntry, _ right: UpdateEntry) -> Bool {
    if left.date != right.date { return left.date > right.date }
    if left.list != right.list { return left.list == .history }
    // The page's history runs from new to old, its news from old to new.
    if left.order != right.order { return left.list == .history ? left.order < right.order : left.order > right.order }
    return left.id < right.id
  }
}
