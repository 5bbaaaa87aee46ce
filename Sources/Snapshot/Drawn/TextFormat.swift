import Dashboard
import TextUI

/// A view as text; with a page's height in pages, each under the title and the columns' headings.
struct TextFormat: DrawnFormat {
  private let columns: Int
  private let policy: WidthPolicy
  /// Lines of a page, headings included; `nil` for one page without end.
  private let pageLines: Int?
  private var header: DrawnHeader?
  /// Lines above the headings of the present page, without the empty one below them.
  private var headLines = 0
  private var headings: [String] = []
  private var isInHeadings = false
  /// The last heading among the rows, which goes on over the page's end.
  private var group: ContinuedHeading?
  /// Air and headings, which stand on the page of the row behind them.
  private var held: [(text: String, isOfColumns: Bool)] = []
  private var holdsHeading = false
  private var row: [String] = []
  /// The line of a heading, while its row is gathered.
  private var headingLine: Line?
  private var rowIsHeading: Bool { headingLine != nil }
  private var used = 0
  private var page = 1

  init(columns: Int, policy: WidthPolicy, pageLines: Int? = nil) {
    self.columns = columns
    self.policy = policy
    self.pageLines = pageLines
  }

  mutating func begin(_ header: SnapshotHeader) -> [String] {
    let drawn = DrawnHeader(header: header, columns: columns, policy: policy)
    self.header = drawn
    headLines = drawn.titleLines().count + drawn.asOfLines.count
    return counted(drawn.lines.map { plain($0.text) })
  }

  mutating func heading(_ line: Line) -> [String] {
    let text = line.text.withoutTrailingSpaces
    guard pageLines != nil else { return [text] }
    var rest = endRow()
    if !isInHeadings {
      // A heading among the rows that heads nothing stands as a row does.
      if holdsHeading { rest += pageBreak(before: 0) + letGo() }
      headings = []
    }
    isInHeadings = true
    group = nil
    headings.append(text)
    held.append((text, true))
    return rest
  }

  mutating func line(_ line: Line, _ kind: LineKind) -> [String] {
    isInHeadings = false
    let text = line.text.withoutTrailingSpaces
    guard pageLines != nil else { return [text] }
    let rest = kind == .goesOn ? [] : endRow()
    if kind == .heading { headingLine = line }
    row.append(text)
    return rest
  }

  /// The last row waits: the proof does not stand on a page of its own.
  mutating func end() -> [String] { [] }

  mutating func proof(_ proof: SnapshotProof) -> [String] {
    let lines = proof.entries.map { plain("\($0.label): \($0.value)") }
    guard let pageLines else { return [""] + lines }
    if row.allSatisfy(\.isEmpty) { row = [] }
    while held.last?.text.isEmpty == true { held.removeLast() }
    // An empty line before it, and its seal behind.
    let room = lines.count + 2
    if used + held.count + row.count + room <= pageLines { return endRow() + letGo() + [""] + lines }
    let top = pageHead(page + 1).count + 1 + headings.count + (group == nil ? 0 : 1)
    guard !row.isEmpty, top + held.count + row.count + room <= pageLines else {
      let rest = endRow() + letGo()
      headings = []
      return used + room > pageLines ? rest + newPage() + lines : rest + [""] + lines
    }
    return newPage(goesOn: !holdsHeading && !rowIsHeading) + endRow() + letGo() + [""] + lines
  }

  func seal(_ digest: String) -> [String] { ["\(SnapshotProof.bodyLabel): \(digest)"] }

  // MARK: Pages

  /// A row stands on one page whole, unless it is longer than any.
  private mutating func endRow() -> [String] {
    guard pageLines != nil, !row.isEmpty else { return [] }
    defer {
      row = []
      headingLine = nil
    }
    if rowIsHeading || row.allSatisfy(\.isEmpty) {
      var lines: [String] = []
      if rowIsHeading {
        // One with air behind it heads nothing: it stands as a row does.
        if holdsHeading, held.last?.text.isEmpty == true { lines = pageBreak(before: 0) + letGo() }
        holdsHeading = true
        group = headingLine.map(ContinuedHeading.init)
      } else if !holdsHeading {
        // What comes behind air is no longer what the heading stands over.
        group = nil
      }
      held += row.map { ($0, false) }
      return lines
    }
    return pageBreak(before: row.count) + letGo() + counted(row)
  }

  /// Where what is held and so many lines behind it do not fit any more.
  private mutating func pageBreak(before count: Int) -> [String] {
    guard let pageLines, used + held.count + count > pageLines, used > top else { return [] }
    return newPage(goesOn: !holdsHeading)
  }

  /// Air between parts is none at the top of a page.
  private mutating func letGo() -> [String] {
    let isAtTop = page > 1 && used <= top
    let lines = held.map(\.text)
    held = []
    holdsHeading = false
    return counted(isAtTop ? Array(lines.drop(while: \.isEmpty)) : lines)
  }

  /// Lines of the page before its first row.
  private var top: Int { headLines + 1 + headings.count - held.count(where: \.isOfColumns) }

  /// A form feed, as printers and pagers know it, and what stands at the top of every page.
  private mutating func newPage(goesOn: Bool = false) -> [String] {
    page += 1
    used = 0
    // The page begins with the columns' headings.
    if let last = held.lastIndex(where: \.isOfColumns) { held.removeSubrange(...last) }
    guard let header else { return [] }
    let head = pageHead(page)
    headLines = head.count
    let lines = counted(["\u{C}\(head[0])"] + head.dropFirst() + [""] + headings)
    guard goesOn, let group else { return lines }
    return lines + counted([plain(group.text(header.header.words(.goesOn), columns: columns, policy))])
  }

  private func pageHead(_ number: Int) -> [String] {
    guard let header else { return [] }
    let titles = header.titleLines(mark: header.header.words.pageMark(number))
    return (titles + header.asOfLines).map(plain)
  }

  private mutating func counted(_ lines: [String]) -> [String] {
    used += lines.count
    return lines
  }

  /// Every line may be read in a terminal: titles and commands are data, as rows are, which come as they may be shown.
  private func plain(_ text: String) -> String { SafeText.visible(text).withoutTrailingSpaces }
}
