import StrategyModel
import TextSearch

extension StoreReader {
  /// A window on a list near the one that was asked for: where the next key most likely leads.
  public enum Nearby: CaseIterable, Sendable {
    case nextPage
    case previousPage
    case end
    case top
    /// The top of the whole list in the other direction: to turn round what is long takes longer than a key may.
    case turned
  }

  /// Answers what needs no reading: a window on a list whose order and rows are in memory.
  ///
  /// - Parameter head: the store's latest revision, as far as is known: an older answer would be none.
  /// - Returns: `nil` when something has to be read.
  public func answerFromMemory(_ question: Question, head: Int?) -> Answer? {
    guard case .items(let query, let span) = question.topic, case .position = span.anchor, span.isPlain,
      let heading = heading(of: question), heading.head == head
    else { return nil }
    let asOf = heading.asOf.number
    guard let order = orders[OrderCache.Key(query: query, asOf: asOf, today: question.today)] else { return nil }
    let window = order.window(span, anchor: nil)
    let versions = order.versions[window].map(Int.init)
    guard let rows = itemRows.all(of: versions, asOf: asOf, today: question.today) else { return nil }
    let page = order.page(window, rows: rows, anchor: nil)
    return Answer(
      question: question, asOf: heading.asOf, head: heading.head, city: heading.city, content: .items(page))
  }

  /// Reads the rows of a nearby window into memory, when the list's order is known.
  ///
  /// - Parameter answer: of a question for a window on a list.
  /// - Returns: whether anything had to be read.
  @discardableResult
  public func readAhead(_ nearby: Nearby, of answer: Answer) throws(StoreError) -> Bool {
    guard case .items(let query, let span) = answer.question.topic, case .items(let page) = answer.content,
      span.isPlain, span.count > 0
    else { return false }
    let key = OrderCache.Key(query: query, asOf: answer.asOf.number, today: answer.question.today)
    guard let order = orders[key] else { return false }
    let all = order.versions.indices
    let start: Int
    switch nearby {
    case .nextPage: start = page.start + span.count
    case .previousPage: start = page.start - span.count
    case .end: start = all.upperBound - span.count
    case .top: start = 0
    case .turned: return try readTurned(query, span, of: answer)
    }
    let versions = order.versions[(start..<(start + span.count)).clamped(to: all)].map(Int.init)
    let missing = itemRows.missing(of: versions, asOf: key.asOf, today: key.today)
    guard !missing.isEmpty else { return false }
    try read(asOf: key.asOf) { view in try view.readAhead(missing, today: key.today) }
    return true
  }

  private func readTurned(_ query: ItemQuery, _ span: ItemSpan, of answer: Answer) throws(StoreError) -> Bool {
    // Before the items are in memory all of them would be read for it.
    guard query.filter.isEmpty, holdsAll(asOf: answer.asOf.number) else { return false }
    var turned = query
    turned.isDescending.toggle()
    var top = span
    top.anchor = .position(0)
    var question = answer.question
    question.topic = .items(turned, top)
    guard answerFromMemory(question, head: answer.head) == nil else { return false }
    _ = try self.answer(question)
    return true
  }
}

extension ItemSpan {
  /// Whether it asks for rows as every list shows them, which are kept.
  fileprivate var isPlain: Bool { timing == nil && !wantsKPIs }
}

/// What every answer says of the store beside its content.
struct AnswerHeading {
  var asOf: Revision
  var head: Int
  var city: City
}
