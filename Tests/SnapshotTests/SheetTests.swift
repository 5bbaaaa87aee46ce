import Dashboard
import Foundation
import StrategyModel
import TestSupport
import Testing

@testable import Snapshot

@Suite("CSV")
struct SheetTests {
  /// RFC 4180, as a spreadsheet reads it.
  fileprivate func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"":
        if isQuoted, scalars.first == "\"" {
          cell.append("\"")
          scalars.removeFirst()
        } else {
          isQuoted.toggle()
        }
      case "," where !isQuoted:
        row.append(String(cell))
        cell = .init()
      case "\r" where !isQuoted && scalars.first == "\n":
        scalars.removeFirst()
        rows.append(row + [String(cell)])
        (row, cell) = ([], .init())
      default: cell.append(scalar)
      }
    }
    return rows
  }

  @Test("Every view is one table: each row has as many cells as the head, and begins with a byte order mark")
  func table() throws {
    let (_, sample) = try Scenario.Store.sample.shared()
    for place in try WrittenView.places(of: sample) {
      let view = place.viewArgument
      let text = try WrittenView(place, .csv, from: sample).text
      #expect(text.unicodeScalars.first == "\u{FEFF}")
      let rows = rows(text)
      #expect(rows.count > 1, "\(view)")
      #expect(rows.allSatisfy { $0.count == rows[0].count }, "\(view)")
      #expect(Set(rows[0]).count == rows[0].count, "\(view): \(rows[0])")
    }
  }

  @Test(
    "No cell runs as a formula, in any view",
    arguments: [
      "=1+1", "+1", "-1+2", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠SUM", "\t=1", "\r=1", "\n=1", " =1", "=1,\"x\"\n二",
    ])
  func formulas(text: String) throws {
    let reader = try HostileStore.make(text)
    let triggers: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"]
    for view in HostileStore.views {
      for row in rows(try WrittenView(view, .csv, from: reader).text) {
        for cell in row {
          let first = cell.unicodeScalars.first { $0 != " " }
          let isNumber = Double(cell) != nil
          #expect(isNumber || !(first.map(triggers.contains) ?? false), "\(view): \(cell.debugDescription)")
        }
      }
    }
  }

  @Test("Numbers are numbers, with their sign; dates are those of a spreadsheet")
  func numbers() throws {
    let kpi = KPI(
      id: "k", name: "差", unit: "点", baseline: -10, targets: [Target(id: "t", due: .day(Scenario.today), value: 2.5)])
    let reader = try Ledgers.of([
      .item(ActionItem(id: "i", title: "一", phase: .operating, kpis: [kpi])),
      .measurement(Measurement(id: "m", item: "i", kpi: "k", date: nil, value: -3)),
      .figure(Figure(id: "f", name: "額", value: -1_234_567, unit: "円", source: Source(nil))),
    ])
    let list = rows(try WrittenView("actions", .csv, from: reader).text)
    let row = Dictionary(uniqueKeysWithValues: zip(list[0], list[1]))
    #expect(row["基準値"] == "-10" && row["目標値"] == "2.5" && row["実績値"] == "-3")
    #expect(row["期限（現行）"] == "2026-11-23" && row["期限"] == "2026-11-23")
    let documents = rows(try WrittenView("documents", .csv, from: reader).text)
    #expect(documents.contains { $0.contains("-1234567") })
  }

  @Test("A record too has the dates and the numbers of a spreadsheet, with what belongs to a number beside it")
  func details() throws {
    let (_, sample) = try Scenario.Store.sample.shared()
    let item = rows(try WrittenView("actions/m40", .csv, from: sample).text)
    #expect(item.contains(["予算", "2024年度", "円、当初予算", "15800000"]))
    #expect(item.contains(["KPI／週3日以上の家庭学習利用", "実績値", "%、2026-09-30", "77"]))
    #expect(item.contains(["KPI／週3日以上の家庭学習利用", "目標値", "%、期限 2027-03-31、現行", "80"]))
    #expect(item.contains(["KPI／週3日以上の家庭学習利用", "達成率", "%、進捗率 92%", "96"]))
    #expect(item.contains { $0[0] == "CIO確認" && $0[1] == "2026-03-24" })
    let meeting = try WrittenView("meetings/hq-5", .csv, from: sample)
    #expect(rows(meeting.text).contains(["", "日付", "", "2026-07-28"]))
    // The command beside it is that of the view as it is read.
    let proof = try #require(meeting.outcome.proofBeside)
    #expect(proof.contains(" --calendar wareki ") && proof.contains("令和8年10月15日 時点"))
    for place in try WrittenView.places(of: sample) {
      let own = rows(try WrittenView(place, .csv, from: sample).text).dropFirst()
      let wareki = /^令和[0-9元]+年([0-9]+月([0-9]+日)?)?$|^[0-9,億万]+円$/
      #expect(!own.contains { $0.contains { $0.wholeMatch(of: wareki) != nil } }, "\(place.viewArgument)")
    }
  }

  @Test("The file beside it proves it: its digest is that of the sheet's bytes")
  func proof() throws {
    let (_, reader) = try Scenario.Store.sample.shared()
    let written = try WrittenView("actions", .csv, from: reader)
    let proof = try #require(written.outcome.proofBeside)
    #expect(SnapshotSeal(of: proof)?.bodyDigest == sha256(written.text))
    #expect(proof.hasPrefix("見本市"))
  }
}

