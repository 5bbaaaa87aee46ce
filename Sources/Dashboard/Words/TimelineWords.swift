import StrategyModel

/// What the timeline says.
extension Word {
  public static let layoutTimeline = Word("工程表", "Timeline")
  public static let planned = Word("計画", "plan")
  public static let actual = Word("実績", "actual")
  /// Plan and actual at once.
  public static let both = Word("両方", "both")
  public static let today = Word("今日", "today")
  public static let unsure = Word("推定・おおよそ", "inferred or inexact")
  public static let unsureTerse = Word("推定", "inferred")
  /// A year's first column.
  public static let yearBegins = Word("年度", "year")
  /// Something lies before the first year that is shown, or behind the last.
  public static let goesOnUnseen = Word("続く", "goes on")
  public static let slip = Word("遅れ", "Slip")
  public static let noDates = Word("日程の記録なし", "no dates on record")
  public static let noDatesShort = Word("記録なし", "none")
  public static let comparison = Word(
    "比べる時点を選ぶ: 変更の印と工程表の遅れ（since r5）", "Choose what to compare with: marks, slip (since r5)")
  public static let noComparison = Word("どの時点とも比べません", "Compared with no point in time")
  public static let noEarlierYear = Word("これより前の年度はありません", "No earlier year")
  public static let noLaterYear = Word("これより後の年度はありません", "No later year")
}

extension Words {
  /// Said beside the legend.
  func slipSentence(since revision: Int) -> String {
    pick("遅れは r\(revision) の計画の終わりと比べる", "slip of the plan's end since r\(revision)")
  }

  public func shownFrom(_ year: String) -> String { pick("\(year)から", "from \(year)") }

  /// `R2年度`.
  func fiscalYear(_ short: String) -> String { pick("\(short)年度", "FY\(short)") }

  func month(_ number: Int, isShort: Bool) -> String {
    guard !isShort else { return String(number) }
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return pick("\(number)月", names[number - 1])
  }

  /// `6か月遅れ`, `約1年早い`, or with a sign where there is little room.
  func slip(_ slip: Slip, isTerse: Bool) -> String {
    switch slip {
    case .none: pick("変わらず", "none")
    case .newItem: pick("新規", "new")
    case .unknown: pick("記録なし", "unknown")
    case .days(let days): moved(by: days, pick("\(abs(days))日", "\(abs(days))d"), isExact: true, isTerse)
    case .months(let months, let isExact):
      moved(by: months, span(months: abs(months)), isExact: isExact, isTerse)
    }
  }

  private func span(months: Int) -> String {
    months.isMultiple(of: 12) ? pick("\(months / 12)年", "\(months / 12)y") : pick("\(months)か月", "\(months)mo")
  }

  private func moved(by amount: Int, _ size: String, isExact: Bool, _ isTerse: Bool) -> String {
    let about = isExact ? "" : pick("約", "~")
    if isTerse { return "\(about)\(amount > 0 ? "+" : "-")\(size)" }
    return "\(about)\(size)" + (amount > 0 ? pick("遅れ", " late") : pick("早い", " early"))
  }
}
