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
    Line(values.suffix(max(0, columns)).map { column($0, policy, lineSet) }.joined(), style)
  }

  /// One number on the same scale, as a column of its own.
  public func column(_ value: Double, _ policy: WidthPolicy, _ lineSet: LineSet = .unicode) -> String {
    // Where the terminal draws blocks two cells wide, columns would not stand where the words below them say.
    let heights = lineSet.heights.allSatisfy { policy.width(of: $0) == 1 } ? lineSet.heights : LineSet.ascii.heights
    let room = scale.upperBound - scale.lowerBound
    // Without a difference there is nothing to compare: in the middle.
    guard room > 0, room.isFinite else { return heights[heights.count / 2] }
    let share = (value - scale.lowerBound) / room
    return heights[min(heights.count - 1, max(0, Int((share * Double(heights.count - 1)).rounded())))]
  }
}
