import StrategyModel

/// A place as an outline from its first to its last piece, for formats that lay it out in their own way.
///
/// Items and differences are read page by page, so that a long list is never held whole.
public struct ViewOutline {
  private var view: ShownView
  /// Items or changed records asked for at once.
  static let page = 500

  public init(_ view: ShownView) {
    self.view = view
    guard self.view.screen is ActionsScreen, self.view.options.layout == .board else { return }
    // A board's lanes are groups of a table.
    self.view.options.layout = .table
    self.view.options.grouping = .phase
  }

  /// Whether all tables make one sheet.
  public var isOneSheet: Bool { view.screen.isOneSheet }

  public enum Part {
    /// An answer that the pieces after it come from; each is given once.
    case answer(Answer)
    case piece(OutlinePart)
  }

  /// Gives every piece, and every answer that they came from.
  public mutating func write(_ ask: (Question) throws -> Answer, _ give: (Part) throws -> Void) throws {
    if let screen = view.screen as? ActionsScreen { return try write(screen, ask, give) }
    if case .difference(let from, let to)? = view.place.subject { return try write(from, to, ask, give) }
    if view.screen is AttentionScreen { return try writeAttention(ask, give) }
    var seen: Set<Question> = []
    try view.answer(ask)
    try view.tell(&seen) { try give(.answer($0)) }
    let marks = OutlineMarks(view)
    for part in view.screen.outline(view.context) { try give(.piece(marks.on(part))) }
  }

  private mutating func write(
    _ from: Int, _ to: Int, _ ask: (Question) throws -> Answer, _ give: (Part) throws -> Void
  ) throws {
    var query = DifferenceQuery(from: from, to: to, filter: view.place.filter, count: ViewOutline.page)
    while true {
      let answer = try view.answer(.difference(query), to: .main, ask)
      try give(.answer(answer))
      for part in view.screen.outline(view.context) { try give(.piece(part)) }
      guard case .difference(let difference?) = answer.content else { return }
      query.start += difference.shown
      if difference.shown == 0 || query.start >= difference.found { return }
    }
  }

  /// Group by group, each page by page.
  private mutating func writeAttention(
    _ ask: (Question) throws -> Answer, _ give: (Part) throws -> Void
  ) throws {
    var seen: Set<Question> = []
    try view.answer(ask)
    // The groups are asked for anew, page by page.
    try view.tell(&seen) { answer in
      if case .items(_, let span) = answer.question.topic, span.wantsKPIs { return }
      try give(.answer(answer))
    }
    let outline = AttentionOutline(context: view.context)
    let marks = OutlineMarks(view)
    try give(.piece(outline.basis))
    for group in AttentionGroup.allCases {
      var span = ItemSpan(count: ViewOutline.page)
      span.wantsKPIs = true
      while true {
        let answer = try view.answer(.items(outline.query(of: group), span), to: group.slot, ask)
        try give(.answer(answer))
        guard case .items(let page) = answer.content else { return }
        if page.start == 0 { for part in outline.heading(of: group, page) { try give(.piece(marks.on(part))) } }
        for item in page.rows { try give(.piece(marks.on(outline.row(item, group)))) }
        let next = page.start + page.rows.count
        // A window that reached beyond the end would be moved up, and rows come twice.
        span.anchor = .position(next)
        span.count = min(ViewOutline.page, page.total - next)
        if page.rows.isEmpty || span.count <= 0 { break }
      }
    }
  }

  private mutating func write(
    _ screen: ActionsScreen, _ ask: (Question) throws -> Answer, _ give: (Part) throws -> Void
  ) throws {
    if let since = view.since { try give(.answer(view.answer(.touched(since: since), to: .marks, ask))) }
    let context = view.context
    let isTimeline = screen.isTimeline(context)
    let outline = ItemOutline(context: context, columns: context.options.columns, hasTiming: isTimeline)
    let timing = isTimeline ? TimingQuery(since: view.since) : nil
    var start = 0
    var count = ViewOutline.page
    let marks = OutlineMarks(view)
    while true {
      let span = ItemSpan(.position(start), count: count, timing: timing)
      let answer = try view.answer(.items(screen.query(context), span), to: .main, ask)
      try give(.answer(answer))
      guard case .items(let page) = answer.content else { return }
      if start == 0, page.total == 0 { return try [].orEmpty(context).forEach { try give(.piece($0)) } }
      for (offset, item) in page.rows.enumerated() {
        let group = page.groups.first { $0.start == start + offset }
        if let group { try give(.piece(ItemTableView.outlineHeading(group, page, context))) }
        if group != nil || start + offset == 0 { try give(.piece(marks.on(.table(outline.allColumns)))) }
        try give(.piece(marks.on(.row(outline.allCells(item), of: RecordKey(.item, item.id)))))
      }
      start += page.rows.count
      // A window that reached beyond the end would be moved up, and rows come twice.
      count = min(ViewOutline.page, page.total - start)
      if page.rows.isEmpty || count <= 0 { return }
    }
  }
}

/// Marks what changed, where marks are wanted: in a table by a column.
private struct OutlineMarks {
  private let view: ShownView
  private let sign: String

  init(_ view: ShownView) {
    self.view = view
    sign = view.context.lineSet.changed
  }

  func on(_ part: OutlinePart) -> OutlinePart {
    guard view.since != nil else { return part }
    switch part {
    case .table(let columns): return .table(columns + [OutlineColumn(view.settings.words(.change))])
    case .row(let cells, let key):
      return .row(cells + [OutlineCell(view.isMarked(key) ? sign : "", .changed)], of: key)
    case .field(let label, let text, let key, let figure):
      return .field(label: label, marked(text, key), of: key, figure: figure)
    case .point(let text, let depth, let key): return .point(marked(text, key), depth: depth, of: key)
    case .heading, .paragraph: return part
    }
  }

  private func marked(_ text: OutlineText, _ key: RecordKey?) -> OutlineText {
    view.isMarked(key) ? OutlineText("\(sign) ", .changed) + text : text
  }
}
