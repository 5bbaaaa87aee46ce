import TextSearch

/// The id of each row and the key by which its title is sorted, as places in the row's text, where both nearly always stand.
///
/// Kept once more they would cost a sixth of the arena. Those that folding changes, and those of no text, lie apart.
struct RowKeys: Sendable {
  private struct Place: Sendable {
    var id: UInt16
    var titleStart: UInt16
    var title: UInt16
  }

  /// Stands for a length: the key lies apart.
  private static let elsewhere = UInt16.max

  private var places: [Place] = []
  /// Of rows whose keys lie apart: both, parted by a newline, and the rows in order.
  private var apart = TextArena(blockSize: 1 << 20, isMarked: false)
  private var apartRows: [Int32] = []

  var count: Int { places.count }

  /// - Parameters:
  ///   - key: the id, a newline, and the key of the title.
  ///   - text: the row's folded text, which begins with the id, the title and the reading, each followed by a newline.
  mutating func append(_ key: UnsafeBufferPointer<UInt8>, text: UnsafeBufferPointer<UInt8>) {
    if let place = RowKeys.place(of: key, in: text) {
      places.append(place)
      return
    }
    apartRows.append(Int32(places.count))
    apart.append(key)
    places.append(Place(id: 0, titleStart: 0, title: RowKeys.elsewhere))
  }

  private static func place(of key: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Place? {
    let end = key.firstIndex(of: newline) ?? key.endIndex
    let id = key[..<end]
    let title = key[min(end + 1, key.endIndex)...]
    guard end < text.count, text[end] == newline, text[..<end].elementsEqual(id) else { return nil }
    var start = end + 1
    for _ in 0..<2 {
      guard let end = text[start...].firstIndex(of: newline) else { return nil }
      if text[start..<end].elementsEqual(title), end < Int(elsewhere) {
        return Place(id: UInt16(id.count), titleStart: UInt16(start), title: UInt16(title.count))
      }
      start = end + 1
    }
    return nil
  }

  private static let newline = UInt8(ascii: "\n")

  typealias Bytes = UnsafeBufferPointer<UInt8>

  func withKeys<Value>(of row: Int, in texts: TextArena, _ body: (_ id: Bytes, _ title: Bytes) -> Value) -> Value {
    let place = places[row]
    if place.title != RowKeys.elsewhere {
      return texts.withText(of: row) { text in
        let start = Int(place.titleStart)
        return body(
          Bytes(rebasing: text[..<Int(place.id)]), Bytes(rebasing: text[start..<(start + Int(place.title))]))
      }
    }
    return apart.withText(of: apartPlace(of: Int32(row))) { key in
      let end = key.firstIndex(of: RowKeys.newline) ?? key.endIndex
      return body(Bytes(rebasing: key[..<end]), Bytes(rebasing: key[min(end + 1, key.endIndex)...]))
    }
  }

  /// Whether two rows may have one title: told without looking at their texts.
  func mayHaveSameTitle(_ left: Int, _ right: Int) -> Bool {
    places[left].title == places[right].title || places[left].title == RowKeys.elsewhere
      || places[right].title == RowKeys.elsewhere
  }

  private func apartPlace(of row: Int32) -> Int {
    var low = 0
    var high = apartRows.count
    while low < high {
      let middle = (low + high) / 2
      if apartRows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The keys of an arena's rows together with the texts in which they stand.
struct ArenaKeys {
  var keys: RowKeys
  var texts: TextArena

  var count: Int { keys.count }

  func withKeys<Value>(of row: Int, _ body: (_ id: RowKeys.Bytes, _ title: RowKeys.Bytes) -> Value) -> Value {
    keys.withKeys(of: row, in: texts, body)
  }
}
