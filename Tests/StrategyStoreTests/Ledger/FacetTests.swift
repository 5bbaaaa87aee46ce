import GRDB
import StrategyModel
import TestSupport
import Testing

@testable import StrategyStore

@Suite("Counts that are kept")
struct FacetTests {
  @Test("A count that fell to nothing begins anew, and what it was stays")
  func back() throws {
    let scratch = try Scratch()
    let put = RecordChange.put(.item(ActionItem(id: "a", title: "一", department: "情報課")))
    let other = RecordChange.put(.item(ActionItem(id: "b", title: "二", department: "情報課")))
    let gone = RecordChange.retire(RecordKey(.item, "a"))
    let ledger = try Ledger.create(
      at: scratch.store,
      revisions: [[put], [gone], [put], [other]].map { draft("2020-01-01", $0) })
    try ledger.reader().read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT since, until, count FROM facet_count WHERE facet = ? AND key = ? ORDER BY since",
        arguments: [Facet.department.rawValue, "情報課"])
      #expect(rows.map { [$0[0], $0[1], $0[2]] } == [[1, 2, 1], [3, 4, 1], [4, StoreSchema.open, 2]])
    }
    #expect(try LedgerCheck.faults(path: scratch.store).isEmpty)
  }

  @Test("The standing count is found in one step, however long the history")
  func plan() throws {
    let (_, reader) = try Ledger.inMemory(revisions: [])
    try reader.read { db in
      let plan = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + FacetDeltas.lastRow, arguments: ["phase", "1"])
      #expect(plan.count == 1)
      let detail: String = try #require(plan.first)["detail"]
      #expect(detail.contains("USING PRIMARY KEY (facet=? AND key=?)"), "\(detail)")
    }
  }
}
