import StrategyModel
import Synchronization

/// Gathers the changes of one revision, in the order in which they come.
///
/// Keys are known at once; images are made by a thread of their own, so that reading a file and encoding its records
/// go side by side.
final class ChangeGathering {
  private(set) var keys = KeyTable()
  private let spool: ImageSpool
  private var worker: Worker?
  private var maker = RowImageMaker()
  private let spent = SpentChanges()
  private var waiting: [(ordinal: Int, change: RecordChange)] = []
  /// Changes handed over at once, and how many such wait: at the end the reader waits for no more than these.
  private static let (batch, ahead) = (256, 4)

  /// - Parameter memoryLimit: what is held in memory at most of the images of each kind.
  init(memoryLimit: Int = 8 << 20) { spool = ImageSpool(memoryLimit: memoryLimit) }

  /// A later change of the same record takes the place of an earlier one.
  ///
  /// - Returns: whether the record has no change yet.
  @discardableResult
  func add(_ change: RecordChange) -> Bool {
    let (ordinal, isNew) = keys.insert(change.key)
    waiting.append((ordinal, change))
    if waiting.count == ChangeGathering.batch { handOver() }
    return isNew
  }

  func holds(_ key: RecordKey) -> Bool { keys.ordinal(of: key) != nil }

  /// What was put for a key.
  ///
  /// - Throws: what the general decoder says of a record that was not written as it should be.
  func record(_ key: RecordKey) throws -> Record? {
    guard let ordinal = keys.ordinal(of: key) else { return nil }
    if let last = waiting.last(where: { $0.ordinal == ordinal }) {
      if case .put(let record) = last.change { return record }
      return nil
    }
    worker?.wait()
    return try spool.record(key.kind, at: ordinal)
  }

  private func handOver() {
    let batch = waiting
    waiting.removeAll(keepingCapacity: true)
    let worker = worker ?? Worker(ahead: ChangeGathering.ahead)
    self.worker = worker
    let spool = spool
    spent.destroy()
    let spent = spent
    guard worker.isBehind else {
      return worker.submit {
        spool.add(batch)
        spent.put(batch)
      }
    }
    // The two share the work: who reads is done first.
    let list = maker.images(of: batch)
    let bytes = Array(maker.bytes)
    worker.submit { bytes.withUnsafeBytes { spool.take(list, $0) } }
  }

  func finish() -> ChangeSet {
    worker?.wait()
    spool.add(waiting)
    waiting = []
    return spool.finish(keys)
  }

  /// The change set of a draft that was made by hand.
  ///
  /// - Throws: ``StoreError/invalid(_:)`` for a key that occurs twice, an empty id or a NUL.
  static func gathered(_ changes: [RecordChange]) throws(StoreError) -> ChangeSet {
    let gathering = ChangeGathering()
    for change in changes {
      let key = change.key
      guard gathering.add(change) else { throw .invalid("同じ番号が二度あります（\(key.kind.rawValue) \(key.id)）") }
    }
    let gathered = gathering.finish()
    if let failure = gathered.failure { throw failure }
    return gathered
  }
}

/// Changes that were made into images, on their way back to the thread that made them.
///
/// Memory goes back to the thread that took it: two threads at the same heap wait for each other at every piece.
private final class SpentChanges: Sendable {
  private let batches = Mutex<[[(ordinal: Int, change: RecordChange)]]>([])

  func put(_ batch: [(ordinal: Int, change: RecordChange)]) { batches.withLock { $0.append(batch) } }

  func destroy() {
    let all = batches.withLock { batches in
      defer { batches = [] }
      return batches
    }
    _ = consume all
  }
}
