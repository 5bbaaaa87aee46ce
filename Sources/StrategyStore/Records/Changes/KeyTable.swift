import Glibc
import StrategyModel

/// Keys of records in the order in which they came, each with its ordinal: some fifty bytes a key.
struct KeyTable: Sendable {
  private var ids: [UInt8] = []
  /// Where each id ends in ``ids``.
  private var ends: [UInt32] = []
  private var kinds: [UInt8] = []
  /// By hash, open addressing.
  private var slots: [Slot] = Array(repeating: Slot(), count: 64)

  private struct Slot {
    /// Beside the ordinal: elsewhere it would cost a second look into memory that the processor does not have at hand.
    var hash: UInt32 = 0
    /// 0 where the slot is free, else the ordinal and one.
    var next: UInt32 = 0

    var isFree: Bool { next == 0 }
    var ordinal: Int { Int(next) - 1 }
  }

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
    let slot = slots[slot(of: key).place]
    return slot.isFree ? nil : slot.ordinal
  }

  /// - Returns: the key's ordinal, and whether the key is new.
  mutating func insert(_ key: RecordKey) -> (ordinal: Int, isNew: Bool) {
    let (place, hash) = slot(of: key)
    if !slots[place].isFree { return (slots[place].ordinal, false) }
    ids.append(contentsOf: key.id.utf8)
    ends.append(UInt32(truncatingIfNeeded: ids.count))
    kinds.append(UInt8(truncatingIfNeeded: key.kind.rank))
    slots[place] = Slot(hash: hash, next: UInt32(kinds.count))
    if kinds.count * 2 > slots.count { grow() }
    return (kinds.count - 1, true)
  }

  /// Where the key stands, or would.
  private func slot(of key: RecordKey) -> (place: Int, hash: UInt32) {
    var id = key.id
    let rank = UInt8(truncatingIfNeeded: key.kind.rank)
    return id.withUTF8 { wanted in
      let hash = KeyTable.hash(rank, wanted)
      var place = Int(hash) & (slots.count - 1)
      while !slots[place].isFree {
        let slot = slots[place]
        if slot.hash == hash, kinds[slot.ordinal] == rank, withID(slot.ordinal, { KeyTable.areEqual($0, wanted) }) {
          break
        }
        place = (place + 1) & (slots.count - 1)
      }
      return (place, hash)
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
    var wider = Array(repeating: Slot(), count: slots.count * 2)
    for slot in slots where !slot.isFree {
      var place = Int(slot.hash) & (wider.count - 1)
      while !wider[place].isFree { place = (place + 1) & (wider.count - 1) }
      wider[place] = slot
    }
    slots = wider
  }

  /// Parts ordinals in key order by their kinds.
  func parted(_ order: [UInt32]) -> [(kind: RecordKind, ordinals: ArraySlice<UInt32>)] {
    var parts: [(kind: RecordKind, ordinals: ArraySlice<UInt32>)] = []
    var start = 0
    while start < order.count {
      let rank = kinds[Int(order[start])]
      let end = order[start...].firstIndex { kinds[Int($0)] != rank } ?? order.count
      parts.append((KeyTable.kinds[Int(rank)], order[start..<end]))
      start = end
    }
    return parts
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
