import ArgumentParser
import Dashboard
import DashboardRuntime
import Glibc
import NcursesTerminal
import Snapshot
import StrategyModel
import TextUI

/// `honbu [VIEW[/ID]]`: the dashboard, or the view as plain text where there is no terminal for it.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "画面を開く（出力先が端末でなければ文字で出す）",
    usage: "honbu [VIEW[/ID]] [オプション]", shouldDisplay: false)

  @Argument(help: ArgumentHelp("開く画面（既定は overview）", valueName: "VIEW[/ID]"))
  var view: String?

  @Flag(help: "台帳に何も書き込まない（直す・加える・取り消すは使えない）")
  var readOnly = false

  @Flag(help: "画面を上から順に、見出しと「名前: 値」の行だけで出す（読み上げや点字のために）")
  var plain = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let argument = try ViewArgument(view ?? "overview")
    let choices = try Choices(shared)
    let opened = try OpenedStore.open(choices)
    let store = readOnly ? opened.readOnly() : opened
    let pinned = try store.revision(at: choices.at)
    let since = try store.revision(at: choices.since)
    let place = try argument.place(in: store.background, asOf: pinned, filter: choices.filter)
    var settings = choices.settings(storeRemark: store.remark?.words(choices.language == .ja))
    settings.author = RevisionOptions.account
    settings.writeAccess = store.remark?.writeAccess ?? .allowed
    guard isatty(STDOUT_FILENO) == 1, !plain else {
      try printPlain(place, settings, store, pinned, since)
      return
    }
    let terminal: NcursesTerminal
    do {
      terminal = try NcursesTerminal(ambiguous: settings.ambiguous, mouse: settings.usesMouse)
    } catch {
      Message.show(error.description)
      // Text in another encoding would be rubbish on this terminal.
      if case .unsupportedEncoding = error { throw ExitCode(CommandFailure.ioFailed) }
      try printPlain(place, settings, store, pinned, since)
      return
    }
    NcursesTerminal.restoreOnCrash(message: "honbu: 思わぬ誤りで終わりました。台帳は書き換えていません。\n")
    let status = DashboardLoop.run(
      DashboardLaunch(
        settings: settings, place: place, pinned: pinned, since: since, storePath: store.path, reader: store.reader,
        background: store.background, corrections: store.corrections, notice: store.notice,
        storeOptions: shared.sample ? ["--sample"] : [],
        pathOptions: shared.store.map { ["--store", $0] } ?? [],
        isTodayFixed: shared.today != nil, files: Choices.files),
      on: terminal)
    throw ExitCode(status)
  }

  private func printPlain(
    _ place: Place, _ settings: Settings, _ store: OpenedStore, _ pinned: Int?, _ since: Int?
  ) throws {
    if let notice = store.notice { Message.show(notice) }
    let order = SnapshotOrder(place: place, revision: pinned, since: since, width: 80)
    let reader = store.background
    let view = ViewSnapshot(order: order, settings: settings) { try reader.answer($0) }
    if plain {
      try view.writeLinear { try StandardOutput.write($0) }
    } else {
      try view.writePlain { try StandardOutput.write($0) }
    }
  }
}
