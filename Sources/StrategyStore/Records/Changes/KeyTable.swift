import Glibc
import StrategyModel

/// Keys of records in the order in which they came, each with its ordinal: less than fifty bytes a key.
struct KeyTable: Sendable {
  private var ids: [UInt8] = []
  /// Where each id ends in ``ids``.
  private var ends: [UInt32] = []
  private var kinds: [UInt8] = []
  private var hashes: [UInt32] = []
  /// Ordinals by hash, open addressing; 0 is free, else the ordinal and one.
  private var slots: [UInt32] = Array(repeating: 0, count: 64)

  static let kinds = RecordKind.allCases

  var count: Int { kinds.count }

  func kind(_ ordinal: Int) -> RecordKind { KeyTable.kinds[Int(kinds[ordinal])] }

  func key(_ ordinal: Int) -> RecordKey {
    RecordKey(kind(ordinal), withID(ordinal) { String(decoding: $0, as: UTF8.self) })
  }

  func withID<Value>(_ ordinal: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Value) rethrows -> Value {
    try ids.withUnsafeBufferPointer { bytes in
      try body(UnsafeBufferPointer(rebasing: bytes[range(ordinal)]))
    }
  }

  private func range(_ ordinal: Int) -> Range<Int> {
    (ordinal == 0 ? 0 : Int(ends[ordinal - 1]))..<Int(ends[ordinal])
  }

  func ordinal(of key: RecordKey) -> Int? {
    let slot = slot(of: key).slot
    return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
  }

  /// - Returns: the key's ordinal, and whether the key is new.
  mutating func insert(_ key: RecordKey) -> (ordinal: Int, isNew: Bool) {
    let (slot, hash) = slot(of: key)
    if slots[slot] != 0 { return (Int(slots[slot]) - 1, false) }
    ids.append(contentsOf: key.id.utf8)
    ends.append(UInt32(truncatingIfNeeded: ids.count))
    kinds.append(UInt8(truncatingIfNeeded: key.kind.rank))
    hashes.append(hash)
    slots[slot] = UInt32(kinds.count)
    if kinds.count * 2 > slots.count { grow() }
    return (kinds.count - 1, true)
  }

  /// Where the key stands, or would.
  private func slot(of key: RecordKey) -> (slot: Int, hash: UInt32) {
    var id = key.id
    let rank = UInt8(truncatingIfNeeded: key.kind.rank)
    return id.withUTF8 { wanted in
      let hash = KeyTable.hash(rank, wanted)
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 {
        let ordinal = Int(slots[slot]) - 1
        if hashes[ordinal] == hash, kinds[ordinal] == rank, withID(ordinal, { KeyTable.areEqual($0, wanted) }) { break }
        slot = (slot + 1) & (slots.count - 1)
      }
      return (slot, hash)
    }
  }

  private static func areEqual(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    guard let left = left.baseAddress, let start = right.baseAddress else { return true }
    return memcmp(left, start, right.count) == 0
  }

  /// Eight bytes at a time, each folded in by a product of 128 bits.
  private static func hash(_ rank: UInt8, _ id: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let bytes = UnsafeRawBufferPointer(id)
    var hash = UInt64(rank) &+ UInt64(bytes.count) << 8
    var place = 0
    while place < bytes.count {
      var word: UInt64 = 0
      if place + 8 <= bytes.count {
        word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      } else {
        for byte in bytes[place...].reversed() { word = word << 8 | UInt64(byte) }
      }
      let product = (hash ^ word ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
      hash = product.high ^ product.low
      place += 8
    }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for ordinal in kinds.indices {
      var slot = Int(hashes[ordinal]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(ordinal + 1)
    }
  }

  /// Ordinals by rank of kind, those of a kind as they came.
  func byKind() -> [UInt32] {
    var ends = Array(repeating: 0, count: KeyTable.kinds.count)
    for kind in kinds { ends[Int(kind)] += 1 }
    for rank in ends.indices.dropFirst() { ends[rank] += ends[rank - 1] }
    var order = Array(repeating: UInt32(0), count: count)
    for ordinal in kinds.indices.reversed() {
      let rank = Int(kinds[ordinal])
      ends[rank] -= 1
      order[ends[rank]] = UInt32(ordinal)
    }
    return order
  }

  /// Ordinals by rank of kind, then the bytes of the id, as SQLite sorts: Swift's own order of strings depends on
  /// Unicode data.
  func sorted() -> [UInt32] {
    struct Entry {
      /// The first bytes of the id, as a number: most ids differ in them.
      var start: UInt64
      var ordinal: UInt32
    }
    var byKind: [[Entry]] = Array(repeating: [], count: KeyTable.kinds.count)
    for ordinal in kinds.indices {
      let start = withID(ordinal) { id in
        (0..<8).reduce(UInt64(0)) { $0 << 8 | UInt64($1 < id.count ? id[$1] : 0) }
      }
      byKind[Int(kinds[ordinal])].append(Entry(start: start, ordinal: UInt32(ordinal)))
    }
    var order: [UInt32] = []
    order.reserveCapacity(count)
    for kind in byKind.indices {
      byKind[kind].sort { left, right in
        left.start != right.start ? left.start < right.start : precedes(Int(left.ordinal), Int(right.ordinal))
      }
      order += byKind[kind].lazy.map(\.ordinal)
      byKind[kind] = []
    }
    return order
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    ids.withUnsafeBufferPointer { bytes in
      UnsafeBufferPointer(rebasing: bytes[range(left)])
        .lexicographicallyPrecedes(UnsafeBufferPointer(rebasing: bytes[range(right)]))
    }
  }
}
