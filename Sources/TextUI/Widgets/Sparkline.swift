/// A series of numbers as columns one cell wide, the lowest of the scale at the bottom.
public struct Sparkline: Hashable, Sendable {
  public var values: [Double]
  /// The two ends of the scale.
  public var scale: ClosedRange<Double>
  public var style: Style

  /// - Parameter marks: further numbers for which the scale has room: a baseline, a target.
  /// - Returns: `nil` without any number to draw.
  public init?(_ values: [Double], marks: [Double] = [], style: Style = .plain) {
    let all = (values + marks).filter(\.isFinite)
    guard let least = all.min(), let most = all.max() else { return nil }
    self.values = values.filter(\.isFinite)
    scale = least...most
    self.style = style
  }

  /// The columns, the latest `columns` of them. The lowest number still shows something.
  public func line(_ columns: Int, _ policy: WidthPolicy, _ lineSet: LineSet = .unicode) -> Line {
    let heights = lineSet.forBoxes(policy).heights
    return Line(values.suffix(max(0, columns)).map { height($0, of: heights) }.joined(), style)
  }

  /// One number on the same scale, as a column of its own.
  public func column(_ value: Double, _ policy: WidthPolicy, _ lineSet: LineSet = .unicode) -> String {
    height(value, of: lineSet.forBoxes(policy).heights)
  }

  private func height(_ value: Double, of heights: [String]) -> String {
    let room = scale.upperBound - scale.lowerBound
    // Without a difference there is nothing to compare: in the middle.
    guard room > 0, room.isFinite else { return heights[heights.count / 2] }
    let share = (value - scale.lowerBound) / room
    return heights[min(heights.count - 1, max(0, Int((share * Double(heights.count - 1)).rounded())))]
  }
}
