import StrategyModel

extension FilterQuery {
  /// The filter as people read it: `柱=データ × フェーズ=検証中`; 条件なし when it is empty.
  public func sentence(_ calendar: CalendarStyle = .wareki) -> String {
    if isEmpty { return "条件なし" }
    return clauses.map { $0.sentence(calendar) }.joined(separator: " × ")
  }
}

extension FilterQuery.Clause {
  /// Terms of one field name it once: `フェーズ=検証中または運用中`.
  func sentence(_ calendar: CalendarStyle) -> String {
    var text = ""
    var previous: String?
    for term in terms {
      let part = term.test.words(calendar)
      let repeats = part.field != nil && part.field == previous
      if !text.isEmpty { text += "または" }
      text += (repeats ? "" : part.field ?? "") + part.value + term.ending(part)
      previous = term.isNegated ? nil : part.field
    }
    return text
  }
}

/// A test in words: `フェーズ=` and `検証中`.
struct FilterWords {
  var field: String?
  var value: String
  /// What takes the place of 以外 after a negated test, with its opposite.
  var ending = ""
  var negatedEnding = "以外"
}

extension FilterTerm {
  fileprivate func ending(_ words: FilterWords) -> String { isNegated ? words.negatedEnding : words.ending }
}

extension FilterTest {
  func words(_ calendar: CalendarStyle) -> FilterWords {
    switch self {
    case .text(let needle): FilterWords(value: "「\(needle.shown)」")
    case .reading(let test): FilterWords(value: "「\(test.needle.shown)」の読み")
    case .id(let test): FilterWords(field: "番号=", value: test.words)
    case .phase(let phase): FilterWords(field: "フェーズ=", value: phase?.name ?? "未記載")
    case .pillar(let test): FilterWords(field: "柱=", value: test.words)
    case .department(let test): FilterWords(field: "所管=", value: test.words)
    case .plan(let test): FilterWords(field: "計画=", value: test.words)
    case .attainment(let range): FilterWords(field: "達成率=", value: range.amounts(percent))
    case .kpi(let state): FilterWords(field: "KPI=", value: state.words)
    case .due(let range): FilterWords(field: "期限=", value: range?.times(calendar.text) ?? "なし")
    case .fiscalYear(let range):
      FilterWords(field: "年度=", value: range?.times { FiscalYear($0).text(calendar) } ?? "なし")
    case .reviewed(let range): FilterWords(field: "CIO確認=", value: range.times(calendar.text))
    case .reviewOverdue: FilterWords(field: "CIO確認=", value: "1年を超えた")
    case .reviewNone: FilterWords(field: "CIO確認=", value: "記録なし")
    case .has(let traits): FilterWords(value: "\(traits.words)の記録", ending: "あり", negatedEnding: "なし")
    case .isDerived: FilterWords(value: "フェーズが推定")
    case .changed(let range): FilterWords(field: "変更=", value: range.words(calendar))
    }
  }

  private func percent(_ ratio: Double) -> String {
    let percent = (ratio * 1000).rounded() / 10
    guard percent == percent.rounded(), let whole = Int(exactly: percent) else { return "\(percent)%" }
    return "\(whole)%"
  }
}

extension NameTest {
  fileprivate var words: String {
    switch self {
    case .none: "なし"
    case .contains(let needle): needle.quoted
    case .equals(let needle): "\(needle.quoted)（全体一致）"
    }
  }
}

extension Needle {
  /// In brackets where the bare word would read as something else.
  fileprivate var quoted: String {
    shown.contains(where: \.isWhitespace) || FilterValue.noneWords.contains(folded) ? "「\(shown)」" : shown
  }
}

extension FilterTest.KPIState {
  fileprivate var words: String {
    switch self {
    case .overdue: "期限を過ぎて未達"
    case .behind: "基準値から目標値への直線に遅れ"
    case .reached: "目標に達した"
    case .none: "なし"
    }
  }
}

extension FilterTraits {
  fileprivate var words: String {
    let names: [(FilterTraits, String)] = [
      (.kpi, "KPI"), (.budget, "予算"), (.schedule, "日程"), (.review, "CIO確認"), (.events, "経過"),
    ]
    return names.filter { contains($0.0) }.map(\.1).joined(separator: "・")
  }
}

extension FilterRange {
  /// `50%以上80%以下`
  fileprivate func amounts(_ text: (Bound) -> String) -> String {
    if let lower, lower == upper { return text(lower) }
    let from = lower.map { text($0) + (excludesLower ? "超" : "以上") } ?? ""
    let to = upper.map { text($0) + (excludesUpper ? "未満" : "以下") } ?? ""
    return from + to
  }

  /// `令和2年4月1日から令和2年9月30日まで`
  fileprivate func times(_ text: (Bound) -> String) -> String {
    if let lower, lower == upper { return text(lower) }
    let from = lower.map { text($0) + (excludesLower ? "より後" : "から") } ?? ""
    let to = upper.map { text($0) + (excludesUpper ? "より前" : "まで") } ?? ""
    return from + to
  }
}
