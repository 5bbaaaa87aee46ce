import StrategyModel
import StrategyStore
import TextUI

/// What an import did, or would do, as its output says it.
struct ImportReport {
  enum Outcome: Hashable {
    case preview
    case imported(Revision)
    case unchanged
  }

  var outcome: Outcome
  var changes: ChangePreview
  var warnings: [String]
  /// Ids that a preview names of each kind and outcome.
  private static let named = 10

  init(outcome: Outcome, changes: ChangePreview, warnings: [String]) {
    self.outcome = outcome
    self.changes = changes
    self.warnings = warnings
  }

  var text: String {
    let lines = warnings.map { "注意: \($0)" } + [headline] + counts
    return lines.map { SafeText.visible($0) + "\n" }.joined()
  }

  private var headline: String {
    switch outcome {
    case .preview where changes.changesNothing: "試しの取り込み: 変更はありません"
    case .preview: "試しの取り込み: まだ書き込んでいません"
    case .imported(let revision):
      "r\(revision.number)（\(revision.shortHash)）として取り込みました: \(revision.effective.wareki) \(revision.title)"
    case .unchanged: "変更はありません"
    }
  }

  private var counts: [String] {
    let outcomes = ChangePreview.Outcome.allCases
    return RecordKind.allCases.flatMap { kind -> [String] in
      let numbers = outcomes.map { changes.count(kind, $0) }
      guard numbers.contains(where: { $0 > 0 }) else { return [] }
      let parts = zip(outcomes, numbers).map { "\($0.0.japanese) \($0.1)件" }
      let line = "\(kind.name): \(parts.joined(separator: "、"))"
      return outcome == .preview ? [line] + names(kind) : [line]
    }
  }

  private func names(_ kind: RecordKind) -> [String] {
    ChangePreview.Outcome.allCases.filter { $0 != .unchanged }.compactMap { outcome in
      let ids = changes[outcome].filter { $0.kind == kind }.map(\.id)
      guard !ids.isEmpty else { return nil }
      let others = changes.count(kind, outcome) - min(ids.count, Self.named)
      let rest = others > 0 ? " ほか\(others)件" : ""
      return "  \(outcome.japanese): \(ids.prefix(Self.named).joined(separator: "、"))\(rest)"
    }
  }
}

extension ChangePreview.Outcome {
  fileprivate var japanese: String {
    switch self {
    case .new: "新規"
    case .changed: "変更"
    case .unchanged: "変更なし"
    case .retired: "廃止"
    }
  }
}
