import Foundation

/// How much of a harness runs: a small part by default, all of it with `HONBU_WHOLE=1`.
public enum Extent {
  public static let isWhole = ProcessInfo.processInfo.environment["HONBU_WHOLE"] == "1"

  public static func rounds(_ small: Int, whole: Int) -> Int { isWhole ? whole : small }

  /// A figure for the README, on standard output of the tests.
  public static func report(_ line: String) { print("FIGURE \(line)") }
}
