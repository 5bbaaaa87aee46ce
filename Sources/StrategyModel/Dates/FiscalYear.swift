/// 年度: a year that begins on 1 April.
public struct FiscalYear: Hashable, Comparable, Sendable, Codable {
  public let year: Int
  /// Those whose every day is a ``CivilDate``.
  public static let known = 1868...2998

  public init(_ year: Int) { self.year = year }

  public init(from decoder: any Decoder) throws { year = try decoder.singleValueContainer().decode(Int.self) }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(year)
  }

  public static func < (left: FiscalYear, right: FiscalYear) -> Bool { left.year < right.year }

  public var firstDay: CivilDate? { CivilDate(year: year, month: 4, day: 1) }
  public var lastDay: CivilDate? {
    FiscalYear.known.contains(year) ? CivilDate(year: year + 1, month: 3, day: 31) : nil
  }

  /// `令和2年度`; the year of a change of era is named by its last day (2019 is 令和元年度).
  public func text(_ calendar: CalendarStyle) -> String {
    guard calendar == .wareki, let last = lastDay else { return "\(year)年度" }
    let era = Era.of(last)
    let number = year - era.firstDay.year + 1
    guard number >= 1, let first = firstDay else { return "\(year)年度" }
    if number == 1 { return "\(era.rawValue)元年度" }
    return Era.of(first) == era ? "\(era.rawValue)\(number)年度" : "\(year)年度"
  }

  /// `R2`, `2020`; named as ``text(_:)`` does, but a year that no era of its last day counts is counted by the first's.
  public func shortText(_ calendar: CalendarStyle) -> String {
    guard calendar == .wareki, let first = firstDay, let last = lastDay else { return String(year) }
    let era = [Era.of(last), Era.of(first)].first { year >= $0.firstDay.year } ?? .meiji
    return "\(era.letter)\(year - era.firstDay.year + 1)"
  }
}
