/// What queries find in the bundled store and in the sample city, worked out from the facts and not from the program.
///
/// A row: the query in 「」; for a reading the kana that it writes in 〔〕, alternatives parted by `|`; the ids that it
/// finds in Osaka (without `it_`), `／`, those in the sample city. `*` is all, `-x` all but x, `a…b` from a to b in the
/// order of the store, なし none. An indented line goes on with the row before it.
enum FoundTable {
  static let words = [kanji, kana, latin, oldForms].flatMap(rows)
  static let readings = [romaji, mixed].flatMap(rows)
  static let dictionaryRows = rows(dictionary)
  static let fields = [phases, names, measures, dates, combined].flatMap(rows)

  struct Row: Sendable, CustomStringConvertible {
    var query: String
    /// For each word of the query the folded texts any of which is a hit; empty where the words stand for themselves.
    var kana: [[String]]
    var osaka: [String]
    var sample: [String]

    var description: String { "「\(query)」" }
  }

  static func rows(_ text: String) -> [Row] {
    var lines: [String] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("「") { lines.append(String(line)) } else { lines[lines.count - 1] += " " + line }
    }
    return lines.map(row)
  }

  private static func row(_ line: String) -> Row {
    let parts = line.dropFirst().split(separator: "」", maxSplits: 1).map(String.init)
    var rest = Substring(parts.count > 1 ? parts[1] : parts[0])
    var kana: [[String]] = []
    if rest.hasPrefix("〔"), let end = rest.firstIndex(of: "〕") {
      kana = rest[..<end].dropFirst().split(separator: " ").map { $0.split(separator: "|").map(String.init) }
      rest = rest[rest.index(after: end)...]
    }
    let cities = rest.split(separator: "／").map { $0.split(separator: " ").map(String.init) }
    return Row(query: parts.count > 1 ? parts[0] : "", kana: kana, osaka: cities[0], sample: cities[1])
  }

  /// The ids that a row names, of all that a store has, in its order.
  static func ids(_ words: [String], of all: [String]) -> [String] {
    var found: Set<String> = words.first == "*" ? Set(all) : []
    for word in words where word != "*" && word != "なし" {
      let isTaken = word.hasPrefix("-")
      let ends = word.drop { $0 == "-" }.split(separator: "…").map(String.init)
      guard let first = all.firstIndex(of: ends[0]), let last = all.firstIndex(of: ends[ends.count - 1]) else {
        preconditionFailure("no such item: \(word)")
      }
      if isTaken { found.subtract(all[first...last]) } else { found.formUnion(all[first...last]) }
    }
    return all.filter(found.contains)
  }
}
