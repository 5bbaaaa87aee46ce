/// The reference for `RomajiNeedle`: reads the kana, not the romaji, one at a time, and tries every way to write it.
struct SpelledKana {
  let word: [Character]
  let text: [Unicode.Scalar]

  init(_ word: String, in text: String) {
    self.word = Array(word)
    self.text = Array(text.unicodeScalars)
  }

  /// The first hit, as long as it can be, in UTF-8 offsets.
  var first: Range<Int>? {
    guard word.contains(where: \.isLetter) else { return nil }
    for start in text.indices {
      if let end = ends(at: 0, start, .closed).max() { return length(of: text[..<start])..<length(of: text[..<end]) }
    }
    return nil
  }

  /// What came before: no vowel that can be longer, one that the word may lengthen, one that the word has parted from the next.
  private enum Before {
    case closed
    case vowel(Character)
    case parted(Character)

    var vowel: Character? {
      switch self {
      case .closed: nil
      case .vowel(let vowel), .parted(let vowel): vowel
      }
    }
  }

  private func length(of scalars: ArraySlice<Unicode.Scalar>) -> Int {
    scalars.map { String($0).utf8.count }.reduce(0, +)
  }

  /// All places in the text where the word can end, when its letter `at` is next and the text's `place`.
  private func ends(at letter: Int, _ place: Int, _ before: Before) -> Set<Int> {
    guard letter < word.count else { return trailing(place, before) }
    let next = word[letter]
    let here = place < text.count ? text[place] : nil
    var found: Set<Int> = []
    if next == "'", letter > 0, "aiueo'".contains(word[letter - 1]) {
      found.formUnion(ends(at: letter + 1, place, before.vowel.map { .parted($0) } ?? .closed))
    }
    if next == "-" {
      guard letter > 0 else { return [] }
      if before.vowel == nil { found.formUnion(ends(at: letter + 1, place, .closed)) }
      if here == "-" || here == "ー" || isLong(here, before) {
        found.formUnion(ends(at: letter + 1, place + 1, .closed))
      }
      return found
    }
    if case .vowel(let vowel) = before, next == vowel || (vowel == "o" && next == "u") {
      let isLong = next == vowel ? isLong(here, before) : here == "う" || here == "ー"
      return isLong ? ends(at: letter + 1, place + 1, .closed) : []
    }
    if isLong(here, before) { found.formUnion(ends(at: letter, place + 1, .closed)) }
    guard let here else { return found }
    if next.isNumber, String(next) == String(here) { found.formUnion(ends(at: letter + 1, place + 1, .closed)) }
    found.formUnion(nasal(letter, place, here))
    found.formUnion(doubled(letter, place, here))
    found.formUnion(units(letter, place))
    return found
  }

  private func trailing(_ place: Int, _ before: Before) -> Set<Int> {
    place < text.count && isLong(text[place], before) ? [place, place + 1] : [place]
  }

  private func isLong(_ here: Unicode.Scalar?, _ before: Before) -> Bool {
    guard let here, let vowel = before.vowel else { return false }
    let long: [Character: String] = ["a": "あー", "i": "いー", "u": "うー", "e": "えー", "o": "おうー"]
    return long[vowel, default: ""].unicodeScalars.contains(here)
  }

  private func nasal(_ letter: Int, _ place: Int, _ here: Unicode.Scalar) -> Set<Int> {
    guard here == "ん" else { return [] }
    var found: Set<Int> = []
    let rest = String(word[letter...])
    let after = rest.dropFirst().first
    if rest.hasPrefix("nn") || rest.hasPrefix("n'") { found.formUnion(ends(at: letter + 2, place + 1, .closed)) }
    if rest.hasPrefix("n"), let after, !"aiueo'".contains(after) {
      found.formUnion(ends(at: letter + 1, place + 1, .closed))
    }
    if rest.hasPrefix("m"), let after, "bpm".contains(after) {
      found.formUnion(ends(at: letter + 1, place + 1, .closed))
    }
    if rest == "n" { found.insert(place + 1) }
    if rest == "m" {
      for initial in ["b", "p", "m"] { found.formUnion(begun(initial, place + 1)) }
    }
    return found
  }

  private func doubled(_ letter: Int, _ place: Int, _ here: Unicode.Scalar) -> Set<Int> {
    guard here == "っ", "bcdfghjkmprstvwyz".contains(word[letter]) else { return [] }
    let rest = String(word[letter...])
    let isSecond = letter > 0 && word[letter - 1] == word[letter]
    let initial = String(word[letter])
    if rest.hasPrefix(initial + initial), !rest.hasPrefix(initial + initial + initial) {
      return ends(at: letter + 1, place + 1, .closed)
    }
    if isSecond { return [] }
    if rest.hasPrefix("tch") { return ends(at: letter + 1, place + 1, .closed) }
    if rest == "tc" { return begun("ch", place + 1) }
    if rest == "t" { return begun("t", place + 1).union(begun("ch", place + 1)) }
    return rest.count == 1 ? begun(rest, place + 1) : []
  }

  private func units(_ letter: Int, _ place: Int) -> Set<Int> {
    let rest = String(word[letter...])
    var found = begun(rest, place)
    for (unit, end) in unitsOfText(at: place) {
      for spelling in SpelledKana.spellings[unit, default: []] where rest.hasPrefix(spelling) {
        let before = spelling.last.map { Before.vowel($0) } ?? .closed
        found.formUnion(ends(at: letter + spelling.count, end, unit == "っ" ? .closed : before))
      }
    }
    return found
  }

  /// The ends of the units that are written longer than `rest` and begin with it.
  private func begun(_ rest: String, _ place: Int) -> Set<Int> {
    Set(
      unitsOfText(at: place).filter { unit, _ in
        SpelledKana.spellings[unit, default: []].contains { $0.hasPrefix(rest) && $0 != rest }
      }.map(\.end))
  }

  private func unitsOfText(at place: Int) -> [(unit: String, end: Int)] {
    (1...2).compactMap { count in
      guard place + count <= text.count else { return nil }
      return (text[place..<(place + count)].map { String($0) }.joined(), place + count)
    }
  }

  static let units = spellings.keys.sorted()

  /// How one or two kana that are one syllable may be written.
  static let spellings: [String: [String]] = {
    var spellings: [String: [String]] = [:]
    for line in lines.split(separator: "\n") {
      for entry in line.split(separator: " ") {
        let parts = entry.split(separator: "=")
        spellings[String(parts[0])] = parts[1].split(separator: ",").map { String($0) }
      }
    }
    return spellings
  }()
}
