import ArgumentParser
import Snapshot
import StrategyStore

/// `honbu backup FILE`: a copy of the store, also while others write to it.
struct BackupCommand: ParsableCommand, RefusingCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "台帳のバックアップを作る（ほかの人が書いている間も）",
    usage: "honbu backup FILE [--overwrite] [--store PATH] [--lang ja|en]",
    discussion: """
      1つの改訂までをそのまま写し、誤りのないことを確かめてから、その名前に置く。途中で止まれば何も残らない。
      戻すには、そのファイルを台帳の場所に置く。
      """)

  @Argument(help: ArgumentHelp("作るファイル", valueName: "FILE"))
  var file: String

  @Flag(help: "すでにあるファイルを置き換える")
  var overwrite = false

  static let refused: [SharedOptions.Refusable] = [.filter, .at, .since, .sample]

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.refuse(Self.refused, in: "backup")
    let choices = try Choices(shared)
    guard let path = choices.location?.path else { return }
    let words = BackupWords(file: file, language: choices.language)
    let line = ProgressLine()
    let backup = StoreBackup(of: path, to: file, overwriting: overwrite)
    let outcome = try backup.make { line.show(words.progress($0)) }
    line.clear()
    switch outcome {
    case .made(let head): try StandardOutput.write(words.made(head))
    case .unsound(let faults): throw CommandFailure.notBackedUp(words.unsound(faults))
    }
  }
}
