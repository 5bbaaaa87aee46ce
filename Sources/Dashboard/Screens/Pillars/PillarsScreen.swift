import StrategyModel
import TextUI

extension ScreenID {
  public static let pillars = ScreenID(rawValue: "pillars")
}

/// 柱: the editions of the strategy with their pillars, stances and visions, and the plans.
public struct PillarsScreen: Screen {
  public let id = ScreenID.pillars
  public let name = Word.pillars

  public init() {}

  public func topics(_ context: ScreenContext) -> [SlotID: Topic] { [.main: .frameworks] }

  public func panes(_ context: ScreenContext) -> [Pane] {
    guard case .frameworks(let frameworks)? = context.content(.main) else { return [] }
    let widths = context.paneColumns([13, 10])
    let view = PillarsView(context: context, frameworks: frameworks)
    let empty = context.emptyText
    let panes = [
      Pane(id: "editions", list: view.editions(columns: widths[0]), columns: widths[0], emptyText: empty),
      Pane(id: "principles", list: view.principles(columns: widths[1]), columns: widths[1], emptyText: empty),
    ]
    return context.isStacked ? [.stacked(panes)] : panes
  }

  public func outline(_ context: ScreenContext) -> [OutlinePart] {
    guard case .frameworks(let frameworks)? = context.content(.main) else { return [] }
    return PillarsView(context: context, frameworks: frameworks).outline.orEmpty(context)
  }

  public func counts(_ context: ScreenContext) -> FilterCounts? {
    guard case .frameworks(let frameworks)? = context.content(.main) else { return nil }
    let records = frameworks.records
    return FilterCounts(found: records.filter(context.passes).count, total: records.count)
  }
}
