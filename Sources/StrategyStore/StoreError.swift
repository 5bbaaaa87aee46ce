/// What can go wrong between the program and its store. ``message`` says what, where, and what to do.
public enum StoreError: Error, Hashable, Sendable {
  /// There is no file at the path.
  case missing(path: String)
  /// Something is there already, and nothing is ever overwritten.
  case exists(path: String)
  /// A backup goes over a file only when told to.
  case backupExists(path: String)
  /// A backup must not go there.
  case backupRefused(path: String, Refusal)
  /// The file that was to become a backup could not be made.
  case backupNotMade(path: String, detail: String)
  /// The backup stands, but the disk did not confirm it.
  case backupNotConfirmed(path: String)
  /// Another process is writing, or has claimed the store for an import.
  case busy(path: String)
  /// The file, or its folder, may not be written.
  case readOnly(path: String)
  /// The file may not be read.
  case forbidden(path: String)
  case damaged(path: String, detail: String)
  /// Written by a later version of the program.
  case newerVersion(path: String, found: Int, known: Int)
  /// Not a store of this program.
  case foreign(path: String)
  case fullDisk(path: String)
  case io(path: String, detail: String)
  /// A killed writer left a journal that only someone who may write can roll back.
  case hotJournal(path: String)
  case networkFileSystem(path: String, type: String)
  /// The file or its folder could not be made.
  case cannotCreate(path: String, detail: String)
  /// What does not fit into memory has no place to wait.
  case noTemporaryFile(folder: String, detail: String)
  /// The change or the new file stands, or nearly so, but the disk did not confirm it.
  case notConfirmed(path: String)
  /// Commits of other processes go unnoticed.
  case cannotWatch(path: String, detail: String)
  /// The head is not the one that the caller had read: somebody else wrote in between.
  case stale(expected: Int, head: Int)
  /// The effective date lies before that of the revision before.
  case effectiveBeforeParent(date: String, parent: String)
  case effectiveInFuture(date: String, today: String)
  /// The draft cannot be written: what is wrong with it.
  case invalid(String)
  case unknownRevision(Int, head: Int)
  case noRevision(before: String, first: String?)
  case unknownMeeting(String, known: [String])
  case badFilter(String)

  public enum Refusal: Hashable, Sendable {
    case symbolicLink
    case folder
    /// A FIFO, socket or device.
    case specialFile
    case readOnly
    /// The store itself, or one of the files that belong to it.
    case store
    /// A journal stands beside the name, which SQLite would take for the backup's own.
    case journal(String)
  }
}

