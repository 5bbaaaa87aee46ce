/// Sentences of the status line and of overlays.
extension Word {
  public static let noFilter = Word("条件なし", "No filter")
  public static let filter = Word("絞り込み", "Filter")
  public static let searchText = Word("検索", "Search")
  public static let loading = Word("読み込み中…", "loading…")
  public static let empty = Word("記録がありません", "No records")
  public static let emptyFiltered = Word("条件に合う記録がありません（Escで条件を外す）", "Nothing matches (Esc clears the filter)")
  /// The same where there is no key to press.
  public static let nothingMatches = Word("条件に合う記録がありません", "Nothing matches")
  public static let palette = Word("命令", "Commands")
  public static let help = Word("ヘルプ", "Help")
  public static let changedElsewhere = Word("他の端末で更新されました", "Updated by another terminal")
  public static let tooSmall = Word("画面が小さすぎます（40×10以上にしてください）", "Terminal too small (40×10 needed)")
  public static let snapshotWritten = Word("書き出しました", "Written")
  public static let imeOn = Word("IMEがオンです（半角英数に切り替えるとキーが効きます）", "The IME is on (switch to half-width to use keys)")
  public static let unknownKey = Word("このキーに働きはありません（? ヘルプ）", "This key does nothing here (? for help)")
  public static let noOlder = Word("これより前に見た場所はありません", "No older place")
  public static let noNewer = Word("これより後に見た場所はありません", "No newer place")
  public static let noNeighbourOfDifference = Word(
    "いくつもの改訂にわたる差分では、改訂を1つずつたどれません", "A difference over several revisions has no neighbour")
  public static let noOlderRevision = Word("これより古い改訂はありません", "No older revision")
  public static let noNewerRevision = Word("最新の改訂を見ています", "This is the latest revision")
  public static let noOtherPane = Word("そちらに移る欄はありません", "No pane on that side")
  public static let nothingToOpen = Word("この行から開くものはありません", "Nothing to open on this row")
  public static let nothingToCopy = Word("この行にコピーするものはありません", "Nothing to copy on this row")
  public static let noSource = Word("この行に出典の記録はありません", "No source on record for this row")
  public static let mouseOn = Word("マウスを使います（F2で切る）", "Mouse on (F2 switches off)")
  public static let mouseOff = Word("マウスを使いません（F2で入れる）", "Mouse off (F2 switches on)")
  public static let noHit = Word("見つかりません", "Not found")
  public static let filterKept = Word("条件を他の画面でも使います（;で解除）", "Filter kept across views (; releases)")
  public static let filterNotKept = Word("条件はこの画面だけで使います", "Filter for this view only")
  public static let atTop = Word("ここが最初の画面です（qで終了）", "This is the first screen (q quits)")
  public static let notFound = Word("この時点に記録がありません", "No such record as of this revision")
  public static let onlyInList = Word("このキーは一覧で使えます", "This key works in lists")
  public static let columnsTitle = Word("列", "Columns")
  public static let columnsHint = Word("Space 表示・非表示   [ ] 順   Esc 閉じる", "Space show/hide   [ ] move   Esc close")
  public static let helpHint = Word("Enter 実行   Esc 閉じる   文字で絞り込み", "Enter run   Esc close   type to filter")
  public static let sortedBy = Word("並び", "Sort")
  public static let ascending = Word("昇順", "ascending")
  public static let descending = Word("降順", "descending")
  public static let layoutBoard = Word("ボード", "Board")
  public static let layoutTable = Word("表", "Table")
  public static let grouped = Word("まとめ", "Grouped by")
  public static let notGrouped = Word("まとめなし", "not grouped")
  public static let natural = Word("登録順", "as entered")
  public static let tooNarrowForPreview = Word("プレビューは幅100桁から使えます", "The preview needs 100 columns")
  public static let tooLongToCopy = Word("長すぎてコピーできません（^S で書き出せます）", "Too long to copy (^S writes it)")
  public static let reloaded = Word("読み直しました", "Reloaded")
  public static let alreadyHere = Word("この画面を開いています（先頭へ移りました）", "You are here (moved to the top)")
  public static let notWhileTyping = Word("入力中は使えません（Enterで確定、Escで取り消し）", "Not while typing (Enter keeps, Esc undoes)")
  public static let openForSource = Word("この行の出典は、開くと確かめられます（Enter）", "Open the row to see its source (Enter)")
  public static let typeValue = Word("自分で入力…", "Type a value…")
  public static let filterMenuHint = Word("Enter 選ぶ   Esc 戻る   文字で絞り込み", "Enter take   Esc back   type to narrow")
  public static let noSavedFilter = Word("保存した条件はまだありません", "No filter has been saved yet")
  public static let howToSaveFilter = Word(
    "/ で絞り込んでから F を押すと、その条件に名前を付けて保存できます", "Filter with /, then press F to save that filter under a name")
  public static let saveFilter = Word("今の条件に名前を付けて保存…", "Save the present filter…")
  public static let nameFilter = Word("条件の名前", "Name of the filter")
  public static let savedFiltersHint = Word(
    "Enter 使う・選ぶ   x 削除   Esc 閉じる   / で @名前 とも書けます", "Enter take   x delete   Esc close   also @name in /")
  public static let deleteFilter = Word("この条件を削除しますか", "Delete this filter?")
  public static let keepSavedFilter = Word("残す", "Keep it")
  public static let doDeleteFilter = Word("削除する", "Delete it")
  public static let deleteFilterHint = Word("Enter 選ぶ   Esc 残す", "Enter take   Esc keep")
  public static let nothingToDelete = Word("ここに保存した条件はありません", "There is no saved filter here")
  public static let nameFilterHint = Word("Enter 保存   Esc 戻る", "Enter save   Esc back")
  public static let badFilterName = Word(
    "名前は空白や : | @ \" のない40字までの1語にしてください", "A name is one word of up to 40 characters without : | @ \"")
  public static let noOlderFilter = Word("これより前に使った条件はありません", "No older filter")
  public static let noNewerFilter = Word("これより後に使った条件はありません", "No newer filter")
  public static let noCandidate = Word("ここに入る候補はありません", "No candidate fits here")
  public static let candidates = Word("候補", "Candidates")
  public static let candidatesHint = Word(
    "Tab 次  S-Tab 前  Enter 選ぶ  Esc 戻す", "Tab next  S-Tab previous  Enter take  Esc undo")
  public static let waiting = Word("まだ読んでいます。Escで取り消し", "still reading; Esc cancels what was typed")
  /// Where nothing can be said yet.
  public static let searching = Word("検索中", "searching")
  public static let notRead = Word("読めません", "cannot be read")
  public static let noDifference = Word("違いはありません", "No differences")
  public static let noSuchRevision = Word("その改訂はありません", "No such revision")
  static let valueAdded = Word("追加", "added")
  static let valueRemoved = Word("削除", "removed")
  public static let orderChanged = Word("並び順が変わりました", "in another order")
  public static let beforeFirst = Word("最初の改訂の前", "before the first revision")
  public static let noEarlierMeeting = Word("これより前の会議の記録がありません", "No earlier meeting on record")
  public static let sinceHint = Word(
    "Enter 選ぶ   Esc 閉じる   r5 や日付も入力できます", "Enter take   Esc close   or type r5 or a date")
  public static let lastMeeting = Word("前回の本部会議から", "Since the last headquarters meeting")
  public static let tooManyMarks = Word("変更が多いため印を付けません", "Too many changes to mark")
  public static let noSuchAction = Word("その名前の命令はありません", "No such command")
}

extension Words {
  /// What was sent, and what keeps it from arriving; `honbu doctor` says more.
  public func copied(by route: CopyRoute) -> Notice {
    switch route {
    case .terminal: Notice(.information, pick("コピーしました（OSC 52）", "Copied (OSC 52)"))
    case .tmux: Notice(.information, pick("コピーしました（OSC 52, tmux）", "Copied (OSC 52, tmux)"))
    case .heldByTmux:
      Notice(
        .refusal,
        pick(
          "tmux が止めます（tmux set -s set-clipboard on で届く）",
          "tmux holds copies back (tmux set -s set-clipboard on)"))
    case .silentTmux:
      Notice(
        .information,
        pick(
          "tmux に渡しました（届かなければ set -s set-clipboard on）",
          "Handed to tmux (if held: set -s set-clipboard on)"))
    case .screen:
      Notice(
        .refusal,
        pick("GNU screen の中ではコピーできません（honbu doctor）", "GNU screen lets no copy through (honbu doctor)"))
    case .refused:
      Notice(
        .refusal,
        pick("この端末はコピー（OSC 52）を受け付けません（honbu doctor）", "This terminal takes no copies (OSC 52; honbu doctor)"))
    }
  }
}
