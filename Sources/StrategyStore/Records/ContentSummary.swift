import Synchronization

/// The hash and the counts of a staged revision, reckoned by a thread of their own while its rows are written.
final class ContentSummary {
  private final class Outcome: Sendable {
    let content = Mutex<Result<DraftResolution.Content, any Error>>(.success(DraftResolution.Content()))
  }

  private let worker = Worker(ahead: 1)
  private let outcome = Outcome()

  init(of resolution: DraftResolution) {
    let outcome = outcome
    worker.submit {
      let content = Result { try resolution.content() }
      outcome.content.withLock { $0 = content }
    }
  }

  /// Whether it needs no image any more.
  var isDone: Bool { worker.isIdle }

  func wait() throws -> DraftResolution.Content {
    worker.wait()
    return try outcome.content.withLock { $0 }.get()
  }
}
