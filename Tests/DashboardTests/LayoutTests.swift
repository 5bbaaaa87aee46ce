import StrategyModel
import TestSupport
import Testing

@testable import Dashboard

@Suite("Layouts of the list of items")
struct LayoutTests {
  @Test("The selected item stays so through every layout", arguments: [(80, 24), (120, 36), (200, 60)])
  func layoutsKeepSelection(columns: Int, rows: Int) throws {
    for view in [Scenario.Store.osaka, .sample] {
      var scenario = try Scenario(view, view: "actions", columns: columns, rows: rows)
      for keys in ["l", "", "G", "", "kk", "", "", "", ""] {
        try scenario.type(keys)
        let before = try #require(scenario.state.selectedRow?.key)
        try scenario.type("v")
        #expect(scenario.state.selectedRow?.key == before)
        #expect(scenario.selectedText?.isEmpty == false)
      }
    }
  }

  @Test("A board without a selected item begins where it has cards")
  func boardBeginsOnSomething() throws {
    var scenario = try Scenario(view: "actions", columns: 80, rows: 24)
    try scenario.press(.left, .left, .left)
    #expect(scenario.state.selectedRow == nil)
    try scenario.type("vvv")
    #expect(scenario.state.selectedRow != nil)
  }

  @Test("From a board that was just opened, the table begins at its top")
  func tableBeginsAtTop() throws {
    var scenario = try Scenario(.sample, view: "actions", columns: 80, rows: 24)
    try scenario.type("v")
    #expect(scenario.screen[3].hasPrefix("  窓口"))
    #expect(scenario.screen[4].hasPrefix("▶"))
    let first = scenario.state.selectedRow?.key
    try scenario.type("vvv")
    #expect(scenario.state.selectedRow?.key == first)
  }
}
