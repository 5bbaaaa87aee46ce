import StrategyModel
import Testing

@Suite("Days in Tokyo")
struct TokyoTimeTests {
  @Test(
    "A day begins nine hours before it does in Greenwich",
    arguments: [
      (0, "1970-01-01"), (53_999, "1970-01-01"), (54_000, "1970-01-02"), (-32_400, "1970-01-01"),
      (-32_401, "1969-12-31"), (1_584_975_600, "2020-03-24"), (1_584_975_599, "2020-03-23"),
    ])
  func day(seconds: Int, iso: String) throws {
    let day = TokyoTime.day(atUnixTime: seconds)
    #expect(day.iso == iso)
    let midnight = TokyoTime.unixTime(atMidnightOf: day)
    #expect((midnight..<midnight + 86_400).contains(seconds))
  }

  @Test(
    "What is recorded in UTC is told in Tokyo's day and time",
    arguments: [
      ("2024-01-30T15:00:00Z", "2024-01-31 00:00"), ("2024-01-30T14:59:59Z", "2024-01-30 23:59"),
      ("2023-12-31T20:05:00Z", "2024-01-01 05:05"),
    ])
  func dayAndTime(utc: String, expected: String) {
    let found = TokyoTime.dayAndTime(ofUTC: utc)
    #expect(found.map { "\($0.day.iso) \($0.time)" } == expected)
  }

  @Test(
    "What is no time is not told as one", arguments: ["", "2024-01-30", "2024-01-30T25:00:00Z", "2024-01-30T15:00:00"])
  func noTime(text: String) { #expect(TokyoTime.dayAndTime(ofUTC: text) == nil) }
}
