/// The signs of the filter language.
enum FilterSyntax {
  /// The ASCII form of a character that has a meaning in the language, however wide it was typed.
  static func sign(_ character: Character) -> Character? {
    switch character {
    case ":", "：": ":"
    case "|", "｜": "|"
    case "!", "！": "!"
    case "-", "－", "−": "-"
    case "=", "＝": "="
    case "@", "＠": "@"
    case "\"", "＂", "“", "”": "\""
    default: nil
    }
  }

  static func isNegation(_ character: Character) -> Bool {
    let sign = sign(character)
    return sign == "-" || sign == "!"
  }

  /// The value as it stands behind a field's colon: in quotes where its bare characters would mean something else.
  ///
  /// The language has no way to write a quotation mark inside quotes, so of a name that holds one the longest part
  /// without is given, by which it is found as well.
  static func quoted(_ value: String) -> String {
    let parts = value.split { sign($0) == "\"" }
    let text =
      parts.count > 1 || parts.first.map { $0.count < value.count } ?? false
      ? parts.max { $0.count < $1.count }.map(String.init) ?? "" : value
    let isPlain =
      text.first.map { sign($0) != "=" } ?? false && !text.contains { $0.isWhitespace || sign($0) == "|" }
      && !FilterValue.noneWords.contains(TextFold.fold(text))
    return isPlain ? text : "\"\(text)\""
  }
}
