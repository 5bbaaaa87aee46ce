import Synchronization
import TextSearch

/// Whether somebody still waits for what is being looked for. Asked from several threads.
typealias SearchPatience = @Sendable () -> Bool

/// A search that nobody waits for any more was left half done.
struct SearchAbandoned: Error {}

/// A word looked for in an arena, block by block: by two threads where there are many blocks.
final class BlockScan: Sendable {
  /// Blocks from which on starting a thread (some 50 µs) pays: a block takes it about as long.
  private static let many = 4

  private let texts: TextArena
  private let needle: [UInt8]
  private let first: Int
  private let isWanted: SearchPatience
  private let next = Atomic(0)
  private let wasAbandoned = Atomic(false)
  private let found: Mutex<[[Int32]]>

  private init(_ texts: TextArena, _ needle: [UInt8], _ first: Int, _ isWanted: @escaping SearchPatience) {
    self.texts = texts
    self.needle = needle
    self.first = first
    self.isWanted = isWanted
    found = Mutex(Array(repeating: [], count: texts.blockCount))
  }

  /// The rows from `first` on whose text contains the needle, in order.
  ///
  /// - Throws: ``SearchAbandoned`` once nobody waits for them any more.
  static func rows(
    of texts: TextArena, containing needle: [UInt8], from first: Int = 0, while isWanted: @escaping SearchPatience
  ) throws -> [Int32] {
    let scan = BlockScan(texts, needle, first, isWanted)
    // Rows that came since the last search lie in the last blocks.
    let pays = texts.blockCount >= many && first < texts.count / 2
    // Where the system gives no thread, one does all the work.
    let helper = pays ? OwnThread { scan.work() } : nil
    scan.work()
    helper?.join()
    if scan.wasAbandoned.load(ordering: .acquiring) { throw SearchAbandoned() }
    let parts = scan.found.withLock { $0 }
    return parts.count == 1 ? parts[0] : Array(parts.joined())
  }

  private func work() {
    while true {
      let block = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard block < texts.blockCount else { return }
      guard isWanted() else { return wasAbandoned.store(true, ordering: .releasing) }
      let rows = texts.rows(containing: needle, from: first, inBlock: block)
      found.withLock { $0[block] = rows }
    }
  }
}
