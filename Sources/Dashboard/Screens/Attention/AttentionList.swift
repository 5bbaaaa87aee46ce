import StrategyModel

/// The groups one below the other as one list: a heading, then the items, of which only a window is at hand.
struct AttentionList {
  static let paneID: PaneID = "attention"
  /// Title and reason, then what they belong to.
  static let rowHeight = 2

  struct Section {
    var group: AttentionGroup
    var page: ItemPage
    /// The row of its heading.
    var start: Int

    /// The row behind its last one.
    var end: Int { start + 1 + page.total }
  }

  enum Place: Equatable {
    case heading(Int)
    case item(section: Int, position: Int)
  }

  let context: ScreenContext
  let sections: [Section]

  init(_ context: ScreenContext) {
    self.context = context
    var row = 0
    sections = AttentionGroup.allCases.compactMap { group in
      guard case .items(let page)? = context.content(group.slot) else { return nil }
      let section = Section(group: group, page: page, start: row)
      row = section.end
      return section
    }
  }

  var isCounted: Bool { sections.count == AttentionGroup.allCases.count }

  /// The share of the items that every group has looked at.
  var searched: Double { sections.map(\.page.searched).min() ?? 0 }

  var count: Int { sections.last?.end ?? 0 }

  /// Items, not headings; one counts in each of its groups.
  var total: Int { sections.reduce(0) { $0 + $1.page.total } }

  func place(ofRow row: Int) -> Place {
    let index = sections.lastIndex { $0.start <= row } ?? 0
    let position = row - sections[index].start - 1
    return position < 0 ? .heading(index) : .item(section: index, position: position)
  }

  /// How many items stand up to and including a row; `nil` for a heading.
  func number(ofRow row: Int) -> Int? {
    guard case .item(let index, let position) = place(ofRow: row) else { return nil }
    return sections[..<index].reduce(0) { $0 + $1.page.total } + position + 1
  }

  func item(ofRow row: Int) -> ItemRow? {
    guard case .item(let index, let position) = place(ofRow: row) else { return nil }
    let page = sections[index].page
    let place = position - page.start
    return page.rows.indices.contains(place) ? page.rows[place] : nil
  }

  func isLoaded(_ row: Int) -> Bool {
    if case .heading = place(ofRow: row) { true } else { item(ofRow: row) != nil }
  }

  func find(_ id: RowID) -> Int? {
    for section in sections {
      if id == .text(section.group.rawValue) { return section.start }
      guard let item = section.group.item(of: id),
        let place = section.page.rows.firstIndex(where: { $0.id == item })
      else { continue }
      return section.start + 1 + section.page.start + place
    }
    return nil
  }

  // MARK: Asking

  /// The window of a group that is in sight; the one that was asked for as long as it suffices.
  func topic(_ group: AttentionGroup) -> Topic {
    let query = ItemQuery(filter: group.filter(within: context.place.filter), sort: group.sort)
    var span = span(group, query)
    span.wantsKPIs = true
    return .items(query, span)
  }

  private func section(_ group: AttentionGroup) -> Section? { sections.first { $0.group == group } }

  /// Whether items of a group are among the rows on the screen.
  private func isInSight(_ section: Section, _ visible: Int) -> Bool {
    let offset = context.place.cursors[AttentionList.paneID]?.top ?? 0
    return isCounted && section.start + 1 < offset + visible && section.end > offset
  }

  private func span(_ group: AttentionGroup, _ query: ItemQuery) -> ItemSpan {
    let visible = max(1, context.rows / AttentionList.rowHeight)
    let margin = max(4, visible / 4)
    let count = visible + 2 * margin
    let cursor = context.place.cursors[AttentionList.paneID] ?? Cursor()
    guard let slot = context.slots[group.slot], !slot.isStale, case .items(let asked, let span) = slot.question.topic,
      asked == query
    else {
      if let item = group.item(of: cursor.id) { return ItemSpan(.item(item), count: count) }
      // Where the others begin, only their counts tell: they come first.
      let isFirst = group == AttentionGroup.allCases.first
      return ItemSpan(count: isFirst || section(group).map { isInSight($0, visible) } ?? false ? count : 0)
    }
    guard slot.isSettled, let section = section(group), isCounted else { return span }
    let first = max(0, cursor.offset - section.start - 1)
    let last = min(section.page.total, cursor.offset + visible - section.start - 1)
    let suffices = section.page.start <= first && last <= section.page.start + section.page.rows.count
    return first >= last || suffices ? span : ItemSpan(.position(max(0, first - margin)), count: count)
  }
}
