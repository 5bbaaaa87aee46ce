import StrategyStore

/// Where corrections are read and written. Nothing is held open between two of them.
public struct CorrectionStore: Sendable {
  let open: @Sendable () throws(StoreError) -> Ledger

  public init(path: String) {
    open = { () throws(StoreError) in try Ledger.open(path: path) }
  }

  /// A store in memory, which lives as long as its ledger.
  public init(_ ledger: Ledger) {
    open = { ledger }
  }
}
