import Dashboard
import Glibc
import Snapshot
import StrategyStore
import TextUI

/// What a command refuses, in words and with its exit code (sysexits).
enum CommandFailure: Error, Hashable {
  static let usage: Int32 = 64
  static let badData: Int32 = 65
  static let noInput: Int32 = 66
  static let ioFailed: Int32 = 74

  case unknownView(String)
  case viewWithoutRecords(String)
  case unknownRecord(String, nearest: [String])
  case unknownRevision(String, head: Int)
  /// A difference reaches beyond the revision as of which it is asked for.
  case endAfterRevision(end: Int, at: Int)
  case wrongValue(option: String, value: String, valid: String)
  case badFilter(String)
  case filterWithout(view: String)
  case notHere(option: String, command: String)
  case notTogether(String, String)
  case needs(String, String)
  case noImportFile
  case unreadableFile(String, errno: Int32)
  /// A file to verify that was not written by `snapshot`.
  case noSnapshot
  /// A CSV that stands alone.
  case noProofBeside(String)
  /// Its command is none that `snapshot` writes.
  case noPinnedCommand(String)
  case commandNotAllowed(String)
  case notPinned(String)
  case faultsFound([String])
  /// The lines say what stands in the way.
  case conflict([String])
  /// The store has faults, so that a backup of it would have them too.
  case notBackedUp([String])
  /// The lines say why, and where the text is kept.
  case notSaved([String], exitCode: Int32)

  var lines: [String] {
    switch self {
    case .faultsFound(let lines), .conflict(let lines), .notBackedUp(let lines), .notSaved(let lines, _): lines
    default: [line]
    }
  }

  var exitCode: Int32 {
    switch self {
    case .unknownRecord, .unknownRevision, .faultsFound: 1
    case .unreadableFile(_, let number):
      [ENOENT, ENOTDIR, EACCES, EPERM, ELOOP, ENAMETOOLONG].contains(number) ? Self.noInput : Self.ioFailed
    case .noProofBeside: Self.noInput
    case .conflict, .notBackedUp, .noSnapshot, .noPinnedCommand, .commandNotAllowed, .notPinned: Self.badData
    case .notSaved(_, let code): code
    default: Self.usage
    }
  }

  private var line: String {
    switch self {
    case .unknownView(let view):
      "「\(view)」という画面もコマンドもありません（画面は \(Self.views)、コマンドは \(HonbuCommand.commandNames)）"
    case .viewWithoutRecords(let view):
      "「\(view)」の後に番号は付けられません（付けられるのは \(Self.viewsWithRecords)）"
    case .unknownRecord(let argument, let nearest):
      nearest.isEmpty
        ? "「\(SafeText.identifier(argument))」はありません"
        : "「\(SafeText.identifier(argument))」はありません"
          + "（近いものは \(nearest.map(SafeText.identifier).joined(separator: "、"))）"
    case .unknownRevision(let argument, let head):
      head == 0 ? "「\(argument)」はありません（台帳にまだ改訂がありません）" : "「\(argument)」はありません（使えるのは r1 から r\(head)）"
    case .endAfterRevision(let end, let revision):
      "--at r\(revision) の時点に r\(end) はまだありません（差分の両端を r\(revision) までにするか、--at を外してください）"
    case .wrongValue(let option, let value, let valid): "\(option): 「\(value)」は使えません（\(valid)）"
    case .badFilter(let reason): "--filter が正しくありません。\(reason)"
    case .filterWithout(let view): "--filter は \(view) では使えません（使えるのは一覧の画面 \(Self.views)）"
    case .notHere(let option, let command): "\(option) は honbu \(command) では使えません"
    case .notTogether(let one, let other): "\(one) と \(other) は一緒に使えません"
    case .needs(let one, let other): "\(one) には \(other) が要ります"
    case .noImportFile:
      "取り込むファイルを指定してください（honbu import FILE…、見本は honbu import --template \(Self.kinds)）"
    case .unreadableFile(let path, let number):
      switch number {
      case ENOENT, ENOTDIR: "ファイルがありません: \(path)"
      case EACCES, EPERM: "ファイルを読めません: \(path)（読み取り権限を確かめてください）"
      default: "ファイルを読めません: \(path)（\(SystemError.words(number))）"
      }
    case .noSnapshot: "honbu snapshot で書き出したファイルではありません（最後の行にコマンドと SHA-256 がありません）"
    case .noProofBeside(let path):
      "CSV の証明 \(path) がないので確かめられません（honbu snapshot … --output FILE なら隣に書きます。標準出力に出すときは 2> \(path) で残せます）"
    case .noPinnedCommand(let text): "ファイルのコマンドが honbu snapshot のものではありません（\(text)）"
    case .commandNotAllowed(let word): "ファイルのコマンドの「\(word)」は受け付けません（読み取りのオプションだけを使えます）"
    case .notPinned(let option): "ファイルのコマンドに \(option) がないので、作り直せません"
    case .faultsFound, .conflict, .notBackedUp, .notSaved: ""
    }
  }

  private static var views: String { Place.views.map(\.rawValue).joined(separator: " ") }

  private static var viewsWithRecords: String {
    Place.views.filter { !Place.kinds(under: $0).isEmpty }.map { "\($0.rawValue)/番号" }.joined(separator: " ")
  }

  static var kinds: String { ImportKind.tables.map(\.rawValue).joined(separator: "|") }
}
