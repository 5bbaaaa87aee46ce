/// Correcting records: menus, forms, questions, refusals.
extension Word {
  public static let sectionCorrecting = Word("直す・加える", "Correcting")
  public static let editRecord = Word("記録を直す（エディター）", "Correct the record (editor)")
  public static let addRecord = Word("記録を加える", "Add a record")
  public static let movePhase = Word("フェーズを移す", "Move the phase")
  public static let addMeasurement = Word("KPIの実績値を入れる", "Enter a KPI measurement")
  public static let addReview = Word("CIO確認を記録する", "Record the CIO's review")
  public static let addDecision = Word("会議の決定事項を加える", "Add a decision of the meeting")
  public static let addItem = Word("取組を加える", "Add an action item")
  public static let addMeeting = Word("会議を加える", "Add a meeting")
  public static let addUpdate = Word("更新履歴を加える", "Add an update")
  public static let undoRevision = Word(
    "改訂を取り消す（履歴では選んだ改訂、ほかでは最新）", "Take a revision back (the selected one, else the newest)")
  public static let forSelected = Word("選んでいる記録に", "For the selected record")
  public static let addInEditor = Word("新しい記録（エディターが開きます）", "A new record (opens the editor)")
  public static let helpHintWithoutTyping = Word("Enter 選ぶ   Esc 閉じる", "Enter take   Esc close")

  // MARK: Forms

  public static let formHint = Word(
    "Tab ↓ 次の欄   ← → 選ぶ   ^S 保存   Esc 閉じる", "Tab ↓ next line   ← → choose   ^S save   Esc close")
  public static let saveForm = Word("保存する（1つの改訂になります）", "Save (becomes one revision)")
  public static let saving = Word("保存しています…", "saving…")
  public static let updateLine = Word("更新履歴", "Update history")
  public static let updateLineHint = Word("一行書くと、更新履歴にも載せます", "a line here also goes into the update history")
  public static let reasonHint = Word("理由やできごと（なくてもよい）", "why (may be left out)")
  public static let reason = Word("理由", "Reason")
  public static let measuredOn = Word("いつの値", "As of")
  public static let reviewedOn = Word("確認した日", "Reviewed on")
  public static let reviewerHint = Word("確認した人（なくてもよい）", "who reviewed (may be left out)")
  public static let reviewNoteHint = Word("確認の内容（なくてもよい）", "what was found (may be left out)")
  public static let valueHint = Word("数だけ（例 1,200、98.5）", "a number (1,200, 98.5)")
  public static let partialDateHint = Word("例 令和8年8月6日、2026-08、令和8年度", "2026-08-06, 2026-08, R8年度")
  public static let sourceHint = Word("資料の名前やアドレス（なくてもよい）", "a document or an address (may be left out)")
  public static let decisionHint = Word("決まったこと", "what was decided")
  public static let decisionItemsHint = Word("関わる取組の番号か題名（; で区切る）", "ids or titles of its items, parted by ;")
  public static let lastReview = Word("前回の確認", "Last review")

  // MARK: What is wrong

  public static let authorNeeded = Word("誰が書いたかを入れてください", "Say who writes this")
  public static let samePhase = Word("いまと同じフェーズです（← → で選んでください）", "The item is in this phase already")
  public static let noKPI = Word("この取組にKPIの記録がありません（e で加えられます）", "The item has no KPI on record (e adds one)")
  public static let alreadyReviewed = Word("この日の確認は、もう記録されています", "A review on this day is on record already")
  public static let decisionNeeded = Word("決まったことを書いてください", "Say what was decided")
  public static let sameDecision = Word("同じ決定事項が、もう記録されています", "This decision is on record already")
  public static let dateInFuture = Word("今日より後の日付です", "This date lies in the future")
  public static let itemNeeded = Word("取組を選んでから使います", "Select an action item first")
  public static let meetingNeeded = Word("会議を選んでから使います", "Select a meeting first")
  public static let recordNeeded = Word("記録を選んでから使います", "Select a record first")
  public static let notInForm = Word("この欄では使えません", "Not in this line")
  public static let escapeDrops = Word("もう一度 Esc を押すと、入力を捨てて閉じます", "Esc again drops what was typed")

  // MARK: Answers

  public static let nothingCorrected = Word("変更はありません（何も書き込んでいません）", "Nothing changed, nothing written")
  public static let correctionGivenUp = Word("やめました（何も書き込んでいません）", "Given up, nothing written")
  public static let overtaken = Word(
    "ほかの人が先に変えています。このまま保存すると、上の変更に合わせて書き込みます", "Somebody else was first: saving again writes yours on top")
  public static let overtakenByRetiring = Word("ほかの人がこの記録を先に廃止しました（Esc 閉じる）", "Somebody else retired this record (Esc)")

  // MARK: Undo

  public static let undoQuestion = Word("この改訂を取り消しますか", "Take this revision back?")
  public static let cannotUndo = Word("この改訂は取り消せません", "This revision cannot be taken back")
  public static let leaveAsIs = Word("このままにする", "Leave it")
  public static let undoHint = Word(
    "Enter 選ぶ   Esc やめる   取り消しも1つの改訂になり、やり直せます", "Enter take   Esc leave   an undo can be undone")
  public static let putBack = Word("戻す", "put back")
  public static let takenOut = Word("外す", "take out")

  // MARK: Why nothing can be written

  public static let pastIsNotCorrected = Word(
    "過去の改訂を見ています。= で最新に戻ってから直してください", "This is the past: press = before correcting")
  public static let declinedToWrite = Word(
    "閲覧のみで開いています（--read-only を付けずに開くと直せます）", "Opened with --read-only: nothing can be written")
  public static let forbiddenToWrite = Word(
    "この台帳に書き込む権限がありません（閲覧のみ）", "No permission to write this store")
  public static let temporaryStore = Word(
    "台帳がメモリー上にあるため直せません（終わると消えます）", "The store lives in memory: corrections would be lost")
}
