import ArgumentParser

/// The root: options may stand before the command's name, so it has them too; the parser hands them on.
struct HonbuCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "honbu",
    abstract: "市のICT戦略本部の柱・取組・会議・更新履歴を、端末の1画面で見る",
    usage: """
      honbu [VIEW[/ID]] [--plain] [--read-only] [オプション]
      honbu snapshot VIEW[/ID] [--format F] [--output FILE]
      honbu import FILE…
      honbu export [--output FILE]
      honbu log
      honbu diff A [B]
      honbu edit ID
      honbu present [ID]
      honbu undo REV
      honbu verify FILE…
      honbu backup FILE
      honbu check
      honbu doctor
      """,
    discussion: """
      VIEW: overview 概要 / pillars 柱 / actions 取組 / meetings 会議 / updates 履歴 / documents 資料 / attention 要確認 /
      diff/A..B 差分
      --plain は画面の代わりに、見出しと「名前: 値」の行だけで出す（読み上げや点字のために）
      --read-only は何も書き込まない。ほかに actions の --layout などは honbu open --help
      WHEN: r7, 2020-08-06, 令和2年8月6日, R2.8.6, 会議の番号
      終了コード: 0 正常、1 番号がない・誤りや違いが見つかった、64 使い方、65 データの誤り、66 入力がない、
      73 作れない、74 入出力の失敗、75 ほかの処理が書き込み中
      """,
    version: HonbuCommand.version,
    subcommands: [
      OpenCommand.self, SnapshotCommand.self, ImportCommand.self, ExportCommand.self, LogCommand.self,
      DiffCommand.self, EditCommand.self, PresentCommand.self, UndoCommand.self, VerifyCommand.self, BackupCommand.self,
      CheckCommand.self, DoctorCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  @OptionGroup var shared: SharedOptions

  static let version = "0.1.0"

  static var commandNames: String {
    configuration.subcommands.compactMap { command in
      command.configuration.shouldDisplay ? command.configuration.commandName : nil
    }.joined(separator: " ")
  }
}
