import ArgumentParser
import Snapshot
import StrategyModel
import StrategyStore

/// `honbu import FILE…`: all files become one revision, or none of them is written.
struct ImportCommand: ParsableCommand, RefusingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "CSV・JSON・一式のファイルを取り込む",
    usage: """
      honbu import FILE… [--kind KIND] [--date DATE] [--title TITLE] [--author NAME] [--note NOTE]
             [--replace] [--dry-run] [--create-pillars] [--store PATH] [--today DATE]
      honbu import --template KIND [--output FILE]
      """,
    discussion: """
      KIND: items 取組 / pillars 柱 / meetings 会議 / updates 更新履歴 / measurements 実績値 / reviews CIO確認 /
      bundle 一式（honbu export の出力）。誤りはすべて示し（100件まで、残りは数）、1つでもあれば何も書き込まない。
      文字コードは UTF-8（BOM の有無を問わない）、UTF-16、Shift_JIS（CP932）。ほかは名を示して断る。圧縮ファイルは開かない。
      限度: 1つのファイル \(ImportLimits.fileBytes >> 20)MiB、\(ImportLimits.rows)行、\(ImportLimits.columns)列、\
      1行（JSONでは1件）\(ImportLimits.lineBytes >> 20)MiB、1つの値 \(ImportLimits.cellBytes >> 10)KiB、番号 \(ImportLimits.idLength)文字、\
      改行 \(ImportLimits.lines)個、JSONの入れ子 \(ImportLimits.jsonDepth)段、1件の値 \(ImportLimits.jsonValues)個。
      """)

  @Argument(help: ArgumentHelp("取り込むファイル", valueName: "FILE"))
  var files: [String] = []

  @Option(help: ArgumentHelp("ファイルの種類（既定は見出しで決める）", valueName: "KIND"))
  var kind: String?

  @Option(help: ArgumentHelp("改訂の日付（既定は今日）", valueName: "DATE"))
  var date: String?

  @OptionGroup var revisionOptions: RevisionOptions

  @Flag(help: "ファイルにない記録を廃止にする")
  var replace = false

  @Flag(help: "書き込まずに、何が変わるかを示す")
  var dryRun = false

  @Flag(help: "台帳にない柱を加える")
  var createPillars = false

  @Option(help: ArgumentHelp("記入用の表を書き出す", valueName: "KIND"))
  var template: String?

  @Option(help: ArgumentHelp("--template の書き出し先", valueName: "FILE"))
  var output: String?

  static let refused: [SharedOptions.Refusable] = [.filter, .at, .since, .sample]

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.refuse(Self.refused, in: "import")
    if let template { return try writeTemplate(template) }
    if output != nil { throw CommandFailure.needs("--output", "--template") }
    guard !files.isEmpty else { throw CommandFailure.noImportFile }
    let choices = try Choices(shared)
    let effective = try date.map { try Choices.date($0, option: "--date") } ?? choices.today
    let options = ImportOptions(
      kind: try Choices.value(kind, option: "--kind"), replaces: replace, createsPillars: createPillars,
      effective: effective)
    guard let path = choices.location?.path else { return }
    Interruption.arm()
    let run = ImportRun(
      path: path, read: reading(files), options: options, today: choices.today,
      author: revisionOptions.author, title: revisionOptions.title, note: revisionOptions.note,
      progress: ProgressLine())
    try StandardOutput.write(try (dryRun ? run.preview() : run.commit()).text)
  }

  /// Files that can be read again are; what came through a pipe is kept.
  private func reading(_ paths: [String]) -> () throws -> [ImportFile] {
    var kept: [ImportFile]?
    return {
      let files = try kept ?? read(paths)
      if !paths.allSatisfy(ImportFile.isLasting(path:)) { kept = files }
      return files
    }
  }

  /// All files, so that the faults of all are told at once.
  private func read(_ paths: [String]) throws -> [ImportFile] {
    var files: [ImportFile] = []
    var faults: [ImportFault] = []
    for path in paths {
      do {
        files.append(try ImportFile.read(path: path))
      } catch {
        switch error {
        case .refused(let fault): faults.append(fault)
        case .notKept(let error): throw error
        case .unreadable(let path, let number): throw CommandFailure.unreadableFile(path, errno: number)
        }
      }
    }
    guard faults.isEmpty else { throw ImportFaults(faults) }
    return files
  }

  private func writeTemplate(_ name: String) throws {
    if let file = files.first { throw CommandFailure.notTogether("--template", file) }
    guard let kind = ImportKind(rawValue: name), let text = ImportTemplate.text(kind) else {
      throw CommandFailure.wrongValue(
        option: "--template", value: name, valid: "使えるのは \(CommandFailure.kinds)")
    }
    guard let output else { return try StandardOutput.write(text) }
    let store = try Choices(shared).location?.path
    try WholeFile.write(text, to: output, protecting: store.map { [$0] } ?? [])
  }
}
