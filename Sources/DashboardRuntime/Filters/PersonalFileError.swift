import Snapshot

/// What is wrong with one of the operator's own files.
public enum PersonalFileError: Error, Hashable, Sendable {
  case unreadable(String)
  /// A folder, a pipe or the like stands in its place.
  case noFile(String)
  case tooLarge(String)
  /// It is not UTF-8.
  case notText(String)
  /// The config file is no YAML, or its filters are not `name: text`.
  case badConfig(String, line: Int?)
  /// The config file's filters stand in a form that cannot be changed line by line.
  case cannotEditConfig(String, entry: String)
  /// The same for an entry that is to go.
  case cannotDeleteFromConfig(String, name: String)
  /// A value at the top of the config file is none of those that can be used.
  case wrongSetting(String, line: Int?, key: String, value: String, valid: [String])
  /// A list or a mapping stands where the config file should have one value.
  case severalValues(String, line: Int?, key: String, valid: [String])
  /// The config file stands in a form into which a line cannot be put.
  case cannotKeep(String, entry: String)
  /// Another terminal has given the name another filter.
  case filterChanged(name: String)
  /// Another terminal has been writing for longer than a key should wait.
  case busy(String)
  case output(OutputError)

  /// Whether all works without what the file says there.
  public var isHarmless: Bool {
    switch self {
    case .wrongSetting, .severalValues: true
    default: false
    }
  }

  public var message: String {
    switch self {
    case .unreadable(let path): "\(path) を読めません（読み取り権限を確かめてください）"
    case .noFile(let path): "\(path) はふつうのファイルではないので読みません"
    case .tooLarge(let path): "\(path) は大きすぎるので読みません（1MBまで）"
    case .notText(let path): "\(path) は UTF-8 の文字ではないので読みません"
    case .badConfig(let path, let line):
      "\(path)\(line.map { " の\($0)行目" } ?? "")が読めません（YAML で filters: の下に 名前: 条件 と書きます）。直るまで読み書きしません"
    case .cannotEditConfig(let path, let entry):
      "\(path) の filters は1行ずつの形ではないので書き換えません。手で加えてください: \(entry)"
    case .cannotDeleteFromConfig(let path, let name):
      "\(path) の filters は1行ずつの形ではないので書き換えません。手で消してください: \(name)"
    case .wrongSetting(let path, let line, let key, let value, let valid):
      "\(path)\(line.map { " の\($0)行目" } ?? "") \(key): 「\(value)」は使えないので、無いものとします（使えるのは \(valid.joined(separator: "、"))）"
    case .severalValues(let path, let line, let key, let valid):
      "\(path)\(line.map { " の\($0)行目" } ?? "") \(key): 値を1つだけ書いてください（使えるのは \(valid.joined(separator: "、"))）"
    case .cannotKeep(let path, let entry): "\(path) は1行ずつの形ではないので書き換えません。手で加えてください: \(entry)"
    case .filterChanged(let name): "@\(name) はほかの端末で変わったので、削除しませんでした（F で今の内容を確かめられます）"
    case .busy(let path): "\(path) をほかの端末が書いているので、まだ書けません（少し待ってお試しください）"
    case .output(let error): error.message
    }
  }
}
