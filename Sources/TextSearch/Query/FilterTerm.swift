import StrategyModel

/// One alternative of a clause.
public struct FilterTerm: Hashable, Sendable {
  public var test: FilterTest
  /// The term asks for records on which `test` does not hold.
  public var isNegated: Bool

  public init(_ test: FilterTest, isNegated: Bool = false) {
    self.test = test
    self.isNegated = isNegated
  }
}

/// What a term asks of a record, in a form that a store can turn into SQL.
public enum FilterTest: Hashable, Sendable {
  /// A word or phrase in any text field.
  case text(Needle)
  /// A Latin word in any text field, as it stands or as the reading of what stands there.
  case reading(ReadingTest)
  case id(NameTest)
  /// `nil` asks for 未記載.
  case phase(Phase?)
  case pillar(NameTest)
  case department(NameTest)
  case plan(NameTest)
  /// 達成率 as a ratio.
  case attainment(FilterRange<Double>)
  case kpi(KPIState)
  /// The last day of the next due date; `nil` asks for items without one.
  case due(FilterRange<CivilDate>?)
  /// Years that the item's years overlap; `nil` asks for items without years.
  case fiscalYear(FilterRange<Int>?)
  case reviewed(FilterRange<CivilDate>)
  /// The last review lies before this day, one year before today; items without a review are not meant.
  case reviewOverdue(before: CivilDate)
  case reviewNone
  case has(FilterTraits)
  /// Whether the phase is inferred (推定).
  case isDerived
  /// Some revision of the range put or retired the item, or something that was measured or reviewed of it.
  case changed(ChangeRange)

  public enum KPIState: Hashable, Sendable {
    /// The target's day has passed and it was not reached.
    case overdue
    /// The latest measurement falls short of the straight line from the baseline to the target.
    case behind
    case reached
    case none
  }
}

/// A text that is looked for.
public struct Needle: Hashable, Sendable {
  /// As it was typed.
  public let shown: String
  public let folded: String
  let search: ByteSearch

  public init(_ text: String) {
    shown = text
    folded = TextFold.fold(text)
    search = ByteSearch(folded)
  }

  public static func == (left: Needle, right: Needle) -> Bool { left.shown == right.shown }

  public func hash(into hasher: inout Hasher) { hasher.combine(shown) }
}

/// A Latin word with what it can be the reading of.
public struct ReadingTest: Hashable, Sendable {
  public let needle: Needle
  public let reading: ReadingNeedle

  /// - Returns: `nil` for a word that is no romaji.
  public init?(_ text: String, dictionary: MigemoDictionary? = nil) {
    needle = Needle(text)
    guard let reading = ReadingNeedle(needle.folded, dictionary: dictionary) else { return nil }
    self.reading = reading
  }

  public func isFound(in folded: String) -> Bool {
    needle.search.isFound(in: folded) || reading.isFound(in: folded)
  }

  /// The same for the bytes of a folded text.
  public func isFound(in folded: UnsafeBufferPointer<UInt8>) -> Bool {
    needle.search.first(in: folded, from: 0) != nil || reading.isFound(in: folded)
  }

  public static func == (left: ReadingTest, right: ReadingTest) -> Bool {
    left.needle == right.needle && left.reading.words == right.reading.words
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(needle) }
}

/// What is asked of a name: of a record by its id or one of its names.
public enum NameTest: Hashable, Sendable {
  /// There is none on record.
  case none
  /// The folded text stands in a name, or is the id.
  case contains(Needle)
  /// A name or the id is the folded text (`pillar:=…`).
  case equals(Needle)
}

/// A range of values, open where a bound is `nil`.
public struct FilterRange<Bound: Comparable & Hashable & Sendable>: Hashable, Sendable {
  public var lower: Bound?
  public var upper: Bound?
  /// Whether `lower` and `upper` themselves lie outside.
  public var excludesLower: Bool
  public var excludesUpper: Bool

  public init(
    from lower: Bound? = nil, to upper: Bound? = nil, excludesLower: Bool = false, excludesUpper: Bool = false
  ) {
    self.lower = lower
    self.upper = upper
    self.excludesLower = excludesLower
    self.excludesUpper = excludesUpper
  }

  public func contains(_ value: Bound) -> Bool {
    if let lower, excludesLower ? value <= lower : value < lower { return false }
    if let upper, excludesUpper ? value >= upper : value > upper { return false }
    return true
  }

  public func overlaps(_ range: ClosedRange<Bound>) -> Bool {
    if let lower, excludesLower ? range.upperBound <= lower : range.upperBound < lower { return false }
    if let upper, excludesUpper ? range.lowerBound >= upper : range.lowerBound > upper { return false }
    return true
  }
}
