import StrategyModel
import TextUI

extension ScreenID {
  public static let actions = ScreenID(rawValue: "actions")
}

/// 取組: all action items, as a board by phase, a table, or a timeline by fiscal year.
public struct ActionsScreen: Screen {
  public let id = ScreenID.actions
  public let name = Word.actions

  public init() {}

  public func topics(_ context: ScreenContext) -> [SlotID: Topic] {
    var topics: [SlotID: Topic] = [.main: tableTopic(context)]
    if isBoard(context) {
      for phase in BoardView.lanes(context) { topics[.lane(phase)] = laneTopic(phase, context) }
    }
    return topics
  }

  public func panes(_ context: ScreenContext) -> [Pane] {
    guard case .items(let page)? = context.content(.main) else { return [] }
    if isBoard(context) { return BoardView(context: context, phases: page.phases).panes() }
    if isTimeline(context) { return [TimelineView(context: context, page: page).pane()] }
    return [ItemTableView(context: context, page: page).pane()]
  }

  public func focusCount(_ context: ScreenContext) -> Int { isBoard(context) ? BoardView.allLanes.count : 1 }

  public func firstFocus(_ context: ScreenContext) -> Int? {
    guard isBoard(context), case .items(let page)? = context.content(.main) else { return 0 }
    return BoardView.allLanes.firstIndex { page.phases[$0] > 0 }
  }

  public func counts(_ context: ScreenContext) -> FilterCounts? {
    guard case .items(let page)? = context.content(.main) else { return nil }
    var counts = FilterCounts(
      found: page.total, total: page.unfiltered, searched: page.searched, isByReading: page.isByReading,
      moreByReading: page.moreByReading)
    counts.isPending = context.isPending(.main)
    return counts
  }

  func isBoard(_ context: ScreenContext) -> Bool { context.options.layout == .board }

  func isTimeline(_ context: ScreenContext) -> Bool { context.options.layout == .timeline }

  public let isOneSheet = true

  /// Which items a table or timeline lists.
  func query(_ context: ScreenContext) -> ItemQuery {
    let options = context.options
    return ItemQuery(
      filter: context.place.filter, sort: options.sort, isDescending: options.isDescending,
      grouping: options.grouping)
  }

  private func tableTopic(_ context: ScreenContext) -> Topic {
    if isBoard(context) {
      // The board reads its cards by lane; of the whole it only wants the counts.
      return .items(ItemQuery(filter: context.place.filter), ItemSpan(count: 0))
    }
    let query = query(context)
    guard isTimeline(context) else {
      return ItemWindow(context: context, slot: .main, pane: ItemTableView.paneID).topic(query, visible: context.rows)
    }
    return ItemWindow(context: context, slot: .main, pane: TimelineView.paneID)
      .topic(query, visible: context.rows, timing: TimingQuery(since: context.since))
  }

  private func laneTopic(_ phase: Phase?, _ context: ScreenContext) -> Topic {
    let options = context.options
    let query = ItemQuery(
      filter: BoardView.filter(of: phase, within: context.place.filter), sort: options.sort,
      isDescending: options.isDescending)
    return ItemWindow(context: context, slot: .lane(phase), pane: BoardView.paneID(phase))
      .topic(query, visible: context.rows / BoardView.cardHeight + 1)
  }
}
