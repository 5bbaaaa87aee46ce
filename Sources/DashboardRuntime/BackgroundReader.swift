import CLinux
import Dashboard
import Glibc
import StrategyModel
import StrategyStore
import Synchronization

/// Reads that may take longer than a key should wait, one after another on a thread of their own.
final class BackgroundReader: Sendable {
  private enum Order: Sendable {
    case load(Question)
    case run(@Sendable () -> Message?)
    /// Read some more of the items into memory, and again until all are there.
    case fill
    /// Read what the next key most likely asks for, window by window.
    case ahead(Answer, [StoreReader.Nearby])
    case stop
  }

  private struct Queue {
    var orders: [Order] = []
    /// Questions that the screen still waits for; others are not read any more.
    var wanted: Set<Question> = []
    var isFilling = false
    /// The orders of all items are being made.
    var isSorting = false
    /// The day of the last question.
    var today: CivilDate?
    /// Questions whose answer was of a part of the items, and when they are to be answered again.
    var again: [(question: Question, at: ContinuousClock.Instant)] = []
  }

  /// Between two answers to one question while the items are being read.
  private static let pause = Duration.milliseconds(100)

  private let reader: StoreReader
  private let mailbox: Mailbox
  private let queue = Mutex(Queue())
  private let wake: Int32
  /// Held while a read is under way, so that a suspended process never holds the store's lock.
  private let reading = Mutex(())

  init(reader: StoreReader, mailbox: Mailbox) {
    self.reader = reader
    self.mailbox = mailbox
    wake = linux_semaphore()
    OwnThread.detached { self.work() }
  }

  func load(_ question: Question) {
    queue.withLock { $0.today = question.today }
    enqueue(.load(question))
  }

  /// Reads what the next key most likely asks for, once nobody waits for anything.
  func readAhead(of answer: Answer) { enqueue(.ahead(answer, StoreReader.Nearby.allCases)) }

  /// Runs other slow work, such as writing a snapshot, and posts what it has to say.
  func run(_ work: @escaping @Sendable () -> Message?) { enqueue(.run(work)) }

  /// Keeps the items in memory from now on; see `StoreReader.fillArena`.
  func fill() {
    let mustBegin = queue.withLock { queue in
      defer { queue.isFilling = true }
      return !queue.isFilling
    }
    if mustBegin { enqueue(.fill) }
  }

  func stop() { enqueue(.stop) }

  func want(_ questions: Set<Question>) { queue.withLock { $0.wanted = questions } }

  /// Does something while no read is under way.
  func whileIdle<Result>(_ work: () throws -> Result) rethrows -> Result { try reading.withLock { _ in try work() } }

  private func enqueue(_ order: Order) {
    queue.withLock { $0.orders.append(order) }
    var one: UInt64 = 1
    _ = write(wake, &one, 8)
  }

  private func work() {
    while true {
      var count: UInt64 = 0
      guard read(wake, &count, 8) == 8 else { continue }
      let next = queue.withLock { $0.orders.isEmpty ? nil : $0.orders.removeFirst() }
      switch next {
      case nil: continue
      case .stop: return
      case .run(let work):
        if let message = reading.withLock({ _ in work() }) { mailbox.post(message) }
      case .fill: fillSome()
      case .load(let question):
        guard isWanted(question) else { continue }
        if let message = reading.withLock({ _ in answer(question) }) { mailbox.post(message) }
      case .ahead(let answer, let windows): readAhead(windows, of: answer)
      }
    }
  }

  /// One window that is not in memory yet, then whoever waits in the queue.
  private func readAhead(_ windows: [StoreReader.Nearby], of answer: Answer) {
    guard isWanted(answer.question) else { return }
    do {
      for (index, window) in windows.enumerated() {
        let hasRead = try reading.withLock { _ throws(StoreError) in try reader.readAhead(window, of: answer) }
        if hasRead { return enqueue(.ahead(answer, Array(windows[(index + 1)...]))) }
      }
    } catch .busy {
      // A writer commits: what is not read ahead is read when it is asked for.
      return
    } catch {
      mailbox.post(.noticed(Notice(.failure, error.message)))
    }
  }

  private func isWanted(_ question: Question) -> Bool { queue.withLock { $0.wanted.contains(question) } }

  private enum Filled {
    case some
    case all
    case failed
  }

  /// A few short reads, then whoever waits in the queue.
  private func fillSome() {
    let end = ContinuousClock.now + .milliseconds(20)
    var filled = Filled.some
    // A slice at a time while somebody waits.
    repeat {
      filled = reading.withLock { _ in fillSlice() }
    } while filled == .some && ContinuousClock.now < end && queue.withLock { $0.orders.isEmpty }
    let now = ContinuousClock.now
    // Long before all is known that is reckoned from KPIs and reviews: a list is sorted sooner than filtered by those.
    let needsOrders = reader.needsOrders
    let due = queue.withLock { queue in
      queue.isFilling = filled == .some
      if needsOrders, !queue.isSorting { sort(&queue) }
      if filled == .failed { queue.again = [] }
      let due = queue.again.filter { filled == .all || $0.at <= now }.map(\.question)
      queue.again.removeAll { due.contains($0.question) }
      return due
    }
    due.forEach(load)
    if filled == .some { enqueue(.fill) }
  }

  private func sort(_ queue: inout Queue) {
    queue.isSorting = true
    OwnThread.detached {
      self.reader.prepareOrders()
      self.queue.withLock { $0.isSorting = false }
    }
  }

  private func fillSlice() -> Filled {
    do {
      return try reader.fillArena(today: queue.withLock { $0.today }) ? .all : .some
    } catch .busy {
      return .some
    } catch {
      // Lists show what was read so far; the next commit tries again.
      mailbox.post(.noticed(Notice(.failure, error.message)))
      return .failed
    }
  }

  /// - Returns: `nil` where a writer was in the way: the question is asked again.
  private func answer(_ question: Question) -> Message? {
    do {
      let start = ContinuousClock.now
      guard let answer = try reader.answer(question, while: { self.isWanted(question) }) else { return nil }
      if answer.isPartial {
        fill()
        // What is read meanwhile must be worth looking again.
        let pause = max(BackgroundReader.pause, start.duration(to: .now) * 4)
        queue.withLock { $0.again.append((question, ContinuousClock.now + pause)) }
      }
      return .answered(answer)
    } catch .busy {
      enqueue(.load(question))
      return nil
    } catch {
      return .failed(question, reason: error.message)
    }
  }
}
