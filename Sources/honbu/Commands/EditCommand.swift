import ArgumentParser
import DashboardRuntime
import Snapshot
import StrategyModel
import StrategyStore
import TextUI

import enum StrategyModel.Record

/// `honbu edit ID`: corrects one record in the caller's editor; becomes one revision.
struct EditCommand: ParsableCommand, RefusingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "記録を1つ、エディターで直す（1つの改訂になる）",
    usage: "honbu edit ID [--kind KIND] [--new KIND] [--title TITLE] [--author NAME] [--date DATE] [--update LINE]",
    discussion: """
      ID は取組 it_online や会議 mtg_hq_1 などの番号。エディターは VISUAL、EDITOR、なければ vi。
      誤りは、その行の上に示してエディターをもう一度開く。そのまま閉じると、書いたものを残して終わる（終了コード 65）。
      ほかの人が先に保存していれば、両方を合わせた案を開く。
      """)

  @Argument(help: ArgumentHelp("直す記録の番号", valueName: "ID"))
  var id: String

  @Option(help: ArgumentHelp("記録の種類。同じ番号が二つの種類にあるときに", valueName: "KIND"))
  var kind: String?

  @Option(help: ArgumentHelp("この種類の新しい記録を、その番号で追加する（item meeting update など）", valueName: "KIND"))
  var new: String?

  @Option(help: ArgumentHelp("改訂が効く日（既定は今日）", valueName: "DATE"))
  var date: String?

  @Option(help: ArgumentHelp("更新履歴にも載せる一行", valueName: "LINE"))
  var update: String?

  @OptionGroup var revisionOptions: RevisionOptions

  static let refused: [SharedOptions.Refusable] = [.filter, .at, .since, .sample]

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.refuse(Self.refused, in: "edit")
    if kind != nil, new != nil { throw CommandFailure.notTogether("--kind", "--new") }
    let choices = try Choices(shared)
    guard let path = choices.location?.path else { return }
    let effective = try date.map { text in
      guard let date = DateReading.date(text) else {
        throw CommandFailure.wrongValue(option: "--date", value: text, valid: "例 令和8年8月6日、2026-08-06")
      }
      return date
    }
    // Nobody should write for an hour and learn then that it cannot be saved.
    _ = try Ledger.open(path: path)
    var session = try CorrectionSession(
      try record(path, choices.today), isNew: new != nil, store: CorrectionStore(path: path), today: choices.today,
      author: revisionOptions.author)
    session.title = revisionOptions.title
    session.note = revisionOptions.note
    session.effective = effective
    session.update = update
    let editor = EditorProgram()
    let outcome: CorrectionSession.Outcome
    do {
      outcome = try session.run(edit: editor.edit)
    } catch {
      if let draft = session.keptDraft { Message.show(Self.kept(draft)) }
      throw error
    }
    switch outcome {
    case .written(let revision): try say("\(id) を \(revision.quoted)に書き込みました")
    case .unchanged: try say("変更はありません（何も書き込んでいません）")
    case .givenUp: try say("空にして閉じたので、やめました（何も書き込んでいません）")
    case .stopped(let draft, let reasons, let code):
      throw CommandFailure.notSaved(
        ["書き込んでいません（エディター: \(editor.command)）"] + reasons.map { "  \($0)" } + (draft.map { [Self.kept($0)] } ?? []),
        exitCode: code)
    }
    if let draft = session.keptDraft { Message.show(Self.kept(draft)) }
  }

  private static func kept(_ draft: String) -> String { "書いたものは \(draft) に残っています" }

  private func say(_ line: String) throws { try StandardOutput.write(SafeText.visible(line) + "\n") }

  private func record(_ path: String, _ today: CivilDate) throws -> Record {
    if let new {
      guard let record = Record(new: try Self.kind(new, option: "--new"), id: id, today: today) else {
        throw CommandFailure.wrongValue(
          option: "--new", value: new, valid: "item meeting update measurement review document term")
      }
      return record
    }
    let reader = try StoreReader(path: path, busy: .seconds(5))
    let kinds = try kind.map { [try Self.kind($0, option: "--kind")] } ?? RecordKind.allCases
    let found = try kinds.compactMap { try reader.record(RecordKey($0, id)) }
    if found.count > 1 {
      let names = found.map(\.key.kind.rawValue).joined(separator: " ")
      throw CommandFailure.wrongValue(option: "ID", value: id, valid: "いくつかの種類にある番号です。--kind で選びます: \(names)")
    }
    if let record = found.first { return record }
    var known: [String] = []
    let listed = kinds.count == 1 ? kinds : kinds.filter { $0 != .measurement && $0 != .review }
    try reader.forEachRecord(kinds: listed) { record throws(StoreError) in known.append(record.key.id) }
    throw CommandFailure.unknownRecord(id, nearest: NearestIDs.of(id, among: known))
  }

  private static func kind(_ text: String, option: String) throws -> RecordKind {
    guard let kind = RecordKind.allCases.first(where: { $0.rawValue == text || $0.name == text }) else {
      throw CommandFailure.wrongValue(
        option: option, value: text, valid: RecordKind.allCases.map(\.rawValue).joined(separator: " "))
    }
    return kind
  }
}
