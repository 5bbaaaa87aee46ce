import StrategyModel
import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// The pictures of the dashboard: shades of the counts, the series of a KPI; each in blocks, in seven bits and in words.
@Suite("Pictures")
struct PictureTests {
  static let widths = [40, 80, 120, 200]

  @Test("The series of a KPI at each width, in blocks and in seven bits", arguments: widths)
  func series(columns: Int) throws {
    for lines in LineStyle.allCases {
      // High enough for the whole record.
      let scenario = try Scenario(.sample, view: "actions/m01", columns: columns, rows: 90, lines: lines)
      try Golden.expect(scenario.text + "\n", at: "pictures/\(columns)/series-\(lines.rawValue).txt")
    }
  }

  @Test("The overview at each width, in blocks and in seven bits", arguments: widths)
  func overview(columns: Int) throws {
    for lines in LineStyle.allCases {
      let scenario = try Scenario(.sample, view: "overview", columns: columns, rows: 90, lines: lines)
      try Golden.expect(scenario.text + "\n", at: "pictures/\(columns)/overview-\(lines.rawValue).txt")
    }
  }

  private func written(_ kpi: KPI, _ values: [Double], columns: Int = 80) throws -> RowWriter {
    let context = try Scenario(.sample, columns: columns).state.context
    var writer = RowWriter(context, columns: columns)
    let measurements = values.enumerated().map { place, value in
      Measurement(id: "\(place)", item: "a", kpi: kpi.id, date: .year(2020 + place), value: value)
    }
    let target = kpi.targets.first?.value
    SeriesView(context: context, kpi: kpi, measurements: measurements, target: target).write(&writer)
    return writer
  }

  private func lines(_ writer: RowWriter) -> [String] { writer.rows.flatMap(\.lines).map(\.text) }

  @Test("A series says its ends, its baseline and its target; one measurement says so, none draws nothing")
  func wording() throws {
    let kpi = KPI(
      id: "k", name: "件数", unit: "件", baseline: 10, targets: [Target(id: "t", due: nil, value: 80)])
    let whole = try written(kpi, [20, 45, 80])
    #expect(lines(whole) == ["推移            基準値 ▁  ▂▅█  目標値 █  目盛り 10件〜80件"])
    #expect(
      whole.parts == [
        .field(
          label: "推移",
          OutlineText("3回の実績、20件（令和2年）から80件（令和4年）へ、最小 20件、最大 80件、基準値 10件、目標値 80件"))
      ])
    #expect(lines(try written(kpi, [20])) == ["推移            実績の記録は1回だけです"])
    #expect(try written(kpi, []).rows.isEmpty && written(kpi, []).parts.isEmpty)
    var bare = kpi
    (bare.baseline, bare.targets) = (nil, [])
    #expect(lines(try written(bare, [3, 3])) == ["推移            ▅▅  目盛り 3件〜3件"])
  }

  @Test("Where the screen is narrow the latest columns are drawn, and that is said; no line is wider than the screen")
  func narrow() throws {
    let kpi = KPI(
      id: "k", name: "割合", unit: "%", baseline: 0, targets: [Target(id: "t", due: nil, value: 100)])
    let values = (0..<30).map(Double.init)
    for columns in [30, 40, 60, 90] {
      let drawn = lines(try written(kpi, values, columns: columns))
      #expect(drawn.allSatisfy { WidthPolicy.narrow.width(of: $0) <= columns }, "\(columns): \(drawn)")
      #expect(drawn.joined().contains("最近の") == (columns < 70), "\(columns): \(drawn)")
    }
    // A label and its columns take 23 cells, however few there are: less than the least screen has.
    let least = lines(try written(kpi, values, columns: 20))
    #expect(least.allSatisfy { WidthPolicy.narrow.width(of: $0) <= 23 } && least.joined().contains("最近の"), "\(least)")
  }

  @Test("Every count of a table has the shade that the legend gives it", arguments: [1, 2, 3, 4, 7, 9, 100])
  func shades(most: Int) {
    for set in [LineSet.unicode, .ascii] {
      let heat = HeatScale(set, most: most)
      #expect(heat.shade(of: 0) == "" && heat.shade(of: most) == set.shades.last)
      var told: [Int: String] = [:]
      for part in heat.legend(Words(.ja)) {
        let ends = part.range.split(separator: "〜").compactMap { Int($0) }
        guard let first = ends.first, let last = ends.last else { continue }
        for count in first...last { told[count] = part.shade }
      }
      #expect(told.count == most)
      for count in 1...most { #expect(heat.shade(of: count) == told[count], "\(count) of \(most)") }
    }
  }

  @Test("The shaded number is still a door of its own")
  func door() throws {
    var scenario = try Scenario(.sample)
    let isShaded = { (scenario: Scenario) in scenario.selectedText?.contains("8█") == true }
    for _ in 0..<20 where !isShaded(scenario) { try scenario.type("j") }
    #expect(isShaded(scenario))
    try scenario.type("l")
    try scenario.press(.enter)
    #expect(scenario.state.place.filter == "pillar:=\"p1\" phase:企画中")
  }
}
