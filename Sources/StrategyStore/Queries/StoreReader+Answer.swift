import GRDB
import StrategyModel
import TextSearch

extension StoreReader {
  /// Answers a question of a screen, as of the question's revision.
  public func answer(_ question: Question) throws(StoreError) -> Answer {
    guard let answer = try answer(question, while: { true }) else {
      preconditionFailure("a search that is always waited for is never abandoned")
    }
    return answer
  }

  /// - Parameter isWanted: asked now and then, from several threads.
  /// - Returns: `nil` when nobody waited for the answer any more.
  public func answer(
    _ question: Question, while isWanted: @escaping @Sendable () -> Bool
  ) throws(StoreError) -> Answer? {
    if case .items(let query, let span) = question.topic {
      return try answerItems(question, query, span, isWanted)
    }
    if case .difference(let query) = question.topic { return try answerDifference(question, query, isWanted) }
    return try read(asOf: question.revision) { view in
      try view.answer(question, try content(question, view))
    }
  }

  /// What differs is found in slices, then the window is read.
  private func answerDifference(
    _ question: Question, _ query: DifferenceQuery, _ isWanted: @escaping SearchPatience
  ) throws(StoreError) -> Answer? {
    let head = try head()
    guard [query.from, query.to].allSatisfy({ (0...head).contains($0) }) else {
      return try read(asOf: question.revision) { view in try view.answer(question, .difference(nil)) }
    }
    guard let difference = try difference(query, today: question.today, while: isWanted) else { return nil }
    return try read(asOf: question.revision) { view in try view.answer(question, .difference(difference)) }
  }

  private func content(_ question: Question, _ view: LedgerView) throws -> Answer.Content {
    switch question.topic {
    case .overview: .overview(try view.overview(today: question.today))
    case .frameworks: .frameworks(try view.frameworks())
    case .items: .items(ItemPage(total: 0, unfiltered: 0, start: 0, rows: []))
    case .dossier(let key): .dossier(try view.dossier(key, today: question.today))
    case .meetings: .meetings(try view.meetings())
    case .updates: .updates(try view.updates())
    case .revisions: .revisions(try view.revisions(through: view.asOf))
    case .difference: .difference(nil)
    case .touched(let first): .touched(try view.touched(since: first))
    case .library: .library(try view.library())
    case .filterValues: .filterValues(try view.filterValues())
    }
  }

  /// A window of a list in its natural order comes from an index; of any other list the order is found first, in slices,
  /// and kept, then the window is read.
  private func answerItems(
    _ question: Question, _ query: ItemQuery, _ span: ItemSpan, _ isWanted: @escaping SearchPatience
  ) throws(StoreError) -> Answer? {
    let filter: FilterQuery
    do {
      filter = try FilterQuery(parsing: query.filter, today: question.today)
    } catch {
      throw .badFilter(error.message)
    }
    let (asOf, list, ground) = try read(asOf: question.revision) { view in
      let list = NaturalList(query, filter, asOf: view.asOf)
      return (view.asOf, list, list == nil ? try SearchGround(view) : nil)
    }
    let today = question.today
    var years: ClosedRange<Int>?
    if span.timing != nil {
      guard let found = try itemYears(asOf: asOf, while: isWanted) else { return nil }
      years = found
    }
    if let list, span.isNearTop || !holdsAll(asOf: asOf) {
      return try read(asOf: asOf) { view in
        var page = try view.page(
          of: list, span, isDescending: query.isDescending, landmarks: landmarks, today: today)
        page.years = years
        return try view.answer(question, .items(page))
      }
    }
    guard let order = try order(of: query, filter, asOf: asOf, ground, today: today, while: isWanted) else {
      return nil
    }
    let answer = try read(asOf: asOf) { view in
      var page = try view.page(order, span, today: today)
      page.years = years
      return try view.answer(question, .items(page))
    }
    keep(AnswerHeading(asOf: answer.asOf, head: answer.head, city: answer.city))
    return answer
  }
}

extension ItemSpan {
  /// Where the index has the rows at hand: sooner than all that are in memory were looked through.
  fileprivate var isNearTop: Bool {
    if case .position(let place) = anchor { place + count <= 500 } else { false }
  }
}

extension LedgerView {
  fileprivate func answer(_ question: Question, _ content: Answer.Content) throws -> Answer {
    Answer(
      question: question, asOf: try revision(today: question.today), head: head, city: try city(), content: content)
  }
}
