import StrategyModel

/// What a meeting's handout says of the days and revisions that it shows.
extension Words {
  /// The day from which all is reckoned; the revision follows.
  func basis(_ day: String, isMeeting: Bool) -> String {
    let meeting = isMeeting ? remark(pick("会議の当日", "the day of the meeting")) : ""
    return pick("基準日 \(day)\(meeting)、台帳は", "Reckoned from \(day)\(meeting), ledger")
  }

  func handoutOfDay(_ revision: Int) -> String {
    pick("取組と要確認は会議の当日（r\(revision)）、", "Items and what needs attention are of that day (r\(revision)), ")
  }

  func handoutBeforeStore(_ revision: Int) -> String {
    pick(
      "当日の記録がないので取組と要確認は最初の改訂（r\(revision)）、",
      "Items and what needs attention are of the first revision (r\(revision)), for lack of an older one, ")
  }

  func sinceAsOf(_ revision: String, _ day: String) -> String {
    pick("「\(self(.since))」は\(day)（\(revision)）の状態です。", "\"\(self(.since))\" is of \(day) (\(revision)). ")
  }

  /// Why an item is not shown as of the meeting's day, or what became of it since.
  func told(_ moment: ItemMoment, meeting: CivilDate, _ calendar: CalendarStyle) -> String? {
    if let retired = moment.retired { return self.retired(on: calendar.text(retired), wasGone: retired <= meeting) }
    guard moment.day > meeting else { return nil }
    let day = calendar.text(moment.day)
    return pick("当日の記録がなく、\(day)の状態です", "Not on record that day; as of \(day)")
  }
}

extension Word {
  static let unchangedSincePrevious = Word(
    "前回の会議の日から当日までに、記録は変わっていません", "Nothing on record changed between the two meetings")
  static let handoutRounding = Word("率は小数点以下を切り捨てています。", "Percentages are rounded down.")
}
