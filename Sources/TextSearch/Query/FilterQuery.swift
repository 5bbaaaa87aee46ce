import StrategyModel

/// A filter in the filter language: clauses that must all hold, each a choice of terms.
public struct FilterQuery: Hashable, Sendable {
  /// What was typed.
  public let text: String
  /// The same with what each `@name` stands for in its place: it reads back the same without knowing saved filters.
  public let expandedText: String
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
    expandedText = ""
    clauses = []
    textNeedles = []
  }

  /// - Parameters:
  ///   - today: the day from which `due:90d` and `review:overdue` are reckoned.
  ///   - saved: the filters that `@name` can call.
  ///   - bound: how much of it is read.
  public init(
    parsing text: String, today: CivilDate, saved: [SavedFilter] = [], bound: FilterBound = .composed
  ) throws(FilterError) {
    self.text = text
    var parser = FilterParser(text, today: today, saved: saved, bound: bound)
    clauses = try parser.clauses()
    var expanded = Array(text)
    for (range, text) in parser.expansions.reversed() { expanded.replaceSubrange(range, with: Array(text)) }
    guard expanded.count <= bound.length else {
      throw FilterError(range: 0..<text.count, reason: .tooLong(limit: bound.length))
    }
    expandedText = String(expanded)
    textNeedles = FilterQuery.needles(clauses)
  }

  /// The same text, otherwise understood.
  init(_ query: FilterQuery, clauses: [Clause]) {
    text = query.text
    expandedText = query.expandedText
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
