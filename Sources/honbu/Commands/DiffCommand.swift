import ArgumentParser
import Dashboard
import Snapshot
import StrategyModel
import StrategyStore

/// `honbu diff A [B]`: how the ledger differs between two points in time.
struct DiffCommand: ParsableCommand, RefusingCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "2つの時点の違いを項目ごとに出す",
    usage: "honbu diff A [B] [--format text|json|markdown] [--filter Q] [--width N]",
    discussion: "A と B は WHEN（r7、2020-08-06、令和2年8月6日、R2.8.6、会議の番号）。B を省くと最新。r0 は最初の改訂の前。")

  @Argument(help: ArgumentHelp("いつから", valueName: "A"))
  var from: String

  @Argument(help: ArgumentHelp("いつまで（既定は最新）", valueName: "B"))
  var to: String?

  @Option(help: ArgumentHelp("形式（既定は text）", valueName: "text|json|markdown"))
  var format: String?

  @Option(help: ArgumentHelp("text の幅（既定は 80 桁）", valueName: "N"))
  var width: String?

  static let refused: [SharedOptions.Refusable] = [.since]

  @OptionGroup var shared: SharedOptions

  /// Records read at once: a difference of any size is never held whole.
  private static let page = 500

  func run() throws {
    try shared.refuse(Self.refused, in: "diff")
    let format: ReportFormat = try Choices.value(format, option: "--format") ?? .text
    let columns = try Choices.width(width)
    let ends = try DifferenceEnds(from, to ?? "", in: "diff")
    let choices = try Choices(shared)
    let store = try OpenedStore.open(choices)
    if let notice = store.notice { Message.show(notice) }
    let reader = store.background
    let place = try ends.place(in: reader, asOf: try store.revision(at: choices.at))
    guard case .difference(let first, let last)? = place.subject else { return }
    var report = report(format, choices.settings(), columns)
    var query = DifferenceQuery(from: first, to: last, filter: choices.filter, count: DiffCommand.page)
    while true {
      let difference = try reader.difference(query, today: choices.today)
      try StandardOutput.write(try report.page(difference))
      query.start += difference.shown
      if difference.shown == 0 || query.start >= difference.found { break }
    }
    try StandardOutput.write(report.end())
  }

  private func report(_ format: ReportFormat, _ settings: Settings, _ columns: Int) -> any DifferenceReport {
    switch format {
    case .text: DifferenceText(settings: settings, columns: columns)
    case .json: DifferenceJSON()
    case .markdown: DifferenceMarkdown(words: settings.words, calendar: settings.calendar)
    }
  }
}
