import Foundation
import StrategyModel

/// The digest of the records of answers, reckoned in a thread of its own once they are many: a long list is drawn
/// meanwhile.
final class RecordsReckoning {
  /// What the two threads share, under the condition's lock.
  private final class Desk: @unchecked Sendable {
    let condition = NSCondition()
    var waiting: [Answer] = []
    var isClosed = false
    var digest = RecordsDigest()
    var error: (any Error)?
    var isDone = false

    func work() {
      while let answer = next() {
        do {
          // Nobody else looks at the digest before all is done.
          try digest.add(answer)
        } catch {
          condition.withLock { self.error = error }
        }
      }
      condition.withLock {
        isDone = true
        condition.broadcast()
      }
    }

    /// Nothing more will come.
    func close() {
      condition.withLock {
        isClosed = true
        condition.broadcast()
      }
    }

    private func next() -> Answer? {
      condition.withLock {
        while waiting.isEmpty, !isClosed { condition.wait() }
        let next = waiting.isEmpty ? nil : waiting.removeFirst()
        condition.broadcast()
        return next
      }
    }
  }

  /// Answers that may wait before the drawing does: each is a page of a long list.
  private static let ahead = 2

  private var own = RecordsDigest()
  private var desk: Desk?

  /// The other thread ends when nobody waits for it any more.
  deinit { desk?.close() }

  func add(_ answer: Answer) throws {
    guard desk != nil || answer.isLong else { return try own.add(answer) }
    let desk = desk ?? start()
    try desk.condition.withLock {
      while desk.waiting.count >= RecordsReckoning.ahead { desk.condition.wait() }
      if let error = desk.error { throw error }
      desk.waiting.append(answer)
      desk.condition.broadcast()
    }
  }

  private func start() -> Desk {
    let desk = Desk()
    desk.digest = own
    self.desk = desk
    Thread { desk.work() }.start()
    return desk
  }

  /// 64 hex digits over all that was added.
  func hex() throws -> String {
    guard let desk else { return own.hex }
    desk.close()
    return try desk.condition.withLock {
      while !desk.isDone { desk.condition.wait() }
      if let error = desk.error { throw error }
      return desk.digest.hex
    }
  }
}

extension RecordsDigest {
  mutating func add(_ answer: Answer) throws {
    try RecordLines(of: answer).forEach { add(line: $0) }
  }
}

extension Answer {
  /// Whether another thread pays.
  fileprivate var isLong: Bool {
    if case .items(let page) = content { page.rows.count >= 500 } else { false }
  }
}
