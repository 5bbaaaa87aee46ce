import StrategyModel
import TestSupport
import Testing

@testable import StrategyStore

@Suite("Taking revisions back")
struct UndoTests {
  private func undo(_ number: Int, in ledger: Ledger) throws -> UndoResult {
    try ledger.undo(number, author: "試験", today: today)
  }

  private func written(_ result: UndoResult) throws -> Revision {
    guard case .written(let revision, _) = result else { throw StoreError.invalid("\(result)") }
    return revision
  }

  private func conflicts(_ result: UndoResult) -> [UndoConflict]? {
    guard case .conflict(let plan) = result else { return nil }
    return plan.conflicts
  }

  private func state(_ reader: StoreReader, asOf number: Int? = nil) throws -> [Record] {
    try RecordKind.allCases.flatMap { try reader.records(of: $0, asOf: number) }
  }

  @Test("What was put goes, what was changed and retired comes back, and undoing the undo does it again")
  func undoAndRedo() throws {
    let (ledger, reader) = try Ledger.inMemory(revisions: [
      draft("2020-01-01", items(0..<3)),
      draft("2020-02-01", [item("i0", "別の題"), .retire(RecordKey(.item, "i1")), item("new")], title: "整理"),
    ])
    let revision = try written(try undo(2, in: ledger))
    #expect(revision.number == 3 && revision.title == "r2「整理」の取り消し" && revision.effective == today)
    #expect(try state(reader) == state(reader, asOf: 1))
    let redo = try written(try undo(3, in: ledger))
    #expect(redo.number == 4)
    #expect(try state(reader) == state(reader, asOf: 2))
  }

  @Test("A revision that is taken back already, and one whose records went back by hand, change nothing")
  func nothingLeft() throws {
    let (ledger, reader) = try Ledger.inMemory(revisions: [
      draft("2020-01-01", items(0..<2)), draft("2020-02-01", [item("i0", "別の題")]),
      draft("2020-03-01", [item("i0", "取組i0")]),
    ])
    guard case .unchanged(let plan) = try undo(2, in: ledger) else {
      Issue.record("something was written")
      return
    }
    #expect(plan.changes.isEmpty && plan.revision.number == 2)
    #expect(try reader.head() == 3)
  }

  @Test("One record that was changed later keeps all of them, and the last who changed it is named")
  func changedLater() throws {
    let (ledger, reader) = try Ledger.inMemory(revisions: [
      draft("2020-01-01", items(0..<3)), draft("2020-02-01", [item("i0", "二"), item("i1", "二")]),
      draft("2020-03-01", [item("i1", "三")]), draft("2020-04-01", [.retire(RecordKey(.item, "i1"))]),
    ])
    let found = try #require(conflicts(try undo(2, in: ledger)))
    #expect(found.map(\.record.key.id) == ["i1"] && found.map(\.cause) == [.changed])
    #expect(found.first?.revision.number == 4)
    #expect(try reader.head() == 4)
  }

  @Test("An item that a later meeting dealt with does not go from under it")
  func namedLater() throws {
    let meeting = Meeting(
      id: "m1", body: "hq", title: "会議", date: civil("2020-03-01"),
      agenda: [AgendaItem("取組", items: ["new"])])
    let (ledger, reader) = try Ledger.inMemory(revisions: [
      draft("2020-01-01", items(0..<1)), draft("2020-02-01", [item("new"), item("other")]),
      draft("2020-03-01", [.put(.meeting(meeting))]),
    ])
    let found = try #require(conflicts(try undo(2, in: ledger)))
    #expect(found.count == 1 && found.first?.record.key == RecordKey(.item, "new"))
    let naming = Reference(key: RecordKey(.meeting, "m1"), title: "会議", date: .day(meeting.date))
    #expect(found.first?.cause == .named(by: naming))
    #expect(found.first?.revision.number == 3)
    // Once the meeting is taken back, the item may go.
    #expect(try written(try undo(3, in: ledger)).number == 4)
    #expect(try written(try undo(2, in: ledger)).number == 5)
    #expect(try state(reader) == state(reader, asOf: 1))
  }

  @Test("Records of one revision that name each other go together")
  func namedWithin() throws {
    let meeting = Meeting(
      id: "m1", body: "hq", title: "会議", date: civil("2020-02-01"),
      agenda: [AgendaItem("取組", items: ["new"])])
    let (ledger, reader) = try Ledger.inMemory(revisions: [
      draft("2020-01-01", items(0..<1)), draft("2020-02-01", [item("new"), .put(.meeting(meeting))]),
    ])
    #expect(try written(try undo(2, in: ledger)).number == 3)
    #expect(try state(reader) == state(reader, asOf: 1))
  }

  @Test("The very first revision can be taken back; one that is not there, or a date that lies before, is refused")
  func ends() throws {
    let (ledger, reader) = try Ledger.inMemory(revisions: [draft("2020-01-01", items(0..<3))])
    for number in [Int.min, 0, 2, Int.max] {
      #expect(storeError { try undo(number, in: ledger) } == .unknownRevision(number, head: 1))
    }
    #expect(
      storeError { try ledger.undo(1, author: "試験", today: civil("2019-12-31")) }
        == .effectiveBeforeParent(date: "2019-12-31", parent: "2020-01-01"))
    #expect(try written(try undo(1, in: ledger)).number == 2)
    #expect(try state(reader).isEmpty)
    #expect(try written(try undo(2, in: ledger)).number == 3)
    #expect(try state(reader) == state(reader, asOf: 1))
  }

  @Test("Any revision of any ledger is taken back exactly, and can be done again, or keeps all", arguments: 1...40)
  func anyLedger(seed: UInt64) throws {
    var random = RandomLedger(seed: seed)
    let (ledger, reader) = try Ledger.inMemory(revisions: random.drafts(7))
    let head = try reader.head()
    let older = 1 + random.number(below: head)
    let before = try state(reader)
    let plan = try ledger.undoPlan(older)
    let result = try undo(older, in: ledger)
    guard case .written = result else {
      #expect(try reader.head() == head && (plan.changes.isEmpty || !plan.conflicts.isEmpty))
      return
    }
    // Exactly the records of that revision are as they were before it, all others as they are.
    let touched = Set(plan.changes.map(\.key))
    let restored = older == 1 ? [] : try state(reader, asOf: older - 1).filter { touched.contains($0.key) }
    let after = try state(reader)
    #expect(Set(after.filter { touched.contains($0.key) }) == Set(restored))
    #expect(after.filter { !touched.contains($0.key) } == before.filter { !touched.contains($0.key) })
    // Redone, the ledger is as it was.
    #expect(try written(try undo(head + 1, in: ledger)).number == head + 2)
    #expect(try state(reader) == before)
  }

  @Test("A revision of thousands of records is taken back by one")
  func large() throws {
    let (ledger, reader) = try Ledger.inMemory(revisions: [draft("2020-01-01", items(0..<10))])
    _ = try ledger.append(draft("2020-02-01", items(0..<4_500, suffix: "改")), today: today)
    #expect(try written(try undo(2, in: ledger)).number == 3)
    #expect(try state(reader) == state(reader, asOf: 1))
  }
}
