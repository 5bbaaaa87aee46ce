/// Many folded words looked for at once: words are compared only where the first character of one of them stands.
///
/// The dictionary gives thousands of words for a few letters; looking for one after another took seconds in a large store.
struct WordSet: Sendable {
  /// A bit for each character of three UTF-8 bytes, as kana and kanji are, with which words begin.
  private var firsts = [UInt64](repeating: 0, count: 1 << 10)
  private var byFirst: [UInt16: [[UInt8]]] = [:]
  /// Words that begin with another character.
  private var others: [ByteSearch] = []

  init(_ words: [String]) {
    for word in words {
      let bytes = Array(word.utf8)
      guard let code = bytes.withUnsafeBufferPointer({ WordSet.character(in: $0, at: 0) }) else {
        others.append(ByteSearch(word))
        continue
      }
      firsts[Int(code >> 6)] |= 1 << UInt64(code & 63)
      byFirst[code, default: []].append(bytes)
    }
  }

  func isFound(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    if !byFirst.isEmpty, isFoundByFirst(in: text) { return true }
    return others.contains { $0.first(in: text, from: 0) != nil }
  }

  private func isFoundByFirst(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    firsts.withUnsafeBufferPointer { firsts in
      var place = 0
      while place < text.count {
        guard let code = WordSet.character(in: text, at: place) else {
          // Bytes of other characters are passed one by one: none of them begins one of three bytes.
          place += 1
          continue
        }
        if firsts[Int(code >> 6)] & 1 << UInt64(code & 63) != 0, stands(code, in: text, at: place) { return true }
        place += 3
      }
      return false
    }
  }

  private func stands(_ code: UInt16, in text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    let rest = text[place...]
    return byFirst[code]?.contains { rest.starts(with: $0) } ?? false
  }

  /// The character of three UTF-8 bytes that begins at a place; `nil` for any other.
  @inline(__always)
  private static func character(in text: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt16? {
    guard text[place] & 0xF0 == 0xE0, place + 2 < text.count else { return nil }
    return UInt16(text[place] & 0x0F) << 12 | UInt16(text[place + 1] & 0x3F) << 6 | UInt16(text[place + 2] & 0x3F)
  }
}
