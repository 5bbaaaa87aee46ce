import Dashboard
import TestSupport
import Testing
import TextUI

@Suite("The export menu")
struct ExportMenuTests {
  @Test("x lists the formats, and Enter writes the view in the chosen one")
  func choose() throws {
    var scenario = try Scenario(.sample, view: "actions", filter: "窓口")
    try scenario.type("x")
    for format in SnapshotFormat.allCases { #expect(scenario.text.contains(format.rawValue)) }
    #expect(scenario.text.contains("▶ text      .txt"))
    try scenario.type("jj")
    try scenario.press(.enter)
    #expect(scenario.state.overlay == nil)
    guard case .writeSnapshot(let order)? = scenario.effects.last else {
      Issue.record("\(scenario.effects)")
      return
    }
    #expect(order.format == .html && order.place.filter == "窓口" && order.width == 120)
    try scenario.send(.snapshotWritten(path: "honbu-actions.html"))
    #expect(scenario.text.contains("書き出しました: honbu-actions.html"))
  }

  @Test("Esc and q leave it, and nothing is written")
  func leave() throws {
    for key in [Key.escape, .character("q")] {
      var scenario = try Scenario(.sample)
      try scenario.type("x")
      #expect(scenario.state.overlay != nil)
      try scenario.press(key)
      #expect(scenario.state.overlay == nil && scenario.effects.isEmpty)
    }
  }

  @Test("In a past revision it writes that one")
  func past() throws {
    var scenario = try Scenario(.sample, view: "meetings", pinned: 3)
    try scenario.type("x")
    try scenario.press(.enter)
    guard case .writeSnapshot(let order)? = scenario.effects.last else { return }
    #expect(order.revision == 3 && order.format == .text)
  }
}
