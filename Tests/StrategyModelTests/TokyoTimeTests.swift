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
}
