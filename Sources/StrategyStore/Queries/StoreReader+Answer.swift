import GRDB
import StrategyModel

extension StoreReader {
  /// Answers a question of a screen, as of the question's revision.
  public func answer(_ question: Question) throws(StoreError) -> Answer {
    if case .items(let query, let span) = question.topic { return try answerItems(question, query, span) }
    if case .difference(let query) = question.topic { return try answerDifference(question, query) }
    return try read(asOf: question.revision) { view in
      try view.answer(question, try content(question, view))
    }
  }

  /// What differs is found in slices, then the window is read.
  private func answerDifference(_ question: Question, _ query: DifferenceQuery) throws(StoreError) -> Answer {
    let head = try head()
    let isKnown = [query.from, query.to].allSatisfy { (0...head).contains($0) }
    let difference = isKnown ? try difference(query, today: question.today) : nil
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

  /// The order of the items is found first, in slices, and kept; then the window is read.
  private func answerItems(
    _ question: Question, _ query: ItemQuery, _ span: ItemSpan
  ) throws(StoreError) -> Answer {
    let asOf = try read(asOf: question.revision) { view in view.asOf }
    let order = try order(of: query, asOf: asOf, today: question.today)
    return try read { db in
      let view = try LedgerView(db, asOf: asOf)
      return try view.answer(question, .items(try view.page(order, span, today: question.today)))
    }
  }
}

extension LedgerView {
  fileprivate func answer(_ question: Question, _ content: Answer.Content) throws -> Answer {
    Answer(
      question: question, asOf: try revision(today: question.today), head: head, city: try city(), content: content)
  }
}
