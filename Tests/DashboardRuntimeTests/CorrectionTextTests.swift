import StrategyStore
import Testing

import enum StrategyModel.Record
import enum StrategyModel.RecordKind

@testable import DashboardRuntime
@testable import StrategyModel

@Suite("A record as text to correct")
struct CorrectionTextTests {
  private func text(_ record: Record) throws -> String {
    try CorrectionText(
      kind: record.key.kind, fields: try FieldTree(record), layout: FieldLayout(record), revision: [:]
    ).text()
  }

  private func read(_ text: String) -> CorrectionReading { CorrectionReading(text, kind: .item, fixedID: "t1") }

  @Test("Every record of the bundled stores comes back from its text as it was")
  func roundTrip() throws {
    var kinds: Set<RecordKind> = []
    for draft in try OsakaSeed.revisions() + SampleCity.revisions().prefix(2) {
      for case .put(let record) in draft.changes {
        kinds.insert(record.key.kind)
        let reading = CorrectionReading(try text(record), kind: record.key.kind, fixedID: record.key.id)
        #expect(reading.record == record, "\(record.key): \(reading.faults)")
      }
    }
    #expect(kinds.count > 12)
  }

  @Test(
    "Texts that YAML could take for something else come back as they were",
    arguments: [
      "2020", "true", "null", "~", "1.0", "- a", "a: b", "# x", "\"q\"", "'s'", "一行\n二行", "一行\n  二行\n", " 前後 ",
      "\ta", "a\r\nb", "{x}", "[x]", "&a", "*a", "!t", "%", "@", "`", "2020-08-06", "=", "<<", "\u{2028}", "e\u{301}",
      "絵👨‍👩‍👧", "\u{1B}[31m", "yes", "0x1F", "a #b", ":", "|", ">",
    ])
  func ambiguous(title: String) throws {
    let record = Record.item(ActionItem(id: "t1", title: title, kpis: [KPI(id: "k", name: title)], note: title))
    let reading = read(try text(record))
    #expect(reading.record == record, "\(reading.faults)")
  }

  @Test("Words, dates and years are read as people write them; what goes without saying need not be written")
  func asPeopleWrite() throws {
    let reading = read(
      """
      id: t1
      title: 題
      phase: 検証中
      start: 令和2年8月6日
      end: R3年度
      kpis:
      - name: 件数
        targets:
        - due: 令和6年度
          value: 20
      schedule:
      - year: 令和2年度
        text: 始める
      isSummaryOurs:
      改訂の日付: 令和2年8月6日
      更新履歴: 改めました
      """)
    guard case .item(let item)? = reading.record else {
      Issue.record("\(reading.faults)")
      return
    }
    #expect(item.phase == .verifying && item.start?.code == "2020-08-06" && item.end?.code == "2021年度")
    #expect(item.kpis.first?.id == "t1_kpi_1" && item.kpis.first?.targets.first?.id == "t1_kpi_1_tgt_1")
    #expect(item.schedule.first?.year.year == 2020 && item.schedule.first?.id == "t1_sch_1")
    #expect(reading.effective?.iso == "2020-08-06" && reading.revision[.update] == "改めました")
  }

  @Test(
    "What is wrong is told at its line, all of it at once",
    arguments: [
      ("id: t1\ntitle: 題\nphase: なぞ\nnotee: x\n", [3, 4]), ("id: t2\ntitle: 題\n", [1]), ("id: t1\n", [1]),
      ("id: t1\ntitle: ''\n", [2]), ("id: t1\ntitle: 題\nkpis: 3\n", [3]),
      ("id: t1\ntitle: 題\ntitle: 題\n", [2]), ("id: t1\ntitle: 題\n改訂の日付: いつか\n", [3]), ("ただの文\n", [1]),
      ("id: t1\ntitle: 題\nbudgets:\n- year: 令和2年度\n  yen: 百万\n", [5]),
    ] as [(String, [Int])])
  func faults(text: String, lines: [Int]) {
    let reading = read(text)
    #expect(reading.record == nil && reading.faults.map(\.line).sorted() == lines, "\(reading.faults)")
    #expect(reading.faults.allSatisfy { $0.words.contains { !$0.isASCII } })
  }
}
