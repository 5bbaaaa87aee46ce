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
      page: page, height: 1, line: { [table.line($0)] },
      groupHeading: { [page] in ItemTableView.heading($0, page, context) },
      placeholder: Line("…", context.style(.faint)))
    let headings = table.headings(context.options).map { Line("  ") + $0 }
    var pane = rows.pane(
      id: ItemTableView.paneID, title: headings.first, columns: context.columns,
      emptyText: context.emptyText(.main, context.emptyText))
    pane.headings = Array(headings.dropFirst())
    return pane
  }

  /// A pillar that is inferred for its items says so once, over them.
  static func heading(_ group: ItemGroup, _ page: ItemPage, _ context: ScreenContext) -> Line {
    let isDerived = isDerived(group, page, context)
    let mark = isDerived ? Line(context.words.remark(context.words(.derived)), context.style(.derived)) : Line()
    return Line(group.label, context.style(.heading)) + mark
      + Line("  \(context.words.count(group.count))", context.style(.faint))
  }

  private static func isDerived(_ group: ItemGroup, _ page: ItemPage, _ context: ScreenContext) -> Bool {
    context.options.grouping == .pillar
      && page.rows.contains { $0.pillarName == group.label && $0.isPillarDerived }
  }

  static func outlineHeading(_ group: ItemGroup, _ page: ItemPage, _ context: ScreenContext) -> OutlinePart {
    let mark = isDerived(group, page, context) ? context.words.remark(context.words(.derived)) : ""
    return .heading(
      OutlineText(group.label) + OutlineText("\(mark)  \(context.words.count(group.count))", .faint), level: 2)
  }
}
