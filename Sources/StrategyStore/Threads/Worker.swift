import Foundation

/// A thread that does pieces of work in order, while its owner goes on; it ends with its owner.
final class Worker {
  private final class Queue: @unchecked Sendable {
    let condition = NSCondition()
    var work: [@Sendable () -> Void] = []
    var isWorking = false
    var isClosed = false

    func run() {
      while let next = next() { next() }
    }

    private func next() -> (@Sendable () -> Void)? {
      condition.lock()
      defer { condition.unlock() }
      isWorking = false
      condition.broadcast()
      while work.isEmpty, !isClosed { condition.wait() }
      guard !work.isEmpty else { return nil }
      isWorking = true
      condition.broadcast()
      return work.removeFirst()
    }
  }

  private let queue = Queue()
  /// `nil` where the system gives none: the owner does the work then.
  private let thread: OwnThread?
  private let ahead: Int

  /// - Parameter ahead: pieces that may wait before the owner does.
  init(ahead: Int) {
    self.ahead = ahead
    let queue = queue
    thread = OwnThread { queue.run() }
    thread?.detach()
  }

  deinit {
    queue.condition.lock()
    queue.isClosed = true
    queue.condition.broadcast()
    queue.condition.unlock()
  }

  func submit(_ work: @escaping @Sendable () -> Void) {
    guard thread != nil else { return work() }
    queue.condition.lock()
    while queue.work.count >= ahead { queue.condition.wait() }
    queue.work.append(work)
    queue.condition.broadcast()
    queue.condition.unlock()
  }

  /// Whether as much waits as may.
  var isBehind: Bool {
    queue.condition.lock()
    defer { queue.condition.unlock() }
    return queue.work.count >= ahead
  }

  /// Whether all that was submitted is done.
  var isIdle: Bool {
    queue.condition.lock()
    defer { queue.condition.unlock() }
    return queue.work.isEmpty && !queue.isWorking
  }

  /// Until all that was submitted is done.
  func wait() {
    queue.condition.lock()
    while !queue.work.isEmpty || queue.isWorking { queue.condition.wait() }
    queue.condition.unlock()
  }
}
