import StrategyModel

/// The revisions that `changed:` asks for, as they were written: which they are, the ledger tells.
public struct ChangeRange: Hashable, Sendable {
  public enum Point: Hashable, Sendable {
    case revision(Int)
    /// Revisions that took effect on the day.
    case day(CivilDate)
    /// A meeting's id: as a point in time it means the end of its day.
    case meeting(String)
  }

  public var from: Point?
  public var to: Point?
  /// Whether `from` and `to` themselves lie outside.
  public var excludesFrom: Bool
  public var excludesTo: Bool

  public init(from: Point? = nil, to: Point? = nil, excludesFrom: Bool = false, excludesTo: Bool = false) {
    self.from = from
    self.to = to
    self.excludesFrom = excludesFrom
    self.excludesTo = excludesTo
  }

  /// `r5からr8まで`, `令和2年8月6日から`, `会議 mtg_x より後`.
  func words(_ calendar: CalendarStyle) -> String {
    if let from, from == to { return from.words(calendar) }
    let start = from.map { $0.words(calendar) + (excludesFrom ? "より後" : "から") } ?? ""
    let end = to.map { $0.words(calendar) + (excludesTo ? "より前" : "まで") } ?? ""
    return start + end
  }
}

extension ChangeRange.Point {
  fileprivate func words(_ calendar: CalendarStyle) -> String {
    switch self {
    case .revision(let number): "r\(number)"
    case .day(let day): calendar.text(day)
    case .meeting(let id): "会議 \(id) "
    }
  }
}

extension FilterValueReader {
  /// `r5`, `r5..r8`, `2020-08..`, `令和2年8月6日..`, `mtg_x..`, `<r5` and the like.
  func changes(_ value: FilterValue) -> ChangeRange? {
    let text = value.shown
    for (sign, isLower, excludes) in [("<=", false, false), (">=", true, false), ("<", false, true), (">", true, true)]
    where value.folded.hasPrefix(sign) {
      guard let ends = Ends(String(text.dropFirst(sign.count))) else { return nil }
      return isLower
        ? ChangeRange(from: excludes ? ends.last : ends.first, excludesFrom: excludes)
        : ChangeRange(to: excludes ? ends.first : ends.last, excludesTo: excludes)
    }
    guard let dots = text.dots else { return Ends(text).map { ChangeRange(from: $0.first, to: $0.last) } }
    let (before, after) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
    let (lower, upper) = (Ends(before), Ends(after))
    guard (lower != nil) != before.isEmpty, (upper != nil) != after.isEmpty, lower != nil || upper != nil else {
      return nil
    }
    switch (lower?.first, upper?.last) {
    case (.revision(let first)?, .revision(let last)?) where first > last: return nil
    case (.day(let first)?, .day(let last)?) where first > last: return nil
    // What changed since a meeting changed after its day.
    case (.meeting?, _): return ChangeRange(from: lower?.first, to: upper?.last, excludesFrom: true)
    case (let first, let last): return ChangeRange(from: first, to: last)
    }
  }

  /// The first and the last point that a text can mean.
  private struct Ends {
    var first: ChangeRange.Point
    var last: ChangeRange.Point

    init?(_ text: String) {
      let folded = TextFold.fold(text)
      if folded.hasPrefix("r"), let number = Int(folded.dropFirst()), number >= 1 {
        self.init(.revision(number), .revision(number))
      } else if let date = DateReading.partialDate(folded), let first = date.firstDay, let last = date.lastDay {
        self.init(.day(first), .day(last))
      } else {
        // The beginning of a revision or a date is no meeting yet.
        guard folded.count > 1, folded.contains(where: { !$0.isNumber && !"-/.".contains($0) }) else { return nil }
        self.init(.meeting(text), .meeting(text))
      }
    }

    private init(_ first: ChangeRange.Point, _ last: ChangeRange.Point) {
      self.first = first
      self.last = last
    }
  }
}
