import StrategyModel
import StrategyStore
import Synchronization

/// Reads the next page of a long list in a thread of its own, while the last one is written out.
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

  private let reader: StoreReader
  /// By list: a board has one for each lane.
  private let ahead = Mutex<[ItemQuery: Ahead]>([:])

  init(_ reader: StoreReader) { self.reader = reader }

  /// Nobody reads on when a view has ended.
  deinit { ahead.withLock { $0.values.forEach { $0.thread.join() } } }

  func answer(_ question: Question) throws -> Answer {
    let answer = try read(question)
    if let next = question.nextPage(after: answer) { begin(next) }
    return answer
  }

  private func read(_ question: Question) throws -> Answer {
    guard case .items(let query, _) = question.topic,
      let begun = ahead.withLock({ $0.removeValue(forKey: query) })
    else { return try reader.answer(question) }
    begun.thread.join()
    guard begun.question == question, let result = begun.result.answer.withLock({ $0 }) else {
      return try reader.answer(question)
    }
    return try result.get()
  }

  private func begin(_ question: Question) {
    guard case .items(let query, _) = question.topic else { return }
    let reader = reader
    let reply = Reply()
    let thread = OwnThread {
      let result = Result { try reader.answer(question) }
      reply.answer.withLock { $0 = result }
    }
    // Without a thread the page is read when it is asked for.
    guard let thread else { return }
    ahead.withLock { $0[query] = Ahead(question: question, thread: thread, result: reply) }
  }
}

extension Question {
  /// The page of a list of items behind the one that was answered.
  fileprivate func nextPage(after answer: Answer) -> Question? {
    guard case .items(let query, var span) = topic, span.count >= 100, case .position(let start) = span.anchor,
      case .items(let page) = answer.content, page.rows.count == span.count,
      start + page.rows.count < page.total
    else { return nil }
    span.anchor = .position(start + page.rows.count)
    var next = self
    next.topic = .items(query, span)
    return next
  }
}
