/// A horizontal bar for a share of a whole.
public struct Meter: Hashable, Sendable {
  /// 0 for empty, 1 for full; `nil` when nothing was measured. Values outside are shown as the nearer end.
  public var ratio: Double?
  public var style: Style
  /// The style of the cells that are not filled.
  public var trackStyle: Style

  public init(ratio: Double?, style: Style = .plain, trackStyle: Style = .dim) {
    self.ratio = ratio
    self.style = style
    self.trackStyle = trackStyle
  }

  /// The bar in exactly `columns` cells. An amount above zero always shows something, one below full never a full bar.
  public func line(_ columns: Int, _ policy: WidthPolicy, _ lineSet: LineSet = .unicode) -> Line {
    let columns = max(0, columns)
    // Where the terminal draws blocks two cells wide a bar of them would be coarse and ragged.
    let set = policy.width(of: lineSet.block) == 1 && policy.width(of: lineSet.track) == 1 ? lineSet : .ascii
    let steps = set.eighths.count + 1
    let units = filledUnits(columns * steps)
    var filled = Repetition.text(set.block, units / steps)
    if units % steps > 0 { filled += set.eighths[units % steps - 1] }
    let used = (units + steps - 1) / steps
    return Line(filled, style) + Line(Repetition.text(set.track, columns - used), trackStyle)
  }

  private func filledUnits(_ total: Int) -> Int {
    guard total > 0, let ratio, ratio > 0 else { return 0 }
    if ratio >= 1 { return total }
    return min(max(1, Int((ratio * Double(total)).rounded())), total - 1)
  }

  /// Draws the bar in the first row of the rectangle.
  public func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    canvas.draw(line(rect.columns, canvas.policy, canvas.lineSet), at: rect.origin)
  }
}
