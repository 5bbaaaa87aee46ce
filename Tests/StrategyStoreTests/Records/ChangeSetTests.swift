import StrategyModel
import TestSupport
import Testing

@testable import StrategyStore

@Suite("Change sets")
struct ChangeSetTests {
  @Test("Keys keep their ordinals, and are sorted by kind and the bytes of their ids", arguments: 1...4)
  func keys(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let letters = ["a", "g1", "/", "語", "Z", "~", "長い番号のある記録", "é"]
    var table = KeyTable()
    var known: [RecordKey: Int] = [:]
    for _ in 0..<3_000 {
      let kind = RecordKind.allCases[random.below(4) * 4]
      let id = (0...random.below(4)).map { _ in letters[random.below(letters.count)] }.joined()
      let key = RecordKey(kind, id)
      let (ordinal, isNew) = table.insert(key)
      #expect(isNew == (known[key] == nil))
      #expect(ordinal == known[key] ?? known.count)
      known[key] = ordinal
    }
    #expect(table.count == known.count)
    #expect(known.allSatisfy { table.key($0.value) == $0.key && table.ordinal(of: $0.key) == $0.value })
    #expect(table.ordinal(of: RecordKey(.contradiction, "none")) == nil)
    let sorted = known.keys.sorted(by: DraftResolution.keyOrder)
    #expect(table.sorted().map { table.key(Int($0)) } == sorted)
  }

  @Test("Bytes come back as they were, from memory and from a file", arguments: [0, 100, 1 << 20], [0, 200])
  func storage(memoryLimit: Int, expected: Int) throws {
    let storage = SpoolStorage(memoryLimit: memoryLimit, expected: expected)
    var random = SplitMix(seed: 7)
    let pieces = (0..<400).map { piece in [UInt8](repeating: UInt8(piece % 251), count: random.below(300)) }
    var ranges: [Range<Int>] = []
    for piece in pieces {
      let start = try storage.append(piece)
      ranges.append(start..<(start + piece.count))
      let earlier = random.below(ranges.count)
      #expect(try storage.copy(ranges[earlier]) == pieces[earlier])
    }
    try storage.seal()
    for (piece, range) in zip(pieces, ranges) { #expect(Array(storage.bytes(range)) == piece) }
    storage.forget()
    #expect(Array(storage.bytes(ranges[3])) == pieces[3])
  }

  @Test("The last of several changes of a record counts, and the order is that of the first")
  func replaced() throws {
    let gathering = ChangeGathering()
    for number in 0..<2_500 { gathering.add(item("i\(number)")) }
    gathering.add(item("i7", "後"))
    gathering.add(.retire(RecordKey(.item, "i8")))
    guard case .item(let late)? = try gathering.record(RecordKey(.item, "i7")) else {
      Issue.record("not found")
      return
    }
    #expect(late.title == "後")
    guard case .item(let early)? = try gathering.record(RecordKey(.item, "i9")) else {
      Issue.record("not found")
      return
    }
    #expect(early.title == "取組i9")
    #expect(try gathering.record(RecordKey(.item, "i8")) == nil)
    let changes = gathering.finish()
    #expect(changes.failure == nil && changes.count == 2_500)
    #expect(try changes.change(7) == item("i7", "後"))
    #expect(try changes.change(8) == .retire(RecordKey(.item, "i8")))
    #expect(try changes.change(2_499) == item("i2499"))
  }

  @Test(
    "Nothing that is still to be written or reckoned is let go of, in whatever order the changes came",
    arguments: [false, true])
  func released(replaces: Bool) throws {
    let gathering = ChangeGathering(memoryLimit: 0)
    // Images of some megabytes: only whole ones are let go of.
    let summary = String(repeating: "概要", count: 2_000)
    for number in 0..<400 {
      var item = ActionItem(id: "i\(number)", title: "取組\(number)")
      item.summary = summary
      gathering.add(.put(.item(item)))
      gathering.add(.put(.review(Review(id: "r\(number)", item: item.id, date: today, note: summary))))
    }
    if replaces {
      gathering.add(item("i7", "後"))
      gathering.add(.retire(RecordKey(.review, "r8")))
    }
    let (ledger, reader) = try Ledger.inMemory(revisions: [draft("2020-01-01", [item("i0", "前")])])
    let result = try ledger.append(
      RevisionHeader(draft("2020-02-01", [])), gathering.finish(), today: today, expectedHead: 1, progress: nil,
      limits: StagedImport.Limits(atOnce: 10, rows: 10, most: 10, kept: 20))
    guard case .appended = result else {
      Issue.record("nothing was written")
      return
    }
    #expect(try reader.records(of: .item).count == 400)
    #expect(try reader.records(of: .review).count == (replaces ? 399 : 400))
    guard case .item(let last)? = try reader.record(RecordKey(.item, "i7")) else {
      Issue.record("not found")
      return
    }
    #expect(last.title == (replaces ? "後" : "取組7"))
    #expect(try LedgerCheck.faults(ledger.place, ledger.queue).isEmpty)
  }

  @Test("A worker does all pieces, in order")
  func worker() {
    final class Log: @unchecked Sendable { var numbers: [Int] = [] }
    let log = Log()
    let worker = Worker(ahead: 2)
    for number in 0..<200 { worker.submit { log.numbers.append(number) } }
    worker.wait()
    #expect(log.numbers == Array(0..<200))
  }

  @Test("Many records are found in the store as each alone would be", arguments: 1...3)
  func stored(seed: UInt64) throws {
    var random = RandomLedger(seed: seed)
    let (ledger, _) = try Ledger.inMemory(revisions: random.drafts(12))
    var other = RandomLedger(seed: seed &+ 77)
    let changes = try #require(other.drafts(1).first).changes + (0..<30).map { item("i\($0)") }
    var seen: Set<RecordKey> = []
    let set = try ChangeGathering.gathered(changes.filter { seen.insert($0.key).inserted })
    try ledger.queue.read { db in
      for kind in RecordKind.allCases {
        let ordinals = set.order.filter { set.keys.kind(Int($0)) == kind }[...]
        for head in [3, 8, 12] {
          let alone = try StoredVersions(kind, head: head, db).find(ordinals, in: set.keys)
          let merged = try StoredVersions(kind, head: head, many: 0, db).find(ordinals, in: set.keys)
          #expect(alone == merged)
        }
      }
    }
  }
}
