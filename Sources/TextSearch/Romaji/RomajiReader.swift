/// Reads a romaji word from its beginning: which letters of kana may come next, and where that leads.
///
/// - A long vowel may be left out, as in `tokyo`: after a syllable the kana may hold one ー, the same vowel, or う after o,
///   which the word does not write. (けい is never written `ke`.)
/// - A written one, `aa ii uu ee oo ou`, is the second vowel's kana or ー; `oo` is おう too.
/// - A hyphen after a vowel asks for the long vowel, or stands for itself; elsewhere it may also stand for nothing.
/// - `'` ends a syllable, so that the next vowel does not lengthen it; a vowel with a macron is read as vowel and `'`.
/// - A consonant before itself is っ, and so is the t of `tch`. ん is `nn`, `n'`, n before a consonant (also before y: きんゆう
///   is often written `kinyuu`), m before b, p and m.
/// - A syllable that is not finished at the end of the word is each that it can begin.
struct RomajiReader {
  /// How far a word has been read.
  struct Place: Hashable {
    /// The next byte of the romaji.
    var position: Int
    var ending = Ending.closed
    /// Letters of kana that the romaji before `position` still asks for.
    var owed: [UInt8] = []
  }

  /// What the kana may still hold of the syllable that was read.
  enum Ending: Hashable {
    case closed
    /// A vowel that may be longer in the kana, and that the same vowel lengthens in the romaji.
    case vowel(UInt8)
    /// A vowel that may be longer in the kana; the next vowel is a syllable of its own.
    case parted(UInt8)
  }

  /// ASCII letters, digits, `'` and `-`.
  let romaji: [UInt8]
  /// How many of them are ASCII letters.
  let letterCount: Int

  /// Longer words are no romaji: the automaton stays small whatever is pasted.
  static let longestWord = 64

