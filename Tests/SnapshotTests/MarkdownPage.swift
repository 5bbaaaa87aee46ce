/// What a reader of GitHub's Markdown makes of a page besides text: links, pictures, elements, definitions.
///
/// Inlines as CommonMark 0.31 and GFM's extended autolinks have them, taken line by line; a code span, a backslash and a
/// character reference bind tighter than all else.
struct MarkdownPage {
  private(set) var links: [String] = []
  private(set) var pictures: [String] = []
  private(set) var elements: [String] = []
  private(set) var definitions: [String] = []
  private(set) var codeBlocks: [String] = []

  init(_ page: String) {
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) { read(Array(String(line))) }
  }

  private mutating func read(_ line: [Character]) {
    let text = String(line.drop { " -*+>".contains($0) || $0.isNumber })
    if text.hasPrefix("```") || text.hasPrefix("~~~") { codeBlocks.append(text) }
    if text.wholeMatch(of: /\[[^\]]+\]:.*/) != nil { definitions.append(text) }
    var index = 0
    while index < line.count {
      switch line[index] {
      case "\\"
      where index + 1 < line.count && (line[index + 1].isPunctuation || line[index + 1].isSymbol)
        && line[index + 1].isASCII:
        // An escaped mark may still stand before an address.
        if let end = address(in: line, at: index + 2) { index = end } else { index += 2 }
      case "`": index = codeSpan(in: line, at: index)
      case "<": index = angle(in: line, at: index)
      case "[": index = bracket(in: line, at: index)
      default: index = address(in: line, at: index) ?? index + 1
      }
    }
  }

  private func run(_ line: [Character], _ index: Int) -> Int { line[index...].prefix { $0 == "`" }.count }

  private func codeSpan(in line: [Character], at start: Int) -> Int {
    let length = run(line, start)
    var index = start + length
    while index < line.count {
      guard line[index] == "`" else {
        index += 1
        continue
      }
      let found = run(line, index)
      index += found
      if found == length { return index }
    }
    return start + length
  }

  private mutating func angle(in line: [Character], at start: Int) -> Int {
    let rest = String(line[start...])
    if let match = rest.prefixMatch(
      of: /<([A-Za-z][A-Za-z0-9+.\-]{1,31}:[^\s<>]*|[A-Za-z0-9.!#$%&'*+\/=?^_`{|}~\-]+@[A-Za-z0-9.\-]+)>/)
    {
      links.append(String(match.output.1))
      return start + match.output.0.count
    }
    if let match = rest.prefixMatch(
      of: /<(\/?[A-Za-z][A-Za-z0-9\-]*(\s[^>]*)?\/?|!--.*--|\?.*\?|![A-Za-z].*|!\[CDATA\[.*\]\])>/)
    {
      elements.append(String(match.output.1))
      return start + match.output.0.count
    }
    // A block of HTML begins with a tag that need not end on its line.
    if line[..<start].allSatisfy({ $0 == " " }),
      rest.prefixMatch(
        of: /<(\/?(script|pre|style|div|table|p|ul|h[1-6]|details|iframe|form)([\s>]|$)|!--|\?|![A-Za-z])/) != nil
    {
      elements.append(rest)
    }
    return start + 1
  }

  /// `[text](target)`, `[text][name]` and, with a definition somewhere, `[name]`.
  private mutating func bracket(in line: [Character], at start: Int) -> Int {
    let rest = String(line[start...])
    let isPicture = start > 0 && line[start - 1] == "!" && !(start > 1 && line[start - 2] == "\\")
    if let match = rest.prefixMatch(of: /\[((?:\\.|[^\]\\])*)\](\(|\[)/) {
      if isPicture { pictures.append(String(match.output.1)) } else { links.append(String(match.output.1)) }
    }
    return start + 1
  }

  /// GFM's extended autolinks: after the beginning, white space or one of `*_~(`, escaped or not.
  private mutating func address(in line: [Character], at start: Int) -> Int? {
    guard start < line.count, line[start].isASCII, line[start].isLetter || line[start].isNumber else { return nil }
    let first = line[start].lowercased()
    guard "whf".contains(first) || line[start...].contains("@") else { return nil }
    let rest = String(line[start...])
    let before = start == 0 ? " " : line[start - 1]
    if before.isWhitespace || "*_~(".contains(before),
      let match = rest.prefixMatch(of: /www\.[A-Za-z0-9_\-]+(\.[A-Za-z0-9_\-]+)*/.ignoresCase())
    {
      links.append(String(match.output.0))
      return start + match.output.0.count
    }
    // A scheme is looked for backwards from its colon, so it may follow anything but a letter.
    if !(before.isASCII && before.isLetter),
      let match = rest.prefixMatch(of: /(https?|ftp):\/\/[A-Za-z0-9][^\s<]*/.ignoresCase())
    {
      links.append(String(match.output.0))
      return start + match.output.0.count
    }
    if let match = rest.prefixMatch(
      of: /(mailto:|xmpp:)?[A-Za-z0-9.+_\-]+@[A-Za-z0-9_\-]+(\.[A-Za-z0-9_\-]+)+/.ignoresCase())
    {
      links.append(String(match.output.0))
      return start + match.output.0.count
    }
    return nil
  }
}
