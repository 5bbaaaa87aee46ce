import ArgumentParser
import Snapshot
import StrategyModel
import StrategyStore

/// `honbu check`: whether the store is sound.
struct CheckCommand: ParsableCommand, RefusingCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "台帳に誤りがないかを調べる", usage: "honbu check [--store PATH]")

  static let refused: [SharedOptions.Refusable] = [.filter, .at, .since, .sample]

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.refuse(Self.refused, in: "check")
    let choices = try Choices(shared)
    guard let path = choices.location?.path else { return }
    // Before the check, which looks at nothing that others write meanwhile; what it finds is told first all the same.
    let before = Result {
      try StoreReader(path: path, busy: .seconds(5)).answer(Question(.overview, today: choices.today))
    }
    let faults = try LedgerCheck.faults(path: path)
    guard faults.isEmpty else { throw CommandFailure.faultsFound(faults) }
    let answer = try before.get()
    guard case .overview(let overview) = answer.content else { return }
    try StandardOutput.write(
      "台帳に誤りはありません: r\(answer.asOf.number) まで、取組 \(overview.phases.total)件\n")
  }
}
