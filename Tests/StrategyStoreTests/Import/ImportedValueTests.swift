import StrategyModel
import Testing

@testable import StrategyStore

/// Dates and numbers as people write them, through a whole import: exact in the store, or refused in their row.
@Suite("Imported dates and numbers")
struct ImportedValueTests {
  private static let dates: [(text: String, code: String?)] = [
    ("2020-08-06", "2020-08-06"), ("2020/8/6", "2020-08-06"), ("2020.8.6", "2020-08-06"), ("2020年8月6日", "2020-08-06"),
    ("令和2年8月6日", "2020-08-06"), ("R2.8.6", "2020-08-06"), ("r2/8/6", "2020-08-06"), ("Ｒ２．８．６", "2020-08-06"),
    ("令和　２年８月６日", "2020-08-06"), ("平成31年5月1日", "2019-05-01"), ("平成31年4月30日", "2019-04-30"),
    ("令和元年5月1日", "2019-05-01"), ("令和1年5月1日", "2019-05-01"), ("R1.5.1", "2019-05-01"), ("H31.5.1", "2019-05-01"),
    ("昭和64年1月7日", "1989-01-07"), ("平成元年1月8日", "1989-01-08"), ("H1.1.8", "1989-01-08"), ("昭和元年12月25日", "1926-12-25"),
    ("大正15年12月24日", "1926-12-24"), ("2020-02-29", "2020-02-29"), ("2000-02-29", "2000-02-29"), ("2020-08", "2020-08"),
    ("令和2年8月", "2020-08"), ("平成31年4月", "2019-04"), ("2020年3月", "2020-03"), ("2020", "2020"), ("令和2年", "2020"),
    ("2020年", "2020"), ("R2年度", "2020年度"), ("令和元年度", "2019年度"), ("2020年度", "2020年度"), ("H30年度", "2018年度"),
    ("令和0年", nil), ("令和0年1月1日", nil), ("平成元年1月7日", nil), ("令和元年4月30日", nil), ("昭和64年1月8日", "1989-01-08"),
    ("昭和65年1月1日", nil),
    ("2月30日", nil), ("2020-02-30", nil), ("2021-02-29", nil), ("1900-02-29", nil), ("2020-13-01", nil),
    ("2020-00-10", nil),
    ("2020-04-31", nil), ("2020-08-00", nil), ("2020-08-32", nil), ("令和2年13月", nil), ("令和2年8月6", "2020-08-06"),
    ("20200806", nil), ("R2", "2020"), ("明日", nil), ("未定", nil), ("令和-1年1月1日", nil), ("+2020-08-06", nil),
    ("2020-08-06T00:00:00Z", nil),
    ("8/6/2020", nil), ("06-Aug-2020", nil), ("44049", nil), ("平成32年8月6日", nil), ("２０２０－０８－０６", "2020-08-06"),
    ("2020ー08ー06", nil),
    ("令和二年八月六日", nil), ("10000-01-01", nil), ("1867", nil), ("0000-01-01", nil),
  ]

  private static let numbers: [(text: String, value: Double?)] = [
    ("0", 0), ("-0", 0), ("85", 85), ("1,200", 1200), ("-0.5", -0.5), ("+3", 3), ("１２．５", 12.5), ("－７", -7), ("−7", -7),
    ("1e3", 1000),
    ("0.1", 0.1), ("1000000000000000", 1e15), ("-1e15", -1e15), ("123456789.012345", 123_456_789.012345),
    ("1,234,567.25", 1_234_567.25),
    ("80%", nil), ("NaN", nil), ("∞", nil), ("inf", nil), ("-Infinity", nil), ("1e400", nil), ("1e30", nil),
    ("1000000000000001", nil),
    ("0.12345678901234567", nil), ("1e-400", nil), ("1,23", nil), ("12,34,567", nil), ("0x1F", nil), (".5", nil),
    ("5.", nil), ("--1", nil),
    ("△5", nil), ("八十", nil), ("80件", nil), ("1/2", nil), ("1 200", 1200), ("1;2", nil), ("約80", nil), ("80〜90", nil),
    ("1.2.3", nil),
  ]

