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
}
