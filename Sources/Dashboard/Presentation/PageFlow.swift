import TextUI

/// A slide's text cut into pages of a screen's height: between its blocks, and within one only if that alone is longer than
/// a page. What goes on says so in its title.
struct PageFlow {
  struct Page: Equatable {
    var lines: [Line]
    var start: TextPlace
  }

  var rows: Int
  /// The title, with a mark behind it, on as many lines as it needs.
  var title: (_ mark: String) -> [Line]
  /// The same on one line.
  var shortTitle: (_ mark: String) -> Line
  /// `（2／3）`
  var mark: (_ number: Int, _ count: Int) -> String

  private struct Draft {
    var lines: [Line] = []
    var start: TextPlace

    mutating func add(_ block: [Line], apart: Int) {
      if !lines.isEmpty { lines += repeatElement(Line(), count: apart) }
      lines += block
    }
  }

  /// - Parameter apart: blocks that stand apart from the one before in any case.
  func pages(of blocks: [[Line]], apart fixed: Set<Int> = []) -> [Page] {
    let whole = title("")
    // Air between the paragraphs as long as there is room for it.
    for apart in [1, 0] {
      let text = joined(blocks, apart: apart, fixed)
      if whole.count + (text.isEmpty ? 0 : apart) + text.count <= rows {
        return [Page(lines: page(whole, apart == 1 ? text : airy(blocks, fixed, whole)), start: .start)]
      }
    }
    let dense = drafts(of: blocks, apart: 0, fixed)
    let airy = drafts(of: blocks, apart: 1, fixed)
    // Where pages are turned anyway, one more is a small price for it.
    let isAiry = airy.count <= dense.count + 1
    let drafts = isAiry ? airy : dense
    return drafts.enumerated().map { index, draft in
      let mark = mark(index + 1, drafts.count)
      let title = index == 0 && !isTitleLong(drafts.count) ? title(mark) : [shortTitle(mark)]
      return Page(lines: page(title, draft.lines), start: draft.start)
    }
  }

  /// A page with blocks apart that has no room for air everywhere has it from the top down, as far as it goes. One of
  /// like blocks, as an agenda is, has it everywhere or nowhere.
  private func airy(_ blocks: [[Line]], _ fixed: Set<Int>, _ title: [Line]) -> [Line] {
    var apart = fixed
    var text = joined(blocks, apart: 0, apart)
    guard !fixed.isEmpty else { return text }
    for index in blocks.indices where !apart.contains(index) {
      let more = joined(blocks, apart: 0, apart.union([index]))
      guard title.count + 1 + more.count <= rows else { break }
      apart.insert(index)
      text = more
    }
    return text
  }

  /// The title stands clear of what follows where there is room.
  private func page(_ title: [Line], _ text: [Line]) -> [Line] {
    title + (title.count + text.count < rows && !text.isEmpty ? [Line()] : []) + text
  }

  /// The page that shows a place of the text.
  static func index(of place: TextPlace, in pages: [Page]) -> Int {
    pages.lastIndex { $0.start <= place } ?? 0
  }

  /// A title that leaves no room for anything else: it flows like the rest, below a short one.
  private func isTitleLong(_ count: Int) -> Bool { title(mark(count, count)).count > max(1, rows - 4) }

  /// The number of pages is part of the title, and the title's height decides how many there are.
  private func drafts(of blocks: [[Line]], apart: Int, _ fixed: Set<Int>) -> [Draft] {
    var count = 2
    while true {
      let drafts = drafts(of: blocks, apart: apart, fixed, markedFor: count)
      if drafts.count <= count { return drafts }
      count = drafts.count
    }
  }

  private func drafts(of blocks: [[Line]], apart: Int, _ fixed: Set<Int>, markedFor count: Int) -> [Draft] {
    let isTitleLong = isTitleLong(count)
    let first = max(1, rows - apart - (isTitleLong ? 1 : title(mark(count, count)).count))
    let further = max(1, rows - apart - 1)
    var pages = [Draft(start: .start)]
    // The title is block 0 whether it flows or not: places mean the same on screens of any size.
    for (index, block) in ([isTitleLong ? title("") : []] + blocks).enumerated() where !block.isEmpty {
      var rest = block[...]
      let gap = fixed.contains(index - 1) ? 1 : apart
      while !rest.isEmpty {
        let height = pages[pages.count - 1].lines.count
        let room = (pages.count == 1 ? first : further) - height - (height == 0 ? 0 : gap)
        // The start of a block that needs several pages is worth two lines at least.
        let isCut = rest.count > further && room >= min(2, further)
        let taken = rest.count <= room ? rest.count : isCut ? room : 0
        if taken > 0 {
          pages[pages.count - 1].add(Array(rest.prefix(taken)), apart: gap)
          rest = rest.dropFirst(taken)
        } else {
          let before = block[..<rest.startIndex].map(Self.characters).reduce(0, +)
          pages.append(Draft(start: TextPlace(block: index, character: before)))
        }
      }
    }
    return pages
  }

  /// Spaces do not count: lines break at them.
  private static func characters(of line: Line) -> Int { line.text.count { $0 != " " && $0 != "\u{3000}" } }

  private func joined(_ blocks: [[Line]], apart: Int, _ fixed: Set<Int>) -> [Line] {
    var whole = Draft(start: .start)
    for (index, block) in blocks.enumerated() where !block.isEmpty {
      whole.add(block, apart: fixed.contains(index) ? 1 : apart)
    }
    return whole.lines
  }
}
