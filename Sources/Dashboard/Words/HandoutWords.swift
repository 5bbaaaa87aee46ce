/// What a meeting's handout says of the days and revisions that it shows.
extension Words {
  /// The day from which all is reckoned; the revision follows.
  func basis(_ day: String, isMeeting: Bool) -> String {
    let meeting = isMeeting ? remark(pick("会議の当日", "the day of the meeting")) : ""
    return pick("基準日 \(day)\(meeting)、台帳は", "Reckoned from \(day)\(meeting), ledger")
  }

  func handoutOfDay(_ revision: Int) -> String {
    pick("取組と要確認は当日（r\(revision)）の状態", "Items and what needs attention as of that day (r\(revision))")
  }

  func handoutBeforeStore(_ revision: Int) -> String {
    pick(
      "当日の台帳がないので、取組と要確認は最初の改訂（r\(revision)）の状態",
      "Items and what needs attention as of the first revision (r\(revision)): none that day")
  }

  func changesSince(_ meeting: String, _ revision: String) -> String {
    pick("、変更は \(meeting)（\(revision)）から", ", changes since \(meeting) (\(revision))")
  }

  func sinceAsOf(_ revision: String, _ day: String) -> String {
    pick("、「\(self(.since))」は \(day)（\(revision)）の状態", ", \"\(self(.since))\" as of \(day) (\(revision))")
  }
}
