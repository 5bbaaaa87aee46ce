extension FilterQuery {
  /// The filter with one more condition, as a person who picks it from a list means it.
  ///
  /// A second phase, pillar, department or plan is an alternative to the first, since no item has two; anything else
  /// narrows further. A value that is asked for already is not added again.
  ///
  /// - Parameter value: as it stands behind the colon.
  public static func text(_ text: String, adding value: String, to field: FilterField, named name: String) -> String {
    let scan = FilterScan(text)
    let same = scan.terms.filter { $0.field == field && !$0.isNegated }
    let isThere = same.contains { term in
      let word = scan.text(term.word)
      return term.inheritsField ? word == value : word.hasSuffix(":" + value)
    }
    if isThere { return text }
    if [.phase, .pillar, .department, .plan].contains(field), let last = same.last, !last.isOpenPhrase {
      // Behind `|` only a bare value is read as one of the field before it.
      let isPhrase = value.first.map { "\"=".contains(FilterSyntax.sign($0) ?? " ") } ?? false
      let head = scan.text(0..<last.range.upperBound)
      let tail = scan.text(last.range.upperBound..<scan.characters.count)
      return head + "|" + (isPhrase ? "\(name):" : "") + value + tail
    }
    let closed = scan.terms.last?.isOpenPhrase == true ? text + "\"" : text
    let isBlank = text.allSatisfy(\.isWhitespace)
    return (isBlank ? "" : closed + (closed.last?.isWhitespace == true ? "" : " ")) + "\(name):\(value)"
  }
}
