import StrategyModel
import StrategyStore
import TextUI

/// What taking back a revision did, would do, or met.
struct UndoReport {
  var plan: UndoPlan
  /// The revision that takes it back, once it is written.
  var written: Revision?
  /// What would change; of a dry run alone.
  var changes: ChangePreview?
  /// Conflicts that are told one by one.
  private static let told = 8

  init(plan: UndoPlan, written: Revision?, changes: ChangePreview? = nil) {
    self.plan = plan
    self.written = written
    self.changes = changes
  }

  init(_ result: UndoResult) {
    switch result {
    case .written(let revision, let plan): self.init(plan: plan, written: revision)
    case .unchanged(let plan), .conflict(let plan): self.init(plan: plan, written: nil)
    }
  }

  var text: String {
    let details = changes.map { ChangeLines(changes: $0, namesRecords: true).lines } ?? []
    return ([headline] + details).map { SafeText.visible($0) + "\n" }.joined()
  }

  private var headline: String {
    let name = "r\(plan.revision.number)「\(plan.revision.title)」"
    if plan.changes.isEmpty { return "変更はありません（\(name)の記録はすべて、その前と同じです）" }
    if changes != nil { return "試しの取り消し: まだ書き込んでいません（\(name)）" }
    guard let written else { return "変更はありません" }
    return "\(name)を \(written.quoted)で取り消しました: 記録 \(plan.changes.count)件（honbu undo r\(written.number) でやり直せます）"
  }

  /// A sentence, a line a conflict, and what to do.
  var conflicts: [String] {
    let later = Set(plan.conflicts.map(\.revision.number)).sorted(by: >)
    let shown = plan.conflicts.prefix(Self.told).map { "  " + line($0) }
    let others = plan.conflicts.count - shown.count
    return ["r\(plan.revision.number) は取り消せません（後の改訂が同じ記録に触れています。何も書き込んでいません）"] + shown
      + (others > 0 ? ["  ほか\(others)件"] : [])
      + ["先に \(later.map { "r\($0)" }.joined(separator: "、")) を\(later.count > 1 ? "、新しい順に" : "")取り消してください"]
  }

  private func line(_ conflict: UndoConflict) -> String {
    let revision = conflict.revision
    let who = "r\(revision.number) \(revision.effective.wareki) \(revision.author)「\(revision.title)」"
    switch conflict.cause {
    case .changed: return "\(name(conflict.record))は \(who)が変えています"
    case .named(let by): return "\(name(conflict.record))は \(who)の \(name(by)) が使っています"
    }
  }

  private func name(_ record: Reference) -> String {
    "\(record.key.kind.name) \(record.key.id)「\(record.title)」"
  }
}
