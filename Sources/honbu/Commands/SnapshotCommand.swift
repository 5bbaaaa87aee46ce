import ArgumentParser
import Dashboard
import Snapshot
import StrategyModel
import StrategyStore

/// `honbu snapshot VIEW[/ID]`: a view as text, with what proves later that it still holds.
struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot", abstract: "画面を書き出す",
    usage: """
      honbu snapshot VIEW[/ID] [--format text|markdown|html|svg|ansi|csv|json] [--width N] [--page N] [--output FILE]
             [--layout board|table|timeline] [--sort COLUMN] [--descending] [--group KIND|none]
             [--columns COLUMN,…] [--from-year YEAR] [オプション]
      honbu snapshot --all --output DIR [オプション]
      honbu snapshot --meeting ID --output DIR [オプション]
      """,
    discussion: "どの形式にも、同じものを作り直すコマンドと SHA-256 が付く（csv では FILE\(SheetFile.suffix)）。honbu verify で確かめる。")

  @Argument(help: ArgumentHelp("書き出す画面", valueName: "VIEW[/ID]"))
  var view: String?

  @Option(help: ArgumentHelp("形式（既定は text）", valueName: "FORMAT"))
  var format: String?

  @Option(help: ArgumentHelp("幅（既定は 80 桁）", valueName: "N"))
  var width: String?

  @Option(help: ArgumentHelp("text を N 行ごとに改ページする（見出しは各ページに付く）", valueName: "N"))
  var page: String?

  @Option(help: ArgumentHelp("書き出し先（既定は標準出力）", valueName: "FILE|DIR"))
  var output: String?

  @Option(help: ArgumentHelp("会議の資料一式を書き出す（--output があれば DIR に、なければ --format の1つを）", valueName: "ID"))
  var meeting: String?

  @Flag(help: "すべての画面と記録を --output のフォルダーに書き出す")
  var all = false

  @OptionGroup(title: "取組の一覧") var list: ItemListChoices

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try checkView()
    let request = try SnapshotRequest(self)
    let store = try OpenedStore.open(request.choices)
    if let notice = store.notice { Message.show(notice) }
    let writer = try request.writer(store)
    if let meeting = request.meeting {
      let handout = try HandoutWriter(meeting, request, store)
      if let output {
        try handout.writeAll(into: output)
      } else {
        try handout.write { try StandardOutput.write($0) }
      }
      return
    }
    if let argument = request.argument {
      let place = try argument.place(in: store.background, asOf: writer.revision, filter: request.choices.filter)
      if place.screen == .difference, writer.since != nil {
        throw CommandFailure.notTogether("--since", argument.text)
      }
      try writer.write(place, to: output.map(OutputTarget.path))
    } else if let output {
      try writer.writeAll(into: output)
    }
  }

  private func checkView() throws {
    if let meeting {
      for (given, name) in [(all, "--all"), (view != nil, view ?? ""), (shared.filter != nil, "--filter")] where given {
        throw CommandFailure.notTogether("--meeting \(meeting)", name)
      }
      if shared.since != nil { throw CommandFailure.notTogether("--meeting \(meeting)", "--since") }
      return
    }
    guard all else {
      guard view != nil else { throw CommandFailure.needs("honbu snapshot", "VIEW か --all") }
      return
    }
    if let view { throw CommandFailure.notTogether("--all", view) }
    if shared.filter != nil { throw CommandFailure.notTogether("--all", "--filter") }
    if output == nil { throw CommandFailure.needs("--all", "--output DIR") }
  }
}

/// How a list of items is laid out, as the dashboard's keys would have it.
struct ItemListChoices: ParsableArguments {
  @Option(help: ArgumentHelp("並べ方（既定は board）", valueName: "board|table|timeline"))
  var layout: String?

  @Option(help: ArgumentHelp("並べ替えの列", valueName: "COLUMN"))
  var sort: String?

  @Flag(help: "逆順に並べる")
  var descending = false

  @Option(help: ArgumentHelp("まとめ方（none はまとめない）", valueName: "KIND"))
  var group: String?

  @Option(help: ArgumentHelp("表の列を左から（コンマ区切り）", valueName: "COLUMN,…"))
  var columns: String?

  @Option(help: ArgumentHelp("工程表の最初の年度（2020、R2、令和2年度）", valueName: "YEAR"))
  var fromYear: String?

  func options() throws -> ItemListOptions {
    var options = ItemListOptions()
    options.layout = try Choices.value(layout, option: "--layout") ?? options.layout
    options.sort = try Choices.value(sort, option: "--sort") ?? options.sort
    options.isDescending = descending
    if let group {
      options.grouping = group == "none" ? nil : try Choices.value(group, option: "--group")
    }
    options.firstYear = try fromYear.map { try Choices.fiscalYear($0, option: "--from-year").year }
    if let columns {
      options.columns = try columns.split(separator: ",").compactMap { name in
        try Choices.value(String(name), option: "--columns")
      }
    }
    return options
  }
}
