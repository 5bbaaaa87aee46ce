/// Which row of a list is selected, and which is at the top of its window.
public struct ScrollState: Hashable, Sendable {
  public private(set) var selection: Int
  public private(set) var offset: Int

  public init(selection: Int = 0, offset: Int = 0) {
    self.selection = selection
    self.offset = offset
  }

  /// The rows that the window shows.
  public func visible(count: Int, height: Int) -> Range<Int> {
    let kept = kept(count: count, height: height)
    return kept.offset..<min(max(0, count), kept.offset + max(0, height))
  }

  /// Selects a row and scrolls as little as needed to show it.
  public mutating func select(_ row: Int, count: Int, height: Int) {
    selection = row
    self = kept(count: count, height: height)
  }

  public mutating func move(by rows: Int, count: Int, height: Int) {
    select(min(max(0, selection), max(0, count - 1)) + rows, count: count, height: height)
  }

  /// Moves the window; the selection follows so that it stays in view.
  public mutating func scroll(by rows: Int, count: Int, height: Int) {
    offset = min(max(0, offset + rows), max(0, count - height))
    selection = min(max(selection, offset), offset + max(1, height) - 1)
    self = kept(count: count, height: height)
  }

  /// Makes the state right for a list or window that changed its size.
  public mutating func keep(count: Int, height: Int) {
    self = kept(count: count, height: height)
  }

  private func kept(count: Int, height: Int) -> ScrollState {
    let count = max(0, count)
    let height = max(1, height)
    var state = self
    state.selection = min(max(0, selection), max(0, count - 1))
    state.offset = min(max(0, offset), max(0, count - height))
    if state.selection < state.offset { state.offset = state.selection }
    if state.selection >= state.offset + height { state.offset = state.selection - height + 1 }
    return state
  }
}

/// Shows which part of a list is in view, in one column.
public struct Scrollbar: Hashable, Sendable {
  public var count: Int
  public var offset: Int
  public var style: Style

  public init(count: Int, offset: Int, style: Style = .dim) {
    self.count = count
    self.offset = offset
    self.style = style
  }

  /// The rows of the thumb; empty when everything is in view.
  public func thumb(height: Int) -> Range<Int> {
    guard height > 0, count > height else { return 0..<0 }
    let length = max(1, height * height / count)
    let hidden = count - height
    let start = min(max(0, offset), hidden) * (height - length) / hidden
    return start..<start + length
  }

  /// Draws the bar in the last column of the rectangle, nothing when everything is in view.
  public func draw(into canvas: inout Canvas, in rect: Rect) {
    let thumb = thumb(height: rect.rows)
    guard !rect.isEmpty, !thumb.isEmpty else { return }
    let set = canvas.policy.width(of: canvas.lineSet.thumb) == 1 ? canvas.lineSet.forBoxes(canvas.policy) : .ascii
    for row in 0..<rect.rows {
      let glyph = thumb.contains(row) ? set.thumb : set.vertical
      canvas.draw(Line(glyph, style), at: Point(column: rect.endColumn - 1, row: rect.row + row))
    }
  }
}
