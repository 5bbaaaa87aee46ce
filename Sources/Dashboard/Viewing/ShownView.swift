import StrategyModel
import TextUI

/// A place outside the dashboard: what it asks of the store and what it got, for those who write it out.
public struct ShownView {
  /// Rows asked for at once.
  static let pageRows = 1_000

  var place: Place
  var options: ItemListOptions
  let settings: Settings
  let revision: Int?
  let since: Int?
  private let columns: Int
  private(set) var slots: [SlotID: Slot] = [:]

  public init(_ order: SnapshotOrder, settings: Settings) {
    place = order.place
    place.cursors = [:]
    options = order.options
    revision = order.revision
    since = order.place.screen == .difference ? nil : order.since
    columns = order.width
    self.settings = settings
  }

  var screen: any Screen { ScreenList.screen(place.screen) }

  var context: ScreenContext {
    var context = ScreenContext(
      place: place, slots: slots, settings: settings, options: options, since: since, columns: columns,
      rows: ShownView.pageRows)
    context.isPrinted = true
    context.readsAhead = false
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

  public var hasFilter: Bool { context.filter?.isEmpty == false }

  /// Whether a record of a list other than that of the items passes the filter.
  public func passes(_ record: Record) -> Bool { context.passes(record) }

  public func passes(_ revision: Revision) -> Bool { context.passes(revision) }

  /// Whether a row's record is to be marked.
  public func isMarked(_ key: RecordKey?) -> Bool {
    guard let key, case .touched(let records)? = slots[.marks]?.answer?.content else { return false }
    return records.keys.contains(key)
  }

  mutating func answer(_ ask: (Question) throws -> Answer) throws {
    var topics = screen.topics(context)
    if let since { topics[.marks] = .touched(since: since) }
    for (id, topic) in topics.sorted(by: { $0.key < $1.key }) {
      let question = Question(topic, revision: revision, today: settings.today)
      guard slots[id]?.question != question else { continue }
      slots[id] = Slot(question: question, answer: try ask(question))
    }
    for id in slots.keys where topics[id] == nil { slots[id] = nil }
  }

  /// Takes the answer to one question of its own choice.
  mutating func answer(_ topic: Topic, to slot: SlotID, _ ask: (Question) throws -> Answer) throws -> Answer {
    let question = Question(topic, revision: revision, today: settings.today)
    let answer = try ask(question)
    slots[slot] = Slot(question: question, answer: answer)
    return answer
  }

  /// The answers that were not given yet, in one order.
  func tell(_ seen: inout Set<Question>, _ give: (Answer) throws -> Void) rethrows {
    for (_, slot) in slots.sorted(by: { $0.key < $1.key }) {
      guard let answer = slot.answer, seen.insert(answer.question).inserted else { continue }
      try give(answer)
    }
  }
}
