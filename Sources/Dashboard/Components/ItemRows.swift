import StrategyModel
import TextUI

/// Rows of a windowed list of items, with a heading row before each group.
struct ItemRows: Sendable {
  let page: ItemPage
  /// Lines a row takes.
  let height: Int
  let line: @Sendable (ItemRow) -> [Line]
  let groupHeading: @Sendable (ItemGroup) -> Line
  let placeholder: Line

  /// Rows including headings.
  var count: Int { page.total + page.groups.count }

  /// The item's place in the list for a row; `nil` for a heading.
  func position(ofRow row: Int) -> Int? {
    let headings = page.headings(throughRow: row)
    if headings > 0, page.groups[headings - 1].start + headings - 1 == row { return nil }
    return row - headings
  }

  func row(ofPosition position: Int) -> Int {
    position + page.groups.prefix { $0.start <= position }.count
  }

  func isLoaded(_ row: Int) -> Bool {
    guard let position = position(ofRow: row) else { return true }
    return page.start <= position && position < page.start + page.rows.count
  }

  /// What stands in a row.
  private enum Part {
    case heading(Line)
    /// At this place of the list, outside of the window.
    case missing(Int)
    case item(ItemRow)

    var id: RowID {
      switch self {
      case .heading(let line): .text("group:\(line.text)")
      case .missing(let position): .text("place:\(position)")
      case .item(let item): .record(RecordKey(.item, item.id))
      }
    }
  }

  private func part(_ row: Int) -> Part {
    guard let position = position(ofRow: row) else {
      let headings = page.headings(throughRow: row)
      return .heading(headings > 0 ? groupHeading(page.groups[headings - 1]) : Line())
    }
    let place = position - page.start
    return page.rows.indices.contains(place) ? .item(page.rows[place]) : .missing(position)
  }

  func row(_ row: Int) -> Row {
    let part = part(row)
    switch part {
    case .heading(let line): return .heading(part.id, padded([line]))
    case .missing: return Row(part.id, padded([placeholder]))
    case .item(let item): return Row(part.id, padded(line(item)), door: .record(RecordKey(.item, item.id)))
    }
  }

  func identity(_ row: Int) -> (id: RowID, isSelectable: Bool) {
    let part = part(row)
    if case .heading = part { return (part.id, false) }
    return (part.id, true)
  }

  /// Only the loaded window is looked through: an item elsewhere is asked of the store by its id.
  func find(_ id: RowID) -> Int? {
    guard case .record(let key) = id, key.kind == .item,
      let index = page.rows.firstIndex(where: { $0.id == key.id })
    else { return nil }
    return row(ofPosition: page.start + index)
  }

  func pane(id: PaneID, title: Line?, columns: Int, emptyText: String) -> Pane {
    Pane(
      id: id, title: title, rows: RowSource(count: count, isLoaded: isLoaded, identity: identity, row: row),
      rowHeight: height, columns: columns, emptyText: emptyText, total: page.total,
      position: { position(ofRow: $0).map { $0 + 1 } }, find: find)
  }

  private func padded(_ lines: [Line]) -> [Line] {
    lines + Array(repeating: Line(), count: max(0, height - lines.count))
  }
}

extension ItemPage {
  /// The place in the list of the item in a row, or of the first behind a heading.
  func position(ofRow row: Int) -> Int { row - headings(throughRow: row - 1) }

  /// Heading rows from the top up to and including `row`, when each group has a heading row before its items.
  func headings(throughRow row: Int) -> Int {
    var low = 0
    var high = groups.count
    while low < high {
      let middle = (low + high) / 2
      if groups[middle].start + middle <= row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Asks for a window of items around the rows in sight, and keeps asking for the same one while it suffices.
struct ItemWindow {
  let context: ScreenContext
  let slot: SlotID
  let pane: PaneID

  /// - Parameters:
  ///   - query: which items in which order.
  ///   - visible: items in sight at once.
  ///   - timing: the dates that are wanted of each.
  func topic(_ query: ItemQuery, visible: Int, timing: TimingQuery? = nil) -> Topic {
    var span = span(query, visible: visible)
    span.timing = timing
    return .items(query, span)
  }

  private func span(_ query: ItemQuery, visible: Int) -> ItemSpan {
    let cursor = context.place.cursors[pane] ?? Cursor()
    guard let current = context.slots[slot], !current.isStale,
      case .items(let asked, let span) = current.question.topic, asked == query
    else { return another(visible, cursor) }
    guard case .items(let page)? = current.answer?.content, current.isSettled else { return span }
    // Of the rows in sight some may be headings, the first one among them.
    let first = page.position(ofRow: cursor.offset)
    let last = min(page.total, page.position(ofRow: cursor.offset + visible))
    let suffices = page.start <= first && last <= page.start + page.rows.count
    return suffices ? span : around(first, visible)
  }

  /// Of another list no more than is in sight: each row costs its reading.
  private func another(_ visible: Int, _ cursor: Cursor) -> ItemSpan {
    if case .record(let key)? = cursor.id {
      var span = ItemSpan(.item(key.id), count: max(visible, 1))
      if !cursor.isAnew, cursor.row > 0 || cursor.offset > 0 { span.lead = cursor.row - cursor.offset }
      return span
    }
    return cursor.top == 0 ? ItemSpan(count: max(visible, 1)) : around(cursor.top, visible)
  }

  /// Some rows more than are in sight, so that a few steps need no new window.
  private func around(_ first: Int, _ visible: Int) -> ItemSpan {
    let margin = context.readsAhead ? max(4, visible / 8) : 0
    return ItemSpan(.position(max(0, first - margin)), count: max(visible, 1) + 2 * margin)
  }
}
