import Foundation
import Testing

/// Runs a whole suite on threads beside the pool of the others.
///
/// For tests that mostly wait, on a terminal or another program: in the pool they would keep a core from the tests that
/// compute, and the next of a serialized suite would queue behind all of those. A few at a time: each starts programs,
/// and on two cores fifty of those get nowhere.
public struct WaitingSuite: SuiteTrait, TestScoping {
  private final class Threads: TaskExecutor {
    private let queue = OperationQueue()

    init() { queue.maxConcurrentOperationCount = 6 }

    func enqueue(_ job: consuming ExecutorJob) {
      let job = UnownedJob(job)
      queue.addOperation { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
  }

  private static let threads = Threads()

  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(Self.threads) { try await function() }
  }
}

extension Trait where Self == WaitingSuite {
  public static var waiting: WaitingSuite { WaitingSuite() }
}
