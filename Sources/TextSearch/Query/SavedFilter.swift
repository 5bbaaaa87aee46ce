/// A filter that was given a name, by which `@name` calls it.
public struct SavedFilter: Hashable, Sendable {
  public var name: String
  public var text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  public static let longestName = 40

  /// Whether `@name` can stand in a filter: one word without signs of the language.
  public static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.count <= longestName && !TextFold.fold(name).isEmpty
      && name.allSatisfy { character in
        let isControl = character.unicodeScalars.contains { $0.properties.generalCategory == .control }
        return !character.isWhitespace && !isControl && !"|:\"@".contains(FilterSyntax.sign(character) ?? character)
      }
  }

  /// Names are told apart as texts are searched: without regard to width, case and kind of kana.
  public func isNamed(_ other: String) -> Bool { TextFold.fold(name) == TextFold.fold(other) }

  /// The text as it can stand among other terms: with its quotation mark closed, and no `|` at its ends.
  var term: String {
    let scan = FilterScan(text)
    guard let first = scan.terms.first, let last = scan.terms.last else { return "" }
    return scan.text(first.range.lowerBound..<last.range.upperBound) + (last.isOpenPhrase ? "\"" : "")
  }
}
