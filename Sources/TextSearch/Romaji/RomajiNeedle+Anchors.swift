extension RomajiNeedle {
  /// Byte strings of which every hit holds at least one: what a fast scan looks for before it asks this needle.
  ///
  /// They are beginnings of the hits, none of which holds another: of all lengths that keep to `limit` the one whose shortest
  /// is longest, and of those the fewest.
  ///
  /// - Parameter limit: with a lower one they are shorter, each then standing in more texts. The first kana of a hit, up to 12
  ///   of them, are given even when that is more.
  public func anchors(atMost limit: Int = 64) -> [[UInt8]] {
    var beginnings = longer([Beginning(bytes: [], state: automaton.start)])
    var best = beginnings
    while beginnings.contains(where: { !automaton.isAccepting($0.state) }) {
      beginnings = longer(beginnings)
      if beginnings.count > limit { break }
      let (length, bestLength) = (shortest(beginnings), shortest(best))
      if length > bestLength || length == bestLength && beginnings.count <= best.count { best = beginnings }
    }
    return best.map(\.bytes)
  }

  /// Every hit of which no other is a beginning: a text holds a hit where it holds one of them.
  ///
  /// - Returns: `nil` when there are more than `limit`.
  public func wholeHits(atMost limit: Int) -> [[UInt8]]? {
    var beginnings = longer([Beginning(bytes: [], state: automaton.start)])
    while beginnings.count <= limit, beginnings.contains(where: { !automaton.isAccepting($0.state) }) {
      beginnings = longer(beginnings)
    }
    return beginnings.count <= limit ? beginnings.map(\.bytes) : nil
  }

  /// Whether every hit of the other begins with one of this needle's: where the other is found, this one is found.
  ///
  /// So it is, nearly always, when the other is the same word with more letters typed.
  public func isFoundWherever(_ other: RomajiNeedle) -> Bool {
    var seen: Set<[UInt16]> = []
    var open: [(own: UInt16, other: UInt16)] = [(automaton.start, other.automaton.start)]
    while let (own, theirs) = open.popLast() {
      if automaton.isAccepting(own) || !seen.insert([own, theirs]).inserted { continue }
      if other.automaton.isAccepting(theirs) { return false }
      for letter in other.automaton.letters(from: theirs) {
        let next = automaton.next(own, letter)
        if next == 0 { return false }
        open.append((next, other.automaton.next(theirs, letter)))
      }
    }
    return true
  }

  private struct Beginning {
    var bytes: [UInt8]
    var state: UInt16
  }

  private func shortest(_ beginnings: [Beginning]) -> Int { beginnings.map(\.bytes.count).min() ?? 0 }

  /// Every beginning of a hit that is one letter longer, or a whole hit already.
  private func longer(_ beginnings: [Beginning]) -> [Beginning] {
    let all = beginnings.flatMap { beginning in
      automaton.isAccepting(beginning.state)
        ? [beginning]
        : automaton.letters(from: beginning.state).map { letter in
          var next = beginning
          KanaLetter.appendUTF8(letter, to: &next.bytes)
          next.state = automaton.next(beginning.state, letter)
          return next
        }
    }
    // Only a whole hit can stand inside another: the rest are equally long.
    let hits = all.filter { automaton.isAccepting($0.state) }.map(\.bytes)
    return all.filter { one in
      !hits.contains { hit in hit.count < one.bytes.count && RomajiNeedle.holds(one.bytes, hit) }
    }
  }

  private static func holds(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    (0...(bytes.count - part.count)).contains { start in
      part.indices.allSatisfy { bytes[start + $0] == part[$0] }
    }
  }
}
