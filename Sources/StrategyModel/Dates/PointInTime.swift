/// WHEN on the command line: a revision, the end of a day, or the end of a meeting's day.
public enum PointInTime: Hashable, Sendable {
  case revision(Int)
  case endOf(CivilDate)
  case meeting(String)

  /// `r7`, a date in any form of ``DateReading``, or else a meeting's id.
  public init?(_ text: String) {
    let trimmed = text.filter { $0 != " " && $0 != "\u{3000}" }
    guard !trimmed.isEmpty else { return nil }
    if trimmed.first == "r", let number = decimal(trimmed.dropFirst()), number >= 1 {
      self = .revision(number)
    } else if let date = DateReading.date(trimmed) {
      self = .endOf(date)
    } else {
      self = .meeting(trimmed)
    }
  }
}
