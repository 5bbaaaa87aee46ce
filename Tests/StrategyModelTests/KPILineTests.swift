import StrategyModel
import Testing

@Suite("The straight line from baseline to target")
struct KPILineTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

  private func measured(_ value: Double, _ date: String?) -> Measurement {
    Measurement(id: "m", item: "i", kpi: "k", date: date.map { PartialDate(code: $0) }, value: value)
  }

  private let kpi = KPI(
    id: "k", name: "件数", baseline: 100, baselineDate: PartialDate(code: "2019年度"),
    targets: [
      Target(id: "first", due: PartialDate(code: "2021-03-31"), value: 200),
      Target(id: "second", due: PartialDate(code: "2022-03-31"), value: 500),
    ])

  @Test(
    "It is compared on the day of the measurement, towards the target in force on that day",
    arguments: [
      // 365 days from the last day of fiscal year 2019.
      ("2020-03-31", 100.0, 100.0, "first"), ("2020-09-29", 149.0, 149.8630136986, "first"),
      ("2021-03-31", 200.0, 200.0, "first"), ("2021-04-01", 200.0, 300.5479452054, "second"),
      ("2021-09", 400.0, 400.0, "second"), ("2025-01-01", 499.0, 500.0, "second"),
    ])
  func expected(date: String, value: Double, expected: Double, target: String) throws {
    let line = try #require(kpi.line(measured(value, date), itemStart: nil, today: try day("2030-01-01")))
    #expect(line.target.id == target)
    if date != "2021-09" { #expect(abs(line.expected - expected) < 1e-6, "\(line.expected)") }
    #expect(line.isBehind == (value < line.expected))
  }

  @Test("Where less is better, more than the line is behind")
  func lessIsBetter() throws {
    let kpi = KPI(
      id: "k", name: "分", baseline: 20, baselineDate: PartialDate(code: "2020-01-01"),
      targets: [Target(id: "t", due: PartialDate(code: "2020-12-31"), value: 10)])
    let today = try day("2021-01-01")
    #expect(try #require(kpi.line(measured(16, "2020-07-01"), itemStart: nil, today: today)).isBehind)
    #expect(try !#require(kpi.line(measured(14, "2020-07-01"), itemStart: nil, today: today)).isBehind)
    #expect(try #require(kpi.line(measured(10.1, "2021-01-01"), itemStart: nil, today: today)).isBehind)
  }

  @Test("Without a date of its own the baseline is that of the item's start")
  func itemStart() throws {
    var kpi = kpi
    kpi.baselineDate = nil
    let today = try day("2030-01-01")
    let line = try #require(kpi.line(measured(100, "2020-04-01"), itemStart: .year(2020), today: today))
    #expect(abs(line.expected - (100 + 100.0 * 91 / 455)) < 1e-9 && line.isBehind)
    // From the target's day on it does not matter.
    #expect(try #require(kpi.line(measured(100, "2022-03-31"), itemStart: nil, today: today)).expected == 500)
  }

  @Test("A measurement without a date is one of today")
  func undated() throws {
    let line = try #require(kpi.line(measured(150, nil), itemStart: nil, today: try day("2021-03-31")))
    #expect(line.day == (try day("2021-03-31")) && line.expected == 200 && line.isBehind)
  }

  @Test("Where no line can be drawn, nothing is behind")
  func none() throws {
    let today = try day("2021-01-01")
    func line(_ change: (inout KPI) -> Void, _ date: String? = "2020-09-30") -> LineReading? {
      var kpi = kpi
      change(&kpi)
      return kpi.line(measured(0, date), itemStart: nil, today: today)
    }
    #expect(line { _ in } != nil)
    #expect(line { $0.baseline = nil } == nil)
    #expect(line { $0.baselineDate = nil } == nil)
    #expect(line { $0.baselineDate = .words("開始時") } == nil)
    #expect(line { $0.targets = [] } == nil)
    #expect(line { $0.targets = [Target(id: "t", due: .words("2030年代"), value: 5)] } == nil)
    #expect(line { $0.targets = [Target(id: "t", due: $0.targets[0].due, value: nil)] } == nil)
    #expect(line({ _ in }, "夏ごろ") == nil)
    // Measured before the baseline was.
    #expect(line({ _ in }, "2020-03-30") == nil)
  }

  @Test("On the line is not behind it, whatever the rounding")
  func onTheLine() throws {
    let kpi = KPI(
      id: "k", name: "率", baseline: 0.1, baselineDate: PartialDate(code: "2020-01-01"),
      targets: [Target(id: "t", due: PartialDate(code: "2020-01-31"), value: 0.4)])
    #expect(
      try !#require(kpi.line(measured(0.2, "2020-01-11"), itemStart: nil, today: try day("2021-01-01"))).isBehind)
  }
}
