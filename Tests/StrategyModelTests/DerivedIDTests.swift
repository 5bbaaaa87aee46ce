import StrategyModel
import Testing

@Suite("Ids that follow from others")
struct DerivedIDTests {
  private static let day = CivilDate(year: 2026, month: 4, day: 1)

  @Test("An id is its owner's, and what tells it from its siblings", arguments: ["a", "OSK-0001", "とても長い番号の取組", ""])
  func owned(id: String) throws {
    let item = ActionItem(id: id, title: "取組")
    let day = try #require(Self.day)
    #expect(KPI.id(12, of: item) == "\(id)/kpi12")
    #expect(Budget.id(of: item, in: FiscalYear(2026)) == "\(id)/budget2026")
    #expect(Review.id(of: item, on: day) == "\(id)/2026-04-01")
    let kpi = KPI(id: KPI.id(1, of: item), name: "件数")
    #expect(Target.id(3, of: kpi) == "\(id)/kpi1/target3")
    #expect(Measurement.id(of: kpi, in: item, on: .day(day)) == "\(id)/kpi1/2026-04-01")
    #expect(Measurement.id(of: kpi, in: item, on: nil) == "\(id)/kpi1/-")
  }

  @Test(
    "A measurement of a KPI with a name of its own has the item's id too",
    arguments: ["k", "itemkpi", "item", "x/item"])
  func foreign(kpi: String) {
    let item = ActionItem(id: "item", title: "取組")
    #expect(Measurement.id(of: KPI(id: kpi, name: "件数"), in: item, on: nil) == "item/\(kpi)/-")
  }
}
