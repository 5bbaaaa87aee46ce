import StrategyModel

extension FilterQuery {
  /// The filter as people read it: `柱=データ × フェーズ=検証中`; 条件なし when it is empty.
  public func sentence(_ calendar: CalendarStyle = .wareki) -> String {
    if isEmpty { return "条件なし" }
    return clauses.map { clause in
      clause.terms.map { $0.sentence(calendar) }.joined(separator: " または ")
    }.joined(separator: " × ")
  }
}

extension FilterTerm {
  func sentence(_ calendar: CalendarStyle) -> String {
    isNegated ? test.sentence(calendar) + "以外" : test.sentence(calendar)
  }
}

extension FilterTest {
  func sentence(_ calendar: CalendarStyle) -> String {
    switch self {
    case .text(let needle): "「\(needle.shown)」"
    case .id(let test): "番号=\(test.sentence)"
    case .phase(let phase): "フェーズ=\(phase?.name ?? "未記載")"
    case .pillar(let test): "柱=\(test.sentence)"
    case .department(let test): "所管=\(test.sentence)"
    case .plan(let test): "計画=\(test.sentence)"
    case .attainment(let range): "達成率=\(range.sentence(percent))"
    case .kpi(let state): "KPI=\(state.sentence)"
    case .due(let range): "期限=\(range?.sentence(calendar.text) ?? "なし")"
    case .fiscalYear(let range): "年度=\(range?.sentence { FiscalYear($0).text(calendar) } ?? "なし")"
    case .reviewed(let range): "CIO確認=\(range.sentence(calendar.text))"
    case .reviewOverdue: "CIO確認=1年超過"
    case .reviewNone: "CIO確認=記録なし"
    case .has(let traits): "\(traits.sentence)あり"
    case .isDerived: "フェーズが推定"
    case .changed(let range): "変更=\(range.sentence { "r\($0)" })"
    }
  }

  private func percent(_ ratio: Double) -> String {
    let percent = (ratio * 1000).rounded() / 10
    return percent == percent.rounded() ? "\(Int(percent))%" : "\(percent)%"
  }
}

extension NameTest {
  fileprivate var sentence: String {
    switch self {
    case .none: "なし"
    case .contains(let needle), .equals(let needle): needle.shown
    }
  }
}

extension FilterTest.KPIState {
  fileprivate var sentence: String {
    switch self {
    case .overdue: "期限超過"
    case .behind: "遅れ"
    case .reached: "達成"
    case .none: "なし"
    }
  }
}

extension FilterTraits {
  fileprivate var sentence: String {
    let names: [(FilterTraits, String)] = [
      (.kpi, "KPI"), (.budget, "予算"), (.schedule, "日程"), (.review, "CIO確認"), (.events, "経過"),
    ]
    return names.filter { contains($0.0) }.map(\.1).joined(separator: "・")
  }
}

extension FilterRange {
  fileprivate func sentence(_ text: (Bound) -> String) -> String {
    if let lower, let upper, lower == upper { return text(lower) }
    let parts = [
      lower.map { text($0) + (excludesLower ? "超" : "以上") },
      upper.map { text($0) + (excludesUpper ? "未満" : "以下") },
    ]
    return parts.compactMap { $0 }.joined()
  }
}
