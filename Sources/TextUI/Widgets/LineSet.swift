/// The glyphs of lines, bars and marks. Every glyph of `unicode` has a 7-bit twin in `ascii`.
public struct LineSet: Hashable, Sendable {
  private enum Glyph: Int {
    case horizontal, vertical, topLeft, topRight, bottomLeft, bottomRight
    case teeLeft, teeRight, teeTop, teeBottom, cross
    case marker, changed, ellipsis, dot, arrow, ascending, descending
    case block, track, thumb, stepDone, stepNow, stepAhead
  }

  /// In one array: a set is handed about with every line that is drawn, and copying a string for each glyph would cost
  /// more than the drawing.
  private let glyphs: [String]
  /// A cell of a bar filled by one to seven eighths; empty when the set has none.
  public let eighths: [String]

  public static let unicode = LineSet(
    glyphs: [
      "─", "│", "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼", "▶", "●", "…", "·", "→", "▲", "▼", "█", "░", "█", "●",
      "◆", "○",
    ], eighths: ["▏", "▎", "▍", "▌", "▋", "▊", "▉"])

  public static let ascii = LineSet(
    glyphs: [
      "-", "|", "+", "+", "+", "+", "+", "+", "+", "+", "+", ">", "*", "~", ".", ">", "^", "v", "#", ".", "#", "*",
      "@", "o",
    ], eighths: [])

  private subscript(glyph: Glyph) -> String { glyphs[glyph.rawValue] }

  public var horizontal: String { self[.horizontal] }
  public var vertical: String { self[.vertical] }
  public var topLeft: String { self[.topLeft] }
  public var topRight: String { self[.topRight] }
  public var bottomLeft: String { self[.bottomLeft] }
  public var bottomRight: String { self[.bottomRight] }
  public var teeLeft: String { self[.teeLeft] }
  public var teeRight: String { self[.teeRight] }
  public var teeTop: String { self[.teeTop] }
  public var teeBottom: String { self[.teeBottom] }
  public var cross: String { self[.cross] }
  /// Before the selected row.
  public var marker: String { self[.marker] }
  /// Before a row changed by the latest revision.
  public var changed: String { self[.changed] }
  /// Where text was cut.
  public var ellipsis: String { self[.ellipsis] }
  /// An empty place in a table or matrix.
  public var dot: String { self[.dot] }
  public var arrow: String { self[.arrow] }
  public var ascending: String { self[.ascending] }
  public var descending: String { self[.descending] }
  /// A full cell of a bar.
  public var block: String { self[.block] }
  /// An empty cell of a bar.
  public var track: String { self[.track] }
  public var thumb: String { self[.thumb] }
  /// The stepper's phases: past, present, future.
  public var stepDone: String { self[.stepDone] }
  public var stepNow: String { self[.stepNow] }
  public var stepAhead: String { self[.stepAhead] }

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
