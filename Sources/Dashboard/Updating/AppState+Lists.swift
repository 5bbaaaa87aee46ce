import StrategyModel

/// The form of the list of items: layout, order, groups.
extension AppState {
  mutating func changeLayout() -> [Effect] {
    guard place.screen == .actions else { return refuse(.onlyInList) }
    let order = ItemListOptions.Layout.allCases
    let place = order.firstIndex(of: options.layout) ?? 0
    let cursor = focusedPane.flatMap { self.place.cursors[$0.id] }
    let item = isAsBoardBegan ? nil : selectedItem
    options.layout = order[(place + 1) % order.count]
    options.firstYear = nil
    stay(on: item, cursor)
    notice = Notice(.information, "\(words(.layout)): \(words(options.layout.word))")
    return []
  }

  /// The first card of a board that was just opened is nobody's choice: the table begins at its own top.
  private var isAsBoardBegan: Bool {
    options.layout == .board && place.cursors[ItemTableView.paneID] == nil && place.focus == screen.firstFocus(context)
      && focusedPane.flatMap { place.cursors[$0.id] }?.row == 0
  }

  private var selectedItem: ItemRow? {
    guard let key = selectedRow?.key else { return nil }
    for slot in slots.values {
      if case .items(let page)? = slot.answer?.content, let row = page.rows.first(where: { $0.id == key.id }) {
        return row
      }
    }
    return nil
  }

  /// The item that was selected is so in the layout that is shown now, in its lane of a board.
  ///
  /// - Parameter cursor: where it stood in the layout before.
  private mutating func stay(on item: ItemRow?, _ cursor: Cursor?) {
    place.focus = 0
    guard let item, let cursor else {
      place.isFresh = true
      return
    }
    let id = RowID.record(RecordKey(.item, item.id))
    switch options.layout {
    case .board:
      place.focus = BoardView.allLanes.firstIndex(of: item.phase) ?? 0
      place.cursors[BoardView.paneID(item.phase)] = Cursor(row: 0, id: id)
    case .table:
      place.cursors[ItemTableView.paneID] = Cursor(row: 0, id: id)
    case .timeline:
      // The same rows as in the table, of which one line less is in sight.
      place.cursors[TimelineView.paneID] = cursor
      if let pane = focusedPane, cursor.row < pane.rows.count { select(cursor.row, in: pane) }
    }
  }

  mutating func changeGrouping() -> [Effect] {
    let order: [ItemGrouping?] = [.pillar, .department, .year, .phase, nil]
    let next = order.firstIndex(of: options.grouping).map { order[($0 + 1) % order.count] } ?? nil
    options.grouping = next
    if options.layout == .board { options.layout = .table }
    startListAnew()
    notice = Notice(.information, next.map { "\(words(.grouped)): \(words($0.word))" } ?? words(.notGrouped))
    return []
  }

  mutating func changeSort() -> [Effect] {
    let order: [ItemSort] = [.natural] + options.columns.map(\.sort)
    let next = order.firstIndex(of: options.sort).map { order[($0 + 1) % order.count] } ?? .natural
    options.sort = next
    startListAnew()
    return saySort()
  }

  mutating func reverseSort() -> [Effect] {
    options.isDescending.toggle()
    startListAnew()
    return saySort()
  }

  private mutating func saySort() -> [Effect] {
    let name = ItemColumn.allCases.first { $0.sort == options.sort }.map { words($0.word) } ?? words(.natural)
    let direction = words(options.isDescending ? .descending : .ascending)
    notice = Notice(.information, "\(words(.sortedBy)): \(name)\(words.remark(direction))")
    return []
  }

  /// Left or right on the timeline: to earlier or later years.
  mutating func shiftTimeline(_ step: Int) -> [Effect] {
    guard case .items(let page)? = context.content(.main) else { return [] }
    let scale = TimelineLayout(context, years: page.years).scale
    let known = FiscalYear.known
    if step < 0, scale.firstYear <= known.lowerBound { return refuse(.noEarlierYear) }
    if step > 0, scale.lastYear >= known.upperBound { return refuse(.noLaterYear) }
    options.firstYear = scale.firstYear + step
    notice = Notice(
      .information, words.shownFrom(FiscalYear(scale.firstYear + step).text(settings.calendar)))
    return []
  }

  /// A new order begins at its top.
  private mutating func startListAnew() { place.cursors = [:] }

  mutating func togglePreview() -> [Effect] {
    guard hasRoomForPreview else { return refuse(.tooNarrowForPreview) }
    guard place.subject == nil else { return refuse(.onlyInList) }
    options.showsPreview.toggle()
    fitPanes()
    return []
  }

  /// The record under the selection, when the preview shows it.
  var previewTopic: Topic? {
    guard showsPreview, let key = selectedRow?.key else { return nil }
    return .dossier(key)
  }

  var showsPreview: Bool { options.showsPreview && place.subject == nil && hasRoomForPreview }

  private var hasRoomForPreview: Bool { size.columns >= ScreenContext.sideBySideColumns }
}

extension ItemGrouping {
  var word: Word {
    switch self {
    case .phase: .phase
    case .pillar: .pillar
    case .department: .department
    case .year: .year
    }
  }
}
