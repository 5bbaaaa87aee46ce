import GRDB
import StrategyModel
import Synchronization
import TextSearch

/// A read-only connection. Every answer is consistent: all of it is read as of one revision.
///
/// What counted as of a revision never changes, so a long read goes in slices of a transaction each and no writer waits
/// for it.
public final class StoreReader: Sendable {
  let place: StorePlace
  private let busy: BusyRule
  private let connection: Mutex<Connection?>
  let orders = OrderCache()
  let differences = DifferenceCache()
  let landmarks = LandmarkCache()
  let years = ItemYearsCache()
  let changes = ItemChangesCache()
  private let frameworks = FrameworkMemory()
  let itemRows = ItemRowMemory()
  /// Of the last answer.
  private let lastHeading = Mutex<AnswerHeading?>(nil)
  /// The items of a large store, once they were asked for; see ``fillArena()``.
  let arena = Mutex<ItemArena?>(nil)
  /// Words by their readings, where the machine has a dictionary.
  let dictionary = Mutex<MigemoDictionary?>(nil)

  private struct Connection {
    var queue: DatabaseQueue
    var file: StoreFile.Identity?
  }

  /// - Parameter busy: what to do while another process commits.
  public convenience init(path: String, busy: BusyRule = .immediate) throws(StoreError) {
    try self.init(place: .file(path), busy: busy)
  }

  /// A reader that opens its connection when it is first asked, for work that may never come.
  public init(openingLater path: String, busy: BusyRule) {
    place = .file(path)
    self.busy = busy
    connection = Mutex(nil)
  }

  init(place: StorePlace, busy: BusyRule) throws(StoreError) {
    self.place = place
    self.busy = busy
    connection = Mutex(try StoreReader.connect(place, busy))
  }

  deinit {
    if let queue = connection.withLock({ $0?.queue }) { StoreConnection.retire(queue) }
  }

  private static func connect(_ place: StorePlace, _ busy: BusyRule) throws(StoreError) -> Connection {
    var file: StoreFile.Identity?
    if case .file(let path) = place { file = StoreFile.identity(path) }
    return Connection(queue: try StoreConnection.reader(place, busy: busy), file: file)
  }

  /// The connection, opened anew when a backup was put in the file's place.
  private func queue() throws(StoreError) -> DatabaseQueue {
    let held = connection.withLock { $0.map { ($0.queue, $0.file) } }
    if let (queue, file) = held {
      guard case .file(let path) = place, StoreFile.identity(path) != file else { return queue }
    }
    let renewed = try StoreReader.connect(place, busy)
    orders.removeAll()
    differences.removeAll()
    landmarks.removeAll()
    years.removeAll()
    changes.removeAll()
    frameworks.removeAll()
    itemRows.removeAll()
    lastHeading.withLock { $0 = nil }
    // The arena tells by its head's hash that it belongs to another store.
    let queue = renewed.queue
    connection.withLock { $0 = renewed }
    if let (replaced, _) = held { StoreConnection.retire(replaced) }
    return queue
  }

  /// - Returns: `nil` unless the last answer was of the question's revision, and the file is still the one that was read.
  func heading(of question: Question) -> AnswerHeading? {
    guard let last = lastHeading.withLock({ $0 }), question.revision ?? last.head == last.asOf.number else {
      return nil
    }
    guard case .file(let path) = place else { return last }
    return StoreFile.identity(path) == connection.withLock({ $0?.file }) ? last : nil
  }

  func keep(_ heading: AnswerHeading) { lastHeading.withLock { $0 = heading } }

  /// Reads in one transaction.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    let queue = try queue()
    return try StoreConnection.recovering(place) { () throws(StoreError) in
      try translating(place) { try queue.read(body) }
    }
  }

  /// Reads in one transaction what counted as of a revision; `nil` is the latest.
  func read<Value>(asOf number: Int?, _ body: (LedgerView) throws -> Value) throws(StoreError) -> Value {
    try read { db in try body(try LedgerView(db, asOf: number, memory: frameworks, rowMemory: itemRows)) }
  }
}

extension StoreReader {
  /// Finds kanji by their readings from now on. Never for a snapshot: it must be the same on any machine.
  public func use(_ dictionary: MigemoDictionary) {
    self.dictionary.withLock { $0 = dictionary }
    orders.removeAll()
    differences.removeAll()
  }

  /// The latest revision's number; 0 in a store without any.
  public func head() throws(StoreError) -> Int { try read { db in try LedgerRows.head(db) } }
}
