import StrategyModel
import TestSupport
import Testing

@testable import Dashboard

@Suite("The timeline's scale")
struct TimelineScaleTests {
  private func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

  private let quarters = TimelineScale.Grain(monthsPerCell: 3, columnsPerCell: 1)

  @Test(
    "Quarters begin in April, July, October and January",
    arguments: [
      ("2020-04-01", 0), ("2020-06-30", 0), ("2020-07-01", 1), ("2020-09-30", 1), ("2020-10-01", 2),
      ("2020-12-31", 2), ("2021-01-01", 3), ("2021-03-31", 3), ("2021-04-01", 4),
    ])
  func quarters(iso: String, cell: Int) throws {
    let scale = TimelineScale(grain: quarters, firstYear: 2020, yearCount: 2)
    #expect(scale.cell(of: try day(iso)) == cell)
  }

  @Test("A day before the first year or after the last falls into no cell")
  func outside() throws {
    let scale = TimelineScale(grain: quarters, firstYear: 2020, yearCount: 2)
    for iso in ["2020-03-31", "2022-04-01"] {
      #expect(scale.cell(of: try day(iso)) == nil)
      #expect(scale.column(of: try day(iso)) == nil)
      #expect(scale.columns(before: try day(iso)) == nil)
    }
  }

  @Test("Every day lies in the cell that holds it, and the cells sum to the width", arguments: 0..<40)
  func cells(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let first = Int.random(in: 1868...2990, using: &random)
    let years = first...min(2998, first + Int.random(in: 0...30, using: &random))
    let columns = Int.random(in: 2...200, using: &random)
    let today = CivilDate(dayNumber: Int.random(in: -20_000...40_000, using: &random))
    let scale = TimelineScale(fitting: years, columns: columns, today: today)
    #expect(scale.columns == scale.cellCount * scale.grain.columnsPerCell)
    #expect(scale.columns == scale.yearCount * scale.grain.columnsPerYear)
    #expect(scale.columns <= max(columns, scale.grain.columnsPerYear))
    #expect(scale.days.lowerBound == FiscalYear(scale.firstYear).firstDay?.dayNumber)
    #expect(scale.days.upperBound - 1 == FiscalYear(scale.lastYear).lastDay?.dayNumber)
    var end = scale.days.lowerBound
    var column = 0
    for cell in 0..<scale.cellCount {
      let days = scale.days(ofCell: cell)
      #expect(days.lowerBound == end)
      end = days.upperBound
      for number in days {
        let day = CivilDate(dayNumber: number)
        let place = try #require(scale.column(of: day))
        guard scale.cell(of: day) == cell, scale.cell(ofColumn: place) == cell, place >= column else {
          Issue.record("\(day.iso) lies in cell \(cell), but is drawn in column \(place)")
          return
        }
        column = place
      }
    }
    #expect(end == scale.days.upperBound)
  }

  @Test(
    "The finest scale that shows all years is taken",
    arguments: [
      (144, 36), (143, 24), (96, 24), (95, 12), (48, 12), (47, 8), (32, 8), (31, 4), (16, 4), (15, 2), (8, 2),
    ])
  func fitting(columns: Int, perYear: Int) throws {
    let scale = TimelineScale(fitting: 2024...2027, columns: columns, today: try day("2026-11-23"))
    #expect(scale.firstYear == 2024)
    #expect(scale.yearCount == 4)
    #expect(scale.columns <= columns)
    #expect(scale.grain.columnsPerYear == perYear)
  }

  @Test("Years that have no room leave a window on quarters with today in it; where it begins can be said")
  func window() throws {
    let today = try day("2026-11-23")
    let scale = TimelineScale(fitting: 1990...2040, columns: 60, today: today)
    #expect(scale.grain == quarters)
    #expect((scale.firstYear, scale.lastYear) == (2016, 2030))
    #expect(scale.cell(of: today) != nil)
    let shifted = TimelineScale(fitting: 1990...2040, columns: 60, today: today, first: 2003)
    #expect((shifted.firstYear, shifted.lastYear) == (2003, 2017))
    #expect(shifted.grain == quarters)
    let narrow = TimelineScale(fitting: 1990...2040, columns: 22, today: today)
    #expect(narrow.grain == TimelineScale.Grain(monthsPerCell: 6, columnsPerCell: 1))
    #expect(narrow.yearCount == 11)
  }

  @Test("A year beyond the calendar costs nothing but its place")
  func wildYears() throws {
    let scale = TimelineScale(fitting: -5...Int.max, columns: 60, today: try day("2026-11-23"))
    #expect(scale.yearCount == 15)
    let last = TimelineScale(fitting: 2990...2998, columns: 300, today: try day("2026-11-23"), first: 2998)
    #expect(last.lastYear == 2998)
    #expect(last.cell(of: try day("2999-03-31")) == last.cellCount - 1)
  }

