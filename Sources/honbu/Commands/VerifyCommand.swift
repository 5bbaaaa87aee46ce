import ArgumentParser
import Snapshot
import StrategyStore

/// `honbu verify FILE…`: makes each snapshot again, from the caller's own store, and compares.
struct VerifyCommand: ParsableCommand, RefusingCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "書き出したファイルを台帳から作り直して比べる",
    usage: "honbu verify FILE… [--store PATH]",
    discussion: """
      ファイルに書かれたコマンドを読み取り、書き出しの読み取り専用のオプションだけを受け付けて、手元の台帳で作り直す。
      同じなら 0、違えば違う行を示して 1。書き出したファイルでなければ 65、なければ 66。
      """)

  @Argument(help: ArgumentHelp("確かめるファイル", valueName: "FILE"))
  var files: [String] = []

  static let refused: [SharedOptions.Refusable] = [.filter, .at, .since, .sample, .today, .lang, .calendar, .ambiguous]

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.refuse(Self.refused, in: "verify")
    guard !files.isEmpty else { throw CommandFailure.needs("honbu verify", "FILE") }
    let stores = VerifyStores(own: shared)
    var status: Int32 = 0
    for path in files {
      do {
        let finding = try SnapshotCheck(path: path, stores: stores).finding()
        try StandardOutput.write(VerifyReport(path: path, finding: finding).text)
        if !finding.isSame { status = max(status, 1) }
      } catch let failure as CommandFailure {
        Message.show(failure.lines.map { "\(path): \($0)" })
        // What would be a wrong use of the command line stands in the file here.
        let code = failure.exitCode == CommandFailure.usage ? CommandFailure.badData : failure.exitCode
        status = max(status, code)
      } catch let failure as StoreError {
        Message.show("\(path): \(failure.message)")
        // A revision that this store does not have: what was written is not what it gives.
        status = max(status, failure.exitCode == CommandFailure.usage ? 1 : failure.exitCode)
      }
    }
    if status != 0 { throw ExitCode(status) }
  }
}
