import DashboardRuntime

extension DoctorWords {
  func sqlite(_ version: String, canDamageWAL: Bool) -> String {
    canDamageWAL
      ? pick(
        "\(version)（WAL を壊しうる不具合のある版ですが、honbu は WAL を使わないので関わりません）",
        "\(version) (this version can damage a write-ahead log; honbu uses none)")
      : pick("\(version)（知られた不具合はありません）", "\(version) (no known faults)")
  }

  // MARK: Dictionary

  func dictionary(_ path: String) -> String {
    pick("ローマ字で漢字を探せます: \(path)", "romaji finds kanji: \(path)")
  }

  var noDictionary: String { pick("ありません。ローマ字ではかなだけを探せます", "none; romaji finds kana only") }
  var installDictionary: String {
    pick("sudo apt-get install cmigemo で漢字も探せます", "sudo apt-get install cmigemo lets it find kanji too")
  }

  // MARK: Files

  func personal(_ path: String, isThere: Bool) -> String {
    isThere
      ? pick("読めます: \(path)", "can be read: \(path)")
      : pick("まだありません。条件に名前を付けて保存すると作られます: \(path)", "none yet; made when a filter is saved: \(path)")
  }

  var mendFile: String {
    pick("その行を直すか、ファイルの名前を変えて外してください", "mend that line, or move the file away")
  }

  // MARK: Editor

  func editor(_ command: String) -> String { pick("「\(command)」で直します", "records are edited with '\(command)'") }
  func noEditor(_ command: String) -> String { pick("「\(command)」が見つかりません", "'\(command)' is not found") }
  func editorUnclear(_ command: String) -> String {
    pick("「\(command)」が使えるかは確かめていません", "'\(command)' was not looked for")
  }
  var setEditor: String {
    pick("export EDITOR=nano のように、使えるエディターを指定してください", "name one that is installed, such as export EDITOR=nano")
  }

  // MARK: Clipboard

  var clipboardDirect: String {
    pick("OSC 52 で端末に渡します。端末からの返事はないので、届いたかは分かりません", "handed to the terminal by OSC 52, which does not answer")
  }
  var allowClipboard: String {
    pick(
      "コピーできないときは、端末の設定で OSC 52（クリップボードへの書き込み）を許してください",
      "if nothing arrives, allow OSC 52 (writing to the clipboard) in the terminal's settings")
  }
  var clipboardRefused: String { pick("この端末は OSC 52 を受け付けません", "this terminal takes no OSC 52") }
  var otherTerminal: String {
    pick("コピーを使うには OSC 52 を受け付ける端末（iTerm2 など）にしてください", "use a terminal that takes OSC 52, such as iTerm2, to copy")
  }
  var clipboardInScreen: String { pick("GNU screen の中では端末に届きません", "does not get through GNU screen") }
  var useTmux: String { pick("tmux を使うか、screen の外で開いてください", "use tmux, or open honbu outside screen") }

  func clipboardInTmux(_ settings: TmuxCopying) -> String {
    let passes = settings.passes.isEmpty ? "" : pick("、", ", ") + "allow-passthrough \(settings.passes)"
    let options = "set-clipboard \(settings.accepts)" + passes
    return settings.arrives
      ? pick("tmux を通して端末に渡します（\(options)）", "handed to the terminal through tmux (\(options))")
      : pick("tmux がコピーを止めています（\(options)）", "tmux holds copies back (\(options))")
  }

  var tmuxSilent: String { pick("tmux に設定を尋ねられません", "tmux does not tell its settings") }
  var tmuxAccept: String {
    pick(
      "tmux set-option -s set-clipboard on（~/.tmux.conf にも）で届きます",
      "tmux set-option -s set-clipboard on (and in ~/.tmux.conf)")
  }
}