extension StoreError {
  public var message: String {
    switch self {
    case .missing(let path):
      "台帳がありません: \(path)（--store の場所を確かめるか、honbu import で作ってください）"
    case .exists(let path):
      "すでにファイルがあるため作りません: \(path)（別の場所を --store で指定してください）"
    case .backupExists(let path):
      "すでにファイルがあります: \(path)（別の名前にするか、--overwrite を付けてください）"
    case .backupRefused(let path, let refusal):
      "バックアップを作りません: \(path)（\(refusal.words)）"
    case .backupNotMade(let path, let detail):
      "バックアップを作れませんでした: \(path)（\(detail)。フォルダーの権限を確かめるか、別の場所を指定してください）"
    case .backupNotConfirmed(let path):
      "バックアップを作りましたが、ディスクに届いたか確かめられません: \(path)（ディスクの状態を確かめ、作り直してください）"
    case .busy(let path):
      "ほかの処理が台帳に書き込んでいます: \(path)（少し待ってからやり直してください）"
    case .readOnly(let path):
      "台帳に書き込めません: \(path)（ファイルとフォルダーの書き込み権限を確かめてください）"
    case .forbidden(let path):
      "台帳を読めません: \(path)（読み取り権限を確かめてください）"
    case .damaged(let path, let detail):
      "台帳が壊れています: \(path)（\(detail)。バックアップから戻してください。ファイルには触れていません）"
    case .newerVersion(let path, let found, let known):
      "台帳はこの honbu より新しい版のものです: \(path)（台帳の版 \(found)、使える版 \(known)。honbu を更新してください）"
    case .foreign(let path):
      "honbu の台帳ではありません: \(path)（別のファイルを --store で指定してください）"
    case .fullDisk(let path):
      "ディスクに空きがないため書き込めませんでした: \(path)（空きを作ってからやり直してください。台帳は元のままです）"
    case .io(let path, let detail):
      "台帳の読み書きに失敗しました: \(path)（\(detail)。ディスクの状態を確かめてください）"
    case .hotJournal(let path):
      "前回の書き込みが途中で止まっています。書き込める人が一度開くと元に戻ります: \(path)"
    case .networkFileSystem(let path, let type):
      "ネットワーク上の場所には台帳を置けません: \(path)（\(type)。この端末のディスクを --store で指定してください。ほかの端末から書かないと言い切れるなら --allow-network-store）"
    case .cannotCreate(let path, let detail):
      "台帳を作れません: \(path)（\(detail)。フォルダーの権限を確かめるか、--store で別の場所を指定してください）"
    case .noTemporaryFile(let folder, let detail):
      "一時ファイルを置けません: \(folder)（\(detail)。書ける場所を TMPDIR で指定してください）"
    case .notConfirmed(let path):
      "書き込みがディスクに届いたか確かめられません: \(path)（ディスクの状態を確かめ、honbu log で改訂を見てからやり直してください）"
    case .cannotWatch(let path, let detail):
      "ほかの人の書き込みに気づけません: \(path)（\(detail)。r で読み直せます）"
    case .stale(let expected, let head):
      "ほかの人が先に書き込みました（読んだ改訂 r\(expected)、いまの改訂 r\(head)）。内容を見直してからやり直してください"
    case .effectiveBeforeParent(let date, let parent):
      "改訂の日付 \(date) は前の改訂の日付 \(parent) より前にできません（\(parent) 以後の日付を指定してください）"
    case .effectiveInFuture(let date, let today):
      "改訂の日付 \(date) は今日 \(today) より後にできません（今日までの日付を指定してください）"
    case .invalid(let reason):
      "書き込めません: \(reason)"
    case .unknownRevision(let number, let head):
      head == 0
        ? "改訂 r\(number) はありません（台帳にまだ改訂がありません）"
        : "改訂 r\(number) はありません（使えるのは r1 から r\(head)）"
    case .noRevision(let date, let first):
      first.map { "\(date) の時点の改訂はありません（最初の改訂は \($0)）" }
        ?? "\(date) の時点の改訂はありません（台帳にまだ改訂がありません）"
    case .unknownMeeting(let id, let known):
      known.isEmpty
        ? "時点「\(id)」が分かりません（使えるのは r7、2020-08-06、令和2年8月6日、R2.8.6）"
        : "時点「\(id)」が分かりません（使えるのは r7、2020-08-06、令和2年8月6日、R2.8.6、会議の番号 \(known.joined(separator: "、"))）"
    case .badFilter(let reason):
      "絞り込みの条件が正しくありません: \(reason)"
    }
  }

  /// What befell a file, without its name: for the sentence of another one.
  var cause: String {
    switch self {
    case .io(_, let detail), .damaged(_, let detail), .cannotCreate(_, let detail): detail
    case .readOnly, .forbidden: "読み書きの権限がありません"
    case .missing: "途中で消えました"
    case .busy, .hotJournal: "ほかの処理が使っています"
    case .notConfirmed: "ディスクに届いたか確かめられません"
    default: message
    }
  }

  /// As sysexits.h numbers them.
  public var exitCode: Int32 {
    switch self {
    case .missing, .forbidden: 66
    case .damaged, .newerVersion, .foreign, .effectiveBeforeParent, .effectiveInFuture, .invalid: 65
    case .busy, .hotJournal, .stale: 75
    case .exists, .backupExists, .backupRefused, .backupNotMade, .readOnly, .cannotCreate, .noTemporaryFile,
      .networkFileSystem:
      73
    case .fullDisk, .io, .notConfirmed, .backupNotConfirmed, .cannotWatch: 74
    case .unknownRevision, .noRevision, .unknownMeeting, .badFilter: 64
    }
  }
}

extension StoreError.Refusal {
  fileprivate var words: String {
    switch self {
    case .symbolicLink: "シンボリックリンクです。リンク先の名前を指定してください"
    case .folder: "フォルダーです。ファイルの名前を指定してください"
    case .specialFile: "ふつうのファイルではありません"
    case .readOnly: "読み取り専用のファイルなので上書きしません"
    case .store: "台帳そのものか、台帳に属するファイルです。別の名前を指定してください"
    case .journal(let path): "\(path) が残っています。別の名前を指定してください"
    }
  }
}
