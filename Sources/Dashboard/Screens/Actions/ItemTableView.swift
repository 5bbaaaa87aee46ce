import StrategyModel
import TextUI

/// The table of items, with a heading row for each group.
struct ItemTableView {
  static let paneID: PaneID = "table"

  let context: ScreenContext
  let page: ItemPage

  func pane() -> Pane {
    let table = ItemTable(
      context, width: Pane.textColumns(context.columns), columns: context.options.columns)
    let context = context
    let rows = ItemRows(
      page: page, height: 1, line: { [table.line($0)] }, groupHeading: { ItemTableView.heading($0, context) },
      placeholder: Line("…", context.style(.faint)))
    let isFiltered = !context.place.filter.isEmpty
    return rows.pane(
      id: ItemTableView.paneID, title: Line("  ") + table.heading(context.options), columns: context.columns,
      emptyText: context.words(isFiltered ? .emptyFiltered : .empty))
  }

  private static func heading(_ group: ItemGroup, _ context: ScreenContext) -> Line {
    Line(group.label, context.style(.heading)) + Line("  \(context.words.count(group.count))", context.style(.faint))
  }
}
