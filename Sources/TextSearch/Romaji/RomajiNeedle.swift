/// A Latin word read as romaji: the kana that it can stand for, to be looked for in folded texts.
///
/// What it finds is written in ``RomajiReader``: Hepburn, 訓令式 and the spellings of the input methods in any mixture; `sumato`,
/// `suma-to` and `sumaato` find すまーと. Kana in folded texts are hiragana, so it finds katakana too.
public struct RomajiNeedle: Sendable {
  /// What was typed, folded.
  public let word: String
  /// How many Latin letters were typed.
  public let letterCount: Int
  let automaton: KanaAutomaton

  /// - Parameter folded: one word, as ``TextFold/fold(_:)`` gives it; digits, `'` and `-` may stand in it.
  /// - Returns: `nil` when it is no romaji, as `ict` or `http`, or longer than 64 letters.
  public init?(_ folded: String) {
    guard let reader = RomajiReader(folded), let automaton = KanaAutomaton(reader) else { return nil }
    self.automaton = automaton
    word = folded
    letterCount = reader.letterCount
  }

  /// Whether folded UTF-8 holds a hit. Allocates nothing.
  public func isFound(in text: UnsafeRawBufferPointer) -> Bool {
    hit(in: text, from: 0, longest: false) != nil
  }

  /// Whether a hit begins at a place.
  func isFound(in text: UnsafeRawBufferPointer, at place: Int) -> Bool {
    automaton.end(in: text, from: place, longest: false) != nil
  }

  /// The first hit that begins at or after `start`, as long as it can be, as UTF-8 offsets. Allocates nothing.
  ///
  /// - Parameter start: where a character begins.
  public func first(in text: UnsafeRawBufferPointer, from start: Int = 0) -> Range<Int>? {
    hit(in: text, from: start, longest: true)
  }

  public func isFound(in folded: String) -> Bool {
    RomajiNeedle.withBytes(of: folded) { isFound(in: $0) }
  }

  public func first(in folded: String, from start: Int = 0) -> Range<Int>? {
    RomajiNeedle.withBytes(of: folded) { first(in: $0, from: start) }
  }

  private func hit(in text: UnsafeRawBufferPointer, from start: Int, longest: Bool) -> Range<Int>? {
    var place = start
    while place < text.count {
      let (letter, length) = KanaLetter.read(text, at: place)
      if automaton.next(automaton.start, letter) != 0, let end = automaton.end(in: text, from: place, longest: longest)
      {
        return place..<end
      }
      place += length
    }
    return nil
  }

  private static func withBytes<Result>(of text: String, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    if let result = text.utf8.withContiguousStorageIfAvailable({ body(UnsafeRawBufferPointer($0)) }) { return result }
    var copy = text
    return copy.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }
}
