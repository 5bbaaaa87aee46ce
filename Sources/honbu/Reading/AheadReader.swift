import StrategyModel
import StrategyStore
import Synchronization

/// Reads the next pages of a long list in threads of their own, while the last one is written out.
final class AheadReader: Sendable {
  private struct Ahead {
    var question: Question
    var thread: OwnThread
    var result: Reply
  }

  /// What the other thread has to say; read once it has ended.
  private final class Reply: Sendable {
    let answer = Mutex<Result<Answer, any Error>?>(nil)
  }

  private let ask: @Sendable (Question) throws -> Answer
  /// By list, since a board has one for each lane: the next page, and the one behind it, so that neither the reading nor
  /// the writing waits for the other at every page.
  private let ahead = Mutex<[ItemQuery: [Ahead]]>([:])
  private static let pages = 2

  /// - Parameter ask: reads one page, on any thread.
  init(_ ask: @escaping @Sendable (Question) throws -> Answer) { self.ask = ask }

  /// Nobody reads on when a view has ended.
  deinit { ahead.withLock { $0.values.forEach { $0.forEach { $0.thread.join() } } } }

  func answer(_ question: Question) throws -> Answer {
    let answer = try read(question)
    // The first look at a view is not pinned yet, and goes no further than its first page.
    guard case .items(let query, _) = question.topic, question.revision != nil else { return answer }
    ahead.withLock { ahead in
      var begun = ahead[query] ?? []
      while begun.count < AheadReader.pages,
        let next = (begun.last?.question ?? question).nextPage(after: answer), let another = begin(next)
      {
        begun.append(another)
      }
      ahead[query] = begun.isEmpty ? nil : begun
    }
    return answer
  }

  private func read(_ question: Question) throws -> Answer {
    guard case .items(let query, _) = question.topic else { return try ask(question) }
    let begun = ahead.withLock { $0.removeValue(forKey: query) } ?? []
    let place = begun.firstIndex { $0.question == question }
    // Pages that nobody asked for would keep others from being read.
    for dropped in begun[..<(place ?? begun.endIndex)] { dropped.thread.join() }
    guard let place else { return try ask(question) }
    if place + 1 < begun.count { ahead.withLock { $0[query] = Array(begun[(place + 1)...]) } }
    begun[place].thread.join()
    guard let result = begun[place].result.answer.withLock({ $0 }) else { return try ask(question) }
    return try result.get()
  }

  /// - Returns: `nil` without a thread: then the page is read when it is asked for.
  private func begin(_ question: Question) -> Ahead? {
    let ask = ask
    let reply = Reply()
    let thread = OwnThread {
      let result = Result { try ask(question) }
      reply.answer.withLock { $0 = result }
    }
    return thread.map { Ahead(question: question, thread: $0, result: reply) }
  }
}

extension Question {
  /// The page of a list of items behind the one that this asks for.
  ///
  /// - Parameter answer: of a page of the same list.
  fileprivate func nextPage(after answer: Answer) -> Question? {
    guard case .items(let query, var span) = topic, span.count >= 100, case .position(let start) = span.anchor,
      case .items(let page) = answer.content, page.rows.count == span.count, start + span.count < page.total
    else { return nil }
    span.anchor = .position(start + span.count)
    var next = self
    next.topic = .items(query, span)
    return next
  }
}
