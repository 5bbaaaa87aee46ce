import StrategyModel
import StrategyStore
import TestSupport

enum Ledgers {
  /// A store of one revision.
  static func of(_ records: [Record]) throws -> StoreReader {
    let draft = RevisionDraft(
      effective: Scenario.today, recorded: "2026-11-23T00:00:00Z", author: "試験", title: "試験",
      changes: records.map(RecordChange.put))
    return try Ledger.inMemory(revisions: [draft]).1
  }
}
