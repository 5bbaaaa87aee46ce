import StrategyModel
import TestSupport
import Testing

@testable import StrategyStore

@Suite("Orders that are kept")
struct OrderCacheTests {
  private func key(_ number: Int) -> OrderCache.Key {
    OrderCache.Key(query: ItemQuery(filter: "\(number)"), asOf: 1, today: Scenario.today)
  }

  private func kept(of cache: OrderCache, _ count: Int) -> [Int] { (0..<count).filter { cache[key($0)] != nil } }

  @Test("Of small orders eight are kept, of large ones as many as fit, and three at any rate")
  func limits() {
    for (items, expected) in [(10, Array(4..<12)), (250, Array(8..<12)), (5_000, Array(9..<12))] {
      let cache = OrderCache(mostItems: 1_000)
      for number in 0..<12 {
        cache.keep(ItemOrder(versions: Array(repeating: 1, count: items), unfiltered: items), for: key(number))
      }
      #expect(kept(of: cache, 12) == expected, "\(items)")
    }
  }
}
