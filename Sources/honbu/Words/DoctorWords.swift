import Dashboard
import NcursesTerminal
import TextUI

/// What `honbu doctor` says: of the terminal here, of the rest in extensions.
struct DoctorWords {
  var language: Language
  var lines: LineStyle

  func sign(_ status: Finding.Status) -> String {
    switch status {
    case .ok: lines == .unicode ? "○" : "o"
    case .remark: lines == .unicode ? "△" : "!"
    case .fault: lines == .unicode ? "✗" : "x"
    }
  }

  /// Before what is to be done.
  var arrow: String { lines == .unicode ? "→" : ">" }

  func pick(_ ja: String, _ en: String) -> String { language.pick(ja, en) }

  var title: String { "honbu doctor (honbu \(HonbuCommand.version))" }
  var comma: String { pick("、", "; ") }

  func sum(_ counts: [(Finding.Status, Int)]) -> String {
    let legend = [
      (Finding.Status.ok, pick("そのまま使える", "fine")), (.remark, pick("使えるが直すとよい", "works but could be better")),
      (.fault, pick("直さないと使えない", "needs mending")),
    ]
    return counts.map { "\(sign($0.0)) \($0.1)" }.joined(separator: "  ")
      + pick("（", " (") + legend.map { "\(sign($0.0)) \($0.1)" }.joined(separator: pick("、", ", ")) + pick("）", ")")
  }

  func name(_ subject: Finding.Subject) -> String {
    switch subject {
    case .terminal: pick("端末", "Terminal")
    case .abilities: pick("端末の機能", "Abilities")
    case .locale: pick("言語と文字コード", "Locale")
    case .widths: pick("文字の幅", "Widths")
    case .colours: pick("配色", "Colours")
    case .clipboard: pick("コピー", "Clipboard")
    case .store: pick("台帳", "Store")
    case .journal: pick("書きかけ", "Unfinished write")
    case .check: pick("台帳の確認", "Store check")
    case .sqlite: "SQLite"
    case .dictionary: pick("ローマ字の辞書", "Romaji dictionary")
    case .personal: pick("設定ファイル", "Settings")
    case .editor: pick("エディター", "Editor")
    }
  }

  // MARK: Terminal

  func noTerminal(_ name: String) -> String {
    pick(
      "標準出力が端末ではないので、画面は開けません（\(term(name))）",
      "standard output is no terminal, so no screen can be opened (\(term(name)))")
  }

  var runInTerminal: String {
    pick("端末の中で、パイプやファイルにつながずに honbu doctor を実行すると調べられます", "run honbu doctor in a terminal, without a pipe or file")
  }

  func unknownTerminal(_ name: String) -> String {
    pick(
      "端末の種類が分からないので、画面を開けません（\(term(name))）", "unknown kind of terminal, so no screen can be opened (\(term(name)))")
  }

  func incapableTerminal(_ name: String) -> String {
    pick(
      "この種類の端末ではカーソルを動かせないので、画面を開けません（\(term(name))）", "this kind of terminal cannot address its cursor (\(term(name)))"
    )
  }

  var setTerm: String {
    pick(
      "export TERM=xterm-256color（tmux の中では tmux-256color）を試してください",
      "try export TERM=xterm-256color (tmux-256color inside tmux)")
  }

  func sizeUnknown(_ name: String) -> String {
    pick("大きさを答えないので、80桁24行とみなします（\(term(name))）", "does not tell its size, taken for 80 by 24 (\(term(name)))")
  }

  var tellSize: String { pick("stty cols 120 rows 36 のように大きさを教えてください", "tell it with, say, stty cols 120 rows 36") }

  func terminal(_ name: String, _ size: Size) -> String {
    "\(term(name))\(comma)\(area(size))"
  }

  func enlarge(to size: Size) -> String {
    pick("\(area(size)) 以上に広げてください", "enlarge it to \(area(size)) or more")
  }

  private func area(_ size: Size) -> String { "\(size.columns)\(lines == .unicode ? "×" : "x")\(size.rows)" }

  private func term(_ name: String) -> String { name.isEmpty ? pick("TERM なし", "TERM not set") : "TERM=\(name)" }

  // MARK: Abilities

  var abilitiesUnknown: String { pick("端末の種類が分からないので調べられません", "cannot be told of an unknown kind of terminal") }

  func abilities(_ terminal: TerminalFacts) -> String {
    let colors =
      terminal.colors > 0 ? pick("\(terminal.colors)色", "\(terminal.colors) colours") : pick("色なし", "no colours")
    return ([colors] + parts(terminal).filter(\.isThere).map(\.name)).joined(separator: comma)
  }

  func lacks(_ terminal: TerminalFacts) -> [String] { parts(terminal).filter { !$0.isThere }.map(\.name) }

