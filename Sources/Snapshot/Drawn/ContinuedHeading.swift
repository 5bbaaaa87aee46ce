import TextUI

/// A heading among the rows as it stands on the next page: behind its words it says that it goes on, within the width,
/// and what stands behind the words (a count, the columns of a table, today's line) stays where it is.
struct ContinuedHeading {
  private let indent: String
  private let name: String
  private let rest: String

  init(_ line: Line) {
    let spans = line.spans.map { $0.text }.filter { !$0.isEmpty }
    let blank = spans.prefix { $0.allSatisfy { $0 == " " } }
    let words = spans.dropFirst(blank.count).prefix { !$0.hasPrefix(" ") }
    let title = words.joined()
    let end = title.withoutTrailingSpaces
    indent = blank.joined()
    name = end
    rest = (title.dropFirst(end.count) + spans.dropFirst(blank.count + words.count).joined()).withoutTrailingSpaces
  }

  func text(_ mark: String, columns: Int, _ policy: WidthPolicy) -> String {
    // The heads of columns alone say it themselves.
    if name.isEmpty { return TextFit.truncate(indent + rest, columns, policy) }
    let needed = policy.width(of: mark)
    let whole = policy.width(of: indent + name + rest)
    let gaps = rest.ranges(of: #/ {2,}/#)
    // Behind a name and its count there is room up to the width; columns and today's line do not move.
    let growth = gaps.count <= 1 ? min(needed, max(0, columns - whole)) : 0
    let gap = gaps.count == 2 && rest[gaps[1]].count > rest[gaps[0]].count ? gaps[1] : gaps.first
    let spare = gap.map { rest[$0].count - Self.leastGap } ?? 0
    let taken = min(max(0, spare), needed - growth)
    let kept = policy.width(of: name) - (needed - growth - taken)
    let room = max(Self.leastName, min(kept, columns - needed - policy.width(of: indent + rest) + taken))
    let shown = TextFit.truncate(name, room, policy)
    var behind = rest
    if let gap {
      // A wide character that was cut off may leave a cell.
      let lost = shown == name ? 0 : room - policy.width(of: shown)
      behind.replaceSubrange(gap, with: String(repeating: " ", count: rest[gap].count - taken + lost))
    }
    return TextFit.truncate(indent + shown + mark + behind, columns, policy)
  }

  /// Between the words and what stands behind them.
  private static let leastGap = 2
  private static let leastName = 4
}
