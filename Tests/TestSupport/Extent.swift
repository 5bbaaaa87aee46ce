import Foundation
import Testing

/// How much of a harness runs: a small part by default, all of it with `HONBU_WHOLE=1`.
public enum Extent {
  public static let isWhole = ProcessInfo.processInfo.environment["HONBU_WHOLE"] == "1"

  public static func rounds(_ small: Int, whole: Int) -> Int { isWhole ? whole : small }

  /// A time beside what is promised. It is printed, and judged only by the whole forms, which run on purpose, with the
  /// program as it is handed out, on a machine that does nothing else.
  public static func report(
    _ what: String, took time: Duration, promised: Duration, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    report("\(what): \(time), promised \(promised)")
    if isWhole { #expect(time <= promised, "\(what)", sourceLocation: sourceLocation) }
  }

  /// A figure for the README, on standard output of the tests.
  public static func report(_ line: String) { print("FIGURE \(line)") }
}