  private func quoted(_ text: String) -> String { "\"\(text)\"" }

  @Test("Each date is stored as what it says, or refused where it stands")
  func dates() throws {
    #expect(Self.dates.count >= 50)
    let good = Self.dates.filter { $0.code != nil }
    let text = good.enumerated().reduce(into: "id,title,start\n") {
      $0 += "d\($1.offset),一,\(quoted($1.element.text))\n"
    }
    let items = try MemoryStore.sample.read("a.csv", text).get().changes.compactMap { change -> ActionItem? in
      if case .put(.item(let item)) = change { item } else { nil }
    }
    #expect(items.map { $0.start?.code } == good.map(\.code))
    let bad = Self.dates.filter { $0.code == nil }
    let faults = MemoryStore.sample.faults(
      "a.csv",
      bad.enumerated().reduce(into: "id,title,start\n") { $0 += "d\($1.offset),一,\(quoted($1.element.text))\n" })
    #expect(faults.count == bad.count)
    for (index, (fault, wrong)) in zip(faults, bad).enumerated() {
      #expect(fault.hasPrefix("a.csv \(index + 2)行目 start: 「\(wrong.text)」は日付ではありません。日付は 2020-08-06"))
    }
  }

  @Test("Each number is stored as what it says, or refused where it stands")
  func numbers() throws {
    #expect(Self.numbers.count >= 25)
    func sheet(_ rows: [(text: String, value: Double?)]) -> String {
      rows.enumerated().reduce(into: "id,title,kpi,baseline,unit\n") {
        $0 += "n\($1.offset),一,件数,\(quoted($1.element.text)),件\n"
      }
    }
    let good = Self.numbers.filter { $0.value != nil }
    let items = try MemoryStore.sample.read("a.csv", sheet(good)).get().changes.compactMap { change -> ActionItem? in
      if case .put(.item(let item)) = change { item } else { nil }
    }
    #expect(items.map { $0.kpis.first?.baseline } == good.map(\.value))
    let bad = Self.numbers.filter { $0.value == nil }
    let faults = MemoryStore.sample.faults("a.csv", sheet(bad))
    #expect(faults.count == bad.count, "\(faults)")
    for (index, (fault, wrong)) in zip(faults, bad).enumerated() {
      #expect(fault.hasPrefix("a.csv \(index + 2)行目 baseline: 「\(wrong.text)」"), "\(fault)")
    }
  }

  @Test(
    "A text that a spreadsheet would run goes out guarded and comes back as it was",
    arguments: [
      "=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠SUM", "'=1", "''=1",
      "=cmd|'/C calc'!A0",
      "=HYPERLINK(\"https://evil.example\",\"x\")", " =1", "　=1", "-5", "=1,\"x\"\n二", ";=1", "a;=1",
    ])
  func formulas(text: String) throws {
    var store = MemoryStore.sample
    var item = ActionItem(
      id: "F-1", title: text + "終", department: text + "終", summary: text + "終", source: Source(text + "終"))
    item.kpis = [
      KPI(id: "F-1/kpi1", name: text + "終", unit: text + "終", baseline: -5, targets: [], source: Source(nil))
    ]
    store.put(.item(item))
    var exported = ""
    try KindExport(context: store, on: SampleRecords.today).write(.items) { exported += $0 }
    var reader = CSVReading(try TextDecoding.decode(Array(exported.utf8)))
    while let row = try reader.next() {
      for cell in row where (try? NumberReading.number(cell.text)) == nil {
        let first = cell.text.unicodeScalars.first { $0 != " " && $0 != "\u{3000}" }
        #expect(first.map { !"=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? true, "\(cell.text)")
      }
    }
    // Numbers keep their sign.
    #expect(exported.contains(",-5,"))
    var again = store
    try again.apply(store.read("items.csv", exported, kind: .items).get())
    #expect(again.records == store.records)
  }
}
