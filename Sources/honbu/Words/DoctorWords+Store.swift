import Snapshot
import StrategyStore

extension DoctorWords {
  func noStoreYet(_ path: String) -> String {
    pick("まだありません。honbu を最初に開いたときに作られます: \(path)", "none yet; made when honbu is first opened: \(path)")
  }

  func missingStore(_ path: String) -> String { pick("台帳がありません: \(path)", "there is no store: \(path)") }

  var nameStore: String {
    pick(
      "--store か HONBU_STORE の場所を確かめるか、honbu import で作ってください",
      "check --store or HONBU_STORE, or make it with honbu import")
  }

  func noFile(_ path: String) -> String { pick("ふつうのファイルではありません: \(path)", "no regular file: \(path)") }

  func store(_ found: StoreFacts) -> String {
    let rights =
      !found.isReadable
      ? pick("読めません", "cannot be read")
      : found.isWritable ? pick("読み書きできます", "can be read and written") : pick("読み取りだけできます", "can be read only")
    let mode = String(found.mode, radix: 8)
    let wal = found.usesWAL ? pick("、WAL になっています", ", turned into WAL") : ""
    // The mount table and the kernel do not agree: whoever is asked for help should know both answers.
    let other = found.otherFileSystem.map { pick("（\($0) という答えもあります）", " (or \($0))") } ?? ""
    let place = (found.fileSystem ?? pick("ファイルシステム不明", "unknown file system")) + other
    return pick(
      "\(found.path)（\(size(found.bytes))、権限 \(mode) で\(rights)、\(place)\(wal)）",
      "\(found.path) (\(size(found.bytes)), mode \(mode), \(rights), \(place)\(wal))")
  }

  private func size(_ bytes: Int) -> String {
    bytes < 1 << 20 ? "\((bytes + 1023) / 1024) KiB" : "\((bytes + (1 << 20) - 1) / (1 << 20)) MiB"
  }

  var grantReading: String {
    pick("持ち主に読み取り権限を頼んでください（chmod g+r など）", "ask the owner for the right to read (chmod g+r or the like)")
  }

  var moveToDisk: String {
    pick(
      "ネットワーク上の場所では壊れることがあるので開きません。この端末のディスクに移し、--store で指定してください。ほかの端末から書かないと言い切れるなら --allow-network-store",
      "locks cannot be trusted on a network file system: move it to a local disk and name it with --store, or give --allow-network-store if no other machine ever writes"
    )
  }

  var answeredFor: String {
    pick(
      "ネットワーク上の場所です。--allow-network-store なので開きますが、ほかの端末と同時に書くと壊れることがあります",
      "on a network file system, opened by --allow-network-store: it can break when another machine writes too")
  }

  func leaveWAL(_ path: String) -> String {
    pick(
      "ほかの道具が変えたものです。誰も開いていないときに sqlite3 \(ShellWord.quoted(path)) 'PRAGMA journal_mode=DELETE' で戻してください",
      "another tool did this; while nobody has it open: sqlite3 \(ShellWord.quoted(path)) 'PRAGMA journal_mode=DELETE'")
  }

  func worldWritable(_ path: String) -> String {
    let word = ShellWord.quoted(path)
    return pick("誰でも書き換えられます。chmod o-w \(word) としてください", "anybody may write it: chmod o-w \(word)")
  }

  var readOnlyStore: String {
    pick(
      "見るだけなら十分です。直すにはファイルとフォルダーの両方の書き込み権限が要ります",
      "enough to browse; to write, both the file and its folder must be writable")
  }

  // MARK: Journal

  var noJournal: String { pick("ありません", "none") }
  var journalInUse: String { pick("ほかの処理がいま書き込んでいます", "another process is writing right now") }
  var journalLeft: String { pick("前回の書き込みが途中で止まっています", "a write was interrupted, and its journal is left") }
  var openOnce: String {
    pick(
      "honbu を一度開くと書き込みの前に戻ります。-journal のファイルは消さないでください",
      "open honbu once to go back to before it; do not delete the -journal file")
  }
  var askWriter: String {
    pick(
      "書き込める人に honbu を一度開いてもらってください。-journal のファイルは消さないでください",
      "let somebody who may write open honbu once; do not delete the -journal file")
  }

  // MARK: Check

  var notChecked: String { pick("書きかけを戻すまで調べません", "not looked at before the write is taken back") }
  var notCheckedInWAL: String { pick("WAL から戻すまで調べません", "not looked at before it is turned back from WAL") }
  var thenCheck: String { pick("その後で honbu check を実行してください", "run honbu check after that") }

  func sound(_ short: LedgerCheck.Short) -> String {
    short.isWhole
      ? pick("誤りはありません（r\(short.head) まで）", "sound (through r\(short.head))")
      : pick(
        "改訂の一覧は読めます（r\(short.head) まで）。大きいので全体は調べていません。全体は honbu check で",
        "its revisions can be read (through r\(short.head)); too large to look at whole here: run honbu check")
  }

  func faults(_ faults: [String]) -> String {
    pick("誤りが\(faults.count)件あります。\(faults[0])", "\(faults.count) faults. \(faults[0])")
  }

  var restore: String {
    pick(
      "honbu check ですべて見られます。バックアップから戻すまで書き込まないでください",
      "honbu check lists all; do not write before it is restored from a backup")
  }

  var tryLater: String { pick("少し待ってからやり直してください", "try again in a moment") }

  /// The store's own sentence says what to do as well; in English it is said here.
  func advice(_ error: StoreError) -> String? {
    guard language == .en else { return nil }
    switch error {
    case .damaged: return "restore it from a backup; the file was not touched"
    case .newerVersion: return "update honbu"
    case .foreign: return "name another file with --store"
    case .forbidden: return "check the right to read"
    case .networkFileSystem: return "name a place on a local disk with --store, or give --allow-network-store"
    default: return nil
    }
  }

  func sentence(_ error: StoreError) -> String {
    guard language == .en else { return error.message }
    switch error {
    case .missing(let path): return "there is no store: \(path)"
    case .busy(let path): return "another process is writing: \(path)"
    case .forbidden(let path): return "the store cannot be read: \(path)"
    case .damaged(let path, _): return "the store is damaged: \(path)"
    case .newerVersion(let path, let found, let known):
      return "the store is of a newer honbu: \(path) (version \(found), known \(known))"
    case .foreign(let path): return "no store of honbu: \(path)"
    case .hotJournal(let path): return "a write was interrupted; somebody who may write must open it once: \(path)"
    case .networkFileSystem(let path, let type): return "on a network file system: \(path) (\(type))"
    case .io(let path, let detail): return "reading failed: \(path) (\(detail))"
    default: return error.message
    }
  }
}
