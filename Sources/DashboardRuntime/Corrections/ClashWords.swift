import Dashboard
import StrategyModel
import StrategyStore

/// What is said, in the text of a correction, of somebody who saved the record first.
struct ClashWords {
  var clash: CorrectionClash
  private let words = Words(.ja)

  init(_ clash: CorrectionClash) { self.clash = clash }

  /// Above the text of a correction that was overtaken.
  var remarks: [String] {
    guard clash.theirs != nil else { return ["\(who)が、この記録を先に廃止しました（「\(clash.revision.title)」）。"] }
    let next =
      conflicts.isEmpty ? "このまま保存して閉じれば、両方を合わせて書き込みます。" : "「# ≠」の項目をどうするか決め、その行を消して保存してください。"
    return ["\(who)が先に保存しました（「\(clash.revision.title)」）。下は両方を合わせた案です。\(next)"] + theirs
  }

  /// In a form that was overtaken.
  var told: [String] { ["\(who)「\(clash.revision.title)」"] + theirs }

  private var who: String {
    "r\(clash.revision.number) \(clash.revision.effective.wareki) \(clash.revision.author)"
  }

  private var theirs: [String] {
    let base = clash.base.flatMap { try? FieldTree($0) } ?? .fields([:])
    let changes = clash.theirs.flatMap { try? FieldTree($0) }.map { Self.changes(base, $0, []) } ?? []
    return changes.map { "先の保存: \(name($0.path)): \(value($0.old, $0.path)) → \(value($0.new, $0.path))" }
  }

  var conflicts: [(path: FieldTree.Path, words: String)] {
    clash.merge.conflicts.map { conflict in
      guard !conflict.path.isEmpty else { return (["id"], "先に廃止されています。残すならこの行を消し、やめるなら全体を空にしてください。") }
      return (
        conflict.path,
        "\(name(conflict.path)): もと \(value(conflict.base, conflict.path))、先の保存 \(value(conflict.theirs, conflict.path))"
          + "、あなた \(value(conflict.mine, conflict.path))（下はあなたの案。決めたらこの行を消してください）"
      )
    }
  }

  private func name(_ path: FieldTree.Path) -> String { path.map(words.fieldName).joined(separator: "・") }

  private func value(_ tree: FieldTree?, _ path: FieldTree.Path) -> String {
    let name = path.last ?? ""
    return switch tree {
    case nil: "（なし）"
    case .text(let text)?: "「\(FieldForm.shown(text, in: name))」"
    case .flag(let flag)?: "\(flag)"
    case .integer(let integer)?: "\(integer)"
    case .number(let number)?: "\(number)"
    case .list(let elements)?: elements.isEmpty ? "（なし）" : elements.map { value($0, path) }.joined(separator: "、")
    case .fields(let fields)?:
      fields.keys.sorted().filter { fields[$0].map { !$0.isOrdinary(name) } ?? false && $0 != "id" && $0 != "source" }
        .map { "\(words.fieldName($0)) \(value(fields[$0], [$0]))" }.joined(separator: " ")
    }
  }

  private static func changes(
    _ old: FieldTree?, _ new: FieldTree?, _ path: FieldTree.Path
  ) -> [(path: FieldTree.Path, old: FieldTree?, new: FieldTree?)] {
    if old == new { return [] }
    guard case .fields(let before)? = old, case .fields(let after)? = new else { return [(path, old, new)] }
    return Set(before.keys).union(after.keys).sorted().flatMap { changes(before[$0], after[$0], path + [$0]) }
  }
}
