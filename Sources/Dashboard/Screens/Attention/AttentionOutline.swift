import StrategyModel

/// What needs attention as tables with the same columns, for formats that lay it out in their own way.
struct AttentionOutline {
  let context: ScreenContext

  private var words: Words { context.words }

  func query(of group: AttentionGroup) -> ItemQuery {
    ItemQuery(filter: group.filter(within: context.place.filter), sort: group.sort)
  }

  /// By which day all of it is judged.
  var basis: OutlinePart { .paragraph(OutlineText(words.reckoned(from: context.calendar.text(context.today)), .faint)) }

  func heading(of group: AttentionGroup, _ page: ItemPage) -> [OutlinePart] {
    let head = [context.counted(group.title, page.total), .paragraph(OutlineText(words(group.rule), .faint))]
    guard page.total > 0 else { return head + [.paragraph(OutlineText(words(.empty), .faint))] }
    // A sheet has all groups in one table; what a group has nothing to say of is a column there alone.
    let columns = [
      OutlineColumn(words(.items)), OutlineColumn(words(.pillar)), OutlineColumn(words(.department)),
      OutlineColumn(words(.state)), OutlineColumn(words(.sinceReview), isDataOnly: group != .reviewOverdue),
      OutlineColumn(words(.kpi), isDataOnly: !group.concernsKPIs), OutlineColumn(words(.id), isDataOnly: true),
    ]
    return head + [.table(columns)]
  }

  func row(_ item: ItemRow, _ group: AttentionGroup) -> OutlinePart {
    let reason = AttentionReason(context: context, item: item, group: group)
    let remark = item.hasPlanEnded ? words.remark(words(.planEnded)) : ""
    let derived = item.isPillarDerived ? OutlineText(words.remark(words(.derived)), .derived) : OutlineText()
    let sinceReview = group == .reviewOverdue ? item.lastReview.map { words.span($0, context.today) } : nil
    return .row(
      [
        OutlineCell(OutlineText(item.title) + OutlineText(remark, .warning), datum: .text(item.title)),
        item.pillarName.map { OutlineCell(OutlineText($0) + derived, datum: .text($0)) } ?? context.unknownCell,
        context.textCell(item.department), OutlineCell(reason.line.text), OutlineCell(sinceReview ?? ""),
        OutlineCell(group.concernsKPIs ? reason.detail.text : "", .faint), OutlineCell(item.id, .faint),
      ], of: RecordKey(.item, item.id))
  }
}
