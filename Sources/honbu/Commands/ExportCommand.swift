import ArgumentParser
import Glibc
import Snapshot
import StrategyModel
import StrategyStore
import TextUI

/// `honbu export`: the whole store as one JSON bundle, or one kind as CSV.
struct ExportCommand: ParsableCommand, RefusingCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "台帳を一式の JSON か、種類ごとの CSV で書き出す",
    usage: "honbu export [--kind KIND --format csv] [--output FILE] [--store PATH] [--sample]",
    discussion: "一式は honbu import で同じ記録と改訂に戻る。CSV は同じ種類の取り込みに使える。")

  enum Format: String, CaseIterable {
    case json, csv
  }

  @Option(help: ArgumentHelp("書き出す種類（既定は一式）", valueName: "KIND"))
  var kind: String?

  @Option(help: ArgumentHelp("形式（一式は json、種類ごとは csv）", valueName: "json|csv"))
  var format: String?

  @Option(help: ArgumentHelp("書き出し先（既定は標準出力）", valueName: "FILE"))
  var output: String?

  static let refused: [SharedOptions.Refusable] = [.filter, .at, .since]

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.refuse(Self.refused, in: "export")
    let kind = try chosenKind()
    let choices = try Choices(shared)
    let store = try OpenedStore.open(choices)
    if let notice = store.notice { Message.show(notice) }
    guard let output else {
      let isShown = isatty(STDOUT_FILENO) == 1
      return try write(kind, store.background, choices.today) { text in
        try StandardOutput.write(isShown ? Self.shown(text) : text)
      }
    }
    try WholeFile.write(to: output, protecting: store.path.map { [$0] } ?? []) { sink in
      try write(kind, store.background, choices.today, sink)
    }
  }

  /// What may go to a terminal. A file or a pipe gets a table as it is: it is to come back the same.
  private static func shown(_ text: String) -> String {
    let text = text.hasPrefix(CSVWriting.byteOrderMark) ? String(text.unicodeScalars.dropFirst()) : text
    return text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
      .map { SafeText.visible(String($0)) }.joined(separator: "\n")
  }

  private func chosenKind() throws -> ImportKind {
    let kind: ImportKind? = try Choices.value(kind, option: "--kind")
    let format: Format? = try Choices.value(format, option: "--format")
    switch (kind ?? .bundle, format) {
    case (.bundle, .csv): throw CommandFailure.needs("--format csv", "--kind（\(CommandFailure.kinds)）")
    case (let kind, .json) where kind != .bundle:
      throw CommandFailure.wrongValue(option: "--format", value: "json", valid: "--kind \(kind.rawValue) では csv")
    case (let kind, _): return kind
    }
  }

  private func write(
    _ kind: ImportKind, _ reader: StoreReader, _ today: CivilDate, _ sink: (String) throws -> Void
  ) throws {
    guard kind == .bundle else { return try reader.exportTable(kind, on: today, to: sink) }
    func put(_ text: String) throws { try sink(JSONText.safe(text)) }
    // Its pieces are small: gathered into few writes.
    var pending = ""
    try reader.exportBundle { text in
      pending += text
      guard pending.utf8.count >= 65_536 else { return }
      try put(pending)
      pending.removeAll(keepingCapacity: true)
    }
    try put(pending)
  }
}
