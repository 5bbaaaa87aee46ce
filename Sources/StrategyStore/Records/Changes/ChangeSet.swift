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
  private let storage: SpoolStorage
  private let sorted = Mutex<[UInt32]?>(nil)
  private let isInOrder: Bool
  /// What went wrong while they were gathered: such a set is neither compared nor written.
  let failure: StoreError?

  init(keys: KeyTable, places: [Place], storage: SpoolStorage, failure: StoreError?) {
    self.failure = failure
    self.keys = keys
    self.places = places
    var last = 0
    isInOrder = places.allSatisfy { place in
      defer { last = max(last, place.start) }
      return place.length == 0 || place.start >= last
    }
    self.storage = storage
  }

  var count: Int { places.count }

  /// For reading many images in any order.
  func reader() -> SpoolReader { SpoolReader(storage) }

  /// Where the image stands; `nil` for a record that is retired.
  func place(_ ordinal: Int) -> Range<Int>? { places[ordinal].length == 0 ? nil : places[ordinal].range }

  /// - Returns: `nil` for a record that is retired.
  func image(_ ordinal: Int) -> RowImage? {
    places[ordinal].length == 0 ? nil : RowImage(storage.bytes(places[ordinal].range))
  }

  func change(_ ordinal: Int) throws -> RecordChange {
    let key = keys.key(ordinal)
    return try image(ordinal).map { .put(try CanonicalJSON.record(key.kind, $0.bodyText)) } ?? .retire(key)
  }

  /// Ordinals in key order.
  var order: [UInt32] {
    sorted.withLock { sorted in
      let order = sorted ?? keys.sorted()
      sorted = order
      return order
    }
  }

  /// Lets go for ever of the images of changes before one.
  func release(before ordinal: Int) {
    // A change that took the place of an earlier one stands behind others that come after it.
    if isInOrder, ordinal < places.count { storage.release(before: places[ordinal].start) }
  }

  /// Lets go of images that were read; they come back when they are asked for again.
  func forget() { storage.forget() }
}