  @Test(
    "Today's line stands between two columns, to the nearest",
    arguments: [("2020-04-01", 0), ("2020-05-10", 0), ("2020-05-20", 1), ("2020-07-01", 1), ("2021-03-31", 4)])
  func today(iso: String, columns: Int) throws {
    let scale = TimelineScale(grain: quarters, firstYear: 2020, yearCount: 1)
    #expect(scale.columns(before: try day(iso)) == columns)
  }
}

@Suite("An item's bar on the timeline")
struct TimelineBarTests {
  private static let quarters = TimelineScale(
    grain: TimelineScale.Grain(monthsPerCell: 3, columnsPerCell: 1), firstYear: 2020, yearCount: 3)

  private func drawn(_ timing: ItemTiming, on scale: TimelineScale = quarters) -> String? {
    TimelineBar(timing, on: scale).map { bar in
      (bar.goesOnBefore ? "<" : " ") + bar.marks.map { TimelineGlyphs.unicode[$0] }.joined()
        + (bar.goesOnAfter ? ">" : " ")
    }
  }

  private func year(_ year: Int) -> DatedFact { DatedFact(.fiscalYear(FiscalYear(year))) }

  @Test("Days, months, years and fiscal years: an end that is only known to the year is soft")
  func ends() {
    func plan(_ start: String?, _ end: String?) -> String? {
      drawn(ItemTiming(start: start.map { PartialDate(code: $0) }, end: end.map { PartialDate(code: $0) }))
    }
    #expect(plan("2020-05-10", "2021-11-01") == " ░░░░░░░      ")
    #expect(plan("2020-05", "2021-11") == " ░░░░░░░      ")
    #expect(plan("2020年度", "2022年度") == " ···░░░░░░··· ")
    #expect(plan("2021年度", "2021年度") == "     ····     ")
    #expect(plan("2020-04-01", "2021") == " ░░░░···      ")
    #expect(plan("2020-07-01", nil) == "  ░           ")
    #expect(plan("夏ごろ", nil) == nil)
    #expect(plan("夏ごろ", "2022-01-15") == "        ░     ")
  }

  @Test("A year of the schedule is planned; a gap between two, and what follows up to the last due date, is inferred")
  func schedule() {
    #expect(drawn(ItemTiming(scheduled: [year(2020)])) == " ░░░░         ")
    #expect(drawn(ItemTiming(scheduled: [year(2020), year(2022)])) == " ░░░░····░░░░ ")
    let due = PartialDate(code: "2022-03-31")
    #expect(drawn(ItemTiming(scheduled: [year(2020)], dues: [due])) == " ░░░░···◆     ")
    #expect(drawn(ItemTiming(dues: [due])) == "        ◆     ")
    #expect(drawn(ItemTiming(end: PartialDate(code: "2020-06-01"), dues: [due])) == " ░      ◆     ")
    let inferred = DatedFact(.fiscalYear(FiscalYear(2021)), .derived)
    #expect(drawn(ItemTiming(scheduled: [inferred])) == "     ····     ")
  }

  @Test("What happened runs from the first record to the last, and shows where it lies within the plan")
  func actual() {
    func happened(_ codes: String...) -> [DatedFact] { codes.map { DatedFact(PartialDate(code: $0)) } }
    #expect(drawn(ItemTiming(happened: happened("2020-04-01", "2020-12-01"))) == " ███          ")
    #expect(
      drawn(ItemTiming(scheduled: [year(2020)], happened: happened("2020-08-01", "2021-08-01"))) == " ░▓▓▓██       ")
    #expect(drawn(ItemTiming(happened: happened("2021"))) == "    ▒▒▒▒      ")
    let inferred = DatedFact(PartialDate(code: "2020-12-01"), .derived)
    #expect(drawn(ItemTiming(happened: happened("2020-04-01") + [inferred])) == " █▒▒          ")
    #expect(drawn(ItemTiming(happened: [inferred])) == "   ▒          ")
  }

  @Test("What lies before the first year or after the last is pointed at")
  func outOfSight() {
    #expect(
      drawn(ItemTiming(start: PartialDate(code: "2019-01-01"), end: PartialDate(code: "2030"))) == "<░░░░░░░░░░░░>")
    #expect(
      drawn(ItemTiming(dues: [PartialDate(code: "2023-03-31"), PartialDate(code: "2023-04-01")])) == "            ◆>")
    #expect(drawn(ItemTiming(happened: [DatedFact(PartialDate(code: "2005"))])) == "<             ")
  }

  @Test("Without any date there is no bar")
  func noDates() { #expect(drawn(ItemTiming()) == nil) }
}
