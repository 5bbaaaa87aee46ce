/// A text prepared for being looked for in many others: Horspool's search over UTF-8.
struct ByteSearch: Sendable {
  let bytes: [UInt8]
  /// How far the window may move, by the byte under its last place.
  private let shifts: [Int]

  init(_ text: String) {
    bytes = Array(text.utf8)
    var shifts = Array(repeating: bytes.count, count: 256)
    for (place, byte) in bytes.dropLast().enumerated() { shifts[Int(byte)] = bytes.count - 1 - place }
    self.shifts = shifts
  }

  func isFound(in text: String) -> Bool {
    first(in: text, from: 0) != nil
  }

  /// The UTF-8 offset of the first hit at or after `start`.
  func first(in text: String, from start: Int) -> Int? {
    if let hit = text.utf8.withContiguousStorageIfAvailable({ first(in: $0, from: start) }) { return hit }
    var copy = text
    return copy.withUTF8 { first(in: $0, from: start) }
  }

  private func first(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let count = bytes.count
    guard count > 0 else { return start }
    return bytes.withUnsafeBufferPointer { needle in
      shifts.withUnsafeBufferPointer { shifts in
        let last = needle[count - 1]
        var end = start + count - 1
        while end < text.count {
          let byte = text[end]
          if byte == last {
            var place = 0
            let begin = end - count + 1
            while place < count - 1, needle[place] == text[begin + place] { place += 1 }
            if place == count - 1 { return begin }
          }
          end += shifts[Int(byte)]
        }
        return nil
      }
    }
  }
}
