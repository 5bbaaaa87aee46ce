import StrategyModel

/// The form of the list of items: layout, order, groups.
extension AppState {
  mutating func changeLayout() -> [Effect] {
    guard place.screen == .actions else { return refuse(.onlyInList) }
    let order = ItemListOptions.Layout.allCases
    let place = order.firstIndex(of: options.layout) ?? 0
    options.layout = order[(place + 1) % order.count]
    options.firstYear = nil
    self.place.focus = 0
    notice = Notice(.information, "\(words(.layout)): \(words(options.layout.word))")
    return []
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
    notice = Notice(.information, "\(words(.sortedBy)): \(name)（\(direction)）")
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
