import StrategyModel
import TestSupport
import Testing

@testable import StrategyStore

@Suite("Windows by keyset")
struct NaturalListTests {
  @Test("A window at any place is that part of the whole list, as of any revision", arguments: 1...8)
  func windows(seed: UInt64) throws {
    var random = RandomLedger(seed: seed)
    let (ledger, reader) = try Ledger.inMemory(revisions: random.drafts(8))
    let head = try reader.head()
    for _ in 0..<60 {
      let filter = ["", "phase:検証中", "phase:未記載", "phase:運用中"][random.number(below: 4)]
      let query = ItemQuery(filter: filter, isDescending: random.number(below: 2) == 0)
      let asOf = 1 + random.number(below: head)
      func page(_ reader: StoreReader, _ span: ItemSpan) throws -> ItemPage {
        let answer = try reader.answer(Question(.items(query, span), revision: asOf, today: today))
        guard case .items(let page) = answer.content else { throw StoreError.invalid("no items") }
        return page
      }
      // A reader without landmarks walks from the top.
      let whole = try page(try ledger.reader(), ItemSpan(count: 1_000))
      #expect(whole.rows.count == whole.total)
      let start = random.number(below: whole.total + 2)
      let count = random.number(below: 6)
      let some = try page(reader, ItemSpan(.position(start), count: count))
      let first = max(0, min(start, whole.total - count))
      #expect(some.start == first && some.total == whole.total && some.phases == whole.phases)
      #expect(some.rows == Array(whole.rows[first..<min(whole.total, first + count)]))
      guard !whole.rows.isEmpty else { continue }
      let wanted = random.number(below: whole.rows.count)
      let around = try page(reader, ItemSpan(.item(whole.rows[wanted].id), count: 3))
      #expect(around.anchorPosition == wanted && around.rows.contains(whole.rows[wanted]))
    }
    let absent = Question(.items(ItemQuery(), ItemSpan(.item("no such item"), count: 3)), today: today)
    guard case .items(let page) = try reader.answer(absent).content else { throw StoreError.invalid("no items") }
    #expect(page.anchorPosition == nil && page.start == 0)
  }
}
