import StrategyModel

extension FilterQuery {
  public func matches(_ subject: FilterSubject) -> Bool {
    clauses.allSatisfy { clause in clause.terms.contains { $0.matches(subject) } }
  }
}

extension FilterQuery {
  /// Whether a record that is no action item passes: it offers its texts and its id alone.
  ///
  /// What only items have it neither has nor lacks, so such a term does not hold of it, negated or not.
  public func matches(texts: [String?], id: String) -> Bool {
    let subject = FilterSubject(text: FilterSubject.text(of: texts + [id]), id: TextFold.fold(id))
    return clauses.allSatisfy { clause in
      clause.terms.contains { $0.test.isOfAnyRecord && $0.matches(subject) }
    }
  }
}

extension FilterTest {
  /// Whether records of every kind can be asked this.
  fileprivate var isOfAnyRecord: Bool {
    switch self {
    case .text, .reading, .id: true
    default: false
    }
  }
}

extension FilterTerm {
  public func matches(_ subject: FilterSubject) -> Bool { test.matches(subject) != isNegated }
}

extension FilterTest {
  public func matches(_ subject: FilterSubject) -> Bool {
    switch self {
    case .text(let needle): needle.search.isFound(in: subject.text)
    case .reading(let test): test.isFound(in: subject.text)
    case .id(let test): test.matches(text: subject.id)
    case .phase(let phase): subject.phase == phase
    case .pillar(let test): test.matches(subject.pillar) || subject.legacyPillar.map(test.matches) ?? false
    case .department(let test): test.matches(text: subject.department)
    case .plan(let test): test.matches(subject.plan)
    case .attainment(let range): subject.attainment.map(range.contains) ?? false
    case .kpi(let state): state.matches(subject)
    case .due(let range?): subject.nextDue.map(range.contains) ?? false
    case .due(nil): subject.nextDue == nil
    case .fiscalYear(let range?): subject.years.map(range.overlaps) ?? false
    case .fiscalYear(nil): subject.years == nil
    case .reviewed(let range): subject.lastReview.map(range.contains) ?? false
    case .reviewOverdue(let day): subject.lastReview.map { $0 < day } ?? false
    case .reviewNone: subject.lastReview == nil
    case .has(let traits): subject.traits.isSuperset(of: traits)
    case .isDerived: subject.isPhaseDerived
    case .changed(let range): subject.changes.contains(range)
    }
  }
}

extension FilterTest.KPIState {
  fileprivate func matches(_ subject: FilterSubject) -> Bool {
    switch self {
    case .overdue: subject.isKPIOverdue
    case .behind: subject.isKPIBehind
    case .reached: subject.attainment.map { $0 >= 1 } ?? false
    case .none: !subject.traits.contains(.kpi)
    }
  }
}

extension NameTest {
  func matches(_ name: FilterName?) -> Bool {
    guard let name else { return self == .none }
    switch self {
    case .none: return false
    case .contains(let needle):
      return name.id == needle.folded || name.names.contains { needle.search.isFound(in: $0) }
    case .equals(let needle): return name.id == needle.folded || name.names.contains(needle.folded)
    }
  }

  public func matches(text: String?) -> Bool {
    guard let text else { return self == .none }
    switch self {
    case .none: return false
    case .contains(let needle): return needle.search.isFound(in: text)
    case .equals(let needle): return text == needle.folded
    }
  }
}
