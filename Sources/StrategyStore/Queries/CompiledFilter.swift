import StrategyModel
import TextSearch

/// A filter in two halves: what SQLite tells (words in the folded text) and what is told item by item.
///
/// Text from the user is only ever bound, never part of SQL.
struct CompiledFilter {
  struct TextNeedle {
    var needle: Needle
    /// Pillars in whose name the word stands: an item is found by its pillar too.
    var pillars: [String]
  }

  var textClauses: [[TextNeedle]] = []
  var rest: [FilterQuery.Clause] = []
  var needs = ScanNeeds()
  private var pillars: [String: FilterName] = [:]
  private var frameworks: [String: FilterName] = [:]
  private var changes: [ChangeRange: ItemChanges] = [:]

  /// The filter that lets everything through.
  init() {}

  /// - Parameter changes: of the ranges of ``FilterQuery/changeRanges``.
  init(_ query: FilterQuery, _ frameworks: FrameworkRecords, _ changes: [ChangeRange: ItemChanges]) {
    guard !query.isEmpty else { return }
    self.changes = changes
    for pillar in frameworks.pillars {
      pillars[pillar.id] = FilterName(id: pillar.id, names: [pillar.name, pillar.theme, pillar.englishName])
    }
    for plan in frameworks.plans {
      self.frameworks[plan.id] = FilterName(id: plan.id, names: [plan.title, plan.edition, plan.title + plan.edition])
    }
    for strategy in frameworks.strategies {
      self.frameworks[strategy.id] = FilterName(
        id: strategy.id, names: [strategy.title, strategy.edition, strategy.title + strategy.edition])
    }
    for clause in query.clauses {
      let needles = clause.terms.compactMap { term in
        if case .text(let needle) = term.test, !term.isNegated { textNeedle(needle) } else { nil }
      }
      // SQLite allows 32,766 bound values; nobody types that many words, and the slow half is right too.
      let bound = textClauses.joined().reduce(0) { $0 + 1 + $1.pillars.count }
      if needles.count == clause.terms.count, bound < 500 {
        textClauses.append(needles)
      } else {
        rest.append(clause)
      }
    }
    for term in rest.flatMap(\.terms) { note(term.test) }
  }

  /// A word with the pillars in whose name it or its reading stands.
  func textNeedle(_ needle: Needle, orReading reading: ReadingNeedle) -> TextNeedle {
    let named = pillars.filter { pillar in
      pillar.value.names.contains { reading.isFound(in: $0) }
    }
    let known = textNeedle(needle)
    return TextNeedle(needle: needle, pillars: Set(known.pillars + named.keys).sorted())
  }

  func textNeedle(_ needle: Needle) -> TextNeedle {
    let test = NameTest.contains(needle)
    let named = pillars.filter {
      !$0.key.isEmpty && FilterTest.pillar(test).matches(FilterSubject(text: "", pillar: $0.value))
    }
    return TextNeedle(needle: needle, pillars: named.keys.sorted())
  }

  private mutating func note(_ test: FilterTest) {
    switch test {
    case .text, .reading: needs.text = true
    case .attainment, .due: needs.kpis = true
    case .kpi(let state):
      if state != .none { needs.kpis = true }
      if state == .behind { needs.lines = true }
    case .reviewed, .reviewOverdue, .reviewNone: needs.reviews = true
    case .has(let traits): if traits.contains(.review) { needs.reviews = true }
    case .id, .phase, .pillar, .department, .plan, .fiscalYear, .isDerived, .changed: break
    }
  }

  func matches(_ candidate: ItemCandidate) -> Bool {
    guard !rest.isEmpty else { return true }
    let subject = subject(candidate)
    return rest.allSatisfy { clause in clause.terms.contains { $0.matches(subject) } }
  }

  /// The names by which a filter may call a pillar; one that the store does not know is called by its id.
  func pillar(_ id: String) -> FilterName { pillars[id] ?? FilterName(id: id, names: [id]) }

  /// The same of a plan or strategy.
  func framework(_ id: String) -> FilterName { frameworks[id] ?? FilterName(id: id, names: [id]) }

  /// Whether something of an item changed in a range of the filter.
  func isChanged(_ range: ChangeRange, version: Int, since: Int) -> Bool {
    changes[range]?.contains(version: version, since: since) ?? false
  }

  private func subject(_ candidate: ItemCandidate) -> FilterSubject {
    let pillar = candidate.pillar.map(pillar)
    let text = needs.text ? candidate.text + (pillar?.names.map { $0 + "\n" }.joined() ?? "") : ""
    return FilterSubject(
      text: text, id: TextFold.fold(candidate.id), phase: candidate.phase, isPhaseDerived: candidate.isPhaseDerived,
      pillar: pillar, legacyPillar: candidate.legacyPillar.map(self.pillar),
      department: candidate.department.map(TextFold.fold),
      plan: candidate.framework.map(framework),
      attainment: candidate.attainment, isKPIOverdue: candidate.isKPIOverdue,
      isKPIBehind: candidate.isKPIBehind, nextDue: candidate.nextDue,
      years: candidate.years, lastReview: candidate.lastReview, traits: candidate.traits,
      changes: Set(changes.filter { $0.value.contains(version: candidate.version, since: candidate.since) }.keys))
  }
}
