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

  public func topics(_ context: ScreenContext) -> [SlotID: Topic] { [.main: .overview] }

  public func panes(_ context: ScreenContext) -> [Pane] {
    guard case .overview(let overview)? = context.content(.main) else { return [] }
    let widths = context.paneColumns([11, 10])
    let view = OverviewView(context: context, overview: overview)
    let panes = [
      Pane(id: "counts", list: view.counts(columns: widths[0]), columns: widths[0], emptyText: ""),
      Pane(id: "news", list: view.news(columns: widths[1]), columns: widths[1], emptyText: ""),
    ]
    return context.isStacked ? [.stacked(panes)] : panes
  }

  public func counts(_ context: ScreenContext) -> FilterCounts? {
    guard case .overview(let overview)? = context.content(.main) else { return nil }
    return FilterCounts(found: overview.phases.total, total: overview.phases.total)
  }
}
