/// Presenter mode.
extension Word {
  public static let present = Word("会議を発表する", "Present the meeting")
  public static let waitingForPresenter = Word("発表が始まるのを待っています", "Waiting for a presenter")
  public static let pageNow = Word("今", "Now")
  public static let pageNext = Word("次", "Next")
  public static let noNextPage = Word("これが最後です", "this is the last")
  public static let elapsed = Word("経過", "Elapsed")
  public static let blanked = Word("画面を消しています", "blank")
  public static let presenterKeys = Word(
    "Space 次  ← 前  . 消す  番号 Enter  n 手元  q 終わる",
    "Space next   ← back   . blank   number Enter   n notes   q leave")
}
