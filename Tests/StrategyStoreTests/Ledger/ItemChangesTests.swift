import StrategyModel
import TestSupport
import Testing
import TextSearch

@testable import StrategyStore

@Suite("What changed")
struct ItemChangesTests {
  /// The revisions that touched each item, one change after the other.
  private func touches(_ drafts: [RevisionDraft]) -> [String: Set<Int>] {
    var touches: [String: Set<Int>] = [:]
    var owners: [RecordKey: String] = [:]
    var present: Set<RecordKey> = []
    for (number, draft) in zip(1..., drafts) {
      for change in draft.changes {
        // To retire what is not there changes nothing.
        if case .retire(let key) = change, !present.contains(key) { continue }
        if let owner = owners[change.key] { touches[owner, default: []].insert(number) }
        switch change {
        case .retire(let key):
          present.remove(key)
          owners[key] = nil
          if key.kind == .item { touches[key.id, default: []].insert(number) }
        case .put(let record):
          present.insert(record.key)
          let owner: String? =
            switch record {
            case .measurement(let value): value.item
            case .review(let value): value.item
            case .item(let value): value.id
            default: nil
            }
          owners[record.key] = record.key.kind == .item ? nil : owner
          if let owner { touches[owner, default: []].insert(number) }
        }
      }
    }
    return touches
  }

  /// Only drafts of which each change changes something, as the ledger keeps them.
  private func distinct(_ drafts: [RevisionDraft]) -> [RevisionDraft] {
    var state: [RecordKey: Record] = [:]
    return drafts.compactMap { draft in
      var draft = draft
      draft.changes = draft.changes.filter { change in
        switch change {
        case .put(let record): record != state[record.key]
        case .retire(let key): state[key] != nil
        }
      }
      for change in draft.changes {
        if case .put(let record) = change { state[record.key] = record } else { state[change.key] = nil }
      }
      return draft.changes.isEmpty ? nil : draft
    }
  }

  private func found(_ reader: StoreReader, _ filter: String, asOf: Int? = nil) throws -> Set<String> {
    let question = Question(.items(ItemQuery(filter: filter), ItemSpan(count: 100)), revision: asOf, today: today)
    var answer = try reader.answer(question)
    while answer.isPartial {
      while try !reader.fillArena() {}
      answer = try reader.answer(question)
    }
    guard case .items(let page) = answer.content else { throw StoreError.invalid("no items") }
    return Set(page.rows.map(\.id))
  }

  @Test("An item changed when it, a measurement or a review of it came, changed or went", arguments: 1...16)
  func equalsHistory(seed: UInt64) throws {
    var random = RandomLedger(seed: seed)
    let drafts = distinct(random.drafts(9))
    let (ledger, inMemory) = try Ledger.inMemory(revisions: drafts)
    let plain = try ledger.reader()
    while try !inMemory.fillArena() {}
    for _ in 0..<12 {
      let asOf = 1 + random.number(below: drafts.count)
      let first = 1 + random.number(below: drafts.count)
      let last = first + random.number(below: 3)
      let touches = touches(Array(drafts.prefix(asOf)))
      let days = [drafts[first - 1].effective, drafts[min(last, drafts.count) - 1].effective]
      let ranges: [(String, (Int) -> Bool)] = [
        ("r\(first)..", { $0 >= first }), ("r\(first)", { $0 == first }),
        ("r\(first)..r\(last)", { $0 >= first && $0 <= last }),
        ("<r\(first)", { $0 < first }),
        ("\(days[0].iso)..", { drafts[$0 - 1].effective >= days[0] }),
        (">\(days[0].wareki)", { drafts[$0 - 1].effective > days[0] }),
        ("\(days[0].iso)..\(days[1].iso)", { (days[0]...days[1]).contains(drafts[$0 - 1].effective) }),
        ("<\(days[1].iso)", { drafts[$0 - 1].effective < days[1] }),
      ]
      let present = try plain.records(of: .item, asOf: asOf).map(\.key.id)
      for (text, isMeant) in ranges {
        let expected = Set(present.filter { touches[$0]?.contains(where: isMeant) ?? false })
        for reader in [plain, inMemory] {
          #expect(try found(reader, "changed:\(text)", asOf: asOf) == expected, "\(text) r\(asOf) seed \(seed)")
        }
        #expect(try found(plain, "-changed:\(text)", asOf: asOf) == Set(present).subtracting(expected))
      }
    }
  }

  @Test("Since a meeting is after its day, until a meeting is to the end of it")
  func meetings() throws {
    func meeting(_ id: String, _ day: String) -> RecordChange {
      .put(.meeting(Meeting(id: id, body: "b", title: "会議", date: civil(day))))
    }
    let drafts = [
      draft("2020-01-01", [item("a"), item("b"), item("c"), item("d")]),
      draft("2020-02-01", [item("a", "改"), meeting("mtg_1", "2020-02-01")]),
      draft("2020-03-01", [.put(.review(Review(id: "r", item: "b", date: civil("2020-03-01"))))]),
      draft("2020-04-01", [item("c", "改"), meeting("Mtg_2", "2020-04-01")]),
    ]
    let (_, reader) = try Ledger.inMemory(revisions: drafts)
    #expect(try found(reader, "changed:mtg_1..") == ["b", "c"])
    #expect(try found(reader, "changed:mtg_1..Mtg_2") == ["b", "c"])
    #expect(try found(reader, "changed:mtg_1") == ["a"])
    #expect(try found(reader, "changed:r2..mtg_1") == ["a"])
    #expect(try found(reader, "changed:Mtg_2..") == [])
    // Before the meeting was on record, nothing changed since.
    #expect(try found(reader, "changed:mtg_1..", asOf: 1) == [])
    #expect(
      storeError { try found(reader, "changed:mtg_9..") }?.message
        == "絞り込みの条件が正しくありません: 時点「mtg_9」が分かりません（使えるのは r7、2020-08-06、令和2年8月6日、R2.8.6、会議の番号 Mtg_2、mtg_1）")
  }
}
