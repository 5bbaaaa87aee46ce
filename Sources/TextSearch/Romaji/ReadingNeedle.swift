/// Everything by which one typed Latin word can hit a Japanese text by its reading.
public struct ReadingNeedle: Sendable {
  /// The kana that it writes.
  public let kana: RomajiNeedle
  /// Folded words that a dictionary gives for it; a text that holds one of them is a hit.
  public let words: [String]
  private let searches: [ByteSearch]
  private let wordSet: WordSet

  /// - Parameters:
  ///   - folded: one word of a query, as ``TextFold/fold(_:)`` gives it.
  ///   - dictionary: `nil` as long as none is there. Words are given from ``MigemoDictionary/fewestLetters`` letters on.
  /// - Returns: `nil` when the word is no romaji.
  public init?(_ folded: String, dictionary: MigemoDictionary?) {
    guard let kana = RomajiNeedle(folded) else { return nil }
    self.kana = kana
    words = dictionary?.words(for: kana) ?? []
    searches = words.map(ByteSearch.init)
    wordSet = WordSet(words)
  }

  public func isFound(in folded: String) -> Bool {
    if let found = folded.utf8.withContiguousStorageIfAvailable({ isFound(in: $0) }) { return found }
    var copy = folded
    return copy.withUTF8 { isFound(in: $0) }
  }

  /// The same for the bytes of a folded text.
  func isFound(in folded: UnsafeBufferPointer<UInt8>) -> Bool {
    kana.isFound(in: UnsafeRawBufferPointer(folded)) || wordSet.isFound(in: folded)
  }

  /// The first hit that begins at or after `start`, as UTF-8 offsets: the longest one there.
  public func first(in folded: String, from start: Int = 0) -> Range<Int>? {
    var best = kana.first(in: folded, from: start)
    for search in searches {
      guard let hit = search.first(in: folded, from: start) else { continue }
      let range = hit..<(hit + search.bytes.count)
      guard let known = best else {
        best = range
        continue
      }
      if (range.lowerBound, -range.count) < (known.lowerBound, -known.count) { best = range }
    }
    return best
  }

  /// Byte strings of which every hit holds at least one: those of the kana, and the words.
  public func anchors(atMost limit: Int = 64) -> [[UInt8]] {
    kana.anchors(atMost: limit) + searches.map(\.bytes)
  }
}
