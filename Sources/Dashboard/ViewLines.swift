import StrategyModel
import TextUI

/// A place as lines from its first to its last, as a snapshot or a pipe wants it: no selection, no footer, no keys.
///
/// Lists are read page by page, so that a long one is never held whole.
public struct ViewLines {
  /// Rows asked for at once.
  private static let pageRows = 200

  private var place: Place
  private let settings: Settings
  private let options: ItemListOptions
  private let revision: Int?
  private let since: Int?
  private let columns: Int
  private var slots: [SlotID: Slot] = [:]

  public init(_ order: SnapshotOrder, settings: Settings) {
    place = order.place
    place.cursors = [:]
    options = order.options
    revision = order.revision
    since = order.place.screen == .difference ? nil : order.since
    columns = order.width
    self.settings = settings
  }

  private var screen: any Screen { ScreenList.screen(place.screen) }

  private var context: ScreenContext {
    var context = ScreenContext(
      place: place, slots: slots, settings: settings, options: options, since: since, columns: columns,
      rows: ViewLines.pageRows)
    context.isPrinted = true
    return context
  }

  /// Asks what the view needs for its first lines.
  ///
  /// - Returns: the first answer, which names the revision and the city.
  public mutating func open(_ ask: (Question) throws -> Answer) throws -> Answer? {
    try answer(ask)
    return slots[.main]?.answer
  }

  /// The filter as a sentence with counts; `nil` where there is no filter.
  public var sentence: String? {
    let context = context
    guard let filter = context.filter, !filter.isEmpty, let counts = screen.counts(context) else { return nil }
    return "\(counts.sentence(of: filter, settings.calendar))：\(settings.words.countOf(counts.found, counts.total))"
  }

  /// What the marks mean; `nil` where none are wanted.
  public var marksSentence: String? {
    if case .touched(let records)? = slots[.marks]?.answer?.content, !records.isWhole {
      return settings.words(.tooManyMarks)
    }
    return since.map { settings.words.marksSentence(context.lineSet.changed, since: $0) }
  }

  /// What the view is called: 取組, or the record's own title.
  public var title: String { screen.title(context) ?? settings.words(screen.name) }

  public enum Part {
    /// An answer that the lines after it come from; each is given once.
    case answer(Answer)
    /// A line without trailing spaces.
    case line(String)
  }

  /// Gives every line, and every answer that they came from.
  public mutating func write(
    _ ask: (Question) throws -> Answer, _ give: (Part) throws -> Void
  ) throws {
    var seen: Set<Question> = []
    let parts = max(1, screen.focusCount(context))
    let shownAtOnce = max(1, screen.panes(context).count)
    for part in stride(from: 0, to: parts, by: shownAtOnce) {
      place.focus = part
      try answer(ask)
      if part > 0 { try give(.line("")) }
      if place.screen == .difference {
        try writeDifference(ask, &seen, give)
      } else {
        try writePanes(ask, &seen, give)
      }
    }
  }

  /// A difference page by page: each record once, however many rows it takes.
  private mutating func writeDifference(
    _ ask: (Question) throws -> Answer, _ seen: inout Set<Question>, _ give: (Part) throws -> Void
  ) throws {
    while true {
      try tell(&seen, give)
      guard case .difference(let asked)? = slots[.main]?.question.topic,
        case .difference(let difference?)? = slots[.main]?.answer?.content
      else { return try give(.line(settings.words(.noSuchRevision))) }
      for line in DifferenceView(context: context, difference: difference).lines() {
        try give(.line(fitted(line, columns)))
      }
      var next = asked
      next.start = difference.start + difference.shown
      guard difference.shown > 0, next.start < difference.found else { return }
      let question = Question(.difference(next), revision: revision, today: settings.today)
      slots[.main] = Slot(question: question, answer: try ask(question))
    }
  }

  private mutating func writePanes(
    _ ask: (Question) throws -> Answer, _ seen: inout Set<Question>, _ give: (Part) throws -> Void
  ) throws {
    try tell(&seen, give)
    var panes = screen.panes(context)
    for index in 0..<(panes.map(\.titleLines.count).max() ?? 0) {
      try give(.line(joined(panes) { $0.titleLines.indices.contains(index) ? $0.titleLines[index] : Line() }))
    }
    let count = panes.map { max(1, $0.rows.count * $0.rowHeight) }.max() ?? 0
    for index in 0..<count {
      if let missing = panes.first(where: { !isAtHand(index, in: $0) }) {
        for pane in panes { place.cursors[pane.id] = Cursor(offset: index / missing.rowHeight) }
        try answer(ask)
        try tell(&seen, give)
        panes = screen.panes(context)
      }
      try give(.line(joined(panes) { marked(Self.line(index, of: $0), index, of: $0) }))
    }
  }

  private func isAtHand(_ index: Int, in pane: Pane) -> Bool {
    let row = index / pane.rowHeight
    return row >= pane.rows.count || pane.rows.isLoaded(row)
  }

  private static func line(_ index: Int, of pane: Pane) -> Line {
    let row = index / pane.rowHeight
    guard row < pane.rows.count else {
      return index == 0 && pane.rows.count == 0 ? Line(pane.emptyText) : Line()
    }
    let lines = pane.rows.row(row).lines
    let place = index % pane.rowHeight
    return lines.indices.contains(place) ? lines[place] : Line()
  }

  /// With marks wanted every line has a column for them.
  private func marked(_ line: Line, _ index: Int, of pane: Pane) -> Line {
    guard since != nil else { return line }
    let row = index / pane.rowHeight
    var isMarked = false
    if index % pane.rowHeight == 0, row < pane.rows.count, let key = pane.rows.row(row).key,
      case .touched(let records)? = slots[.marks]?.answer?.content
    {
      isMarked = records.keys.contains(key)
    }
    return Line(TextFit.fit(isMarked ? context.lineSet.changed : "", Pane.gutter, settings.policy)) + line
  }

  /// The panes side by side: each line in its pane's columns, without the gutter of the selection.
  private func joined(_ panes: [Pane], _ line: (Pane) -> Line) -> String {
    var text = ""
    for (index, pane) in panes.enumerated() {
      let content = line(pane)
      // A title stands over the rows' text: with a gutter of its own where they have one for marks.
      let isTitle = since == nil && pane.titleLines.contains(content) && content.text.hasPrefix("  ")
      let plain = isTitle ? String(content.text.dropFirst(2)) : content.text
      let isLast = index == panes.count - 1
      text +=
        isLast
        ? fitted(plain, pane.columns)
        : TextFit.fit(SafeText.visible(plain), pane.columns + Pane.gap, settings.policy)
    }
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }

  private func fitted(_ line: String, _ columns: Int) -> String {
    var text = TextFit.truncate(SafeText.visible(line), columns, settings.policy)
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }

  private func tell(_ seen: inout Set<Question>, _ give: (Part) throws -> Void) throws {
    for (_, slot) in slots.sorted(by: { $0.key < $1.key }) {
      guard let answer = slot.answer, seen.insert(answer.question).inserted else { continue }
      try give(.answer(answer))
    }
  }

  private mutating func answer(_ ask: (Question) throws -> Answer) throws {
    var topics = screen.topics(context)
    if let since { topics[.marks] = .touched(since: since) }
    for (id, topic) in topics.sorted(by: { $0.key < $1.key }) {
      let question = Question(topic, revision: revision, today: settings.today)
      guard slots[id]?.question != question else { continue }
      slots[id] = Slot(question: question, answer: try ask(question))
    }
    for id in slots.keys where topics[id] == nil { slots[id] = nil }
  }
}
