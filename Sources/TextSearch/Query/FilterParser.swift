import StrategyModel

/// Reads the filter language, one term after the other.
struct FilterParser {
  private let characters: [Character]
  private var position = 0
  private var termCount = 0
  private let bound: FilterBound
  private let reader: FilterValueReader
  private let saved: [SavedFilter]
  /// Where `@name` stood, and what it stands for.
  private(set) var expansions: [(range: Range<Int>, text: String)] = []

  init(_ text: String, today: CivilDate, saved: [SavedFilter] = [], bound: FilterBound = .composed) {
    characters = Array(text)
    self.bound = bound
    reader = FilterValueReader(today: today)
    self.saved = saved
  }

  mutating func clauses() throws(FilterError) -> [FilterQuery.Clause] {
    guard characters.count <= bound.length else {
      throw FilterError(range: bound.length..<characters.count, reason: .tooLong(limit: bound.length))
    }
    var clauses: [FilterQuery.Clause] = []
    skipSpaces()
    while position < characters.count {
      if syntax(at: position) == "@" {
        clauses += try savedClauses()
        skipSpaces()
        continue
      }
      let terms = try alternatives()
      if !terms.isEmpty { clauses.append(FilterQuery.Clause(terms)) }
      skipSpaces()
    }
    return clauses
  }

  /// What `@name` stands for. It is a clause of its own: a filter of several clauses is no alternative, nor has it an
  /// opposite. A lone `@` is passed over, like all that is still missing while someone types.
  private mutating func savedClauses() throws(FilterError) -> [FilterQuery.Clause] {
    let start = position
    position += 1
    let name = String(takeWord())
    let range = start..<position
    skipSpaces()
    if syntax(at: position) == "|" { throw FilterError(range: range, reason: .savedNotAlone(name)) }
    guard !name.isEmpty else { return [] }
    guard let filter = saved.first(where: { $0.isNamed(name) }) else {
      let nearest = NearestName.of(name, among: saved.map(\.name))
      throw FilterError(range: range, reason: .unknownSaved(name, nearest: nearest))
    }
    // Not looked up again in what was saved: a filter cannot call others, nor itself.
    var parser = FilterParser(filter.term, today: reader.today, bound: bound)
    expansions.append((range, filter.term))
    let clauses: [FilterQuery.Clause]
    do throws(FilterError) {
      clauses = try parser.clauses()
    } catch {
      throw FilterError(range: range, reason: .savedIsWrong(filter.name, error.message))
    }
    // What it stands for is what a snapshot pins: together it must read back under the same bound.
    termCount += parser.termCount
    guard termCount <= bound.terms else {
      throw FilterError(range: range, reason: .tooManyTerms(limit: bound.terms))
    }
    return clauses
  }

  /// Terms parted by `|`, around which spaces may stand. What is still missing while someone types (`a|`, a lone `-`)
  /// is passed over.
  private mutating func alternatives() throws(FilterError) -> [FilterTerm] {
    var terms: [FilterTerm] = []
    // `phase:検証中|運用中` means two phases: a bare alternative is read as a value of the field before it.
    var field: FilterField?
    while true {
      let start = position
      if let term = try term(inheriting: &field) {
        terms.append(term)
        termCount += 1
        guard termCount <= bound.terms else {
          throw FilterError(range: start..<characters.count, reason: .tooManyTerms(limit: bound.terms))
        }
      }
      let before = position
      skipSpaces()
      guard syntax(at: position) == "|" else {
        position = before
        return terms
      }
      position += 1
      skipSpaces()
    }
  }

  private mutating func term(inheriting field: inout FilterField?) throws(FilterError) -> FilterTerm? {
    var isNegated = false
    if let sign = syntax(at: position), sign == "-" || sign == "!" {
      isNegated = true
      position += 1
    }
    let start = position
    if syntax(at: position) == "@" {
      position += 1
      let name = String(takeWord())
      throw FilterError(range: start..<position, reason: .savedNotAlone(name))
    }
    if let phrase = takePhrase() {
      field = nil
      return textTerm(phrase, isNegated)
    }
    let word = takeWord()
    if let colon = word.firstIndex(where: { FilterSyntax.sign($0) == ":" }),
      let named = FilterField(named: String(word[..<colon]))
    {
      field = named
      position = start + (colon - word.startIndex) + 1
      return try fieldTerm(named, from: start, isNegated)
    }
    let text = String(word)
    if let inherited = field, !text.isEmpty {
      do throws(FilterError) {
        return FilterTerm(
          try reader.test(inherited, FilterValue(text, isQuoted: false, range: start..<position)), isNegated: isNegated)
      } catch {
        guard case .unknownValue = error.reason else { throw error }
        field = nil
      }
    }
    return textTerm(text, isNegated)
  }

  private mutating func fieldTerm(
    _ field: FilterField, from start: Int, _ isNegated: Bool
  ) throws(FilterError) -> FilterTerm {
    let valueStart = position
    var text = ""
    var isQuoted = false
    // `pillar:="…"` asks for the whole name.
    let isExact = syntax(at: position) == "="
    if isExact { position += 1 }
    if let phrase = takePhrase() {
      text = phrase
      isQuoted = true
    } else {
      text = String(takeWord())
    }
    guard !TextFold.fold(text).isEmpty else {
      throw FilterError(range: start..<position, reason: .missingValue(field))
    }
    let value = FilterValue(text, isExact: isExact, isQuoted: isQuoted, range: valueStart..<position)
    return FilterTerm(try reader.test(field, value), isNegated: isNegated)
  }

  private func textTerm(_ text: String, _ isNegated: Bool) -> FilterTerm? {
    // `~kikaku` asks for readings although the letters stand somewhere too. An excluded word is never a reading.
    if !isNegated, let sign = text.first, sign == "~" || sign == "～", let test = ReadingTest(String(text.dropFirst())) {
      return FilterTerm(.reading(test))
    }
    let needle = Needle(text)
    return needle.folded.isEmpty ? nil : FilterTerm(.text(needle), isNegated: isNegated)
  }

  private mutating func skipSpaces() {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
  }

  /// `"…"`; one that is not closed yet reaches to the end.
  private mutating func takePhrase() -> String? {
    guard syntax(at: position) == "\"" else { return nil }
    let rest = characters[(position + 1)...]
    let end = rest.firstIndex { FilterSyntax.sign($0) == "\"" }
    position = end.map { $0 + 1 } ?? characters.count
    return String(rest[..<(end ?? rest.endIndex)])
  }

  private mutating func takeWord() -> ArraySlice<Character> {
    let word = characters[position...].prefix { !$0.isWhitespace && FilterSyntax.sign($0) != "|" }
    position += word.count
    return word
  }

  private func syntax(at place: Int) -> Character? {
    place < characters.count ? FilterSyntax.sign(characters[place]) : nil
  }
}
