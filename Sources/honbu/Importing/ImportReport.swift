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
      "\(revision.quoted)として取り込みました: \(revision.effective.wareki) \(revision.title)"
    case .unchanged: "変更はありません"
    }
  }

  private var counts: [String] {
    ChangeLines(changes: changes, namesRecords: outcome == .preview).lines
  }
}

extension Revision {
  /// As a message names what it has written: `r13（1a2b3c4d）`.
  var quoted: String { "r\(number)（\(shortHash)）" }
}
