import StrategyModel
import Testing

@Suite("Targets and measurements")
struct KPITests {
  let kpi = KPI(
    id: "k", name: "件数", baseline: 100,
    targets: [
      Target(id: "t1", due: PartialDate(code: "2021-03-31"), value: 200),
      Target(id: "t2", due: PartialDate(code: "2022年度"), value: 500),
      Target(id: "t3", due: PartialDate(code: "2030年代"), value: nil),
    ])

  @Test(
    "The target in force is the next one due, else the last",
    arguments: [
      ("2020-01-01", "t1"), ("2021-03-31", "t1"), ("2021-04-01", "t2"), ("2023-03-31", "t2"), ("2025-01-01", "t2"),
    ])
  func targetInForce(day: String, id: String) throws {
    let date = try #require(CivilDate(iso: day))
    #expect(kpi.target(inForceOn: date)?.id == id)
  }

  @Test("進捗率 counts from the baseline, 達成率 from nothing")
  func ratios() {
    #expect(kpi.progress(at: 150, target: 200) == 0.5)
    #expect(kpi.attainment(at: 150, target: 200) == 0.75)
    #expect(KPI(id: "k", name: "n").progress(at: 1, target: 2) == nil)
    #expect(kpi.progress(at: 1, target: 100) == nil)
    #expect(kpi.attainment(at: 1, target: 0) == nil)
  }

  @Test("A ratio that no number holds is none")
  func unboundedRatios() {
    #expect(KPI(id: "k", name: "n").attainment(at: 1e300, target: 1e-300) == nil)
    #expect(kpi.progress(at: -1e308, target: 1e308) != nil)
    let vast = KPI(id: "v", name: "n", baseline: -1e308)
    #expect(vast.progress(at: 1e308, target: 1e308) == nil)
  }

  @Test("A target below its baseline means less is better")
  func lessIsBetter() {
    let waiting = KPI(id: "w", name: "待ち時間", baseline: 60)
    #expect(waiting.isReached(at: 25, target: 30))
    #expect(!waiting.isReached(at: 31, target: 30))
    #expect(waiting.progress(at: 45, target: 30) == 0.5)
    #expect((waiting.attainment(at: 25, target: 30) ?? 0) > 1)
    #expect(waiting.attainment(at: 0, target: 30) == nil)
  }

  @Test("A KPI is overdue when its day is past and its target was not reached")
  func overdue() throws {
    let day = try #require(CivilDate(iso: "2025-01-01"))
    func measured(_ value: Double, on date: String) -> KPIReading {
      let measurement = Measurement(id: "m", item: "i", kpi: "k", date: PartialDate(code: date), value: value)
      return KPIReading(kpi, measurements: [measurement], on: day)
    }
    #expect(measured(499, on: "2023-03-31").isOverdue(on: day))
    #expect(!measured(500, on: "2023-03-31").isOverdue(on: day))
    #expect(!measured(499, on: "2023-03-30").isOverdue(on: day), "nothing was measured since the due day")
    #expect(!KPIReading(kpi, measurements: [], on: day).isOverdue(on: day))
    let before = try #require(CivilDate(iso: "2021-01-01"))
    #expect(!KPIReading(kpi, measurements: [], on: before).isOverdue(on: before))
  }
}
