/// Time in Asia/Tokyo without a time zone's file: nine hours east of UTC, with no summer time since 1951.
public enum TokyoTime {
  private static let secondsEast = 9 * 3600

  /// - Parameter seconds: since 1970-01-01T00:00:00Z.
  public static func day(atUnixTime seconds: Int) -> CivilDate {
    let local = seconds + secondsEast
    return CivilDate(dayNumber: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
  }

  /// The second at which the day begins.
  public static func unixTime(atMidnightOf day: CivilDate) -> Int { day.dayNumber * 86_400 - secondsEast }

  /// Day and time of day, `HH:MM`, of a second in UTC, written `2024-01-30T15:00:00Z` as a revision records it.
  ///
  /// - Returns: `nil` for anything written otherwise.
  public static func dayAndTime(ofUTC text: String) -> (day: CivilDate, time: String)? {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 9, parts[1].hasSuffix("Z"),
      let day = CivilDate(iso: String(parts[0]))
    else { return nil }
    let clock = parts[1].dropLast().split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]) else { return nil }
    let seconds = day.dayNumber * 86_400 + clock[0] * 3_600 + clock[1] * 60
    let local = (clock[0] + secondsEast / 3_600) % 24
    let digits = [local, clock[1]].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return (TokyoTime.day(atUnixTime: seconds), digits.joined(separator: ":"))
  }
}
