import StrategyModel
import TextUI

/// `diff A B` in the palette: a difference between any two points in time.
extension Timeline {
  /// The number of the revision that a text means; 0 for `r0`, the time before the first.
  func number(_ text: String) -> Int? {
    let trimmed = text.filter { !$0.isWhitespace }
    return trimmed == "r0" ? 0 : PointInTime(trimmed).flatMap(revision)?.number
  }

  /// Two ends, parted by a space or `..`, of which the first is known.
  func ends(_ text: String) -> (from: Int, rest: String)? {
    var index = text.startIndex
    while index < text.endIndex {
      let rest = text[index...]
      let gap = rest.hasPrefix("..") ? 2 : rest.first?.isWhitespace == true ? 1 : 0
      if gap > 0, let from = number(String(text[..<index])) {
        return (from, String(rest.dropFirst(gap).drop { $0.isWhitespace }))
      }
      index = text.index(after: index)
    }
    return nil
  }
}

extension OverlayView {
  /// Differences that begin with a first point and end with what the rest names; `nil` while only one is typed.
  func differences(_ text: String) -> [OverlayEntry]? {
    guard let timeline = state.timeline, let (from, rest) = timeline.ends(text) else { return nil }
    var entries: [OverlayEntry] = []
    if let to = timeline.number(rest) {
      let name = words.difference(from, to, arrow: state.context.lineSet.arrow)
      entries.append(OverlayEntry(text: Line(name), choice: .difference(from: from, to: to)))
    }
    return entries + candidates(rest) { .difference(from: from, to: $0) }.filter { $0.choice != nil || entries.isEmpty }
  }
}
