import StrategyModel
import Testing

@testable import StrategyStore

@Suite("Staged imports")
struct StagedImportTests {
  private let small = StagedImport.Limits(atOnce: 7, rows: 7, most: 7)

  private func first() -> RevisionDraft {
    draft("2020-01-01", items(0..<40) + [.put(.review(Review(id: "r1", item: "i3", date: civil("2019-05-01"))))])
  }

  private func second() -> RevisionDraft {
    let gone = (0..<5).map { RecordChange.retire(RecordKey(.item, "i\($0)")) }
    let measured = (20..<30).map {
      RecordChange.put(.measurement(Measurement(id: "m\($0)", item: "i\($0)", kpi: "k\($0)", date: nil, value: 1)))
    }
    return draft(
      "2020-02-01",
      items(5..<30, suffix: "改") + gone + items(40..<60) + measured + [
        .put(.review(Review(id: "r1", item: "i7", date: civil("2020-01-05"))))
      ])
  }

  @Test("A staged import leaves the same store as one transaction")
  func sameAsAtOnce() throws {
    let scratch = try Scratch()
    let staged = try Ledger.create(at: scratch.store, revisions: [first()])
    var told: [Int] = []
    let result = try staged.append(
      second(), today: today, expectedHead: 1, progress: { told.append($0.written) }, limits: small)
    let (atOnce, reader) = try Ledger.inMemory(revisions: [first()])
    #expect(try atOnce.append(second(), today: today) == result)
    let other = try staged.reader()
    #expect(try everything(other, asOf: 2) == everything(reader, asOf: 2))
    #expect(try everything(other, asOf: 1) == everything(reader, asOf: 1))
    #expect(told.last == 61 && told.count == 9 && told == told.sorted())
    #expect(try LedgerCheck.faults(path: scratch.store).isEmpty)
    #expect(try scratch.names() == ["honbu.sqlite"])
  }

  @Test("Readers see the store before, until they see it after")
  func beforeOrAfter() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.create(at: scratch.store, revisions: [first()])
    let reader = try StoreReader(path: scratch.store)
    let before = try everything(reader, asOf: 1)
    var looks = 0
    _ = try ledger.append(
      second(), today: today, expectedHead: nil,
      progress: { _ in
        looks += 1
        let error = storeError { () throws -> Void in
          #expect(try reader.head() == 1)
          #expect(try everything(reader, asOf: 1) == before)
          #expect(try StoreReader(path: scratch.store).records(of: .item).count == 40)
        }
        #expect(error == nil)
      }, limits: small)
    #expect(looks == 9)
    #expect(try reader.head() == 2)
    #expect(try everything(reader, asOf: 1) == before)
  }

  @Test("What a killed import staged is swept by the next writer", arguments: [0, 1, 4, 8, 9])
  func sweep(batches: Int) throws {
    let scratch = try Scratch()
    let ledger = try Ledger.create(at: scratch.store, revisions: [first()])
    let before = try everything(try ledger.reader(), asOf: 1)
    let dying = StagedImport.Limits(atOnce: 7, rows: 7, most: 7, diesAfter: batches)
    let killed = storeError {
      try ledger.append(second(), today: today, expectedHead: nil, progress: nil, limits: dying)
    }
    #expect((killed == nil) == (batches == 9))
    guard killed != nil else { return }
    let reader = try StoreReader(path: scratch.store)
    #expect(try reader.head() == 1)
    #expect(try everything(reader, asOf: 1) == before)
    #expect(try LedgerCheck.faults(path: scratch.store).isEmpty)

    let next = try Ledger.open(path: scratch.store)
    #expect(try next.append(draft("2020-03-01", [item("i0", "後")]), today: today) != .unchanged)
    #expect(try everything(reader, asOf: 1) == before)
    let (_, plain) = try Ledger.inMemory(revisions: [first(), draft("2020-03-01", [item("i0", "後")])])
    #expect(try everything(reader, asOf: 2) == everything(plain, asOf: 2))
    #expect(try LedgerCheck.faults(path: scratch.store).isEmpty)
    #expect(try scratch.names() == ["honbu.sqlite"])
  }

  @Test("A killed import is swept by the same import, run again")
  func again() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.create(at: scratch.store, revisions: [first()])
    let dying = StagedImport.Limits(atOnce: 7, rows: 7, most: 7, diesAfter: 3)
    _ = storeError { try ledger.append(second(), today: today, expectedHead: nil, progress: nil, limits: dying) }
    let result = try ledger.append(second(), today: today, expectedHead: 1, progress: nil, limits: small)
    let (atOnce, _) = try Ledger.inMemory(revisions: [first()])
    #expect(try atOnce.append(second(), today: today) == result)
    #expect(try LedgerCheck.faults(path: scratch.store).isEmpty)
  }

  @Test("A commit takes as much as keeps readers out for four fifths of the time", arguments: [1, 12, 24, 30, 90])
  func size(milliseconds: Int) {
    let limits = StagedImport.Limits()
    let next = limits.size(after: 10_000, took: .milliseconds(milliseconds))
    #expect(next == [1: 20_000, 12: 20_000, 24: 10_000, 30: 8_000, 90: 5_000][milliseconds])
    #expect(limits.size(after: limits.rows, took: .milliseconds(milliseconds)) >= limits.rows)
    #expect(limits.size(after: limits.most, took: .milliseconds(milliseconds)) <= limits.most)
    #expect(limits.size(after: limits.rows, took: .zero) == 2 * limits.rows)
  }

  @Test("While an import lives, nobody else can take its claim")
  func claim() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.create(at: scratch.store, revisions: [first()])
    var refused = 0
    _ = try ledger.append(
      second(), today: today, expectedHead: nil,
      progress: { _ in
        _ = storeError {
          switch try WriterClaim.take(ledger.place) {
          case .some: Issue.record("the claim was taken")
          case .none: refused += 1
          }
        }
      }, limits: small)
    #expect(refused == 9)
  }
}
