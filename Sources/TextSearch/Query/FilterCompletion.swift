import StrategyModel

/// What may stand where the caret is in a half-typed filter.
public struct FilterCompletion: Hashable, Sendable {
  /// Texts that can take the place of `range`, the most likely first.
  public private(set) var candidates: [String] = []
  /// The characters that a candidate replaces: the whole name or value at the caret.
  public private(set) var range: Range<Int>
  /// The beginning that all candidates share, when it is longer than what was typed.
  public private(set) var commonPart: String?
  /// The field whose value is looked for; `nil` where a field or a saved filter may stand.
  public private(set) var field: FilterField?

  /// - Parameter caret: how many characters stand before the caret.
  public init(_ text: String, caret: Int, _ vocabulary: FilterVocabulary) {
    let scan = FilterScan(text)
    let caret = min(max(0, caret), scan.characters.count)
    let term = scan.term(at: caret) ?? scan.emptyTerm(at: caret)
    range = caret..<caret
    // On the sign before a word there is nothing to complete.
    guard caret >= term.word.lowerBound else { return }
    let namesField = term.field != nil && !term.inheritsField
    if let field = term.field, !namesField || caret >= term.value.lowerBound {
      completeValue(of: field, in: term, scan, caret, vocabulary)
    } else if !term.isQuoted || namesField {
      completeName(in: term, scan, caret, vocabulary)
    }
  }

  private mutating func completeValue(
    of field: FilterField, in term: FilterScan.Term, _ scan: FilterScan, _ caret: Int, _ vocabulary: FilterVocabulary
  ) {
    self.field = field
    range = term.value.lowerBound..<max(caret, term.value.upperBound)
    let typed = scan.text(range.lowerBound..<caret).filter { !term.isQuoted || FilterSyntax.sign($0) != "\"" }
    let folded = TextFold.fold(typed)
    let words = vocabulary.words(of: field)
    var values = words.compactMap { $0.text(beginningWith: folded, vocabulary.prefersEnglish) }
    let isBeginning = !values.isEmpty
    if !isBeginning { values = words.filter { $0.isName && $0.holds(folded) }.map(\.nameText) }
    candidates = values.map { value in
      // Behind `|` a bare value is read as one of the field before it, but a phrase is text.
      let isPhrase = FilterScan(value).terms.first?.isQuoted == true
      return (term.inheritsField && isPhrase ? field.name(vocabulary.prefersEnglish) + ":" : "") + value
    }
    if isBeginning { findCommonPart(beyond: typed) }
  }

  /// A field or, behind `@`, a saved filter.
  private mutating func completeName(
    in term: FilterScan.Term, _ scan: FilterScan, _ caret: Int, _ vocabulary: FilterVocabulary
  ) {
    // A colon that is there already is part of what is replaced; so is the rest of a name around the caret.
    let colon = term.word.first { term.field != nil && FilterSyntax.sign(scan.characters[$0]) == ":" }
    range = term.word.lowerBound..<max(caret, colon.map { $0 + 1 } ?? term.word.upperBound)
    let typed = scan.text(range.lowerBound..<caret)
    // A saved filter is a clause of its own.
    let mayBeSaved = !term.isNegated && !term.isAlternative
    if let first = typed.first, FilterSyntax.sign(first) == "@" {
      let folded = TextFold.fold(String(typed.dropFirst()))
      let names = vocabulary.saved.map(\.name)
      let beginning = names.filter { TextFold.fold($0).hasPrefix(folded) }
      let found = beginning.isEmpty ? names.filter { TextFold.fold($0).contains(folded) } : beginning
      candidates = mayBeSaved ? found.map { "@" + $0 } : []
    } else {
      let folded = TextFold.fold(typed)
      candidates = FilterField.allCases.compactMap { field in
        field.names(vocabulary.prefersEnglish).first { TextFold.fold($0).hasPrefix(folded) }.map { $0 + ":" }
      }
      let word = scan.text(range)
      let reading = FilterQuery.askingForReadings(word)
      if vocabulary.offersReadings, !term.isNegated, reading != word { candidates.insert(reading, at: 0) }
      if typed.isEmpty, mayBeSaved, !vocabulary.saved.isEmpty { candidates.append("@") }
    }
    findCommonPart(beyond: typed)
  }

  private mutating func findCommonPart(beyond typed: String) {
    guard var common = candidates.first.map(Array.init) else { return }
    for candidate in candidates.dropFirst() {
      common = zip(common, Array(candidate)).prefix { $0 == $1 }.map(\.0)
    }
    // Half of a phrase would want its other quotation mark: among names in quotes one chooses.
    let isHalfPhrase = candidates.count > 1 && common.contains { FilterSyntax.sign($0) == "\"" }
    if common.count > typed.count, !isHalfPhrase { commonPart = String(common) }
  }
}
