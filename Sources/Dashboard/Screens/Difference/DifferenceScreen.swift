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

  /// Comparing and wrapping texts takes far longer than a frame may.
  public func layOut(_ context: ScreenContext) -> RowLayout? {
    guard case .difference(let difference)? = context.content(.main) else { return nil }
    let rows = difference.map { DifferenceView(context: context, difference: $0).rows() } ?? []
    // Only records count: a field is a line of its record.
    var count = 0
    let places = rows.map { row -> Int? in
      if case .record = row.id { count += 1 }
      return row.isSelectable && count > 0 ? count : nil
    }
    return RowLayout(columns: context.columns, rows: rows, places: places)
  }

  public func panes(_ context: ScreenContext) -> [Pane] {
    let made = context.slots[.main]?.layout
    guard let layout = made?.columns == context.columns ? made : layOut(context) else { return [] }
    let places = layout.places
    return [
      Pane(
        id: "difference", rows: RowSource(layout.rows), columns: context.columns,
        emptyText: context.words(.noSuchRevision), total: places.last { $0 != nil }.flatMap { $0 } ?? 0,
        position: { places.indices.contains($0) ? places[$0] : nil })
    ]
  }

  public func title(_ context: ScreenContext) -> String? {
    guard case .difference(let from, let to)? = context.place.subject else { return nil }
    return context.words.difference(from, to, arrow: context.lineSet.arrow)
  }

  public let isOneSheet = true

  public func outline(_ context: ScreenContext) -> [OutlinePart] {
    guard case .difference(let difference)? = context.content(.main) else { return [] }
    guard let difference else { return [.paragraph(OutlineText(context.words(.noSuchRevision), .faint))] }
    return DifferenceView(context: context, difference: difference).outline
  }

  public func counts(_ context: ScreenContext) -> FilterCounts? {
    guard case .difference(let difference?)? = context.content(.main) else { return nil }
    var counts = FilterCounts(found: difference.found, total: difference.total)
    counts.isPending = context.isPending(.main)
    return counts
  }
}
