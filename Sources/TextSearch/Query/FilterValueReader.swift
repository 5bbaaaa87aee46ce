import StrategyModel

/// What stands after a field's colon.
struct FilterValue {
  var shown: String
  var folded: String
  /// `=` stood before it.
  var isExact: Bool
  /// A quoted `"none"` is a name, not a keyword.
  var isQuoted: Bool
  /// Its place in the filter, for errors.
  var range: Range<Int>

  init(_ text: String, isExact: Bool = false, isQuoted: Bool, range: Range<Int>) {
    shown = text
    folded = TextFold.fold(text)
    self.isExact = isExact
    self.isQuoted = isQuoted
    self.range = range
  }

  var isNone: Bool { !isQuoted && FilterValue.noneWords.contains(folded) }

  static let noneWords: Set<String> = ["none", "なし", "未記載"]
}

/// Gives the values of fields their meaning.
struct FilterValueReader {
  let today: CivilDate

  func test(_ field: FilterField, _ value: FilterValue) throws(FilterError) -> FilterTest {
    let test: FilterTest? =
      switch field {
      case .phase: try phase(value)
      case .pillar: .pillar(name(value))
      case .department: .department(name(value))
      case .plan: .plan(name(value))
      case .id: .id(name(value))
      case .kpi: kpi(value)
      case .due: due(value)
      case .year: year(value)
      case .review: review(value)
      case .has: has(value)
      case .state: ["derived", "推定"].contains(value.folded) ? .isDerived : nil
      case .changed: changes(value).map { .changed($0) }
      }
    guard let test else {
      throw FilterError(range: value.range, reason: .unknownValue(field, value.shown))
    }
    return test
  }

  private func name(_ value: FilterValue) -> NameTest {
    if value.isNone { return .none }
    return value.isExact ? .equals(Needle(value.shown)) : .contains(Needle(value.shown))
  }

  /// A name, a code, or the beginning of just one of them.
  private func phase(_ value: FilterValue) throws(FilterError) -> FilterTest? {
    if value.isNone { return .phase(nil) }
    let word = value.folded
    if let phase = Phase.allCases.first(where: { TextFold.fold($0.name) == word || $0.code == word }) {
      return .phase(phase)
    }
    let candidates = Phase.allCases.filter { TextFold.fold($0.name).hasPrefix(word) || $0.code.hasPrefix(word) }
    if candidates.count > 1 {
      throw FilterError(
        range: value.range, reason: .ambiguousValue(value.shown, candidates: candidates.map(\.name)))
    }
    return candidates.first.map { .phase($0) }
  }

  private func kpi(_ value: FilterValue) -> FilterTest? {
    if value.isNone { return .kpi(.none) }
    switch value.folded {
    case "overdue", "期限超過", "超過": return .kpi(.overdue)
    case "behind", "遅れ": return .kpi(.behind)
    case "reached", "達成": return .kpi(.reached)
    default: return range(value.folded, percent).map { .attainment($0) }
    }
  }

  private func due(_ value: FilterValue) -> FilterTest? {
    if value.isNone { return .due(nil) }
    for suffix in ["d", "日"] where value.folded.hasSuffix(suffix) {
      if let days = Int(value.folded.dropLast()), (0...36_525).contains(days) {
        return .due(FilterRange(from: today, to: today.adding(days: days)))
      }
    }
    return days(value.folded).map { .due($0) }
  }

  private func year(_ value: FilterValue) -> FilterTest? {
    if value.isNone { return .fiscalYear(nil) }
    return range(value.folded) { text in
      DateReading.fiscalYear(text).map { ($0.year, $0.year) }
    }.map { .fiscalYear($0) }
  }

  private func review(_ value: FilterValue) -> FilterTest? {
    if value.isNone { return .reviewNone }
    switch value.folded {
    case "overdue", "期限超過", "超過": return .reviewOverdue(before: today.adding(years: -1))
    default: return days(value.folded).map { .reviewed($0) }
    }
  }

  private func has(_ value: FilterValue) -> FilterTest? {
    switch value.folded {
    case "kpi": .has(.kpi)
    case "budget", "予算": .has(.budget)
    case "schedule", "日程": .has(.schedule)
    case "review", "確認", "cio確認": .has(.review)
    case "events", "event", "経過": .has(.events)
    default: nil
    }
  }

  private func days(_ text: String) -> FilterRange<CivilDate>? {
    range(text) { text in
      guard let date = DateReading.partialDate(text), let first = date.firstDay, let last = date.lastDay else {
        return nil
      }
      return (first, last)
    }
  }

  private func percent(_ text: String) -> (Double, Double)? {
    let digits = text.hasSuffix("%") ? text.dropLast() : text[...]
    guard let first = digits.first, first.isNumber, let percent = Double(digits), percent.isFinite else { return nil }
    return (percent / 100, percent / 100)
  }

  /// `<x`, `<=x`, `>x`, `>=x`, `x..`, `..x`, `x..y`, `x`, where each `x` covers first to last.
  private func range<Bound>(
    _ text: String, _ read: (String) -> (Bound, Bound)?
  ) -> FilterRange<Bound>? {
    if text.hasPrefix("<=") { return read(String(text.dropFirst(2))).map { FilterRange(to: $0.1) } }
    if text.hasPrefix(">=") { return read(String(text.dropFirst(2))).map { FilterRange(from: $0.0) } }
    if text.hasPrefix("<") {
      return read(String(text.dropFirst())).map { FilterRange(to: $0.0, excludesUpper: true) }
    }
    if text.hasPrefix(">") {
      return read(String(text.dropFirst())).map { FilterRange(from: $0.1, excludesLower: true) }
    }
    guard let dots = text.dots else { return read(text).map { FilterRange(from: $0.0, to: $0.1) } }
    let (before, after) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
    guard !before.isEmpty || !after.isEmpty else { return nil }
    let lower = read(before)
    let upper = read(after)
    if !before.isEmpty, lower == nil { return nil }
    if !after.isEmpty, upper == nil { return nil }
    if let lower, let upper, lower.0 > upper.1 { return nil }
    return FilterRange(from: lower?.0, to: upper?.1)
  }
}

extension String {
  /// The place of `..`, or of 〜, which is folded to `~`; in any width.
  var dots: Range<String.Index>? {
    for index in indices {
      let sign = TextFold.fold(String(self[index]))
      if sign == "~" { return index..<self.index(after: index) }
      let next = self.index(after: index)
      if sign == ".", next < endIndex, TextFold.fold(String(self[next])) == "." {
        return index..<self.index(after: next)
      }
    }
    return nil
  }
}
