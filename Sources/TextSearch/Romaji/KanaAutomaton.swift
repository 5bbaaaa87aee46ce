/// The strings of kana that a romaji word can stand for, as a deterministic automaton without loops.
///
/// The states that lead nowhere are left out, so each step that exists is the beginning of a hit.
struct KanaAutomaton: Sendable {
  /// A row of ``KanaLetter/count`` states for each state, state 0 being the dead one.
  private let rows: [UInt16]
  private let accepting: [Bool]
  let start: UInt16

  /// `nil` when no kana can be written so.
  init?(_ reader: RomajiReader) {
    var builder = Builder(reader: reader)
    start = builder.state(of: [RomajiReader.Place(position: 0)])
    guard start != 0 else { return nil }
    rows = builder.rows
    accepting = builder.accepting
  }

  @inline(__always)
  func next(_ state: UInt16, _ letter: UInt8) -> UInt16 { rows[Int(state) * KanaLetter.count + Int(letter)] }

  @inline(__always)
  func isAccepting(_ state: UInt16) -> Bool { accepting[Int(state)] }

  /// The letters that lead on from a state.
  func letters(from state: UInt16) -> [UInt8] {
    (0..<UInt8(KanaLetter.count)).filter { next(state, $0) != 0 }
  }

  /// The end of the hit that begins at a place of folded UTF-8.
  ///
  /// - Parameter longest: whether to go on to the longest hit; the shortest is found sooner.
  func end(in text: UnsafeRawBufferPointer, from start: Int, longest: Bool) -> Int? {
    var state = self.start
    var place = start
    var end: Int?
    while place < text.count {
      let (letter, length) = KanaLetter.read(text, at: place)
      state = next(state, letter)
      if state == 0 { return end }
      place += length
      if isAccepting(state) {
        if !longest { return place }
        end = place
      }
    }
    return end
  }
}

/// Makes states of sets of places, the last ones first.
private struct Builder {
  let reader: RomajiReader
  var rows = [UInt16](repeating: 0, count: KanaLetter.count)
  var accepting = [false]
  private var known: [Set<RomajiReader.Place>: UInt16] = [:]

  init(reader: RomajiReader) { self.reader = reader }

  /// The state of having reached these places; 0 when no way leads from them to the end of the word.
  mutating func state(of places: [RomajiReader.Place]) -> UInt16 {
    var reached: Set<RomajiReader.Place> = []
    for place in places {
      var next: RomajiReader.Place? = place
      while let place = next {
        reached.insert(place)
        next = reader.skip(from: place)
      }
    }
    if let state = known[reached] { return state }
    var ways: [UInt8: [RomajiReader.Place]] = [:]
    for place in reached {
      for (letter, next) in reader.steps(from: place) { ways[letter, default: []].append(next) }
    }
    var row = [UInt16](repeating: 0, count: KanaLetter.count)
    for (letter, places) in ways { row[Int(letter)] = state(of: places) }
    let isEnd = reached.contains { reader.isEnd($0) }
    guard isEnd || row.contains(where: { $0 != 0 }) else {
      known[reached] = 0
      return 0
    }
    let state = UInt16(accepting.count)
    rows += row
    accepting.append(isEnd)
    known[reached] = state
    return state
  }
}
