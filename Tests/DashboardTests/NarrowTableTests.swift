import StrategyModel
import StrategyStore
import TestSupport
import Testing
import TextUI

@testable import Dashboard

@Suite("Tables on a narrow screen")
struct NarrowTableTests {
  @Test("Every budget stands in the overview at any width", arguments: [40, 50, 60, 80, 99, 120, 200])
  func budgets(columns: Int) throws {
    for store in [Scenario.Store.osaka, .sample] {
      let scenario = try Scenario(store, columns: columns, rows: 120)
      guard case .overview(let overview)? = scenario.state.context.content(.main) else { throw Missing() }
      #expect(!overview.budgets.isEmpty)
      let words = scenario.state.words
      for budget in overview.budgets {
        let year = budget.year.text(.wareki)
        let heading = try #require(scenario.screen.firstIndex { $0.contains("柱別") && $0.contains(year) }, "\(year)")
        let table = scenario.screen[heading...].prefix { !$0.isEmpty }
        #expect(table.contains { $0.contains(words.shortYen(budget.yen)) }, "\(columns) \(year)")
      }
    }
  }

  @Test("Years for which the overview has no table are told", arguments: [40, 120])
  func earlierYears(columns: Int) throws {
    let budgets = (2014...2021).map { Budget(id: "b\($0)", year: FiscalYear($0), yen: $0 * 10_000) }
    var scenario = try Scenario(columns: columns, rows: 100, writes: true)
    try scenario.append([.put(.item(ActionItem(id: "x", title: "取組", budgets: budgets)))])
    try scenario.send(.storeChanged(head: scenario.reader.head()))
    #expect(scenario.text.contains("平成26年度〜平成29年度は取組の記録に"))
    #expect(scenario.text.contains("2,021万円") && !scenario.text.contains("2,014万円"))
  }

  @Test("The table of items says which columns the width leaves out", arguments: [40, 60, 80, 120, 160, 200])
  func items(columns: Int) throws {
    var scenario = try Scenario(.sample, view: "actions", columns: columns, rows: 30)
    try scenario.type("v")
    let heads = scenario.screen.prefix(5).joined(separator: " ")
    for column in ItemColumn.allCases {
      #expect(heads.contains(scenario.state.words(column.word)), "\(columns) \(column)")
    }
    #expect(heads.contains("ほか ") == (columns < 150))
    #expect(scenario.screen.dropFirst(4).contains { $0.contains("検証中") || $0.contains("運用中") })
    #expect(scenario.screen.allSatisfy { WidthPolicy.narrow.width(of: $0) <= columns })
  }

  private struct Missing: Error {}
}
