import GRDB
import StrategyModel

import enum StrategyModel.Record

extension Ledger {
  /// Writes corrected records as one revision, if each is still as its corrector had read it.
  ///
  /// What others did to other records meanwhile does not matter. Nothing is held between reading and this.
  ///
  /// - Parameter today: the day in Asia/Tokyo.
  public func correct(_ correction: Correction, today: CivilDate) throws(StoreError) -> CorrectionResult {
    var attempts = 0
    while true {
      let (head, clashes) = try clashes(with: correction)
      guard clashes.isEmpty else { return .clash(clashes) }
      let changes = correction.parts.map { part in
        part.wanted.map(RecordChange.put) ?? .retire(part.key)
      }
      let draft = RevisionDraft(
        effective: correction.effective, author: correction.author, title: correction.title, note: correction.note,
        changes: changes)
      do {
        switch try append(draft, today: today, expectedHead: head) {
        case .appended(let revision): return .written(revision)
        case .unchanged: return .unchanged
        }
      } catch {
        attempts += 1
        // Somebody wrote in between: perhaps to one of these records.
        guard case .stale = error, attempts < 50 else { throw error }
      }
    }
  }

  private func clashes(with correction: Correction) throws(StoreError) -> (head: Int, clashes: [CorrectionClash]) {
    try translating(place) {
      try queue.read { db in
        let now = try LedgerView(db, asOf: nil)
        return (now.head, try correction.parts.compactMap { part in try Ledger.clash(part, now) })
      }
    }
  }

  private static func clash(_ part: Correction.Part, _ now: LedgerView) throws -> CorrectionClash? {
    let current = try now.record(part.key)
    guard current != part.base, current != part.wanted else { return nil }
    let merge = FieldMerge(
      base: try part.base.map(FieldTree.init), mine: try part.wanted.map(FieldTree.init),
      theirs: try current.map(FieldTree.init))
    let last = try Int.fetchOne(
      now.db,
      sql: "SELECT max(since, CASE WHEN until <= ?3 THEN until ELSE 0 END) FROM version WHERE kind = ?1 AND id = ?2 "
        + "AND since <= ?3 ORDER BY since DESC LIMIT 1",
      arguments: [part.key.kind.rawValue, part.key.id, now.head])
    guard let revision = try LedgerRows.revision(last ?? now.head, now.db) else { return nil }
    // What both wrote may contradict each other as a whole, though no field does.
    let proposal = try? merge.proposal?.record(part.key.kind)
    return CorrectionClash(
      key: part.key, base: part.base, mine: part.wanted, theirs: current, merge: merge, proposal: proposal,
      revision: revision)
  }
}
