import TextUI

/// What stands beside a CSV: what the sheet is, and what proves it.
enum SheetProof {
  static func text(_ header: SnapshotHeader, _ records: String, _ sheet: String) -> String {
    let proof = SnapshotProof(command: header.command, records: records)
    let lines =
      (header.lines + proof.entries.map { "\($0.label): \($0.value)" } + ["\(SnapshotProof.bodyLabel): \(sheet)"])
      .map { SafeText.visible($0).withoutTrailingSpaces }
    var digest = SnapshotDigest()
    lines.forEach { digest.add(line: $0) }
    return (lines + ["\(SnapshotProof.proofLabel): \(digest.hex)"]).map { $0 + "\n" }.joined()
  }
}