  func lacking(_ names: [String]) -> String {
    pick(
      "端末の情報に \(names.joined(separator: "、")) がありません。実際にあるなら TERM をその端末の名前にしてください。なくても使えます",
      "not in the terminal's description: \(names.joined(separator: ", ")). If it has them, set TERM to its own name; honbu works without"
    )
  }

  private func parts(_ terminal: TerminalFacts) -> [(name: String, isThere: Bool)] {
    [
      (pick("マウス", "mouse"), terminal.hasMouse), (pick("貼り付けの区別", "bracketed paste"), terminal.hasBracketedPaste),
      (pick("終了後に元の画面へ戻る", "alternate screen"), terminal.hasAlternateScreen),
    ]
  }

  // MARK: Locale

  var localeUnset: String { pick("LANG なし", "LANG not set") }
  func utf8(_ setting: String) -> String { "UTF-8 (\(setting))" }

  func fallback(_ setting: String) -> String {
    pick("UTF-8 とみなして日本語を表示します（\(setting)）", "taken for UTF-8, so Japanese is shown (\(setting))")
  }

  func notInstalled(_ setting: String) -> String {
    pick(
      "この機械にないロケールなので、UTF-8 とみなして日本語を表示します（\(setting)）",
      "a locale that is not installed, taken for UTF-8, so Japanese is shown (\(setting))")
  }

  func unsupported(_ setting: String, _ encoding: String) -> String {
    pick("文字コード \(encoding) では画面を開けません（\(setting)）", "no screen can be opened in the encoding \(encoding) (\(setting))")
  }

  var setLanguage: String {
    pick(
      "端末の文字コードを UTF-8 にし、export LANG=C.UTF-8（あれば ja_JP.UTF-8）としてください",
      "set the terminal to UTF-8, and export LANG=C.UTF-8 (or ja_JP.UTF-8 where installed)")
  }

  // MARK: Widths

  private func policy(_ option: String) -> String {
    option == "auto" ? pick("--ambiguous auto: 端末に尋ねる", "--ambiguous auto: asks the terminal") : "--ambiguous \(option)"
  }

  func widths(_ option: String, line: Int, kana: Int, emoji: Int) -> String {
    pick(
      "端末は ─ を\(line)桁、あ を\(kana)桁、絵文字を\(emoji)桁で描きます（\(policy(option))）",
      "the terminal draws ─ in \(line), kana in \(kana), emoji in \(emoji) cells (\(policy(option)))")
  }

  func notMeasured(_ option: String, isAsked: Bool) -> String {
    isAsked
      ? pick("端末が0.1秒のうちに答えないので測れません（\(policy(option))）", "not measured: no answer within 0.1 s (\(policy(option)))")
      : pick("端末がないので測れません（\(policy(option))）", "not measured: no terminal (\(policy(option)))")
  }

  var lookAtWidths: String {
    pick("罫線や①の後で列がずれるときは --ambiguous 2 を付けてください", "where columns shift behind lines or ①, use --ambiguous 2")
  }

  var narrowKana: String {
    pick("端末の文字コードを UTF-8 に、フォントを日本語の等幅にしてください", "set the terminal to UTF-8 and a monospaced Japanese font")
  }

  func chooseAmbiguous(_ cells: Int) -> String {
    pick(
      "列がずれます。--ambiguous \(cells) か --ambiguous auto を付けてください",
      "columns shift: use --ambiguous \(cells) or --ambiguous auto")
  }

  var narrowEmoji: String {
    pick(
      "絵文字のある行では列がずれることがあります。端末を新しくするか、絵文字を使わないでください",
      "columns may shift behind emoji; a newer terminal draws them two cells wide")
  }

  // MARK: Colours

  var noColours: String { pick("mono（色を使わず、太字・下線・反転で示します）", "mono (bold, underline and reverse instead of colours)") }

  func noneToShow(_ name: String) -> String {
    pick("\(name)（この端末に色はないので、太字・下線・反転で示します）", "\(name) (the terminal has no colours: bold, underline and reverse)")
  }

  func terminalColours(_ name: String) -> String {
    pick("\(name)（端末の配色のまま。コントラストは端末の設定で決まります）", "\(name) (the terminal's own colours decide the contrast)")
  }

  var betterContrast: String {
    pick(
      "読みにくいときは --theme high-contrast（7対1以上）か --theme light を付けてください",
      "hard to read? use --theme high-contrast (7:1 or more) or --theme light")
  }

  func contrast(_ name: String, _ ratio: Double, colors: Int) -> String {
    pick("\(name)（\(colors)色で最小のコントラスト \(ratio)対1）", "\(name) (\(colors) colours, least contrast \(ratio):1)")
  }

  var fewColours: String {
    pick(
      "この端末の色数では 4.5対1 に足りません。256色の端末にするか --theme mono を付けてください",
      "below 4.5:1 with this few colours: use a terminal of 256 colours, or --theme mono")
  }
}
