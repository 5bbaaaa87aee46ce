import ArgumentParser
import Dashboard
import DashboardRuntime
import Glibc
import StrategyModel
import StrategyStore

/// `honbu present [ID]`: a meeting on the projector.
struct PresentCommand: ParsableCommand, RefusingCommand {
  static let configuration = CommandConfiguration(
    commandName: "present", abstract: "会議を発表する（議題、取組を1画面ずつ）",
    usage: "honbu present [ID] [--present-only] [オプション]\nhonbu present --follow [オプション]",
    discussion: """
      ID は会議の番号（既定は最も新しい会議）。Space → PageDown で次、← PageUp で前、. か b で画面を消す、議題の番号 Enter でその議題、
      n で手元の画面（次の取組、決定事項、メモ、経過時間）、q で終わる。取組は会議の日の状態で映す。
      --follow は、同じ台帳で発表している人の画面を映す（--present-only で発表している人も）。
      """)

  @Argument(help: ArgumentHelp("会議の番号", valueName: "ID"))
  var id: String?

  @Flag(help: "発表している人の画面を映す")
  var follow = false

  @Flag(help: "発表のほかは何もできないようにする（:q で終わる）")
  var presentOnly = false

  static let refused: [SharedOptions.Refusable] = [.filter, .since]

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.refuse(Self.refused, in: "present")
    // Nobody else can present from a store in memory.
    if follow { try shared.refuse([.sample], in: "present --follow") }
    if follow, id != nil { throw CommandFailure.notTogether("--follow", "ID") }
    let choices = try Choices.ofScreen(shared)
    let opened = try OpenedStore.open(choices, creates: follow || !presentOnly)
    // Nothing that can be reached from here writes.
    let store = presentOnly || follow ? opened.readOnly() : opened
    let pinned = try store.revision(at: choices.at)
    let meeting = try follow ? nil : meeting(in: store.background, asOf: pinned)
    let presentation =
      meeting.map { Presentation(meeting: $0, revision: pinned, isKiosk: presentOnly) }
      ?? Presentation(followingIn: presentOnly)
    guard isatty(STDOUT_FILENO) == 1 else { throw CommandFailure.needs("honbu present", "端末") }
    let place = meeting.map { Place(record: RecordKey(.meeting, $0)) } ?? Place(.meetings)
    let opening = DashboardOpening(
      choices: choices, shared: shared, store: store, place: place, pinned: pinned, presentation: presentation)
    try opening.run { _ in throw CommandFailure.needs("honbu present", "画面を動かせる端末") }
  }

  private func meeting(in reader: StoreReader, asOf revision: Int?) throws -> String {
    guard let id else {
      let meetings = try reader.records(of: .meeting, asOf: revision).compactMap { record in
        if case .meeting(let meeting) = record { meeting } else { nil }
      }
      guard let latest = meetings.max(by: { ($0.date, $0.id) < ($1.date, $1.id) }) else {
        throw CommandFailure.unknownRecord("会議", nearest: [])
      }
      return latest.id
    }
    _ = try ViewArgument("meetings/\(id)").place(in: reader, asOf: revision, filter: "")
    return id
  }
}
