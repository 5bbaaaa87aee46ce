import StrategyModel
import Testing

@Suite("Dates as people write them")
struct DateReadingTests {
  @Test(
    "Every way of writing a day gives the same day",
    arguments: [
      "2020-08-06", "2020/8/6", "2020.8.6", "2020年8月6日", "令和2年8月6日", "R2.8.6", "r2/8/6", "令和２年８月６日", "Ｒ２．８．６",
      "令和 2年 8月 6日", "平成32年8月6日",
    ])
  func days(text: String) {
    let expected = text.hasPrefix("平成32") ? nil : CivilDate(year: 2020, month: 8, day: 6)
    #expect(DateReading.date(text) == expected)
  }

  @Test(
    "Eras begin and end on their days",
    arguments: [
      ("平成31年5月1日", "2019-05-01"), ("平成31年4月30日", "2019-04-30"), ("令和元年5月1日", "2019-05-01"),
      ("令和1年5月1日", "2019-05-01"), ("昭和64年1月7日", "1989-01-07"), ("平成元年1月8日", "1989-01-08"),
      ("昭和元年12月25日", "1926-12-25"), ("大正15年12月24日", "1926-12-24"), ("S63.12.31", "1988-12-31"),
      ("2020-02-29", "2020-02-29"), ("H30.3.30", "2018-03-30"),
    ])
  func eras(text: String, iso: String) {
    #expect(DateReading.date(text)?.iso == iso)
  }

  @Test(
    "A day that never was is refused",
    arguments: [
      "令和0年1月1日", "令和元年4月30日", "平成元年1月7日", "2021-02-29", "2月30日", "2020-13-01", "2020-00-10", "R2", "", "明日",
      "2020-8", "昭和65年1月1日", "令和-1年1月1日", "20200806", "+2020-08-06",
    ])
  func refusals(text: String) {
    #expect(DateReading.date(text) == nil)
  }

  @Test(
    "A part of a date is kept as exact as it is",
    arguments: [
      ("2020-08", "2020-08"), ("令和2年8月", "2020-08"), ("令和元年5月", "2019-05"), ("平成31年4月", "2019-04"), ("2016", "2016"),
      ("令和2年", "2020"), ("2015年度", "2015年度"), ("R2年度", "2020年度"), ("令和元年度", "2019年度"),
    ])
  func parts(text: String, code: String) {
    #expect(DateReading.partialDate(text)?.code == code)
  }

  @Test("A year outside the calendar is refused", arguments: ["0001年度", "1867年度", "2999年度", "1867", "3000"])
  func yearsBeyond(text: String) {
    #expect(DateReading.partialDate(text) == nil)
    #expect(DateReading.fiscalYear(text) == nil)
  }

  @Test("Dates are written back as they were read, day by day over four years")
  func roundTrip() throws {
    let first = try #require(CivilDate(year: 2018, month: 1, day: 1))
    for offset in 0..<1500 {
      let day = first.adding(days: offset)
      #expect(DateReading.date(day.wareki) == day)
      #expect(DateReading.date(day.shortWareki) == day)
      #expect(CivilDate(iso: day.iso) == day)
      #expect(CivilDate(dayNumber: day.dayNumber) == day)
    }
  }

  @Test(
    "A day number outside the calendar's years is the nearest day that they have",
    arguments: [
      (Int.min, "1868-01-01"), (-37_256, "1868-01-01"), (-37_255, "1868-01-01"), (-37_254, "1868-01-02"),
      (376_198, "2999-12-30"), (376_199, "2999-12-31"), (376_200, "2999-12-31"), (Int.max, "2999-12-31"),
    ])
  func dayNumbers(number: Int, iso: String) { #expect(CivilDate(dayNumber: number).iso == iso) }

  @Test("A fiscal year begins on 1 April, and is named by the era of its last day")
  func fiscalYears() throws {
    let march = try #require(CivilDate(year: 2020, month: 3, day: 31))
    #expect(march.fiscalYear == FiscalYear(2019))
    #expect(march.adding(days: 1).fiscalYear == FiscalYear(2020))
    #expect(FiscalYear(2019).text(.wareki) == "令和元年度")
    #expect(FiscalYear(2018).text(.wareki) == "平成30年度")
    #expect(FiscalYear(2020).text(.wareki) == "令和2年度")
    #expect(FiscalYear(2020).text(.iso) == "2020年度")
  }

  @Test("WHEN is a revision, a day, or a meeting's id")
  func pointsInTime() {
    #expect(PointInTime("r7") == .revision(7))
    #expect(PointInTime("R2.8.6") == CivilDate(iso: "2020-08-06").map { .endOf($0) })
    #expect(PointInTime("令和2年8月6日") == CivilDate(iso: "2020-08-06").map { .endOf($0) })
    #expect(PointInTime("mtg_hq_3") == .meeting("mtg_hq_3"))
    #expect(PointInTime("") == nil)
  }
}
