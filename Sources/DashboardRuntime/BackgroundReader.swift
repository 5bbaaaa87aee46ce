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
    case run(@Sendable () -> Message)
    case stop
  }

  private struct Queue {
    var orders: [Order] = []
    /// Questions that the screen still waits for; others are not read any more.
    var wanted: Set<Question> = []
  }

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
    var thread = pthread_t()
    let box = Unmanaged.passRetained(self)
    let status = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<BackgroundReader>.fromOpaque(argument).takeRetainedValue().work()
        return nil
      }, box.toOpaque())
    precondition(status == 0, "a thread could not be started")
    pthread_detach(thread)
  }

  func load(_ question: Question) { enqueue(.load(question)) }

  /// Runs other slow work, such as writing a snapshot, and posts what it has to say.
  func run(_ work: @escaping @Sendable () -> Message) { enqueue(.run(work)) }

  func stop() { enqueue(.stop) }

  func want(_ questions: Set<Question>) { queue.withLock { $0.wanted = questions } }

  /// Does something while no read is under way.
  func whileIdle(_ work: () -> Void) { reading.withLock { _ in work() } }

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
      case .run(let work): mailbox.post(reading.withLock { _ in work() })
      case .load(let question):
        guard queue.withLock({ $0.wanted.contains(question) }) else { continue }
        mailbox.post(reading.withLock { _ in answer(question) })
      }
    }
  }

  private func answer(_ question: Question) -> Message {
    do {
      return .answered(try reader.answer(question))
    } catch {
      return .failed(question, reason: error.message)
    }
  }
}
