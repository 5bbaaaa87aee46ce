import Foundation
import Testing

@Suite("honbu --plain")
struct PlainCommandTests {
  let honbu: Program

  init() throws { honbu = Program(try Workspace()) }

  private func plain(_ arguments: String...) throws -> [String] {
    let outcome = try honbu.run(arguments + ["--plain", "--sample", "--today", "2026-11-23"])
    #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
    return outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(
    "Every view is told in lines, without frames, bars or columns",
    arguments: [
      "overview", "pillars", "actions", "meetings", "updates", "documents", "actions/m05", "meetings/wg-5",
      "diff/r4..r7",
    ])
  func lines(view: String) throws {
    let lines = try plain(view)
    #expect(lines.count > 10 && lines[0].contains("見本市") && lines[1].contains("時点"))
    for line in lines {
      #expect(!line.unicodeScalars.contains { "─│┌┐└┘├┤█▏▎▍▌▋▊▉░▓▒▶".unicodeScalars.contains($0) }, "\(line)")
      #expect(!line.contains("    "), "columns: \(line)")
      #expect(!["·", "—", "-"].contains { line.hasSuffix(": \($0)") }, "a sign for a word: \(line)")
    }
    #expect(lines.contains { $0.hasPrefix("【") } || view == "meetings")
  }

  @Test("A timeline is told in dates, in the order that is asked for")
  func timeline() throws {
    let lines = try plain("actions", "--layout", "timeline", "--group", "none", "--sort", "id", "--filter", "m0")
    let first = try #require(lines.firstIndex(of: "スマートフォンで完結する転入・転居の届出"))
    #expect(
      Array(lines[first...].prefix(7)) == [
        "スマートフォンで完結する転入・転居の届出", "フェーズ: 運用中", "期限: 令和9年3月31日", "開始: 令和6年度", "終了: 令和8年度",
        "スケジュール: 令和6年度、令和7年度、令和8年度", "出来事: 令和6年9月30日〜令和8年9月30日（10件）",
      ])
    let second = try #require(lines.firstIndex(of: "書かない窓口（申請書作成支援）"))
    #expect(first < second)
  }

  @Test("A table of two columns is one line a row")
  func counts() throws {
    let lines = try plain("overview")
    let heading = try #require(lines.firstIndex { $0.hasPrefix("【フェーズ別") })
    #expect(Array(lines[heading...].prefix(3).dropFirst()) == ["企画中: 4", "検討中: 3"], "\(lines[heading...].prefix(5))")
  }

  @Test("A record is headings and fields in reading order")
  func record() throws {
    let lines = try plain("actions/m05")
    #expect(lines[0].hasSuffix("オンライン申請の標準フォーム整備"))
    let phase = try #require(lines.firstIndex(of: "フェーズ: 運用中"))
    let kpi = try #require(lines.firstIndex { $0.hasPrefix("【KPI") })
    let reviews = try #require(lines.firstIndex { $0.hasPrefix("【CIO確認") })
    #expect(phase < kpi && kpi < reviews)
    #expect(lines[kpi...].contains { $0.hasPrefix("目標値: ") } && lines[kpi...].contains { $0.hasPrefix("達成率: ") })
  }

  @Test("Each row of a table is told whole: its name, then each value with its column")
  func table() throws {
    let lines = try plain("meetings")
    let row = try #require(lines.firstIndex(of: "第5回見本市デジタル戦略本部会議") ?? lines.firstIndex { $0.contains("令和8年7月28日") })
    let rest = lines[row...].prefix { !$0.isEmpty }
    #expect(rest.contains { $0.hasPrefix("議題: ") } && rest.contains { $0.hasPrefix("決定事項: ") }, "\(rest)")
  }
}
