/// A run of text in one style.
public struct Span: Hashable, Sendable {
  public var text: String
  public var style: Style

  public init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

/// One line of styled text, of any width.
public struct Line: Hashable, Sendable {
  public var spans: [Span]

  public init(_ spans: [Span] = []) {
    self.spans = spans
  }

  public init(_ text: String, _ style: Style = .plain) {
    spans = text.isEmpty ? [] : [Span(text, style)]
  }

  /// The text without its styles.
  public var text: String {
    if spans.count == 1 { return spans[0].text }
    var text = ""
    text.reserveCapacity(spans.reduce(0) { $0 + $1.text.utf8.count })
    for span in spans { text += span.text }
    return text
  }

  public var isEmpty: Bool { spans.allSatisfy(\.text.isEmpty) }

  public static func + (left: Line, right: Line) -> Line {
    Line(left.spans + right.spans)
  }

  public static func += (left: inout Line, right: Line) {
    left.spans += right.spans
  }

  public mutating func append(_ line: Line) {
    spans += line.spans
  }

  public mutating func append(_ text: String, _ style: Style = .plain) {
    if !text.isEmpty { spans.append(Span(text, style)) }
  }

  public func width(_ policy: WidthPolicy) -> Int {
    spans.reduce(0) { $0 + policy.width(of: $1.text) }
  }

  /// The line with the style of every span changed.
  public func styled(_ change: (Style) -> Style) -> Line {
    Line(spans.map { Span($0.text, change($0.style)) })
  }

  /// Appends a line in exactly `columns` cells, as ``fitted(to:_:alignment:ellipsis:)`` makes it, and `gap` spaces.
  public mutating func append(_ line: Line, fittedTo columns: Int, _ policy: WidthPolicy, gap: Int = 0) {
    let (cut, width) = line.cut(to: columns, policy, policy.ellipsis)
    spans += cut.spans
    append(Blank.text(max(0, columns - width) + gap))
  }

  /// The line in exactly `columns` cells: cut with an ellipsis, or padded with plain spaces.
  ///
  /// - Parameter ellipsis: `nil` for the policy's own.
  public func fitted(
    to columns: Int, _ policy: WidthPolicy, alignment: Alignment = .leading, ellipsis: String? = nil
  ) -> Line {
    let (line, width) = cut(to: columns, policy, ellipsis ?? policy.ellipsis)
    let missing = columns - width
    guard missing > 0 else { return line }
    let before = alignment.padding(before: missing)
    if before == 0 { return Line(line.spans + [Span(Blank.text(missing))]) }
    return Line(Blank.text(before)) + line + Line(Blank.text(missing - before))
  }

  /// The line in at most `columns` cells, never cut inside a cluster.
  public func truncated(to columns: Int, _ policy: WidthPolicy, ellipsis: String? = nil) -> Line {
    cut(to: columns, policy, ellipsis ?? policy.ellipsis).line
  }

  /// The line with visible substitutes for what could steer a terminal, in at most `columns` cells.
  public func visible(to columns: Int, _ policy: WidthPolicy) -> Line {
    var used = 0
    for span in spans {
      // One look tells of most lines that nothing in them needs a substitute and that they fit.
      guard let common = CommonText.head(of: span.text, columns - used, policy), common.bytes == span.text.utf8.count
      else { return Line(spans.map { Span(SafeText.visible($0.text), $0.style) }).truncated(to: columns, policy) }
      used += common.width
    }
    return self
  }

  /// The line cut if it must be, and its cells.
  private func cut(to columns: Int, _ policy: WidthPolicy, _ ellipsis: String) -> (line: Line, width: Int) {
    var used = 0
    for (index, span) in spans.enumerated() {
      let (end, width) = TextFit.head(of: span.text, columns - used, policy)
      if end < span.text.endIndex { return cut(inSpan: index, to: columns, policy, ellipsis) }
      used += width
    }
    return (self, used)
  }

  private func cut(
    inSpan last: Int, to columns: Int, _ policy: WidthPolicy, _ ellipsis: String
  ) -> (line: Line, width: Int) {
    let mark = policy.width(of: ellipsis) <= columns ? ellipsis : ""
    let room = columns - policy.width(of: mark)
    var used = 0
    var result = Line()
    for span in spans[...last] {
      let (end, width) = TextFit.head(of: span.text, room - used, policy)
      used += width
      result.append(String(span.text[..<end]), span.style)
      if end < span.text.endIndex {
        result.append(mark, span.style)
        break
      }
    }
    return (result, used + policy.width(of: mark))
  }

  /// The line broken for reading, as `TextFit.paragraph` does, with its styles.
  public func wrapped(to columns: Int, _ policy: WidthPolicy) -> [Line] {
    LineWrap.wrapped(self, columns, policy)
  }
}

extension Line: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) {
    self.init(value)
  }
}
