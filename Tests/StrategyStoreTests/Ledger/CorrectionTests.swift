import StrategyModel
import TestSupport
import Testing

import enum StrategyModel.Record

@testable import StrategyStore

@Suite("Correcting records")
struct CorrectionTests {
  private func correct(
    _ ledger: Ledger, _ base: Record?, _ change: (inout ActionItem) -> Void, id: String = "i0"
  ) throws -> CorrectionResult {
    var item = ActionItem(id: id, title: "新")
    if case .item(let read)? = base { item = read }
    change(&item)
    let part = Correction.Part(.item(item), base: base)
    return try ledger.correct(
      Correction(parts: [part], effective: today, author: "職員", title: "訂正"), today: today)
  }

  private func clash(_ result: CorrectionResult) throws -> CorrectionClash {
    guard case .clash(let clashes) = result, clashes.count == 1 else { throw StoreError.invalid("\(result)") }
    return clashes[0]
  }

  @Test("A correction is one revision of its author; what changes nothing is none")
  func written() throws {
    let (ledger, reader) = try Ledger.inMemory(revisions: [draft("2020-01-01", items(0..<3))])
    let read = try reader.record(RecordKey(.item, "i0"))
    guard case .written(let revision) = try correct(ledger, read, { $0.phase = .verifying }) else {
      Issue.record("not written")
      return
    }
    #expect(revision.number == 2 && revision.author == "職員" && revision.title == "訂正")
    #expect(try reader.changes(of: 2).map(\.key.id) == ["i0"])
    guard case .unchanged = try correct(ledger, try reader.record(RecordKey(.item, "i0")), { _ in }) else {
      Issue.record("written")
      return
    }
    #expect(try reader.head() == 2)
  }

  @Test("A change of another record meanwhile does not stand in the way")
  func otherRecord() throws {
    let (ledger, reader) = try Ledger.inMemory(revisions: [draft("2020-01-01", items(0..<3))])
    let read = try reader.record(RecordKey(.item, "i0"))
    _ = try ledger.append(draft("2020-02-01", [item("i1", "別")]), today: today)
    guard case .written(let revision) = try correct(ledger, read, { $0.note = "覚え" }) else {
      Issue.record("not written")
      return
    }
    #expect(revision.number == 3)
  }

  @Test("The later of two is told who was first, with both versions and their merge; nothing is written")
  func twoAtOnce() throws {
    let (ledger, reader) = try Ledger.inMemory(revisions: [draft("2020-01-01", items(0..<3))])
    let read = try reader.record(RecordKey(.item, "i0"))
    _ = try correct(ledger, read) { $0.phase = .operating }
    let other = try clash(try correct(ledger, read) { $0.note = "覚え" })
    #expect(other.revision.number == 2 && other.revision.author == "職員" && other.merge.conflicts.isEmpty)
    #expect(other.theirs == (try reader.record(RecordKey(.item, "i0"))) && other.base == read)
    guard case .item(let proposal)? = other.proposal else {
      Issue.record("no proposal")
      return
    }
    #expect(proposal.phase == .operating && proposal.note == "覚え")
    let same = try clash(try correct(ledger, read) { $0.phase = .verifying })
    #expect(same.merge.conflicts.map(\.path) == [["phase"]])
    #expect(try reader.head() == 2)
    // Saved again on what stands now, it is written.
    guard case .written = try correct(ledger, other.theirs, { $0 = proposal }) else {
      Issue.record("not written")
      return
    }
  }

  @Test("A record that was retired, or added by another under the same id, is never overwritten")
  func goneAndTwice() throws {
    let (ledger, reader) = try Ledger.inMemory(revisions: [draft("2020-01-01", items(0..<3))])
    let read = try reader.record(RecordKey(.item, "i0"))
    _ = try ledger.append(draft("2020-02-01", [.retire(RecordKey(.item, "i0"))]), today: today)
    let gone = try clash(try correct(ledger, read) { $0.note = "覚え" })
    #expect(gone.theirs == nil && gone.revision.number == 2)
    _ = try ledger.append(draft("2020-03-01", [item("new", "先の人")]), today: today)
    let twice = try clash(try correct(ledger, nil, { $0.title = "後の人" }, id: "new"))
    #expect(twice.merge.conflicts.map(\.path) == [["title"]] && twice.revision.number == 3)
    #expect(try reader.head() == 3)
  }

  @Test("A hundred corrections of one item by two at once: none is lost, and each has its revision")
  func interleaved() async throws {
    let scratch = try Scratch()
    let path = scratch.store
    _ = try Ledger.create(at: path, revisions: [draft("2020-01-01", items(0..<3))])
    try await withThrowingTaskGroup(of: Void.self) { group in
      for author in ["甲", "乙"] {
        group.addTask {
          let ledger = try Ledger.open(path: path)
          for number in 0..<50 { try CorrectionTests.addEvent("\(author)\(number)", by: author, to: ledger) }
        }
      }
      try await group.waitForAll()
    }
    let reader = try StoreReader(path: path)
    guard case .item(let item)? = try reader.record(RecordKey(.item, "i0")) else {
      Issue.record("the item is gone")
      return
    }
    let expected = ["甲", "乙"].flatMap { author in (0..<50).map { "\(author)\($0)" } }
    #expect(Set(item.events.map(\.id)) == Set(expected) && item.events.count == 100)
    #expect(try reader.head() == 101)
    let authors = try reader.revisions().dropFirst().map(\.author)
    #expect(authors.filter { $0 == "甲" }.count == 50 && authors.filter { $0 == "乙" }.count == 50)
    // Each revision holds one event more than the one before.
    for number in 1...101 {
      guard case .item(let then)? = try reader.record(RecordKey(.item, "i0"), asOf: number) else {
        Issue.record("r\(number) has no item")
        continue
      }
      #expect(then.events.count == number - 1)
    }
  }

  /// Reads the item, adds an event, and on a clash saves the merged proposal over what stands then.
  private static func addEvent(_ id: String, by author: String, to ledger: Ledger) throws {
    var base = try ledger.reader(busy: .seconds(5)).record(RecordKey(.item, "i0"))
    guard case .item(var item)? = base else { throw StoreError.invalid("no item") }
    item.events.append(ItemEvent(id: id, date: .day(today), text: id))
    var wanted = Record.item(item)
    while true {
      let correction = Correction(
        parts: [Correction.Part(wanted, base: base)], effective: today, author: author, title: id)
      switch try ledger.correct(correction, today: today) {
      case .written: return
      case .unchanged: throw StoreError.invalid("\(id) was there already")
      case .clash(let clashes):
        guard let clash = clashes.first, let proposal = clash.proposal, clash.merge.conflicts.isEmpty else {
          throw StoreError.invalid("\(id) has no proposal")
        }
        (wanted, base) = (proposal, clash.theirs)
      }
    }
  }

  @Test("Every record of any ledger is the same after its tree", arguments: 1...20)
  func trees(seed: UInt64) throws {
    var random = RandomLedger(seed: seed)
    for change in random.drafts(6).flatMap(\.changes) {
      guard case .put(let record) = change else { continue }
      #expect(try FieldTree(record).record(record.key.kind) == record)
    }
  }
}
