/// The glyphs of lines, bars and marks. Every glyph of `unicode` has a 7-bit twin in `ascii`.
///
/// Glyphs are computed: a value with two dozen strings in it would be copied for each row that is drawn.
public enum LineSet: Hashable, Sendable {
  case unicode
  case ascii

  public var horizontal: String { self == .unicode ? "─" : "-" }
  public var vertical: String { self == .unicode ? "│" : "|" }
  public var topLeft: String { self == .unicode ? "┌" : "+" }
  public var topRight: String { self == .unicode ? "┐" : "+" }
  public var bottomLeft: String { self == .unicode ? "└" : "+" }
  public var bottomRight: String { self == .unicode ? "┘" : "+" }
  public var teeLeft: String { self == .unicode ? "├" : "+" }
  public var teeRight: String { self == .unicode ? "┤" : "+" }
  public var teeTop: String { self == .unicode ? "┬" : "+" }
  public var teeBottom: String { self == .unicode ? "┴" : "+" }
  public var cross: String { self == .unicode ? "┼" : "+" }
  /// Before the selected row.
  public var marker: String { self == .unicode ? "▶" : ">" }
  /// Before a row changed by the latest revision.
  public var changed: String { self == .unicode ? "●" : "*" }
  /// Where text was cut; two cells of `ascii`, whose single signs stand in the data as well.
  public var ellipsis: String { self == .unicode ? "…" : ".." }
  /// An empty place in a table or matrix.
  public var dot: String { self == .unicode ? "·" : "." }
  public var arrow: String { self == .unicode ? "→" : ">" }
  public var ascending: String { self == .unicode ? "▲" : "^" }
  public var descending: String { self == .unicode ? "▼" : "v" }
  /// A full cell of a bar.
  public var block: String { self == .unicode ? "█" : "#" }
  /// A cell of a bar filled by one to seven eighths; empty when the set has none.
  public var eighths: [String] { self == .unicode ? ["▏", "▎", "▍", "▌", "▋", "▊", "▉"] : [] }
  /// Columns of a series from the lowest to the highest.
  public var heights: [String] {
    self == .unicode ? ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] : ["_", ".", "-", "=", "^"]
  }
  /// Cells beside a number, from few to many.
  public var shades: [String] { self == .unicode ? ["░", "▒", "▓", "█"] : ["'", ":", "+", "#"] }
  /// An empty cell of a bar.
  public var track: String { self == .unicode ? "░" : "." }
  public var thumb: String { self == .unicode ? "█" : "#" }
  /// The stepper's phases: past, present, future.
  public var stepDone: String { self == .unicode ? "●" : "*" }
  public var stepNow: String { self == .unicode ? "◆" : "@" }
  public var stepAhead: String { self == .unicode ? "○" : "o" }

  /// The set that a box is drawn with: its verticals must take one cell, so this is `ascii` where the terminal
  /// draws `│` two cells wide.
  public func forBoxes(_ policy: WidthPolicy) -> LineSet {
    // All lines of boxes, and the blocks of columns, are of ambiguous width.
    policy.ambiguous == .narrow ? self : .ascii
  }

  /// A horizontal line in exactly `columns` cells; an odd cell that a wide glyph leaves is a space.
  public func rule(_ columns: Int, _ policy: WidthPolicy) -> String {
    let width = max(1, policy.width(of: horizontal))
    let count = max(0, columns) / width
    return Repetition.text(horizontal, count) + Blank.text(max(0, columns) - count * width)
  }
}
