/// Presenter mode.
extension Word {
  public static let present = Word("会議を発表する", "Present the meeting")
  public static let waitingForPresenter = Word("発表が始まるのを待っています", "Waiting for a presenter")
  public static let otherItems = Word("そのほかの取組", "Other items")
  public static let pageNow = Word("今", "Now")
  public static let pageNext = Word("次", "Next")
  public static let noNextPage = Word("これが最後です", "this is the last")
  public static let elapsed = Word("経過", "Elapsed")
  public static let blanked = Word("画面を消しています", "blank")
  public static let presenterKeys = [
    Word("Space 次", "Space next"), Word("← 前", "← back"), Word(". 消す", ". blank"),
    Word("議題の番号 Enter", "agenda number Enter"), Word("n 手元", "n notes"),
  ]
  public static let leavePresentation = Word("q 終わる", "q leave")
  /// A kiosk has no other way out.
  public static let leaveKiosk = Word(":q Enter 終わる", ":q Enter leave")
}

extension Words {
  /// Behind the title of a slide that has several pages.
  public func page(_ number: Int, of count: Int) -> String { pick("（\(number)／\(count)）", " (\(number)/\(count))") }

  public func topicNumber(_ number: Int) -> String { pick("議題\(number)", "Topic \(number)") }

  public func itemNumber(_ number: Int) -> String { pick("取組\(number)", "Item \(number)") }

  /// Of what is known of an item on a past day.
  public func asOf(_ date: String) -> String { pick("\(date)の状態", "As of \(date)") }

  public func asOf(_ date: String, since news: String) -> String {
    pick("\(asOf(date))、その後 \(news)", "\(asOf(date)); since then \(news)")
  }

  /// - Parameter wasGone: by the meeting's day, so that what is shown is how it was before.
  public func retired(on date: String, wasGone: Bool) -> String {
    wasGone
      ? pick("\(date)に廃止（廃止の前の状態です）", "Retired on \(date) (shown as it was before)")
      : pick("その後 \(date)に廃止", "Retired since, on \(date)")
  }
}
