/// A horizontal line, with words in it if wanted: `── 条件 ─────`.
public struct Rule: Hashable, Sendable {
  public var title: Line
  public var style: Style

  public init(title: Line = Line(), style: Style = .plain) {
    self.title = title
    self.style = style
  }

  /// The rule in exactly `columns` cells.
  public func line(_ columns: Int, _ policy: WidthPolicy, _ lineSet: LineSet = .unicode) -> Line {
    guard !title.isEmpty, columns >= 8 else { return Line(lineSet.rule(columns, policy), style) }
    let lead = Line(lineSet.rule(2, policy) + " ", style)
    let words = title.truncated(to: columns - 6, policy, ellipsis: lineSet.ellipsis)
    let left = columns - 4 - words.width(policy)
    return lead + words + Line(" " + lineSet.rule(left, policy), style)
  }

  /// Draws the rule in the first row of the rectangle.
  public func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    canvas.draw(line(rect.columns, canvas.policy, canvas.lineSet), at: rect.origin)
  }
}

/// A frame around a rectangle, with a title in its top edge.
public struct Box: Hashable, Sendable {
  public var title: Line
  public var style: Style

  public init(title: Line = Line(), style: Style = .plain) {
    self.title = title
    self.style = style
  }

  /// The room inside the frame.
  public func interior(of rect: Rect) -> Rect {
    rect.inset(columns: 1, rows: 1)
  }

  public func draw(into canvas: inout Canvas, in rect: Rect) {
    guard rect.columns >= 2, rect.rows >= 2 else { return }
    let set = canvas.lineSet.forBoxes(canvas.policy)
    let inner = rect.columns - 2
    canvas.draw(edge(set.topLeft, topLine(inner, set, canvas.policy), set.topRight), at: rect.origin)
    for row in rect.row + 1..<rect.endRow - 1 {
      canvas.draw(Line(set.vertical, style), at: Point(column: rect.column, row: row))
      canvas.draw(Line(set.vertical, style), at: Point(column: rect.endColumn - 1, row: row))
    }
    let bottom = Line(set.rule(inner, canvas.policy), style)
    canvas.draw(
      edge(set.bottomLeft, bottom, set.bottomRight), at: Point(column: rect.column, row: rect.endRow - 1))
  }

  private func edge(_ left: String, _ middle: Line, _ right: String) -> Line {
    Line(left, style) + middle + Line(right, style)
  }

  private func topLine(_ columns: Int, _ set: LineSet, _ policy: WidthPolicy) -> Line {
    guard !title.isEmpty, columns >= 6 else { return Line(set.rule(columns, policy), style) }
    let words = title.truncated(to: columns - 4, policy, ellipsis: set.ellipsis)
    let left = columns - 3 - words.width(policy)
    return Line(set.rule(1, policy) + " ", style) + words + Line(" " + set.rule(left, policy), style)
  }
}
