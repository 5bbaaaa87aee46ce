extension FilterQuery {
  /// Whether a term asks for more than text.
  public static func namesField(_ text: String) -> Bool { FilterScan(text).terms.contains { $0.field != nil } }

  /// Whether a word is `@name`.
  public static func callsSaved(_ text: String) -> Bool {
    let scan = FilterScan(text)
    return scan.terms.contains { $0.field == nil && FilterSyntax.sign(scan.characters[$0.range.lowerBound]) == "@" }
  }
}

/// The terms of a filter where they stand in its text, whether or not they are right: for completion and for changing a
/// filter by hand.
struct FilterScan {
  struct Term: Hashable {
    /// Sign, field and value.
    var range: Range<Int>
    /// The word without its sign; with the field, if it names one.
    var word: Range<Int>
    /// The field that it names or, behind `|`, inherits.
    var field: FilterField?
    /// What stands behind the field and `=`, quotation marks included; the word itself without a field.
    var value: Range<Int>
    var isNegated = false
    /// A `|` stands before it.
    var isAlternative = false
    /// The field is that of the term before `|`.
    var inheritsField = false
    var isQuoted = false
    /// A phrase without its second quotation mark reaches to the end of the text.
    var isOpenPhrase = false
  }

  let characters: [Character]
  private(set) var terms: [Term] = []
  private var position = 0

  init(_ text: String) {
    characters = Array(text)
    var field: FilterField?
    var isAlternative = false
    while position < characters.count {
      if characters[position].isWhitespace {
        position += 1
      } else if sign == "|" {
        position += 1
        isAlternative = true
      } else {
        let term = nextTerm(inheriting: isAlternative ? field : nil, isAlternative)
        field = term.isQuoted && term.word == term.value ? nil : term.field
        isAlternative = false
        terms.append(term)
      }
    }
  }

  func text(_ range: Range<Int>) -> String { String(characters[range]) }

  /// The term in which a caret stands or at whose end it stands.
  func term(at caret: Int) -> Term? { terms.last { $0.range.lowerBound <= caret && caret <= $0.range.upperBound } }

  /// The term that would begin at a caret which stands in none.
  func emptyTerm(at caret: Int) -> Term {
    let place = caret..<caret
    var term = Term(range: place, word: place, value: place)
    var index = caret
    while index > 0, characters[index - 1].isWhitespace { index -= 1 }
    guard index > 0, FilterSyntax.sign(characters[index - 1]) == "|" else { return term }
    term.isAlternative = true
    let before = terms.last { $0.range.upperBound < index }
    if let before, !(before.isQuoted && before.word == before.value) {
      term.field = before.field
      term.inheritsField = before.field != nil
    }
    return term
  }

  private var sign: Character? {
    position < characters.count ? FilterSyntax.sign(characters[position]) : nil
  }

  private mutating func nextTerm(inheriting field: FilterField?, _ isAlternative: Bool) -> Term {
    let start = position
    var term = Term(range: start..<start, word: start..<start, value: start..<start)
    term.isAlternative = isAlternative
    if FilterSyntax.isNegation(characters[position]) {
      term.isNegated = true
      position += 1
    }
    let wordStart = position
    var valueStart = position
    if sign != "\"", let colon = colonOfField() {
      term.field = FilterField(named: String(characters[wordStart..<colon]))
      position = colon + 1
      if sign == "=" { position += 1 }
      valueStart = position
    }
    takeValue(&term)
    if term.field == nil, !term.isQuoted, let field {
      term.field = field
      term.inheritsField = true
    }
    term.word = wordStart..<position
    term.value = valueStart..<position
    term.range = start..<position
    return term
  }

  /// The place of the colon behind a field's name that begins here.
  private func colonOfField() -> Int? {
    let word = characters[position...].prefix { !$0.isWhitespace && FilterSyntax.sign($0) != "|" }
    guard let colon = word.firstIndex(where: { FilterSyntax.sign($0) == ":" }),
      FilterField(named: String(word[..<colon])) != nil
    else { return nil }
    return colon
  }

  private mutating func takeValue(_ term: inout Term) {
    guard sign == "\"" else {
      position += characters[position...].prefix { !$0.isWhitespace && FilterSyntax.sign($0) != "|" }.count
      return
    }
    term.isQuoted = true
    let end = characters[(position + 1)...].firstIndex { FilterSyntax.sign($0) == "\"" }
    term.isOpenPhrase = end == nil
    position = end.map { $0 + 1 } ?? characters.count
  }
}
