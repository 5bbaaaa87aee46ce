import Snapshot

/// What is wrong with one of the operator's own files.
public enum PersonalFileError: Error, Hashable, Sendable {
  case unreadable(String)
  /// A folder, a pipe or the like stands in its place.
  case noFile(String)
  case tooLarge(String)
  /// It is not UTF-8.
  case notText(String)
  case output(OutputError)

  public var message: String {
    switch self {
    case .unreadable(let path): "\(path) を読めません（読み取り権限を確かめてください）"
    case .noFile(let path): "\(path) はふつうのファイルではないので読みません"
    case .tooLarge(let path): "\(path) は大きすぎるので読みません（1MBまで）"
    case .notText(let path): "\(path) は UTF-8 の文字ではないので読みません"
    case .output(let error): error.message
    }
  }
}