extension SheetTests {
  @Test("A difference's section is the kind alone, and its counts are nowhere in it")
  func differenceSections() throws {
    let (_, sample) = try Scenario.Store.sample.shared()
    let rows = rows(try WrittenView("diff/r2..r7", .csv, from: sample).text)
    let sections = Set(rows.dropFirst().map { $0[0] })
    #expect(sections.contains { $0.hasPrefix("柱 ") }, "\(sections)")
    #expect(sections.allSatisfy { $0.firstMatch(of: /[0-9]件/) == nil }, "\(sections)")
  }

  @Test("A timeline's dates stand once and in their order, those that were inferred in a column of their own")
  func timelineDates() throws {
    var timeline = ItemListOptions()
    timeline.layout = .timeline
    for store in [Scenario.Store.osaka, .sample] {
      let rows = rows(try WrittenView("actions", .csv, from: try store.shared().1, options: timeline).text)
      for (name, derived) in [("出来事", "出来事（推定）"), ("スケジュール", "スケジュール（推定）")] {
        let column = try #require(rows[0].firstIndex(of: name))
        let mark = try #require(rows[0].firstIndex(of: derived))
        for row in rows.dropFirst() {
          let dates = row[column].split(separator: ";").map(String.init)
          #expect(Set(dates).count == dates.count && dates.map { $0.prefix(4) } == dates.map { $0.prefix(4) }.sorted())
          #expect(Set(row[mark].split(separator: ";").map(String.init)).isSubset(of: dates))
        }
      }
    }
    let day = try #require(CivilDate(iso: "2015-09-09"))
    func event(_ id: String, _ date: CivilDate) -> ItemEvent { ItemEvent(id: id, date: .day(date), text: id) }
    let item = ActionItem(
      id: "i", title: "一", phase: .operating,
      events: [event("b", CivilDate(dayNumber: day.dayNumber + 300)), event("a", day), event("c", day)])
    let own = rows(try WrittenView("actions", .csv, from: try Ledgers.of([.item(item)]), options: timeline).text)
    #expect(own[1][try #require(own[0].firstIndex(of: "出来事"))] == "2015-09-09;2016-07-05")
  }

  @Test("The attainment is one plain number of percent, in one column")
  func attainment() throws {
    let kpi = KPI(
      id: "k", name: "率", unit: "件", targets: [Target(id: "t", due: .day(Scenario.today), value: 15)])
    let reader = try Ledgers.of([
      .item(ActionItem(id: "i", title: "一", phase: .operating, kpis: [kpi])),
      .measurement(Measurement(id: "m", item: "i", kpi: "k", date: nil, value: 7)),
    ])
    for columns in [ItemColumn.allCases, [.title]] {
      var options = ItemListOptions()
      options.columns = columns
      let rows = rows(try WrittenView("actions", .csv, from: reader, options: options).text)
      #expect(rows[0].filter { $0.contains("達成率") } == ["達成率%"])
      #expect(rows[1][try #require(rows[0].firstIndex(of: "達成率%"))] == "46.6")
    }
  }
}
