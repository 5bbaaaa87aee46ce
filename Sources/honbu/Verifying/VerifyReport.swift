import Dashboard
import Snapshot
import StrategyModel
import TextUI

/// What verifying one file came to, in words.
struct VerifyReport {
  let path: String
  let finding: SnapshotCheck.Finding
  /// Lines that are shown.
  private static let shown = 5
  /// Cells of a line that are shown.
  private static let columns = 100

  var text: String {
    ([headline] + details).map { SafeText.visible($0) + "\n" }.joined()
  }

  private var headline: String {
    let revision = finding.revision.map { "r\($0.number) (\($0.shortHash)) \($0.effective.wareki) 時点" }
    let about = [revision, finding.request.format.rawValue].compactMap { $0 }.joined(separator: "、")
    return "\(path): \(finding.isSame ? "同じ" : "違います")（\(about)）"
  }

  private var details: [String] {
    var lines: [String] = []
    if let other = finding.otherLayout {
      let written = other.map { "様式 \($0)" } ?? "様式の記載がない版"
      lines.append("  \(written) のファイルです（この版は様式 \(SnapshotSeal.layout)）。行ではなく記録の SHA-256 で比べました")
    }
    if finding.isSame { return lines }
    lines.append(
      finding.hasSameRecords ? "  台帳の記録は、書き出したときと同じです" : "  台帳の記録が、ファイルに書かれた SHA-256 と合いません")
    if finding.isAltered { lines.append("  ファイルは、書き出した後に変えられています（本文 SHA-256 が合いません）") }
    for difference in finding.differences.prefix(Self.shown) {
      lines.append("  \(difference.number)行目")
      lines += [("ファイル", difference.file), ("台帳から", difference.made)].map { name, text in
        "    \(name): \(text.map(Self.cut) ?? "（行がない）")"
      }
    }
    let others = finding.differences.count - Self.shown
    return others > 0 ? lines + ["  ほか \(others)行"] : lines
  }

  /// Around what a long line begins with there is no difference to see: it is cut at its end all the same.
  private static func cut(_ text: String) -> String {
    TextFit.truncate(SafeText.visible(text), columns, .narrow)
  }
}
