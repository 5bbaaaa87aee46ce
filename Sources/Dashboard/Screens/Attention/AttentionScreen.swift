import StrategyModel
import TextUI

extension ScreenID {
  public static let attention = ScreenID(rawValue: "attention")
}

/// 要確認: what the CIO is to look at, by reason: reviews that are a year old, KPIs behind the straight line or past due,
/// and what is due soon.
public struct AttentionScreen: Screen {
  public let id = ScreenID.attention
  public let name = Word.attention

  public init() {}

  public func topics(_ context: ScreenContext) -> [SlotID: Topic] {
    // The first counts the items among which the filter lets the groups look.
    var topics: [SlotID: Topic] = [.main: .items(ItemQuery(filter: context.place.filter), ItemSpan(count: 0))]
    let list = AttentionList(context)
    for group in AttentionGroup.allCases { topics[group.slot] = list.topic(group) }
    return topics
  }

  public let isOneSheet = true

  /// The groups as far as they are at hand.
  public func outline(_ context: ScreenContext) -> [OutlinePart] {
    let outline = AttentionOutline(context: context)
    return [outline.basis]
      + AttentionList(context).sections.flatMap { section in
        outline.heading(of: section.group, section.page) + section.page.rows.map { outline.row($0, section.group) }
      }
  }

  public func panes(_ context: ScreenContext) -> [Pane] {
    let list = AttentionList(context)
    // Rows have their places only once every group is counted.
    guard list.isCounted else { return [] }
    return [AttentionView(context: context, list: list).pane()]
  }

  public func counts(_ context: ScreenContext) -> FilterCounts? {
    guard case .items(let page)? = context.content(.main) else { return nil }
    var counts = FilterCounts(
      found: page.total, total: page.unfiltered, searched: AttentionList(context).searched,
      isByReading: page.isByReading, moreByReading: page.moreByReading)
    counts.isPending = context.isPending(.main)
    return counts
  }
}
