import Dashboard
import StrategyModel
import StrategyStore
import TestSupport
import Testing

@testable import Snapshot

@Suite("What needs attention, written out")
struct AttentionSnapshotTests {
  private let basis = "令和8年11月23日を基準日として数えています"

  private func sample() throws -> (Ledger, StoreReader) { try Scenario.Store.sample.shared() }

  @Test(
    "Every form says from which day it is reckoned, and by which rules",
    arguments: [SnapshotFormat.markdown, .html, .text])
  func rules(format: SnapshotFormat) throws {
    let text = try WrittenView("attention", format, from: try sample().1, filter: "id:m01").text
    #expect(text.contains(basis))
    // Also where a list is empty.
    for rule in ["CIO確認は1年に1回", "最新の実績を、測った日の直線と比べる", "現行の目標値の期限以後の実績が届かない", "次の目標値の期限"] {
      #expect(text.contains(rule), "\(rule)")
    }
  }

  @Test("The twin for a screen reader says so too, and labels the age of a review as such")
  func linear() throws {
    let reader = try sample().1
    let order = SnapshotOrder(place: Place(.attention), width: 80)
    var lines: [String] = []
    try ViewSnapshot(order: order, settings: Settings(today: Scenario.today)) { try reader.answer($0) }
      .writeLinear { lines.append($0.trimmingNewline) }
    #expect(lines.contains(basis))
    let place = try #require(lines.firstIndex(of: "電子図書館とレファレンスのオンライン化"))
    #expect(lines[place...].prefix(5).contains("CIO確認から: 2年"), "\(lines[place...].prefix(5))")
    #expect(!lines.contains { $0.hasPrefix("KPI: ") && $0.hasSuffix("前") })
  }

  @Test("The age of a review stands in a column of its own")
  func columns() throws {
    let reader = try sample().1
    let markdown = try WrittenView("attention", .markdown, from: reader).lines
    #expect(markdown.contains("| 取組 | 柱 | 所管 | 状況 | CIO確認から |"))
    #expect(markdown.contains("| 取組 | 柱 | 所管 | 状況 | KPI |") && markdown.contains("| 取組 | 柱 | 所管 | 状況 |"))
    let sheet = try WrittenView("attention", .csv, from: reader).text.components(separatedBy: "\r\n")
    #expect(sheet[0] == "\u{FEFF}区分,取組,柱,所管,状況,CIO確認から,KPI,番号")
    #expect(sheet[1].hasSuffix(",最後の確認 2024-10-25,2年,,m42"), "\(sheet[1])")
  }

  @Test("Text is wrapped, not cut, at every width", arguments: [60, 80, 100, 120])
  func whole(width: Int) throws {
    let reader = try sample().1
    let text = try WrittenView("attention", .text, from: reader, width: width).lines
    let first = try #require(text.first { $0.contains("  最後の確認") })
    let start = try #require(first.range(of: "最後の確認")).lowerBound
    let columns = Settings(today: Scenario.today).policy.width(of: String(first[..<start]))
    // What stands in each of the two columns, without the breaks of the lines.
    var (left, right) = ("", "")
    for line in text {
      var column = 0
      for character in line {
        if character != " " { column < columns ? left.append(character) : right.append(character) }
        column += Settings(today: Scenario.today).policy.width(of: String(character))
      }
    }
    let rows = try WrittenView("attention", .markdown, from: reader).lines
      .filter { $0.hasPrefix("| ") && !$0.hasPrefix("| ---") && !$0.hasPrefix("| 取組 |") }
      .map { $0.dropFirst(2).dropLast(2).components(separatedBy: " | ") }
    #expect(rows.count > 70)
    for row in rows {
      let cells = row.map { $0.filter { !" \\".contains($0) } }
      #expect(left.contains(cells[0]) && left.contains(cells[2]) && right.contains(cells[3]), "\(row)")
      #expect(cells.count < 5 || right.contains(cells[4]), "\(row)")
    }
  }
}

extension String {
  fileprivate var trimmingNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}
