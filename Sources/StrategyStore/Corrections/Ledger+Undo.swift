import GRDB
import StrategyModel

import enum StrategyModel.Record

extension Ledger {
  /// What `undo` would do now.
  ///
  /// - Throws: ``StoreError/unknownRevision(_:head:)``.
  public func undoPlan(_ number: Int) throws(StoreError) -> UndoPlan {
    try translating(place) { try queue.read { db in try UndoPlanning(number, db).plan() } }
  }

  /// Takes a revision back by one more, which puts its records as they were before it; nothing is lost by it.
  ///
  /// It is whole or not at all: one record that somebody changed later keeps all of them. Taking back such a revision
  /// does again what the first one did.
  ///
  /// - Parameter title: `nil` names the revision taken back.
  public func undo(
    _ number: Int, author: String, title: String? = nil, note: String? = nil, today: CivilDate
  ) throws(StoreError) -> UndoResult {
    var attempts = 0
    while true {
      let plan = try undoPlan(number)
      guard plan.conflicts.isEmpty else { return .conflict(plan) }
      guard !plan.changes.isEmpty else { return .unchanged(plan) }
      let draft = RevisionDraft(
        effective: today, author: author, title: title ?? plan.title, note: note, changes: plan.changes)
      do {
        guard case .appended(let revision) = try append(draft, today: today, expectedHead: plan.head) else {
          return .unchanged(plan)
        }
        return .written(revision, plan)
      } catch {
        attempts += 1
        // Somebody wrote in between: what they did may be a conflict now.
        guard case .stale = error, attempts < 20 else { throw error }
      }
    }
  }
}

/// Compares the records of a revision before it, after it and now, within one transaction.
private struct UndoPlanning {
  let revision: Revision
  let db: Database
  let before: LedgerView
  let after: LedgerView
  let now: LedgerView

  init(_ number: Int, _ db: Database) throws {
    self.db = db
    now = try LedgerView(db, asOf: nil)
    guard (1...max(now.head, 1)).contains(number), let revision = try LedgerRows.revision(number, db) else {
      throw StoreError.unknownRevision(number, head: now.head)
    }
    after = LedgerView(now, asOf: number)
    // Before the first revision there was nothing.
    before = LedgerView(now, asOf: number - 1)
    self.revision = revision
  }

  func plan() throws -> UndoPlan {
    var plan = UndoPlan(revision: revision, head: now.head, changes: [], conflicts: [])
    var going: [RecordKey] = []
    for key in try keys() {
      let (old, current) = (try before.body(of: key), try now.body(of: key))
      if old == current { continue }
      guard current == (try after.body(of: key)) else {
        plan.conflicts.append(try conflict(key))
        continue
      }
      if let old {
        plan.changes.append(.put(try CanonicalJSON.record(key.kind, old)))
      } else {
        plan.changes.append(.retire(key))
        going.append(key)
      }
    }
    let known = Set(plan.changes.map(\.key))
    for key in going {
      if let conflict = try conflict(going: key, with: known) { plan.conflicts.append(conflict) }
    }
    return plan
  }

  /// The records that the revision put, in the order in which it wrote them, and those it retired.
  private func keys() throws -> [RecordKey] {
    let puts = try Row.fetchAll(
      db, sql: "SELECT kind, id FROM version WHERE since = ? ORDER BY number", arguments: [revision.number])
    let retired = try RecordKind.allCases.flatMap { kind in
      try now.retired(kind, in: revision.number, limit: Int.max).map(\.key)
    }
    return puts.compactMap { row in RecordKind(rawValue: row[0]).map { RecordKey($0, row[1]) } } + retired
  }

  private func conflict(_ key: RecordKey) throws -> UndoConflict {
    let last = try Row.fetchOne(
      db, sql: "SELECT since, until, title, day FROM version WHERE kind = ? AND id = ? ORDER BY since DESC LIMIT 1",
      arguments: [key.kind.rawValue, key.id])
    let (since, until): (Int, Int) = (last?[0] ?? 0, last?[1] ?? StoreSchema.open)
    return UndoConflict(
      record: try reference(key), cause: .changed, revision: try written(until <= now.head ? until : since))
  }

  /// Of a record that would go: the latest record that names it, written later and not part of the undo.
  private func conflict(going key: RecordKey, with known: Set<RecordKey>) throws -> UndoConflict? {
    let naming = try Row.fetchCursor(
      db,
      sql: """
        SELECT v.id, v.title, v.day, v.kind, v.since
        FROM (\(LedgerView.naming)) n CROSS JOIN version v ON v.number = n.version
        WHERE v.since > ?3 AND v.since <= ?4 AND v.until > ?4
        ORDER BY v.since DESC, v.number DESC
        """, arguments: [key.id, key.kind.rawValue, revision.number, now.head])
    while let row = try naming.next() {
      guard let kind = RecordKind(rawValue: row[3]), !known.contains(RecordKey(kind, row[0])) else { continue }
      return UndoConflict(
        record: try reference(key), cause: .named(by: Reference(kind, row)), revision: try written(row[4]))
    }
    return nil
  }

  private func reference(_ key: RecordKey) throws -> Reference {
    let row = try Row.fetchOne(
      db, sql: "SELECT id, title, day FROM version WHERE kind = ? AND id = ? ORDER BY since DESC LIMIT 1",
      arguments: [key.kind.rawValue, key.id])
    return row.map { Reference(key.kind, $0) } ?? Reference(key: key, title: key.id, date: nil)
  }

  private func written(_ number: Int) throws -> Revision { try LedgerRows.revision(number, db) ?? revision }
}
