extension MigemoDictionary {
  /// With fewer letters a romaji word begins so many readings that their words stand in nearly every text.
  public static let fewestLetters = 3

  /// More are not given for a needle.
  public static let mostWords = 512

  /// The words whose reading begins with what a romaji word writes, folded.
  ///
  /// Those with the shortest reading come first, so words that are read exactly so before words that are longer; then in the order
  /// of kana, then as the file has them. Left out are words without a kanji (the needle finds kana itself), words that the
  /// needle finds, and words that hold one that was given before: they are found with it.
  ///
  /// - Parameter limit: the most words given; the rest is left out.
  /// - Returns: none when the needle has fewer than ``fewestLetters`` letters.
  public func words(for needle: RomajiNeedle, atMost limit: Int = mostWords) -> [String] {
    guard needle.letterCount >= MigemoDictionary.fewestLetters else { return [] }
    return bytes.withUnsafeBytes { bytes in
      var ranges: [Range<Int>] = []
      collect(needle.automaton, state: needle.automaton.start, depth: 0, in: lines.indices, bytes, into: &ranges)
      var byLength: [[UInt32]] = []
      for line in ranges.joined().lazy.map({ lines[$0] }) {
        let length = MigemoDictionary.letterCount(ofLineAt: Int(line), in: bytes)
        while byLength.count <= length { byLength.append([]) }
        byLength[length].append(line)
      }
      var words = ShortestWords(limit: limit, needle: needle)
      for line in byLength.joined() {
        if words.isFull { break }
        words.add(lineAt: Int(line), in: bytes)
      }
      return words.found
    }
  }

  /// The lines whose reading begins with a hit: ranges of `lines`, in order and apart.
  ///
  /// - Parameter range: the lines that share the letters read so far, `depth` of them.
  private func collect(
    _ automaton: KanaAutomaton, state: UInt16, depth: Int, in range: Range<Int>, _ bytes: UnsafeRawBufferPointer,
    into ranges: inout [Range<Int>]
  ) {
    if automaton.isAccepting(state) {
      ranges.append(range)
      return
    }
    var start = range.lowerBound
    for letter in automaton.letters(from: state) {
      let first = firstLine(in: start..<range.upperBound, depth, bytes) { $0 >= letter }
      let end = firstLine(in: first..<range.upperBound, depth, bytes) { $0 > letter }
      if first < end {
        collect(
          automaton, state: automaton.next(state, letter), depth: depth + 1, in: first..<end, bytes, into: &ranges)
      }
      start = end
    }
  }

  /// The first line in `range` whose letter at `depth` passes; in the order of the lines none passes before one that does not.
  private func firstLine(
    in range: Range<Int>, _ depth: Int, _ bytes: UnsafeRawBufferPointer, passes: (UInt8) -> Bool
  ) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if passes(MigemoDictionary.letter(depth, ofLineAt: Int(lines[middle]), in: bytes)) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }
}

/// Folded words, none of which holds an earlier one.
private struct ShortestWords {
  let limit: Int
  let needle: RomajiNeedle
  private(set) var found: [String] = []
  private var byFirst: [Unicode.Scalar: [String.UnicodeScalarView]] = [:]
  /// One bit for each kanji of the basic plane that is a word by itself: most words hold one, and need not be folded.
  private var alone = [UInt64](repeating: 0, count: 1024)

  init(limit: Int, needle: RomajiNeedle) {
    self.limit = limit
    self.needle = needle
  }

  var isFull: Bool { found.count >= limit }

  mutating func add(lineAt start: Int, in bytes: UnsafeRawBufferPointer) {
    var start = start
    var end = start
    while bytes[end] != MigemoDictionary.Mark.tab { end += 1 }
    while bytes[end] != MigemoDictionary.Mark.newline, !isFull {
      start = end + 1
      end = start
      while bytes[end] != MigemoDictionary.Mark.tab, bytes[end] != MigemoDictionary.Mark.newline { end += 1 }
      let part = bytes[start..<end]
      if holdsOneAlone(part) { continue }
      if let word = String(validating: part, as: UTF8.self) { add(TextFold.fold(word)) }
    }
  }

  private mutating func add(_ word: String) {
    let scalars = word.unicodeScalars
    guard let first = scalars.first, scalars.contains(where: ShortestWords.isKanji) else { return }
    for start in scalars.indices {
      for known in byFirst[scalars[start], default: []] where scalars[start...].starts(with: known) { return }
    }
    if needle.isFound(in: word) { return }
    found.append(word)
    byFirst[first, default: []].append(scalars)
    if scalars.count == 1, first.value < 0x10000 { alone[Int(first.value >> 6)] |= 1 << (first.value & 63) }
  }

  /// Whether the bytes hold, three in a row, a kanji that is a word by itself; folding changes none of those.
  private func holdsOneAlone(_ part: Slice<UnsafeRawBufferPointer>) -> Bool {
    var place = part.startIndex
    while place + 2 < part.endIndex {
      if part[place] & 0xF0 == 0xE0 {
        let value = Int(part[place] & 0xF) << 12 | Int(part[place + 1] & 0x3F) << 6 | Int(part[place + 2] & 0x3F)
        if alone[value >> 6] & 1 << UInt64(value & 63) != 0 { return true }
        place += 3
      } else {
        place += 1
      }
    }
    return false
  }

  private static func isKanji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIdeographic && scalar != "〇"
  }
}
