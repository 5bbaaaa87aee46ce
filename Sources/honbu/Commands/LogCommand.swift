import ArgumentParser
import Dashboard
import Snapshot
import StrategyModel
import StrategyStore

/// `honbu log`: the revisions of the store, newest first.
struct LogCommand: ParsableCommand, RefusingCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "台帳の改訂を新しい順に出す",
    usage: "honbu log [--format text|json|markdown] [--at WHEN] [--since WHEN]")

  @Option(help: ArgumentHelp("形式（既定は text）", valueName: "text|json|markdown"))
  var format: String?

  static let refused: [SharedOptions.Refusable] = [.filter]

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.refuse(Self.refused, in: "log")
    let format: ReportFormat = try Choices.value(format, option: "--format") ?? .text
    let choices = try Choices(shared)
    let store = try OpenedStore.open(choices)
    if let notice = store.notice { Message.show(notice) }
    let first = try store.revision(at: choices.since) ?? 0
    let last = try store.revision(at: choices.at) ?? Int.max
    let revisions = try store.background.revisions().filter { $0.number > first && $0.number <= last }
    let report = LogReport(revisions: revisions.reversed(), settings: choices.settings())
    switch format {
    case .text: try StandardOutput.write(report.text)
    case .json: try StandardOutput.write(try report.json())
    case .markdown: try StandardOutput.write(report.markdown)
    }
  }
}
