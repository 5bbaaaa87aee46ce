import StrategyModel
import TextSearch

/// All rows of an arena in the order of their ids, or of their titles and ids: by bytes, the same on every machine.
///
/// Rows that come later are put in between, so that a commit of a few items costs little in a large store.
struct RowOrder: Sendable {
  enum Key: Sendable {
    case id
    case title
  }

  let key: Key
  private(set) var rows: [Int32] = []
  /// Of an order by title, whether each row has another title than the one before: to compare the titles when the order
  /// is turned round would be a wait for memory at each row.
  private var begins: [Bool] = []

  init(by key: Key) { self.key = key }

  mutating func take(rowsThrough count: Int, keys: ArenaKeys) {
    guard count > rows.count else { return }
    let added = Int32(rows.count)..<Int32(count)
    if added.count > rows.count / 8 {
      rows = sorted(Array(0..<Int32(count)), keys: keys)
      begins = key == .title ? rows.indices.map { beginsTitle(at: $0, keys) } : []
    } else {
      merge(sorted(Array(added), keys: keys), keys: keys)
    }
  }

  private mutating func merge(_ added: [Int32], keys: ArenaKeys) {
    var merged: [Int32] = []
    merged.reserveCapacity(rows.count + added.count)
    var mergedBegins: [Bool] = []
    var seams: [Int] = []
    var taken = 0
    for row in added {
      var low = taken
      var high = rows.count
      while low < high {
        let middle = (low + high) / 2
        if precedes(row, rows[middle], keys) { high = middle } else { low = middle + 1 }
      }
      merged += rows[taken..<low]
      seams.append(merged.count)
      merged.append(row)
      if key == .title { mergedBegins += begins[taken..<low] + [true] }
      taken = low
    }
    merged += rows[taken...]
    if key == .title { mergedBegins += begins[taken...] }
    rows = merged
    begins = mergedBegins
    guard key == .title else { return }
    for seam in seams {
      for place in [seam, seam + 1] where place < rows.count { begins[place] = beginsTitle(at: place, keys) }
    }
  }

  private func beginsTitle(at place: Int, _ keys: ArenaKeys) -> Bool {
    place == 0 || !hasSameTitle(rows[place - 1], rows[place], keys)
  }

  /// All rows, turned round; those of one title stay in the order of their ids.
  var turned: [Int32] {
    guard key == .title else { return rows.reversed() }
    return [Int32](unsafeUninitializedCapacity: rows.count) { buffer, count in
      var end = rows.count
      while end > 0 {
        var start = end - 1
        while !begins[start] { start -= 1 }
        for place in start..<end {
          buffer.initializeElement(at: count, to: rows[place])
          count += 1
        }
        end = start
      }
    }
  }

  private func precedes(_ left: Int32, _ right: Int32, _ keys: ArenaKeys) -> Bool {
    keys.withKeys(of: Int(left)) { leftID, leftTitle in
      keys.withKeys(of: Int(right)) { rightID, rightTitle in
        if key == .title, !leftTitle.elementsEqual(rightTitle) {
          return leftTitle.lexicographicallyPrecedes(rightTitle)
        }
        return leftID.lexicographicallyPrecedes(rightID)
      }
    }
  }

  /// A few rows, or all, in this order. Versions of one item keep the order of their rows.
  func sorted(_ rows: [Int32], keys: ArenaKeys) -> [Int32] {
    var entries = rows.map { Entry(prefix: 0, row: $0) }
    RowOrder.sort(&entries, 0..<entries.count, by: key, from: 0, keys)
    return entries.map(\.row)
  }

  /// A row with the next eight bytes of its key as a number: most keys differ within a few of them.
  private struct Entry {
    var prefix: UInt64
    var row: Int32
  }

  private static func sort(
    _ entries: inout [Entry], _ range: Range<Int>, by key: Key, from offset: Int, _ keys: ArenaKeys
  ) {
    for place in range {
      entries[place].prefix = keys.withKeys(of: Int(entries[place].row)) { id, title in
        prefix(of: key == .id ? id : title, from: offset)
      }
    }
    entries[range].sort { $0.prefix != $1.prefix ? $0.prefix < $1.prefix : $0.row < $1.row }
    var start = range.lowerBound
    while start < range.upperBound {
      let prefix = entries[start].prefix
      var end = start + 1
      while end < range.upperBound, entries[end].prefix == prefix { end += 1 }
      // No key holds a zero byte, so a prefix that ends in one is the end of its key.
      let isWhole = prefix & 0xFF == 0
      if end - start > 1, !isWhole { sort(&entries, start..<end, by: key, from: offset + 8, keys) }
      if end - start > 1, isWhole, key == .title { sort(&entries, start..<end, by: .id, from: 0, keys) }
      start = end
    }
  }

  private static func prefix(of text: RowKeys.Bytes, from offset: Int) -> UInt64 {
    var number: UInt64 = 0
    let bytes = text.dropFirst(offset).prefix(8)
    for byte in bytes { number = number << 8 | UInt64(byte) }
    return number << UInt64(8 * (8 - bytes.count))
  }

  /// A few rows in this order, turned round; those of one title stay in the order of their ids.
  func reversed(_ rows: [Int32], keys: ArenaKeys) -> [Int32] {
    guard key == .title else { return rows.reversed() }
    var turned: [Int32] = []
    turned.reserveCapacity(rows.count)
    var end = rows.count
    while end > 0 {
      var start = end - 1
      while start > 0, hasSameTitle(rows[start - 1], rows[start], keys) { start -= 1 }
      turned += rows[start..<end]
      end = start
    }
    return turned
  }

  private func hasSameTitle(_ left: Int32, _ right: Int32, _ keys: ArenaKeys) -> Bool {
    keys.keys.mayHaveSameTitle(Int(left), Int(right))
      && keys.withKeys(of: Int(left)) { _, left in
        keys.withKeys(of: Int(right)) { _, right in left.elementsEqual(right) }
      }
  }
}
