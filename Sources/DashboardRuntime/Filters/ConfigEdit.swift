import TextSearch

/// Changes a YAML text line by line, so that comments and order stay. Lines keep their own line ends.
struct ConfigEdit {
  private var lines: [String]
  private let lineEnd: String

  /// Where an entry begins; both from 0.
  struct Place: Hashable {
    var line: Int
    var column: Int
  }

  init(_ text: String) {
    // By scalars: CR and LF are one Character.
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String(String.UnicodeScalarView($0)) }
    if lines.last?.isEmpty == true { lines.removeLast() }
    lineEnd = lines.contains { $0.unicodeScalars.last == "\r" } ? "\r" : ""
  }

  var text: String { lines.map { $0 + "\n" }.joined() }

  /// `name: 'text'`; the name in quotes too where YAML could take it for something else.
  static func entry(_ filter: SavedFilter) -> String {
    let isPlain =
      filter.name.first?.isLetter == true
      && filter.name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
      && !["yes", "no", "on", "off", "true", "false", "null", "y", "n"].contains(filter.name.lowercased())
    return "\(isPlain ? filter.name : quoted(filter.name)): \(quoted(filter.text))"
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  mutating func append(_ added: [String]) { lines += added.map { $0 + lineEnd } }

  /// Puts one line in the place of an entry's own.
  mutating func replace(_ place: Place, before next: Place?, with entry: String) {
    let end = end(of: place, before: next)
    lines.replaceSubrange(place.line..<end, with: [indented(entry, place.column)])
  }

  mutating func remove(_ place: Place, before next: Place?) {
    lines.removeSubrange(place.line..<end(of: place, before: next))
  }

  mutating func insert(_ entry: String, indent: Int, behind last: Place) {
    lines.insert(indented(entry, indent), at: end(of: last, before: nil))
  }

  /// The first entry, below a key that has no value yet, or `{}`.
  mutating func beginMapping(with entry: String, line: Int, indent: Int) {
    guard lines.indices.contains(line) else { return }
    let key = lines[line].replacing("{}", with: "", maxReplacements: 1)
    if key != lines[line] { lines[line] = key.trimmingEnd + lineEnd }
    lines.insert(indented(entry, indent), at: line + 1)
  }

  /// An entry goes on while lines are indented deeper than its name; blank lines and comments behind it are not its own.
  private func end(of place: Place, before next: Place?) -> Int {
    let limit = min(next?.line ?? lines.count, lines.count)
    var end = min(place.line + 1, limit)
    while end < limit, lines[end].isBlank || lines[end].indent > place.column { end += 1 }
    while end > place.line + 1, lines[end - 1].isBlank || lines[end - 1].isComment { end -= 1 }
    return end
  }

  private func indented(_ entry: String, _ columns: Int) -> String {
    String(repeating: " ", count: columns) + entry + lineEnd
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
  fileprivate var isComment: Bool { first { !$0.isWhitespace } == "#" }
  fileprivate var indent: Int { prefix { $0 == " " }.count }

  fileprivate var trimmingEnd: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
