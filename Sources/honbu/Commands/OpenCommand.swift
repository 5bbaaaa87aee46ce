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
    usage: """
      honbu [VIEW[/ID]] [--plain] [--read-only] [オプション]
      honbu actions [--layout board|table|timeline] [--sort COLUMN] [--descending] [--group KIND|none] [オプション]
      """, shouldDisplay: false)

  @Argument(help: ArgumentHelp("開く画面（既定は overview）", valueName: "VIEW[/ID]"))
  var view: String?

  @Flag(help: "台帳に何も書き込まない（直す・加える・取り消すは使えない）")
  var readOnly = false

  @Flag(help: "画面を上から順に、見出しと「名前: 値」の行だけで出す（読み上げや点字のために）")
  var plain = false

  @OptionGroup var list: ItemListChoices

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let argument = try ViewArgument(view ?? "overview")
    let options = try list.options()
    let choices = try Choices.ofScreen(shared)
    let opened = try OpenedStore.open(choices, creates: !readOnly)
    let store = readOnly ? opened.readOnly() : opened
    let pinned = try store.revision(at: choices.at)
    let since = try store.revision(at: choices.since)
    let place = try argument.place(in: store.background, asOf: pinned, filter: choices.filter)
    let opening = DashboardOpening(
      choices: choices, shared: shared, store: store, place: place, options: options, pinned: pinned, since: since)
    guard isatty(STDOUT_FILENO) == 1, !plain else {
      try printPlain(opening, opening.settings)
      return
    }
    try opening.run { try printPlain(opening, $0) }
  }

  private func printPlain(_ opening: DashboardOpening, _ settings: Settings) throws {
    for notice in opening.notices { Message.show(notice) }
    let order = SnapshotOrder(
      place: opening.place, options: opening.options, revision: opening.pinned, since: opening.since, width: 80)
    let reader = opening.store.background
    let view = ViewSnapshot(order: order, settings: settings) { try reader.answer($0) }
    if plain {
      try view.writeLinear { try StandardOutput.write($0) }
    } else {
      try view.writePlain { try StandardOutput.write($0) }
    }
  }
}
