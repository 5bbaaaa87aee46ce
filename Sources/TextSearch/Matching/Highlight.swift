/// Where the words of a filter stand in a text as it is shown.
public enum Highlight {
  /// Ranges of whole characters, in order and apart from each other.
  ///
  /// - Parameters:
  ///   - needles: folded, as ``FilterQuery/textNeedles``.
  ///   - readings: as ``FilterQuery/readings``.
  public static func ranges(
    of needles: [String], readings: [ReadingNeedle] = [], in original: String
  ) -> [Range<String.Index>] {
    let searches = needles.filter { !$0.isEmpty }.map(ByteSearch.init)
    let plain = TextFold.fold(original)
    guard searches.contains(where: { $0.isFound(in: plain) }) || readings.contains(where: { $0.isFound(in: plain) })
    else { return [] }
    let folded = FoldedText(original)
    var found: [Range<String.Index>] = []
    for search in searches {
      var start = 0
      while let hit = search.first(in: folded.text, from: start) {
        found.append(folded.original(hit..<(hit + search.bytes.count)))
        start = hit + 1
      }
    }
    for reading in readings {
      var start = 0
      while let hit = reading.first(in: folded.text, from: start) {
        found.append(folded.original(hit))
        start = hit.upperBound
      }
    }
    found.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    return found.reduce(into: []) { merged, range in
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
  }

  /// Those of some folded words that stand in one of the texts.
  public static func words(_ words: [String], standingIn texts: [String?]) -> [String] {
    if words.isEmpty { return [] }
    let folded = FilterSubject.text(of: texts)
    return words.filter { ByteSearch($0).isFound(in: folded) }
  }
}
