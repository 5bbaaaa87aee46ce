import Foundation
import Testing

/// Files under `snapshots/` that hold what the program prints. A missing one is written, and the test fails.
public enum Golden {
  public static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "snapshots")

  public static func expect(
    _ text: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: path)
    let rewrites = ProcessInfo.processInfo.environment["HONBU_WRITE_SNAPSHOTS"] == "1"
    guard !rewrites, FileManager.default.fileExists(atPath: file.path) else {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("snapshots/\(path) was written: look at it and commit it", sourceLocation: sourceLocation)
      return
    }
    let kept = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    guard kept != text else { return }
    let before = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let after = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(before, after).enumerated().first { $1.0 != $1.1 }?.offset ?? min(before.count, after.count)
    let was = before.indices.contains(line) ? String(before[line]) : "(end)"
    let isNow = after.indices.contains(line) ? String(after[line]) : "(end)"
    Issue.record(
      "snapshots/\(path) line \(line + 1)\nwas: \(was)\nnow: \(isNow)\n(HONBU_WRITE_SNAPSHOTS=1 writes it anew)",
      sourceLocation: sourceLocation)
  }
}
