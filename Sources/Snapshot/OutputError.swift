import TextUI

/// A file or a stream that could not be written.
public enum OutputError: Error, Hashable, Sendable {
  /// The target is something that must not be overwritten.
  case refused(path: String, Refusal)
  /// The file cannot be made there.
  case cannotCreate(path: String, errno: Int32)
  case cannotMakeFolder(path: String, errno: Int32)
  /// Writing failed on the way; the target is as it was.
  case cannotWrite(path: String, errno: Int32)
  /// The new file took its place, but the disk did not confirm it.
  case notConfirmed(path: String, errno: Int32)
  case standardOutput(errno: Int32)
  /// The reader of the pipe has gone. There is nobody to tell: end quietly.
  case readerGone

  public enum Refusal: Hashable, Sendable {
    case symbolicLink
    /// A folder on the way is a symbolic link that somebody else may turn.
    case foreignLink
    case folder
    /// A FIFO, socket or device.
    case specialFile
    case store
    case readOnly
    case invalidName
  }

  /// By sysexits: 73 cannot create, 74 input or output failed; 0 for ``readerGone``, which is no failure of ours.
  public var exitCode: Int32 {
    switch self {
    case .refused, .cannotCreate, .cannotMakeFolder: 73
    case .cannotWrite, .notConfirmed, .standardOutput: 74
    case .readerGone: 0
    }
  }

  /// What went wrong, where, and what to do; empty for ``readerGone``.
  public var message: String {
    switch self {
    case .refused(let path, let refusal): "\(path.shownInMessage): \(refusal.words)"
    case .cannotCreate(let path, let number): "\(path.shownInMessage): ファイルを作れません（\(SystemError.words(number))）"
    case .cannotMakeFolder(let path, let number):
      "\(path.shownInMessage): フォルダーを作れません（\(SystemError.words(number))）"
    case .cannotWrite(let path, let number):
      "\(path.shownInMessage): 書き込めませんでした（\(SystemError.words(number))）。書き出し先は元のままです"
    case .notConfirmed(let path, let number):
      "\(path.shownInMessage): 書き込みましたが、ディスクに届いたか確かめられません（\(SystemError.words(number))）"
    case .standardOutput(let number): "標準出力に書き込めません（\(SystemError.words(number))）"
    case .readerGone: ""
    }
  }
}

extension OutputError.Refusal {
  fileprivate var words: String {
    switch self {
    case .symbolicLink: "シンボリックリンクには書き出しません。リンク先の名前を指定してください"
    case .foreignLink: "途中のフォルダーが、ほかの人も置き換えられるシンボリックリンクです。リンク先の名前を指定してください"
    case .folder: "フォルダーです。ファイルの名前を指定してください"
    case .specialFile: "ふつうのファイルではないので書き出しません"
    case .store: "記録の保存場所そのものなので書き出しません。別の名前を指定してください"
    case .readOnly: "読み取り専用のファイルなので上書きしません"
    case .invalidName: "ファイルの名前として使えません"
    }
  }
}

extension String {
  /// Without what a terminal would act upon: a file's name is data, too.
  fileprivate var shownInMessage: String { "「\(SafeText.visible(self))」" }
}