  /// - Parameter folded: `nil` when this holds no Latin letter, is too long, or holds anything but Latin letters, digits,
  ///   `'` and `-`.
  init?(_ folded: String) {
    var romaji: [UInt8] = []
    for scalar in folded.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "'", "-": romaji.append(UInt8(truncatingIfNeeded: scalar.value))
      case "ā", "â": romaji += "a'".utf8
      case "ī", "î": romaji += "i'".utf8
      case "ū", "û": romaji += "u'".utf8
      case "ē", "ê": romaji += "e'".utf8
      case "ō", "ô": romaji += "o'".utf8
      default: return nil
      }
      if romaji.count > RomajiReader.longestWord { return nil }
    }
    self.romaji = romaji
    letterCount = romaji.count { ASCII.isLetter($0) }
    if letterCount == 0 { return nil }
  }

  func isEnd(_ place: Place) -> Bool { place.position == romaji.count && place.owed.isEmpty }

  /// The place that the same kana may have reached: past a mark that stands for nothing.
  func skip(from place: Place) -> Place? {
    guard place.owed.isEmpty, place.position > 0 else { return nil }
    switch (byte(at: place.position), place.ending) {
    case (ASCII.apostrophe, .vowel(let vowel)), (ASCII.apostrophe, .parted(let vowel)):
      return Place(position: place.position + 1, ending: .parted(vowel))
    case (ASCII.apostrophe, .closed) where ASCII.endsSyllable(romaji[place.position - 1]):
      return Place(position: place.position + 1)
    case (ASCII.hyphen, .closed):
      return Place(position: place.position + 1)
    default:
      return nil
    }
  }

  /// The letters that may come next.
  func steps(from place: Place) -> [(letter: UInt8, to: Place)] {
    if let letter = place.owed.first {
      var next = place
      next.owed.removeFirst()
      return [(letter, next)]
    }
    let next = byte(at: place.position)
    let after = Place(position: place.position + 1)
    switch (place.ending, next) {
    case (.vowel(let vowel), ASCII.hyphen), (.parted(let vowel), ASCII.hyphen):
      return (LongVowel.unwritten(after: vowel) + [KanaLetter.hyphen]).map { ($0, after) }
    case (.closed, ASCII.hyphen):
      return place.position == 0 ? [] : [(KanaLetter.hyphen, after), (KanaLetter.longMark, after)]
    case (.vowel(let vowel), let next?) where LongVowel.isLengthened(vowel, by: next):
      return LongVowel.written(vowel, next).map { ($0, after) }
    case (.vowel(let vowel), _), (.parted(let vowel), _):
      let long = LongVowel.unwritten(after: vowel).map { ($0, Place(position: place.position)) }
      return long + syllables(at: place.position)
    case (.closed, _):
      return syllables(at: place.position)
    }
  }

  private func byte(at position: Int) -> UInt8? { position < romaji.count ? romaji[position] : nil }

  private func syllables(at position: Int) -> [(letter: UInt8, to: Place)] {
    guard let next = byte(at: position) else { return [] }
    if ASCII.isDigit(next) { return [(KanaLetter.zero + next - ASCII.zero, Place(position: position + 1))] }
    var found: [(kana: [UInt8], to: Place)] = []
    for syllable in RomajiSyllable.byInitial[next, default: []] {
      let end = position + syllable.romaji.count
      if romaji[position...].starts(with: syllable.romaji) {
        found.append((syllable.kana, Place(position: end, ending: syllable.vowel.map { .vowel($0) } ?? .closed)))
      }
    }
    found += consonants(at: position).map { ($0.kana, Place(position: $0.end)) }
    found += unfinished(at: position).map { ($0, Place(position: romaji.count)) }
    return found.compactMap { kana, place in
      var place = place
      place.owed = Array(kana.dropFirst())
      return kana.first.map { ($0, place) }
    }
  }

  /// っ and ん.
  private func consonants(at position: Int) -> [(kana: [UInt8], end: Int)] {
    let first = romaji[position]
    let second = byte(at: position + 1)
    let third = byte(at: position + 2)
    var found: [(kana: [UInt8], end: Int)] = []
    if first == second, ASCII.doubled.contains(first), third != first {
      found.append((RomajiSyllable.smallTsu, position + 1))
    }
    if first == ASCII.t, second == ASCII.c, third == ASCII.h, !isDoubled(at: position) {
      found.append((RomajiSyllable.smallTsu, position + 1))
    }
    if first == ASCII.n {
      switch second {
      case ASCII.n?: found += [(RomajiSyllable.n, position + 2), (RomajiSyllable.n, position + 1)]
      case ASCII.apostrophe?: found.append((RomajiSyllable.n, position + 2))
      case let second? where !ASCII.isVowel(second): found.append((RomajiSyllable.n, position + 1))
      default: break
      }
    }
    if first == ASCII.m, let second, ASCII.labials.contains(second) { found.append((RomajiSyllable.n, position + 1)) }
    return found
  }

  /// The kana that the rest of the word can begin, when no vowel has ended it yet.
  private func unfinished(at position: Int) -> [[UInt8]] {
    let rest = romaji[position...]
    var found = syllables(beginning: rest)
    if rest.elementsEqual("tc".utf8), !isDoubled(at: position) { found += doubledCh }
    guard rest.count == 1, let only = rest.first else { return found }
    if !isDoubled(at: position) {
      if ASCII.doubled.contains(only) { found += found.map { RomajiSyllable.smallTsu + $0 } }
      if only == ASCII.t { found += doubledCh }
    }
    if only == ASCII.n { found.append(RomajiSyllable.n) }
    if only == ASCII.m { found += ASCII.labials.flatMap { syllables(beginning: [$0]) }.map { RomajiSyllable.n + $0 } }
    return found
  }

  /// Whether the consonant here is the second of two that are the same, so that っ stands before it already.
  private func isDoubled(at position: Int) -> Bool { position > 0 && romaji[position - 1] == romaji[position] }

  private var doubledCh: [[UInt8]] {
    syllables(beginning: Array("ch".utf8)[...]).map { RomajiSyllable.smallTsu + $0 }
  }

  private func syllables(beginning rest: ArraySlice<UInt8>) -> [[UInt8]] {
    guard let first = rest.first else { return [] }
    return RomajiSyllable.byInitial[first, default: []].filter {
      $0.romaji.count > rest.count && $0.romaji.starts(with: rest)
    }.map(\.kana)
  }
}
