import StrategyModel
import TextUI

extension ScreenID {
  public static let difference = ScreenID(rawValue: "diff")
}

/// How the ledger differs between two revisions; of two neighbours, what the later one did.
public struct DifferenceScreen: Screen {
  public let id = ScreenID.difference
  public let name = Word.difference

  public init() {}

  public func topics(_ context: ScreenContext) -> [SlotID: Topic] {
    guard case .difference(let from, let to)? = context.place.subject else { return [:] }
    return [.main: .difference(DifferenceWindow(context).query(from: from, to: to))]
  }

  /// Comparing and wrapping texts takes far longer than a frame may.
  public func layOut(_ context: ScreenContext) -> RowLayout? {
    guard case .difference(let difference)? = context.content(.main) else { return nil }
    guard let difference else { return RowLayout(columns: context.columns, rows: [], places: []) }
    return DifferenceView(context: context, difference: difference).layout()
  }

  public func panes(_ context: ScreenContext) -> [Pane] {
    let made = context.slots[.main]?.layout
    guard let layout = made?.columns == context.columns ? made : layOut(context) else { return [] }
    let placeholder = Line("…", context.style(.faint))
    return [
      Pane(
        id: DifferenceWindow.paneID,
        rows: RowSource(count: layout.count, isLoaded: layout.isLoaded) { layout.row($0, placeholder) },
        columns: context.columns, emptyText: context.words(.noSuchRevision), total: layout.total,
        position: { layout.place(ofRow: $0).map { $0 + 1 } }, find: layout.find)
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

/// Asks for a window of the records around the rows in sight, and keeps asking for the same one while it suffices.
struct DifferenceWindow {
  static let paneID: PaneID = "difference"
  /// Records told at once, at least: each takes a row or more.
  static let records = 100

  private let context: ScreenContext

  init(_ context: ScreenContext) { self.context = context }

  func query(from: Int, to: Int) -> DifferenceQuery {
    let count = max(DifferenceWindow.records, 3 * context.rows)
    let fresh = DifferenceQuery(from: from, to: to, filter: context.place.filter, count: count)
    guard let slot = context.slots[.main], case .difference(let asked) = slot.question.topic,
      asked.isSameList(as: fresh)
    else {
      // A place that is come back to opens where it was left.
      var anchored = fresh
      anchored.anchor = context.place.cursors[DifferenceWindow.paneID]?.id.flatMap(DifferenceView.record)
      return anchored
    }
    guard slot.isSettled, let layout = slot.layout else { return asked }
    let offset = context.place.cursors[DifferenceWindow.paneID]?.offset ?? 0
    let sight = offset..<min(layout.count, offset + max(1, context.rows))
    guard let missing = sight.first(where: { !layout.isLoaded($0) }), let place = layout.place(ofRow: missing) else {
      return asked
    }
    // Up or down, the window reaches further than what is in sight.
    let isAbove = missing == sight.lowerBound && sight.contains(where: layout.isLoaded)
    return at(max(0, place - (isAbove ? count - context.rows : context.rows)), fresh)
  }

  private func at(_ start: Int, _ query: DifferenceQuery) -> DifferenceQuery {
    var query = query
    query.start = start
    return query
  }
}
