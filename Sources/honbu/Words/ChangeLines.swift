import StrategyModel
import StrategyStore
import TextUI

/// What changes of the ledger amount to: a line a kind.
struct ChangeLines {
  var changes: ChangePreview
  /// Whether the records are named under each line.
  var namesRecords: Bool
  /// Ids that are named of each kind and outcome.
  private static let named = 10

  var lines: [String] {
    let outcomes = ChangePreview.Outcome.allCases
    return RecordKind.allCases.flatMap { kind -> [String] in
      let numbers = outcomes.map { changes.count(kind, $0) }
      guard numbers.contains(where: { $0 > 0 }) else { return [] }
      let parts = zip(outcomes, numbers).map { "\($0.0.japanese) \($0.1)件" }
      let line = "\(kind.name): \(parts.joined(separator: "、"))"
      return namesRecords ? [line] + names(kind) : [line]
    }
  }

  private func names(_ kind: RecordKind) -> [String] {
    ChangePreview.Outcome.allCases.filter { $0 != .unchanged }.compactMap { outcome in
      let ids = changes[outcome].filter { $0.kind == kind }.map(\.id)
      guard !ids.isEmpty else { return nil }
      let others = changes.count(kind, outcome) - min(ids.count, Self.named)
      let rest = others > 0 ? " ほか\(others)件" : ""
      return "  \(outcome.japanese): \(ids.prefix(Self.named).map(SafeText.identifier).joined(separator: "、"))\(rest)"
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
