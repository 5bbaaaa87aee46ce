import StrategyModel

/// What needs attention as tables with the same columns, for formats that lay it out in their own way.
struct AttentionOutline {
  let context: ScreenContext

  private var words: Words { context.words }

  func query(of group: AttentionGroup) -> ItemQuery {
    ItemQuery(filter: group.filter(within: context.place.filter), sort: group.sort)
  }

  func heading(of group: AttentionGroup, _ page: ItemPage) -> [OutlinePart] {
    let head = context.counted(group.title, page.total)
    guard page.total > 0 else { return [head, .paragraph(OutlineText(words(.empty), .faint))] }
    let columns = [
      OutlineColumn(words(.items)), OutlineColumn(words(.pillar)), OutlineColumn(words(.department)),
      OutlineColumn(words(.attention)), OutlineColumn(words(.kpi)), OutlineColumn(words(.id), isDataOnly: true),
    ]
    return [head, .paragraph(OutlineText(words(group.rule), .faint)), .table(columns)]
  }

  func row(_ item: ItemRow, _ group: AttentionGroup) -> OutlinePart {
    let reason = AttentionReason(context: context, item: item, group: group)
    let remark = item.hasPlanEnded ? "（\(words(.planEnded))）" : ""
    let derived = item.isPillarDerived ? OutlineText("（\(words(.derived))）", .derived) : OutlineText()
    return .row(
      [
        OutlineCell(OutlineText(item.title) + OutlineText(remark, .warning), datum: .text(item.title)),
        item.pillarName.map { OutlineCell(OutlineText($0) + derived, datum: .text($0)) } ?? context.unknownCell,
        context.textCell(item.department), OutlineCell(reason.line.text), OutlineCell(reason.detail.text, .faint),
        OutlineCell(item.id, .faint),
      ], of: RecordKey(.item, item.id))
  }
}
