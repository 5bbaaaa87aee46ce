import Dashboard
import TextUI

/// A view as Markdown (GFM): headings, tables and lists. The data is text in it and makes no mark, link or element.
struct MarkdownFormat: OutlineFormat {
  private enum Kind {
    case none, paragraph, list, table
  }

  private var last = Kind.none
  private var columns: [OutlineColumn] = []

  func begin(_ header: SnapshotHeader) -> [String] {
    let sentence = header.filterSentence.map { ["", MarkdownText.escaped($0)] } ?? []
    return ["# \(MarkdownText.escaped(header.titleLine))", "", MarkdownText.escaped(header.asOfLine)] + sentence
  }

  mutating func piece(_ part: OutlinePart) -> [String] {
    switch part {
    case .heading(let text, let level):
      last = .paragraph
      return ["", String(repeating: "#", count: level) + " " + marked(text)]
    case .paragraph(let text):
      last = .paragraph
      return ["", marked(text)]
    case .field(let label, let text, _, _):
      let name = label.isEmpty ? "  - " : "- \(MarkdownText.escaped(label)): "
      return after(.list, [name + marked(text)])
    case .point(let text, let depth, _):
      return after(.list, [String(repeating: "  ", count: depth) + "- " + marked(text)])
    case .table(let columns):
      self.columns = columns
      last = .table
      let shown = columns.filter { !$0.isDataOnly }
      return [
        "", Self.row(shown.map { MarkdownText.escaped($0.title) }),
        Self.row(shown.map { $0.isNumber ? "---:" : "---" }),
      ]
    case .row(let cells, _):
      let shown = zip(columns, cells).filter { !$0.0.isDataOnly }
      return after(.table, [Self.row(shown.map { $0.1.rows == 0 ? "" : marked($0.1.text) })])
    }
  }

  func end() -> [String] { ["", "---", ""] }

  func proof(_ proof: SnapshotProof) -> [String] {
    proof.entries.map { "- \($0.label): \(MarkdownText.code($0.value))" }
  }

  func seal(_ digest: String) -> [String] { ["- \(SnapshotProof.bodyLabel): \(MarkdownText.code(digest))"] }

  private mutating func after(_ kind: Kind, _ lines: [String]) -> [String] {
    defer { last = kind }
    return last == kind ? lines : [""] + lines
  }

  private static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  private func marked(_ text: OutlineText) -> String {
    text.runs.map { run in
      // A list or a table has its lines to itself.
      let text = run.text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { MarkdownText.escaped(String($0)) }.joined(separator: "<br>")
      switch run.role {
      // Elements hold where marks fail: beside a bracket or a full stop of Japanese.
      case .removed: return "<del>\(text)</del>"
      case .added: return "<ins>\(text)</ins>"
      default: return text
      }
    }.joined()
  }
}
