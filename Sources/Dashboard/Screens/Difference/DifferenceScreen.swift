import StrategyModel
import TextUI

extension ScreenID {
  public static let difference = ScreenID(rawValue: "diff")
}

/// How the ledger differs between two revisions; of two neighbours, what the later one did.
public struct DifferenceScreen: Screen {
  public let id = ScreenID.difference
  public let name = Word.difference
  /// Records told at once. A longer list is narrowed with a filter, or written out by `honbu diff`.
  static let limit = 300

  public init() {}

  public func topics(_ context: ScreenContext) -> [SlotID: Topic] {
    guard case .difference(let from, let to)? = context.place.subject else { return [:] }
    let query = DifferenceQuery(
      from: from, to: to, filter: context.place.filter, count: DifferenceScreen.limit)
    return [.main: .difference(query)]
  }

  public func panes(_ context: ScreenContext) -> [Pane] {
    guard case .difference(let difference)? = context.content(.main) else { return [] }
    let rows = difference.map { DifferenceView(context: context, difference: $0).rows() } ?? []
    // Only records count: a field is a line of its record.
    var places: [Int?] = []
    for row in rows {
      let last = places.last { $0 != nil } ?? nil
      let isRecord = if case .record = row.id { true } else { false }
      places.append(isRecord ? (last ?? 0) + 1 : row.isSelectable ? last : nil)
    }
    let counted = places
    return [
      Pane(
        id: "difference", rows: RowSource(rows), columns: context.columns,
        emptyText: context.words(.noSuchRevision), total: counted.compactMap { $0 }.max() ?? 0,
        position: { counted.indices.contains($0) ? counted[$0] : nil })
    ]
  }

  public func title(_ context: ScreenContext) -> String? {
    guard case .difference(let from, let to)? = context.place.subject else { return nil }
    return context.words.difference(from, to, arrow: context.lineSet.arrow)
  }

  public func counts(_ context: ScreenContext) -> FilterCounts? {
    guard case .difference(let difference?)? = context.content(.main) else { return nil }
    return FilterCounts(found: difference.found, total: difference.total)
  }
}
