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
      columns: context.columns, emptyText: emptyText, total: list.total, position: list.number,
      find: list.find)
  }

  /// One group that cannot be read is enough: none of the headings could be counted.
  private var emptyText: String {
    let slots = AttentionGroup.allCases.map(\.slot)
    return context.waitingText(slots.first { context.slots[$0]?.failure != nil } ?? slots[0])
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
    let rule = Line(words(section.group.rule), context.style(.faint))
    let filter = section.group.filter(within: context.place.filter)
    guard context.isPrinted else {
      let lines = [Line(), title + count + Line("  ") + rule]
      return Row(.text(section.group.rawValue), lines, door: .view(.actions, filter: filter))
    }
    let rules = rule.wrapped(to: Pane.textColumns(context.columns), context.policy)
    return .heading(.text(section.group.rawValue), [Line(), title + count] + rules)
  }

  // MARK: Items

  private func lines(of item: ItemRow, _ group: AttentionGroup) -> [Line] {
    let columns = Pane.textColumns(context.columns)
    let right = columns >= 96 ? 50 : min(34, columns / 2)
    let left = max(8, columns - right - 3)
    let reason = AttentionReason(context: context, item: item, group: group)
    guard !context.isPrinted else {
      return beside([context.marked(item.title)], left, reason.pieces, right)
        + beside(belongings(of: item), left, reason.details, right)
    }
    let title = context.marked(context.shortened(item.title, to: left))
    return zip([title, belonging(of: item, columns: left)], [reason.line, reason.detail]).map { head, tail in
      Line("  ") + head.fitted(to: left, context.policy) + Line(" ") + tail.truncated(to: right, context.policy)
    }
  }

  /// Two texts side by side, each wrapped in its own column: paper has room for what a screen cuts.
  private func beside(_ left: [Line], _ leftColumns: Int, _ right: [Line], _ rightColumns: Int) -> [Line] {
    let heads = wrapped(left, leftColumns, apart: "")
    let tails = wrapped(right, rightColumns, apart: "  ")
    return (0..<max(heads.count, tails.count)).map { place in
      let head = heads.indices.contains(place) ? heads[place] : Line()
      let tail = tails.indices.contains(place) ? tails[place] : Line()
      return Line("  ") + head.fitted(to: leftColumns, context.policy) + Line(" ") + tail
    }
  }

  /// A piece that does not fit behind the one before begins a line of its own.
  private func wrapped(_ pieces: [Line], _ columns: Int, apart: String) -> [Line] {
    pieces.reduce(into: [Line]()) { lines, piece in
      if let last = lines.last, (last + Line(apart) + piece).width(context.policy) <= columns {
        lines[lines.count - 1] = last + Line(apart) + piece
      } else {
        lines += piece.wrapped(to: columns, context.policy)
      }
    }
  }

  private func belonging(of item: ItemRow, columns: Int) -> Line {
    guard item.hasPlanEnded else { return pillarAndDepartment(of: item) }
    // It stays when the rest is cut: what ran out cannot be late any more.
    let room = max(4, columns - planEnded.width(context.policy))
    return pillarAndDepartment(of: item).truncated(to: room, context.policy) + planEnded
  }

  private func belongings(of item: ItemRow) -> [Line] {
    [pillarAndDepartment(of: item)] + (item.hasPlanEnded ? [planEnded] : [])
  }

  private var planEnded: Line { Line(words.remark(words(.planEnded)), context.style(.warning)) }

  private func pillarAndDepartment(of item: ItemRow) -> Line {
    let faint = context.style(.faint)
    let unknown = words(.unknown)
    var line = Line(item.pillarName ?? "\(words(.pillar)) \(unknown)", faint)
    if item.isPillarDerived { line.append(words.remark(words(.derived)), context.style(.derived)) }
    line.append(words.pick("・", ", ") + (item.department ?? "\(words(.department)) \(unknown)"), faint)
    return line
  }
}

/// The date or figure for which an item stands in a group.
struct AttentionReason {
  let context: ScreenContext
  let item: ItemRow
  let group: AttentionGroup

  private var words: Words { context.words }
  private var faint: Style { context.style(.faint) }

  var line: Line { joined(pieces) }
  var detail: Line { joined(details) }

  private func joined(_ pieces: [Line]) -> Line {
    pieces.dropFirst().reduce(pieces.first ?? Line()) { $0 + Line("  ") + $1 }
  }

  /// Statements that stand one after the other.
  var pieces: [Line] {
    switch group {
    case .reviewOverdue:
      guard let last = item.lastReview else { return [] }
      return [Line("\(words(.lastReviewedOn)) \(context.calendar.text(last))", context.style(.warning))]
    case .kpiBehind:
      guard let kpi = kpis.first, let line = kpi.line else { return [] }
      let measured = "\(words(.measuredShort)) \(value(kpi.measured, kpi))"
      let expected = words.expected(value(line.shown(baseline: kpi.baseline, measured: kpi.measured), kpi))
      return [Line(measured, context.style(.warning)), Line(expected)]
    case .kpiOverdue, .dueSoon:
      guard let due = group == .dueSoon ? item.nextDue : kpis.first?.due else { return [] }
      let days = due.lastDay.map { $0.dayNumber - context.today.dayNumber }
      let text = "\(words(.due)) \(context.calendarText(due))"
      return [Line(text, context.style(.warning)) + Line(days.map { words.remark(words.days($0)) } ?? "")]
    case .withoutReview: return [Line(words(.noReview), context.style(.unknown))]
    }
  }

  var details: [Line] {
    switch group {
    case .reviewOverdue: return item.lastReview.map { [Line(words.ago($0, context.today), faint)] } ?? []
    case .withoutReview: return []
    case .kpiBehind, .kpiOverdue, .dueSoon:
      guard let kpi = kpis.first else { return [] }
      let figure = context.marked(kpi.name, faint) + Line(words.remark(figures(of: kpi)), faint)
      return kpis.count > 1 ? [figure, Line(words.more(kpis.count - 1), faint)] : [figure]
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
