import DashboardRuntime
import Glibc
import Snapshot
import StrategyStore

/// What the program needs beside a terminal and a store.
struct SurroundingsExamination {
  let words: DoctorWords

  func sqlite() -> Finding {
    let facts: [(String, JSONValue?)] = [
      ("version", .text(SQLiteLibrary.version)), ("walFault", .flag(SQLiteLibrary.canDamageWAL)),
    ]
    return Finding(.sqlite, .ok, words.sqlite(SQLiteLibrary.version, canDamageWAL: SQLiteLibrary.canDamageWAL), facts)
  }

  func dictionary() -> Finding {
    guard let path = ReadingDictionary.path else {
      return Finding(.dictionary, .remark, words.noDictionary, advice: words.installDictionary)
    }
    return Finding(.dictionary, .ok, words.dictionary(path), [("path", .text(path))])
  }

  func personalFiles() -> Finding {
    let files = Choices.files
    let facts: [(String, JSONValue?)] = [("config", .text(files.config)), ("history", .text(files.filterHistory))]
    let faults = files.faults()
    guard faults.isEmpty else {
      return Finding(
        .personal, faults.allSatisfy(\.isHarmless) ? .remark : .fault,
        faults.map(\.message).joined(separator: words.comma), advice: words.mendFile, facts)
    }
    let isThere = access(files.config, F_OK) == 0
    return Finding(.personal, .ok, words.personal(files.config, isThere: isThere), facts)
  }

  func editor() -> Finding {
    let command = EditorProgram().command
    let name = command.split(separator: " ").first.map(String.init) ?? ""
    let facts: [(String, JSONValue?)] = [("command", .text(command))]
    // What a shell would have to read is not guessed at.
    guard name.allSatisfy({ $0.isLetter || $0.isNumber || "/._+-".contains($0) }), !name.isEmpty else {
      return Finding(.editor, .remark, words.editorUnclear(command), advice: words.setEditor, facts)
    }
    guard Self.isInstalled(name) else {
      return Finding(.editor, .remark, words.noEditor(command), advice: words.setEditor, facts)
    }
    return Finding(.editor, .ok, words.editor(command), facts)
  }

  private static func isInstalled(_ name: String) -> Bool {
    if name.contains("/") { return access(name, X_OK) == 0 }
    let folders = Choices.variable("PATH")?.split(separator: ":") ?? []
    return folders.contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  func clipboard(isOutputTerminal: Bool) -> Finding {
    switch Clipboard.Surrounding(Choices.variable) {
    case .tmux: tmux()
    case .screen:
      Finding(.clipboard, .remark, words.clipboardInScreen, advice: words.useTmux, [("route", .text("screen"))])
    case .refusing:
      Finding(.clipboard, .remark, words.clipboardRefused, advice: words.otherTerminal, [("route", .text("none"))])
    case .terminal:
      Finding(
        .clipboard, isOutputTerminal ? .ok : .remark, words.clipboardDirect, advice: words.allowClipboard,
        [("route", .text("OSC 52"))])
    }
  }

  private func tmux() -> Finding {
    let settings = TmuxCopying.asked()
    let facts: [(String, JSONValue?)] = [
      ("route", .text("tmux")), ("setClipboard", .text(settings?.accepts)),
      ("allowPassthrough", .text(settings?.passes)),
    ]
    guard let settings else {
      return Finding(.clipboard, .remark, words.tmuxSilent, advice: words.tmuxAccept, facts)
    }
    return Finding(
      .clipboard, settings.arrives ? .ok : .remark, words.clipboardInTmux(settings),
      advice: settings.arrives ? nil : words.tmuxAccept, facts)
  }
}
