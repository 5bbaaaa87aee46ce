import StrategyModel
import TextUI

/// The rows of what needs attention: title and reason, below them pillar, department and the figure that makes it so.
struct AttentionView {
  let context: ScreenContext
  let list: AttentionList

  private var words: Words { context.words }

  func pane() -> Pane {
    let (view, list) = (self, list)
    let day = context.calendar.text(context.today)
    return Pane(
      id: AttentionList.paneID, title: Line("  " + words.reckoned(from: day), context.style(.faint)),
      rows: RowSource(count: list.count, isLoaded: list.isLoaded, row: view.row), rowHeight: AttentionList.rowHeight,
      columns: context.columns, emptyText: words(.searching), total: list.total, position: list.number,
      find: list.find)
  }

  private func row(_ row: Int) -> Row {
    switch list.place(ofRow: row) {
    case .heading(let index): return heading(list.sections[index])
    case .item(let index, let position):
      let group = list.sections[index].group
      guard let item = list.item(ofRow: row) else {
        return Row(.text("\(group.rawValue):\(position)"), [Line("  …", context.style(.faint)), Line()])
      }
      let key = RecordKey(.item, item.id)
      return Row(group.row(of: item.id), lines(of: item, group), door: .record(key))
    }
  }

  private func heading(_ section: AttentionList.Section) -> Row {
    let title = Line(words(section.group.title), context.style(.heading)) + Line("  ")
    let count = Line(words.count(section.page.total), section.page.total > 0 ? .bold : context.style(.faint))
    let rule = Line("  " + words(section.group.rule), context.style(.faint))
    let filter = section.group.filter(within: context.place.filter)
    return Row(
      .text(section.group.rawValue), [Line(), title + count + rule], door: .view(.actions, filter: filter))
  }

  // MARK: Items

  private func lines(of item: ItemRow, _ group: AttentionGroup) -> [Line] {
    let columns = Pane.textColumns(context.columns)
    let right = columns >= 96 ? 50 : min(34, columns / 2)
    let left = max(8, columns - right - 3)
    let reason = AttentionReason(context: context, item: item, group: group)
    let title = context.marked(context.shortened(item.title, to: left))
    return zip([title, belonging(of: item, columns: left)], [reason.line, reason.detail]).map { head, tail in
      Line("  ") + head.fitted(to: left, context.policy) + Line(" ") + tail.truncated(to: right, context.policy)
    }
  }

  private func belonging(of item: ItemRow, columns: Int) -> Line {
    let faint = context.style(.faint)
    let unknown = words(.unknown)
    var line = Line(item.pillarName ?? "\(words(.pillar)) \(unknown)", faint)
    if item.isPillarDerived { line.append("（\(words(.derived))）", context.style(.derived)) }
    line.append(words.pick("・", ", ") + (item.department ?? "\(words(.department)) \(unknown)"), faint)
    guard item.hasPlanEnded else { return line }
    // It stays when the rest is cut: what ran out cannot be late any more.
    let remark = Line("（\(words(.planEnded))）", context.style(.warning))
    let room = max(4, columns - remark.width(context.policy))
    return line.truncated(to: room, context.policy) + remark
  }
}

/// The date or figure for which an item stands in a group.
struct AttentionReason {
  let context: ScreenContext
  let item: ItemRow
  let group: AttentionGroup

  private var words: Words { context.words }
  private var faint: Style { context.style(.faint) }

  var line: Line {
    switch group {
    case .reviewOverdue:
      guard let last = item.lastReview else { return Line() }
      return Line("\(words(.lastReviewedOn)) \(context.calendar.text(last))", context.style(.warning))
    case .kpiBehind:
      guard let kpi = kpis.first, let line = kpi.line else { return Line() }
      let measured = "\(words(.measuredShort)) \(value(kpi.measured, kpi))"
      let expected = words.expected(value(line.shown(baseline: kpi.baseline, measured: kpi.measured), kpi))
      return Line(measured, context.style(.warning)) + Line("  " + expected)
    case .kpiOverdue, .dueSoon:
      guard let due = group == .dueSoon ? item.nextDue : kpis.first?.due else { return Line() }
      let days = due.lastDay.map { $0.dayNumber - context.today.dayNumber }
      let text = "\(words(.due)) \(context.calendarText(due))"
      return Line(text, context.style(.warning)) + Line(days.map { "（\(words.days($0))）" } ?? "")
    case .withoutReview: return Line(words(.noReview), context.style(.unknown))
    }
  }

  var detail: Line {
    switch group {
    case .reviewOverdue:
      return Line(item.lastReview.map { words.ago($0, context.today) } ?? "", faint)
    case .withoutReview: return Line()
    case .kpiBehind, .kpiOverdue, .dueSoon:
      guard let kpi = kpis.first else { return Line() }
      let more = kpis.count > 1 ? "  \(words.more(kpis.count - 1))" : ""
      return context.marked(kpi.name, faint) + Line("（\(figures(of: kpi))）\(more)", faint)
    }
  }

  /// The KPIs that put the item here.
  private var kpis: [KPIReading] {
    switch group {
    case .kpiBehind: item.kpis.filter { $0.line?.isBehind ?? false }
    case .kpiOverdue: item.kpis.filter { $0.isOverdue(on: context.today) }
    case .dueSoon: item.kpis.filter { $0.due != nil && $0.due == item.nextDue }
    case .reviewOverdue, .withoutReview: []
    }
  }

  private func figures(of kpi: KPIReading) -> String {
    let target = kpi.target.map { "\(words(.targetShort)) \(value($0, kpi))" }
    guard group == .kpiBehind else {
      let measured = kpi.measured.map { value($0, kpi) } ?? words(.unknown)
      return [target, "\(words(.measuredShort)) \(measured)"].compactMap { $0 }.joined(separator: words.pick("、", ", "))
    }
    return kpi.measuredOn.map(context.shortDate) ?? words(.undated)
  }

  private func value(_ number: Double?, _ kpi: KPIReading) -> String {
    guard let number else { return words(.unknown) }
    return (kpi.isApproximate ? words(.approximately) : "") + words.number(number) + (kpi.unit ?? "")
  }
}
