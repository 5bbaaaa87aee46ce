import Synchronization
import TextSearch

/// Whether somebody still waits for what is being looked for. Asked from several threads.
typealias SearchPatience = @Sendable () -> Bool

/// A search that nobody waits for any more was left half done.
struct SearchAbandoned: Error {}

/// An arena looked through block by block: by two threads where there are many blocks.
final class BlockScan: Sendable {
  /// Blocks from which on starting a thread (some 50 µs) pays: a block takes it about as long.
  private static let many = 4

  private let blocks: Range<Int>
  private let isWanted: SearchPatience
  private let scan: @Sendable (_ block: Int) -> [Int32]
  private let next: Atomic<Int>
  private let wasAbandoned = Atomic(false)
  private let found: Mutex<[[Int32]]>

  private init(_ blocks: Range<Int>, _ isWanted: @escaping SearchPatience, _ scan: @escaping @Sendable (Int) -> [Int32])
  {
    self.blocks = blocks
    self.isWanted = isWanted
    self.scan = scan
    next = Atomic(blocks.lowerBound)
    found = Mutex(Array(repeating: [], count: blocks.count))
  }

  /// What a scan finds in each of the blocks, one after another.
  ///
  /// - Throws: ``SearchAbandoned`` once nobody waits for it any more.
  static func rows(
    inBlocks blocks: Range<Int>, while isWanted: @escaping SearchPatience,
    _ scan: @escaping @Sendable (_ block: Int) -> [Int32]
  ) throws -> [Int32] {
    let scan = BlockScan(blocks, isWanted, scan)
    // Where the system gives no thread, one does all the work.
    let helper = blocks.count >= many ? OwnThread { scan.work() } : nil
    scan.work()
    helper?.join()
    if scan.wasAbandoned.load(ordering: .acquiring) { throw SearchAbandoned() }
    let parts = scan.found.withLock { $0 }
    if parts.count == 1 { return parts[0] }
    var rows: [Int32] = []
    rows.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts { rows += part }
    return rows
  }

  private func work() {
    while true {
      let block = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard block < blocks.upperBound else { return }
      guard isWanted() else { return wasAbandoned.store(true, ordering: .releasing) }
      let rows = scan(block)
      found.withLock { $0[block - blocks.lowerBound] = rows }
    }
  }
}
