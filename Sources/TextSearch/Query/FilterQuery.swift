import StrategyModel

/// A filter in the filter language: clauses that must all hold, each a choice of terms.
public struct FilterQuery: Hashable, Sendable {
  /// What was typed.
  public let text: String
  public let clauses: [Clause]
  /// Folded words and phrases that a hit contains, for ``Highlight``.
  public let textNeedles: [String]

  /// Terms of which at least one must hold (`a|b`); never empty.
  public struct Clause: Hashable, Sendable {
    public var terms: [FilterTerm]

    public init(_ terms: [FilterTerm]) { self.terms = terms }
  }

  /// The filter that finds everything.
  public init() {
    text = ""
    clauses = []
    textNeedles = []
  }

  /// - Parameter today: the day from which `due:90d` and `review:overdue` are reckoned.
  public init(parsing text: String, today: CivilDate) throws(FilterError) {
    self.text = text
    var parser = FilterParser(text, today: today)
    clauses = try parser.clauses()
    textNeedles = clauses.flatMap(\.terms).compactMap { term in
      if case .text(let needle) = term.test, !term.isNegated { needle.folded } else { nil }
    }
  }

  public var isEmpty: Bool { clauses.isEmpty }
}
