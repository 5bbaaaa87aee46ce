import Dashboard
import StrategyModel
import TextUI

/// A view as one page of HTML: headings, tables with the scope of their heads, lists; no script, nothing fetched.
struct HTMLFormat: OutlineFormat {
  private enum Open {
    case none, fields, list, innerList, body
  }

  private let language: String
  private var open = Open.none
  private var columns: [OutlineColumn] = []
  private var headings = 0

  init(language: String) { self.language = language }

  mutating func begin(_ header: SnapshotHeader) -> [String] {
    let title = MarkupText.escaped(header.titleLine)
    let sentence =
      header.filterSentence.map {
        ["<p class=\"filter\"\(foreign($0))>\(MarkupText.escaped($0))</p>"]
      } ?? []
    return [
      "<!DOCTYPE html>", "<html lang=\"\(language)\">", "<head>", "<meta charset=\"utf-8\">",
      "<meta http-equiv=\"Content-Security-Policy\" content=\"\(HTMLStyle.policy)\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<meta name=\"color-scheme\" content=\"light dark\">", "<title\(foreign(title))>\(title)</title>",
      "<style>\(HTMLStyle.text)</style>", "</head>", "<body>", "<header>",
      "<p class=\"city\"\(foreign(header.cityName))>\(MarkupText.escaped(header.cityName))</p>",
      "<h1\(foreign(header.title))>\(MarkupText.escaped(header.title))</h1>",
      "<p class=\"asof\"\(foreign(header.asOfLine))>\(MarkupText.escaped(header.asOfLine))</p>",
    ] + sentence + ["</header>", "<main>"]
  }

  mutating func piece(_ part: OutlinePart) -> [String] {
    switch part {
    case .heading(let text, let level):
      headings += 1
      return close() + ["<h\(level) id=\"h\(headings)\"\(foreign(text.plain))>\(marked(text))</h\(level)>"]
    case .paragraph(let text): return close() + ["<p\(foreign(text.plain))>\(marked(text))</p>"]
    case .field(let label, let text, _, _):
      let name = label.isEmpty ? "" : "<dt\(foreign(label))>\(MarkupText.escaped(label))</dt>"
      return switched(to: .fields) + ["\(name)<dd\(foreign(text.plain))>\(marked(text))</dd>"]
    case .point(let text, let depth, _): return point(text, depth)
    case .table(let columns):
      self.columns = columns
      let heads = shown(columns).map { _, column in
        "<th scope=\"col\"\(column.isNumber ? " class=\"n\"" : "")\(foreign(column.title))>\(MarkupText.escaped(column.title))</th>"
      }
      let name = headings > 0 ? " aria-labelledby=\"h\(headings)\"" : ""
      let lines = close() + ["<table\(name)>", "<thead><tr>\(heads.joined())</tr></thead>", "<tbody>"]
      open = .body
      return lines
    case .row(let cells, _):
      return ["<tr>\(shown(cells).enumerated().map { cell($1.value, $1.column, isName: $0 == 0) }.joined())</tr>"]
    }
  }

  mutating func end() -> [String] { close() + ["</main>"] }

  func proof(_ proof: SnapshotProof) -> [String] {
    ["<footer>", "<dl\(foreign(SnapshotProof.commandLabel))>"] + proof.entries.map { Self.entry($0.label, $0.value) }
  }

  func seal(_ digest: String) -> [String] {
    [Self.entry(SnapshotProof.bodyLabel, digest), "</dl>", "</footer>", "</body>", "</html>"]
  }

  private static func entry(_ label: String, _ value: String) -> String {
    "<dt>\(label)</dt><dd><code>\(MarkupText.escaped(value))</code></dd>"
  }

  // MARK: Parts

  private func shown<Value>(_ values: [Value]) -> [(value: Value, column: OutlineColumn)] {
    zip(values, columns).filter { !$0.1.isDataOnly }.map { ($0, $1) }
  }

  private func cell(_ cell: OutlineCell, _ column: OutlineColumn, isName: Bool) -> String {
    guard cell.rows > 0 else { return "" }
    let text = marked(cell.text)
    let own = foreign(cell.text.plain)
    let kinds = [column.isNumber ? "n" : nil, Self.isWhole(cell) ? "k" : nil].compactMap(\.self)
    let name = kinds.isEmpty ? "" : " class=\"\(kinds.joined(separator: " "))\""
    guard isName else { return "<td\(name)\(own)>\(text)</td>" }
    return cell.rows > 1
      ? "<th scope=\"rowgroup\" rowspan=\"\(cell.rows)\"\(own)>\(text)</th>" : "<th scope=\"row\"\(own)>\(text)</th>"
  }

  /// Dates, states and ids are not broken: the other columns give way.
  private static func isWhole(_ cell: OutlineCell) -> Bool {
    let text = cell.text.plain
    if case .text(let code)? = cell.datum, CivilDate(iso: code) != nil { return true }
    return text.count <= 6 || text.utf8.count <= 12 && !text.contains(" ") && text.allSatisfy(\.isASCII)
  }

  private mutating func point(_ text: OutlineText, _ depth: Int) -> [String] {
    let lines: [String]
    switch (open, depth) {
    case (.list, 0), (.innerList, 0): lines = open == .list ? ["</li>"] : ["</ul></li>"]
    case (.list, _): lines = ["<ul>"]
    case (.innerList, _): lines = []
    default: lines = close() + ["<ul>"]
    }
    // What belongs to no point stands as a point of its own.
    let isInner = depth > 0 && (open == .list || open == .innerList)
    open = isInner ? .innerList : .list
    let item = "<li\(foreign(text.plain))>\(marked(text))"
    return lines + [isInner ? item + "</li>" : item]
  }

  private mutating func switched(to kind: Open) -> [String] {
    guard open != kind else { return [] }
    let lines = close()
    open = kind
    return lines + ["<dl>"]
  }

  private mutating func close() -> [String] {
    defer { open = .none }
    switch open {
    case .none: return []
    case .fields: return ["</dl>"]
    case .list: return ["</li></ul>"]
    case .innerList: return ["</ul></li></ul>"]
    case .body: return ["</tbody>", "</table>"]
    }
  }

  /// The data is Japanese on a page of any language: a screen reader has to know where to read it so.
  private func foreign(_ text: String) -> String {
    language != "ja" && text.unicodeScalars.contains(where: Self.isJapanese) ? " lang=\"ja\"" : ""
  }

  private static func isJapanese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3005...0x3007, 0x3041...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF: true
    default: false
    }
  }

  private func marked(_ text: OutlineText) -> String {
    text.runs.map { run in
      let text = run.text.split(whereSeparator: \.isNewline).map { MarkupText.escaped(String($0)) }
        .joined(separator: "<br>")
      switch run.role {
      case .removed: return "<del>\(text)</del>"
      case .added: return "<ins>\(text)</ins>"
      case .faint, .unknown: return "<span class=\"faint\">\(text)</span>"
      case .derived: return "<span class=\"faint k\">\(text)</span>"
      case .changed, .warning, .heading: return "<strong>\(text)</strong>"
      default: return text
      }
    }.joined()
  }
}
