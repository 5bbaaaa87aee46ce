import ArgumentParser
import Dashboard
import DashboardRuntime
import Glibc
import Snapshot
import StrategyModel

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
    let choices = try Choices(shared, kept: SettingsFile(path: Choices.files.config).read())
    let opened = try OpenedStore.open(choices, creates: !readOnly)
    let store = readOnly ? opened.readOnly() : opened
    let pinned = try store.revision(at: choices.at)
    let since = try store.revision(at: choices.since)
    let place = try argument.place(in: store.background, asOf: pinned, filter: choices.filter)
    let opening = DashboardOpening(
      choices: choices, shared: shared, store: store, place: place, pinned: pinned, since: since)
    guard isatty(STDOUT_FILENO) == 1, !plain else {
      try printPlain(place, opening.settings, store, pinned, since, choices.notices)
      return
    }
    try opening.run { try printPlain(place, $0, store, pinned, since, choices.notices) }
  }

  private func printPlain(
    _ place: Place, _ settings: Settings, _ store: OpenedStore, _ pinned: Int?, _ since: Int?, _ notices: [String]
  ) throws {
    for notice in [store.notice].compactMap({ $0 }) + notices { Message.show(notice) }
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
