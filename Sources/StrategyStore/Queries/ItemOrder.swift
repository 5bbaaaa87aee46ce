import StrategyModel
import Synchronization
import TextSearch

/// The items that a query finds as of one revision, in order: version numbers only, so that a window is read by number.
struct ItemOrder: Sendable {
  var versions: [Int32]
  var unfiltered: Int
  var groups: [ItemGroup] = []
  var phases = PhaseCounts()
  /// The share of the items that were looked at, from 0 to 1.
  var searched = 1.0
  /// See ``ItemPage``.
  var isByReading = false
  var moreByReading = 0
  /// What the dictionary gave for the filter's Latin words, where they count as readings.
  var words: [String] = []
}

/// The last few orders. They never go stale: what counted as of a revision does not change.
final class OrderCache: Sendable {
  struct Key: Hashable {
    var query: ItemQuery
    var asOf: Int
    var today: CivilDate
  }

  private let orders = Mutex<[(key: Key, order: ItemOrder)]>([])
  private let limit = 8
  private let mostItems: Int
  /// So many are kept whatever they take: the one on the screen, and those to which a key leads back.
  private static let fewest = 3

  /// - Parameter mostItems: in all orders; four million take some 16 MB.
  init(mostItems: Int = 4_000_000) { self.mostItems = mostItems }

  subscript(key: Key) -> ItemOrder? {
    orders.withLock { orders in
      guard let place = orders.firstIndex(where: { $0.key == key }) else { return nil }
      let found = orders.remove(at: place)
      orders.append(found)
      return found.order
    }
  }

  func keep(_ order: ItemOrder, for key: Key) {
    orders.withLock { orders in
      orders.removeAll { $0.key == key }
      orders.append((key, order))
      while orders.count > limit || orders.count > OrderCache.fewest && items(orders) > mostItems {
        orders.removeFirst()
      }
    }
  }

  func removeAll() { orders.withLock { $0.removeAll() } }

  private func items(_ orders: [(key: Key, order: ItemOrder)]) -> Int {
    orders.reduce(0) { $0 + $1.order.versions.count }
  }
}

extension ItemOrder {
  /// The window that a span asks for.
  ///
  /// - Parameter anchor: the place of the item that it names.
  func window(_ span: ItemSpan, anchor: Int?) -> Range<Int> {
    let start: Int
    switch span.anchor {
    case .position(let position): start = position
    case .item: start = anchor.map { span.start(around: $0, groups: groups) } ?? 0
    }
    let count = max(span.count, 0)
    let first = max(0, min(start, versions.count - count))
    return first..<min(first + count, versions.count)
  }

  func page(_ window: Range<Int>, rows: [ItemRow], anchor: Int?) -> ItemPage {
    var page = ItemPage(
      total: versions.count, unfiltered: unfiltered, start: window.lowerBound, rows: rows, groups: groups,
      phases: phases, anchorPosition: anchor, searched: searched, isByReading: isByReading,
      moreByReading: moreByReading)
    page.hitWords = Highlight.words(words, standingIn: rows.flatMap { [$0.title, $0.pillarName, $0.department] })
    return page
  }
}

extension LedgerView {
  func page(_ order: ItemOrder, _ span: ItemSpan, today: CivilDate) throws -> ItemPage {
    var anchor: Int?
    if case .item(let id) = span.anchor {
      anchor = try version(ofItem: id).flatMap { order.versions.firstIndex(of: Int32(truncatingIfNeeded: $0)) }
    }
    let window = order.window(span, anchor: anchor)
    let rows = try itemRows(
      order.versions[window].map(Int.init), today: today, timing: span.timing, wantsKPIs: span.wantsKPIs)
    return order.page(window, rows: rows, anchor: anchor)
  }
}
