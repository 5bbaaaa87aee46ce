import StrategyModel
import TextSearch
import TextUI

/// What a screen may look at when it makes its questions and its panes.
public struct ScreenContext: Sendable {
  public var place: Place
  public var slots: [SlotID: Slot]
  public var settings: Settings
  public var options: ItemListOptions
  /// The revision with which the shown one is compared, where one was chosen.
  public var since: Int?
  /// Cells across.
  public var columns: Int
  /// Lines for the panes, titles included.
  public var rows: Int
  /// Whether rows around those in sight are wanted too; who writes all of them out wants each once.
  public var readsAhead = true
  public var theme: Theme
  /// Folded words to be marked where they stand.
  public var needles: [String]
  /// Latin words to be marked where what they are the reading of stands.
  var readings: [ReadingNeedle]
  public var filter: FilterQuery?
  /// Text on paper names no keys.
  var isPrinted = false
  private var withReadings: FilterQuery?

  public init(
    place: Place, slots: [SlotID: Slot], settings: Settings, options: ItemListOptions, since: Int? = nil, columns: Int,
    rows: Int
  ) {
    self.init(
      place: place, slots: slots, settings: settings, options: options, since: since, filter: ReadFilter(),
      columns: columns, rows: rows)
  }

  /// - Parameter filter: the place's filter, if it was read already.
  init(
    place: Place, slots: [SlotID: Slot], settings: Settings, options: ItemListOptions, since: Int?, filter: ReadFilter,
    columns: Int, rows: Int
  ) {
    self.place = place
    self.slots = slots
    self.settings = settings
    self.options = options
    self.since = since
    self.columns = columns
    self.rows = rows
    theme = Theme(settings.theme)
    let isRead = filter.isOf(place.filter, today: settings.today)
    let read = isRead ? filter : ReadFilter(place.filter, today: settings.today)
    self.filter = read.query
    withReadings = read.withReadings
    readings = read.query?.readings ?? []
    needles = place.search.isEmpty ? read.query?.textNeedles ?? [] : [TextFold.fold(place.search)]
  }

  /// Whether a word of the filter can be a reading.
  var readsLatinWords: Bool { withReadings != nil }

  /// Takes the filter's Latin words for readings, for lists in which they stand nowhere as they are.
  mutating func readLatinWords() {
    guard let withReadings else { return }
    filter = withReadings
    readings = withReadings.readings
  }

  /// Marks what the store found by the readings of its dictionary, which only the store has.
  mutating func markHitWords() {
    guard place.search.isEmpty, readsLatinWords || !readings.isEmpty else { return }
    for (id, slot) in slots {
      if case .items(let page)? = slot.answer?.content, !isPending(id) { needles += page.hitWords }
    }
  }

  public var policy: WidthPolicy { settings.policy }
  public var words: Words { settings.words }
  public var calendar: CalendarStyle { settings.calendar }
  public var today: CivilDate { settings.today }
  /// Boxes, bars and marks that come out even under the width policy.
  public var lineSet: LineSet { settings.lines.lineSet.forBoxes(policy) }

  /// The answer that feeds a part, once it has come.
  public func content(_ slot: SlotID) -> Answer.Content? { slots[slot]?.answer?.content }

  /// Whether what a part shows was found by another filter, or between other revisions, than asked for now.
  func isPending(_ slot: SlotID) -> Bool {
    guard let slot = slots[slot], let answered = slot.answer?.question.topic else { return false }
    switch (slot.question.topic, answered) {
    case (.items(let asked, _), .items(let answered, _)): return asked.filter != answered.filter
    case (.difference(let asked), .difference(let answered)): return !asked.isSameList(as: answered)
    default: return false
    }
  }

  /// What an empty list says: that nothing is there only once all was looked at.
  func emptyText(_ slot: SlotID, _ text: String) -> String {
    let isKnown = slots[slot]?.answer.map { !$0.isPartial && !isPending(slot) } ?? false
    return isKnown ? text : waitingText(slot)
  }

  /// What stands where an answer is not there yet, or will not come.
  func waitingText(_ slot: SlotID) -> String { words(slots[slot]?.failure == nil ? .searching : .notRead) }

  /// What an empty list says, with a filter or without.
  var emptyText: String {
    words(filter == nil ? .empty : isPrinted ? .nothingMatches : .emptyFiltered)
  }

  public func style(_ role: Role) -> Style { theme.style(role) }

  /// Below this width panes stand one above the other.
  static let sideBySideColumns = 100

  public var isStacked: Bool { columns < ScreenContext.sideBySideColumns }

  /// Widths of panes side by side by weight, with one cell of air between them; or each as wide as the screen.
  func paneColumns(_ weights: [Int]) -> [Int] {
    guard !isStacked else { return weights.map { _ in columns } }
    let gaps = Pane.gap * (weights.count - 1)
    let whole = weights.reduce(0, +)
    var widths = weights.map { (columns - gaps) * $0 / whole }
    widths[widths.count - 1] += columns - gaps - widths.reduce(0, +)
    return widths
  }

  /// Text with the places marked where the filter or search hits.
  func marked(_ text: String, _ style: Style = .plain) -> Line {
    guard !needles.isEmpty || !readings.isEmpty else { return Line(text, style) }
    var line = Line()
    var position = text.startIndex
    for range in Highlight.ranges(of: needles, readings: readings, in: text) where range.lowerBound >= position {
      line.append(String(text[position..<range.lowerBound]), style)
      line.append(String(text[range]), self.style(.hit))
      position = range.upperBound
    }
    line.append(String(text[position...]), style)
    return line
  }

  /// Cells for a whole date and the space behind it.
  var dateColumns: Int { calendar == .wareki ? 17 : 11 }

  /// A title cut in its middle: what tells titles of one series apart stands at their ends.
  func shortened(_ title: String, to columns: Int) -> String {
    columns >= 16
      ? TextFit.shorten(title, columns, policy, ellipsis: lineSet.ellipsis) : TextFit.truncate(title, columns, policy)
  }

  /// Whether a record other than an item passes the filter.
  func passes(_ record: Record) -> Bool { passes(record.texts, id: record.key.id) }

  func passes(_ revision: Revision) -> Bool {
    passes([revision.title, revision.author, revision.note], id: "r\(revision.number)")
  }

  /// Whether a row that offers these texts passes the filter.
  func passes(_ texts: [String?], id: String = "") -> Bool {
    guard let filter else { return true }
    return filter.matches(texts: texts, id: id)
  }
}

extension Pane {
  /// Cells between panes side by side.
  static let gap = 1
  /// Cells for the selection's sign before each row.
  static let gutter = 2
  /// The scrollbar's cell behind each row, and a cell of air before it: its thumb would read as part of a bar or shade.
  static let scrollbar = 2

  /// Cells that a row's text may take.
  static func textColumns(_ columns: Int) -> Int { max(1, columns - gutter - scrollbar) }
}
