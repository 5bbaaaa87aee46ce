import StrategyModel
import Synchronization

/// The changes of one revision, each record once, made ready to be compared and written.
///
/// Of a hundred thousand records only their keys are held in memory; see ``SpoolStorage``.
final class ChangeSet: Sendable {
  /// Where a record's ``RowImage`` stands; empty for a record that is retired.
  struct Place: Sendable {
    var start: Int
    var length: UInt32

    static let retired = Place(start: 0, length: 0)
    var range: Range<Int> { start..<(start + Int(length)) }
  }

  let keys: KeyTable
  private let places: [Place]
  private let storages: KindStorages
  private let sorted = Mutex<[UInt32]?>(nil)
  private let isInOrder: Bool
  /// What went wrong while they were gathered: such a set is neither compared nor written.
  let failure: StoreError?

  init(keys: KeyTable, places: [Place], storages: KindStorages, failure: StoreError?) {
    self.failure = failure
    self.keys = keys
    self.places = places
    var last = Array(repeating: 0, count: RecordKind.allCases.count)
    isInOrder = places.indices.allSatisfy { ordinal in
      let rank = keys.kind(ordinal).rank
      defer { last[rank] = max(last[rank], places[ordinal].start) }
      return places[ordinal].length == 0 || places[ordinal].start >= last[rank]
    }
    self.storages = storages
  }

  /// A set that could not be made.
  convenience init(failure: StoreError) {
    self.init(keys: KeyTable(), places: [], storages: KindStorages(memoryLimit: 0), failure: failure)
  }

  var count: Int { places.count }

  func isRetired(_ ordinal: Int) -> Bool { places[ordinal].length == 0 }

  /// - Returns: `nil` for a record that is retired.
  func image(_ ordinal: Int) -> RowImage? {
    guard places[ordinal].length > 0, let storage = storages[keys.kind(ordinal)] else { return nil }
    return RowImage(storage.bytes(places[ordinal].range))
  }

  func change(_ ordinal: Int) throws -> RecordChange {
    let key = keys.key(ordinal)
    return try image(ordinal).map { .put(try CanonicalJSON.record(key.kind, $0.bodyText)) } ?? .retire(key)
  }

  /// Reads many images in any order, in little memory.
  final class Reader {
    private let changes: ChangeSet
    private var readers: [RecordKind: SpoolReader] = [:]

    fileprivate init(_ changes: ChangeSet) { self.changes = changes }

    /// - Parameter body: its image is `nil` for a record that is retired.
    func with<Value>(_ ordinal: Int, _ body: (RowImage?) throws -> Value) throws -> Value {
      let kind = changes.keys.kind(ordinal)
      let place = changes.places[ordinal]
      guard place.length > 0, let storage = changes.storages[kind] else { return try body(nil) }
      let reader = readers[kind] ?? SpoolReader(storage)
      readers[kind] = reader
      return try reader.with(place.range, body)
    }
  }

  func reader() -> Reader { Reader(self) }

  /// The content hash of a revision that makes all of these changes.
  func contentHash() throws -> String {
    var content = RevisionHash.Content()
    let reader = reader()
    for ordinal in order { try reader.with(Int(ordinal)) { content.add(keys, Int(ordinal), $0) } }
    return content.hex()
  }

  /// Ordinals in the order in which they are written: by kind, those of a kind as they came.
  var writingOrder: [UInt32] { keys.byKind() }

  /// Ordinals in key order.
  var order: [UInt32] {
    sorted.withLock { sorted in
      let order = sorted ?? keys.sorted()
      sorted = order
      return order
    }
  }

  /// Lets go for ever of the images that are written before one.
  func release(before ordinal: Int) {
    // A change that took the place of an earlier one stands behind others that come after it.
    if isInOrder { storages.release(before: places[ordinal].start, of: keys.kind(ordinal)) }
  }

  /// Lets go of images that were read; they come back when they are asked for again.
  func forget() { storages.forget() }
}
