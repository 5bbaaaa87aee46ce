import Foundation
import StrategyModel
import Testing

@testable import StrategyStore

@Suite struct LargeImportTests {
  static func csv(rows: Int) -> String {
    var text = "番号,取組名,よみ,柱,所管,フェーズ,開始,終了,概要,KPI,基準値,目標値,実績値,単位,期限,年度,予算,CIO確認日,出典\r\n"
    for row in 1...rows {
      let phase = Phase.allCases[row % 5].name
      text += "T-\(row),取組その\(row),とりくみ,データドリブン,デジタル統括室,\(phase),R2.4.1,令和4年3月,\"市民の手続きを\r\n減らす\","
      text += "利用者数,0,\(row * 10),\(row),人,令和3年度,R2,\(row)千円,2020-08-06,計画書\r\n"
    }
    return text
  }

  @Test("A Shift_JIS file of 500 rows with Japanese headings comes in whole")
  func shiftJIS() throws {
    let data = try #require(Self.csv(rows: 500).data(using: .shiftJIS))
    let plan = try ImportPlan.read(
      [ImportFile(name: "取組.csv", bytes: Array(data))], options: ImportOptions(effective: SampleRecords.today),
      context: MemoryStore.sample
    ).get()
    #expect(plan.warnings.isEmpty)
    #expect(plan.title == "取組.csv の取り込み")
    var store = MemoryStore.sample
    try store.apply(plan)
    #expect(store.ids(of: .item).count == 503)
    #expect(store.ids(of: .measurement).count == 502)
    #expect(store.ids(of: .review).count == 501)
    #expect(store.item("T-500")?.summary == "市民の手続きを\r\n減らす")
    #expect(store.item("T-500")?.end == .month(year: 2022, month: 3))
  }

  @Test("Unknown columns are named in a warning, and text is stored in NFC")
  func warning() throws {
    let plan = try MemoryStore.sample.read("items.csv", "ID,取 組 名,担当,メモ\nB-1,か\u{3099}く,x,y\n").get()
    #expect(plan.warnings == ["items.csv: 知らない列は読みませんでした（担当・メモ）"])
    guard case .put(.item(let item))? = try plan.changes.first else {
      Issue.record("no item")
      return
    }
    #expect(Array(item.title.unicodeScalars) == Array("がく".unicodeScalars))
  }

  @Test("Files may refer to one another, in any order")
  func together() throws {
    let files = [
      ImportFile(name: "m.csv", bytes: Array("item,kpi,date,value\nB-1,件数,2020,5\n".utf8)),
      ImportFile(name: "i.csv", bytes: Array("id,title,pillar,kpi\nB-1,一,第三の柱,件数\n".utf8)),
      ImportFile(name: "p.csv", bytes: Array("id,name,strategy\np3,第三の柱,第2版\n".utf8)),
    ]
    let plan = try ImportPlan.read(
      files, options: ImportOptions(effective: SampleRecords.today), context: MemoryStore.sample
    ).get()
    #expect(
      try plan.changes.map(\.key) == [
        RecordKey(.pillar, "p3"), RecordKey(.item, "B-1"), RecordKey(.measurement, "B-1/kpi1/2020"),
      ])
  }
}
