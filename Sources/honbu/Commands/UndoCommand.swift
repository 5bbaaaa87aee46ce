import ArgumentParser
import Snapshot
import StrategyModel
import StrategyStore

/// `honbu undo REV`: takes a revision back by one more. The history keeps both.
struct UndoCommand: ParsableCommand, RefusingCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "改訂を取り消す（取り消しも1つの改訂になる）",
    usage: "honbu undo REV [--dry-run] [--title TITLE] [--author NAME] [--note NOTE] [--store PATH] [--today DATE]",
    discussion: """
      REV は r7 の形。取り消しの改訂を取り消すと、やり直しになる。
      後の改訂が同じ記録に触れていれば、それを示して何も書き込まない（終了コード 65）。
      """)

  @Argument(help: ArgumentHelp("取り消す改訂", valueName: "REV"))
  var revision: String

  @Flag(help: "書き込まずに、何が変わるかを示す")
  var dryRun = false

  @OptionGroup var revisionOptions: RevisionOptions

  static let refused: [SharedOptions.Refusable] = [.filter, .at, .since, .sample]

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.refuse(Self.refused, in: "undo")
    guard case .revision(let number)? = PointInTime(revision) else {
      throw CommandFailure.wrongValue(option: "REV", value: revision, valid: "例 r7。honbu log が一覧を出す")
    }
    let choices = try Choices(shared)
    guard let path = choices.location?.path else { return }
    let ledger = try Ledger.open(path: path)
    let report: UndoReport
    if dryRun {
      let plan = try ledger.undoPlan(number)
      report = UndoReport(plan: plan, written: nil, changes: try ledger.preview(plan.changes))
    } else {
      report = UndoReport(
        try ledger.undo(
          number, author: revisionOptions.author, title: revisionOptions.title, note: revisionOptions.note,
          today: choices.today))
    }
    guard report.plan.conflicts.isEmpty else { throw CommandFailure.conflict(report.conflicts) }
    try StandardOutput.write(report.text)
  }
}
