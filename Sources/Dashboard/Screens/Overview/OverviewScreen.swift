import StrategyModel
import TextUI

extension ScreenID {
  public static let overview = ScreenID(rawValue: "overview")
}

/// 概要: the whole headquarters on one screen; every number opens the list that it counts.
public struct OverviewScreen: Screen {
  public let id = ScreenID.overview
  public let name = Word.overview

  public init() {}

  public func topics(_ context: ScreenContext) -> [SlotID: Topic] {
    guard context.filter == nil else {
      return HitsView.topics(context.place.filter).merging([.main: .overview]) { _, overview in overview }
    }
    var count = ItemSpan(count: 0)
    count.wantsKPIs = true
    return [.main: .overview, OverviewView.behind: .items(ItemQuery(filter: AttentionGroup.kpiBehind.filter), count)]
  }

  public func panes(_ context: ScreenContext) -> [Pane] {
    guard case .overview(let overview)? = context.content(.main) else { return [] }
    // A filter looks through everything, and shows what it finds in the place of the counts.
    if context.filter != nil { return [HitsView(context: context).pane(columns: context.columns)] }
    let widths = context.paneColumns([11, 10])
    let view = OverviewView(context: context, overview: overview)
    if context.isStacked {
      return [Pane(id: "stack", list: view.stack(columns: widths[0]), columns: widths[0], emptyText: "")]
    }
    return [
      Pane(id: "counts", list: view.counts(columns: widths[0]), columns: widths[0], emptyText: ""),
      Pane(id: "news", list: view.news(columns: widths[1]), columns: widths[1], emptyText: ""),
    ]
  }

  public func outline(_ context: ScreenContext) -> [OutlinePart] {
    guard case .overview(let overview)? = context.content(.main) else { return [] }
    if context.filter != nil { return HitsView(context: context).outline }
    return OverviewView(context: context, overview: overview).outline
  }

  public func counts(_ context: ScreenContext) -> FilterCounts? {
    guard case .overview(let overview)? = context.content(.main) else { return nil }
    if context.filter != nil {
      let groups = HitsView(context: context).groups
      guard !groups.isEmpty else { return nil }
      var counts = FilterCounts(
        found: groups.reduce(0) { $0 + $1.found }, total: groups.reduce(0) { $0 + $1.total },
        searched: groups.map(\.searched).min() ?? 1)
      counts.isPending = context.isPending(HitsView.items)
      return counts
    }
    return FilterCounts(found: overview.phases.total, total: overview.phases.total)
  }
}
