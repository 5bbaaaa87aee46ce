import ArgumentParser
import DashboardRuntime
import Snapshot

/// `honbu doctor`: what stands in the way on this terminal and this machine, for whoever helps.
struct DoctorCommand: ParsableCommand, RefusingCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "端末・文字・台帳・設定に困ったことがないかを調べる",
    usage: "honbu doctor [--format text|json] [--store PATH] [--lang ja|en]",
    discussion: "○ はそのまま使える、△ は使えるが直すとよい、✗ は直さないと使えない。✗ がなければ 0、あれば 1 で終わる。何も書き換えない。")

  enum Format: String, CaseIterable {
    case text, json
  }

  @Option(help: ArgumentHelp("形式（既定は text）", valueName: "text|json"))
  var format: String?

  static let refused: [SharedOptions.Refusable] = [.filter, .at, .since, .sample]

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.refuse(Self.refused, in: "doctor")
    let format: Format = try Choices.value(format, option: "--format") ?? .text
    let choices = try Choices.ofScreen(shared)
    let report = DoctorReport(examining: choices)
    try StandardOutput.write(format == .json ? report.json : report.text)
    if report.isFaulty { throw ExitCode(1) }
  }
}
