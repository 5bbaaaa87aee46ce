/// Why the dashboard cannot be shown on this terminal.
public enum TerminalError: Error, Hashable, Sendable {
  case notATerminal
  case unknownTerminal(String)
  case incapableTerminal(String)
  case unsupportedEncoding(String)
  case couldNotStart
}

extension TerminalError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notATerminal:
      "画面を開けません: 標準入力または標準出力が端末ではありません (not a terminal)。honbu snapshot なら端末なしで出力できます。"
    case .unknownTerminal(let name):
      "画面を開けません: 端末の種類「\(name)」が分かりません (unknown TERM)。TERM=xterm-256color などを指定してください。"
    case .incapableTerminal(let name):
      "画面を開けません: 端末「\(name)」ではカーソルを動かせません (TERM cannot address the cursor)。"
        + "TERM=xterm-256color などを指定するか、honbu snapshot を使ってください。"
    case .unsupportedEncoding(let name):
      "画面を開けません: 文字コード「\(name)」の端末には対応していません (UTF-8 only)。LANG=ja_JP.UTF-8 を指定してください。"
    case .couldNotStart:
      "画面を開けません: 端末の準備に失敗しました (ncurses could not start)。"
    }
  }
}
