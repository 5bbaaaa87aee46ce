import TextUI

/// A view as text; with a page's height in pages, each under the title and the columns' headings.
struct TextFormat: DrawnFormat {
  /// Lines of a page, headings included; `nil` for one page without end.
  private let pageLines: Int?
  private var head: [String] = []
  private var headings: [String] = []
  private var isInHeadings = false
  private var row: [String] = []
  private var used = 0
  private var page = 1

  init(pageLines: Int? = nil) { self.pageLines = pageLines }

  mutating func begin(_ header: SnapshotHeader) -> [String] {
    head = [header.titleLine, header.asOfLine].map(plain)
    return counted(header.lines.map(plain))
  }

  mutating func heading(_ line: Line) -> [String] {
    let rest = endRow()
    if !isInHeadings { headings = [] }
    isInHeadings = true
    headings.append(line.text.withoutTrailingSpaces)
    // Headings at the foot of a page would stand over nothing.
    let isAtFoot = pageLines.map { used + 4 > $0 } ?? false
    return isAtFoot ? rest + newPage() : rest + counted([line.text.withoutTrailingSpaces])
  }

  mutating func line(_ line: Line, beginsRow: Bool) -> [String] {
    isInHeadings = false
    let text = line.text.withoutTrailingSpaces
    guard pageLines != nil else { return [text] }
    let rest = beginsRow ? endRow() : []
    row.append(text)
    return rest
  }

  mutating func end() -> [String] { endRow() }

  mutating func proof(_ proof: SnapshotProof) -> [String] {
    let lines = proof.entries.map { plain("\($0.label): \($0.value)") }
    headings = []
    let isFull = pageLines.map { used + lines.count + 2 > $0 } ?? false
    return isFull ? newPage() + lines : [""] + lines
  }

  func seal(_ digest: String) -> [String] { ["\(SnapshotProof.bodyLabel): \(digest)"] }

  // MARK: Pages

  /// A row stands on one page whole, unless it is longer than any.
  private mutating func endRow() -> [String] {
    guard let pageLines, !row.isEmpty else { return [] }
    var lines: [String] = []
    if used + row.count > pageLines, used > head.count + headings.count + 1 { lines = newPage() }
    let isAtTop = !lines.isEmpty
    // Air between parts is none at the top of a page.
    lines += counted(isAtTop && row.allSatisfy(\.isEmpty) ? [] : row)
    row = []
    return lines
  }

  /// A form feed, as printers and pagers know it, and what stands at the top of every page.
  private mutating func newPage() -> [String] {
    page += 1
    used = 0
    guard let title = head.first else { return [] }
    return counted(["\u{C}\(title)  （\(page)ページ）"] + head.dropFirst() + [""] + headings)
  }

  private mutating func counted(_ lines: [String]) -> [String] {
    used += lines.count
    return lines
  }

  /// Every line may be read in a terminal: titles and commands are data, as rows are, which come as they may be shown.
  private func plain(_ text: String) -> String { SafeText.visible(text).withoutTrailingSpaces }
}
