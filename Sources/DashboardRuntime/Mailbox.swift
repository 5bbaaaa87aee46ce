import CLinux
import Dashboard
import Glibc
import Synchronization

/// Messages from other threads, with a descriptor that becomes readable when one lies in it.
final class Mailbox: Sendable {
  let descriptor: Int32
  private let messages = Mutex<[Message]>([])

  init() { descriptor = linux_eventfd() }

  deinit { close(descriptor) }

  func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    var one: UInt64 = 1
    // The counter only wraps after 2^64 posts; a full one is readable all the same.
    _ = write(descriptor, &one, 8)
  }

  func takeAll() -> [Message] {
    var count: UInt64 = 0
    _ = read(descriptor, &count, 8)
    return messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
