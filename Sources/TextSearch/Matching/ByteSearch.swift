/// A text prepared for being looked for in many others, byte by byte over UTF-8.
///
/// Both are folded, so equal bytes are equal texts. UTF-8 lets no character begin inside another.
struct ByteSearch: Sendable {
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  func isFound(in text: String) -> Bool {
    first(in: text, from: 0) != nil
  }

  /// The UTF-8 offset of the first hit at or after `start`.
  func first(in text: String, from start: Int) -> Int? {
    if let hit = text.utf8.withContiguousStorageIfAvailable({ first(in: $0, from: start) }) { return hit }
    var copy = text
    return copy.withUTF8 { first(in: $0, from: start) }
  }

  func first(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let last = bytes.last else { return start <= text.count ? start : nil }
    // The last two bytes tell most: the first ones of kana and kanji are nearly all the same.
    let before = bytes.count > 1 ? bytes[bytes.count - 2] : last
    let back = bytes.count > 1 ? 1 : 0
    let text = UnsafeRawBufferPointer(text)
    let lasts = SIMD16<UInt8>(repeating: last)
    let befores = SIMD16<UInt8>(repeating: before)
    var end = start + bytes.count - 1
    while end + 16 <= text.count {
      let found =
        (text.loadUnaligned(fromByteOffset: end, as: SIMD16<UInt8>.self) .== lasts)
        .& (text.loadUnaligned(fromByteOffset: end - back, as: SIMD16<UInt8>.self) .== befores)
      if any(found), let hit = (end..<(end + 16)).first(where: { stands(in: text, endingAt: $0) }) {
        return hit - bytes.count + 1
      }
      end += 16
    }
    guard end < text.count else { return nil }
    return (end..<text.count).first { stands(in: text, endingAt: $0) }.map { $0 - bytes.count + 1 }
  }

  private func stands(in text: UnsafeRawBufferPointer, endingAt end: Int) -> Bool {
    var place = bytes.count - 1
    var position = end
    while place >= 0 {
      if text[position] != bytes[place] { return false }
      place -= 1
      position -= 1
    }
    return true
  }
}
