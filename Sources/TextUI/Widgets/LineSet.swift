/// The glyphs of lines, bars and marks. Every glyph of `unicode` has a 7-bit twin in `ascii`.
public struct LineSet: Hashable, Sendable {
  public var horizontal: String
  public var vertical: String
  public var topLeft: String
  public var topRight: String
  public var bottomLeft: String
  public var bottomRight: String
  public var teeLeft: String
  public var teeRight: String
  public var teeTop: String
  public var teeBottom: String
  public var cross: String
  /// Before the selected row.
  public var marker: String
  /// Before a row changed by the latest revision.
  public var changed: String
  /// Where text was cut.
  public var ellipsis: String
  /// An empty place in a table or matrix.
  public var dot: String
  public var arrow: String
  public var ascending: String
  public var descending: String
  /// A full cell of a bar.
  public var block: String
  /// A cell of a bar filled by one to seven eighths; empty when the set has none.
  public var eighths: [String]
  /// An empty cell of a bar.
  public var track: String
  public var thumb: String
  /// The stepper's phases: past, present, future.
  public var stepDone: String
  public var stepNow: String
  public var stepAhead: String

  public static let unicode = LineSet(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
    teeLeft: "├", teeRight: "┤", teeTop: "┬", teeBottom: "┴", cross: "┼",
    marker: "▶", changed: "●", ellipsis: "…", dot: "·", arrow: "→", ascending: "▲", descending: "▼",
    block: "█", eighths: ["▏", "▎", "▍", "▌", "▋", "▊", "▉"], track: "░", thumb: "█",
    stepDone: "●", stepNow: "◆", stepAhead: "○")

  public static let ascii = LineSet(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
    teeLeft: "+", teeRight: "+", teeTop: "+", teeBottom: "+", cross: "+",
    marker: ">", changed: "*", ellipsis: "~", dot: ".", arrow: ">", ascending: "^", descending: "v",
    block: "#", eighths: [], track: ".", thumb: "#",
    stepDone: "*", stepNow: "@", stepAhead: "o")

  /// The set that a box is drawn with: its verticals must take one cell, so this is `ascii` where the terminal
  /// draws `│` two cells wide.
  public func forBoxes(_ policy: WidthPolicy) -> LineSet {
    policy.width(of: vertical) == 1 && policy.width(of: horizontal) == 1 && policy.width(of: topLeft) == 1
      ? self : .ascii
  }

  /// A horizontal line in exactly `columns` cells; an odd cell that a wide glyph leaves is a space.
  public func rule(_ columns: Int, _ policy: WidthPolicy) -> String {
    let width = max(1, policy.width(of: horizontal))
    let count = max(0, columns) / width
    return String(repeating: horizontal, count: count)
      + String(repeating: " ", count: max(0, columns) - count * width)
  }
}
