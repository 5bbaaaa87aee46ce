import StrategyModel

/// What is said of items that need attention.
extension Word {
  public static let attention = Word("要確認", "Needs attention")
  public static let reviewOverdue = Word("CIO確認が1年を超えた取組", "Last CIO review over a year ago")
  public static let withoutReview = Word("CIO確認の記録がない取組", "No CIO review on record")
  public static let noReviewNote = Word("所見の記録なし", "no remarks on record")
  public static let kpiBehind = Word("KPIが目標への直線に遅れた取組", "Items with a KPI behind its line")
  public static let kpiOverdue = Word("KPIが期限を過ぎて未達の取組", "Items with a KPI past due, not reached")
  public static let dueSoon = Word("90日以内に期限が来る取組", "Due within 90 days")
  public static let ruleOfReview = Word("CIO確認は1年に1回", "a duty once a year")
  public static let ruleOfLine = Word("最新の実績を、測った日の直線と比べる", "latest value against the line on its day")
  public static let ruleOfOverdue = Word("現行の目標値の期限以後の実績が届かない", "of the target in force, measured when due or later")
  public static let ruleOfDue = Word("次の目標値の期限", "of the next target")
  public static let ruleWithoutReview = Word("記録がないだけで、遅れとは限らない", "not the same as overdue")
  public static let lastReviewedOn = Word("最後の確認", "Last reviewed")
  public static let state = Word("状況", "State")
  public static let sinceReview = Word("CIO確認から", "Since the review")
  public static let planEnded = Word("計画期間終了", "plan ended")
  public static let measuredShort = Word("実績", "measured")
  public static let targetShort = Word("目標", "target")
  public static let undated = Word("日付未記載", "undated")
  public static let straightLine = Word("直線の目安", "Straight line")
  public static let behindLine = Word("遅れ", "behind")
  public static let allAttention = Word("要確認の一覧（CIO確認・KPI・期限）", "What needs attention")
}

extension Words {
  /// Said above the list: by which day all of it is judged.
  func reckoned(from day: String) -> String { pick("\(day)を基準日として数えています", "As of \(day)") }

  /// Of a KPI: where the line from its baseline to a target was on the day of the measurement.
  func line(at day: String, _ value: String) -> String { pick("\(day)に \(value)", "\(value) on \(day)") }

  func ruleOfLine(to due: String) -> String {
    pick("基準値から\(due)の目標値まで直線で進むとして", "straight from baseline to the target of \(due)")
  }

  func expected(_ value: String) -> String { pick("直線では \(value)", "by the line \(value)") }

  /// `あと12日`, `12日前`.
  func days(_ days: Int) -> String {
    switch days {
    case 0: pick("今日", "today")
    case 1...: pick("あと\(grouped(days))日", "in \(grouped(days)) days")
    default: pick("\(grouped(-days))日前", "\(grouped(-days)) days ago")
    }
  }

  /// `1年8か月前`.
  func ago(_ day: CivilDate, _ today: CivilDate) -> String { span(day, today) + pick("前", " ago") }

  /// Whole months, rounded down: `1年8か月`.
  func span(_ day: CivilDate, _ today: CivilDate) -> String {
    var months = (today.year - day.year) * 12 + today.month - day.month
    if today.day < day.day { months -= 1 }
    let (years, rest) = (months / 12, months % 12)
    let parts = [
      years > 0 ? pick("\(years)年", "\(years)y") : nil, rest > 0 || years == 0 ? pick("\(rest)か月", "\(rest)mo") : nil,
    ].compactMap { $0 }
    return parts.joined(separator: pick("", " "))
  }
}
