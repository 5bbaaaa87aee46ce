import StrategyModel

/// A filter in the filter language: clauses that must all hold, each a choice of terms.
public struct FilterQuery: Hashable, Sendable {
  /// What was typed.
  public let text: String
  public let clauses: [Clause]
  /// Folded words and phrases that a hit contains, for ``Highlight``.
  public let textNeedles: [String]

  /// Latin words that may also stand as readings, for ``Highlight``.
  public var readings: [ReadingNeedle] {
    clauses.flatMap(\.terms).compactMap { term in
      if case .reading(let test) = term.test { test.reading } else { nil }
    }
  }

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
    textNeedles = FilterQuery.needles(clauses)
  }

  init(_ text: String, clauses: [Clause]) {
    self.text = text
    self.clauses = clauses
    textNeedles = FilterQuery.needles(clauses)
  }

  private static func needles(_ clauses: [Clause]) -> [String] {
    clauses.flatMap(\.terms).compactMap { term in
      switch term.test {
      case .text(let needle): term.isNegated ? nil : needle.folded
      case .reading(let test): test.needle.folded
      default: nil
      }
    }
  }

  public var isEmpty: Bool { clauses.isEmpty }
}
