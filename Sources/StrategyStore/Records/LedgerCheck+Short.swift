import GRDB
import StrategyModel

extension LedgerCheck {
  /// What a look at a store found in about a second.
  public struct Short: Sendable {
    /// The latest revision.
    public var head: Int
    /// As `faults` tells them.
    public var faults: [String]
    /// Whether all of it was looked at, as `check` does; else the revisions alone.
    public var isWhole: Bool
  }

  /// Bytes up to which a whole check is done in about a second.
  private static let wholeLimit = 16 << 20

  /// Seconds for a writer: whoever asks is told that somebody writes, and need not wait as a check would.
  private static let patience = 1.0

  /// Looks at a store without waiting long for a writer: all of a small one, the revisions of a large one.
  public static func short(_ facts: StoreFacts) throws(StoreError) -> Short {
    let reader = try StoreReader(path: facts.path, busy: .seconds(patience))
    let revisions = try reader.revisions()
    let isWhole = facts.bytes <= wholeLimit
    let faults: [String] = isWhole ? try faults(path: facts.path, patience: patience) : []
    return Short(head: revisions.last?.number ?? 0, faults: faults, isWhole: isWhole)
  }
}
