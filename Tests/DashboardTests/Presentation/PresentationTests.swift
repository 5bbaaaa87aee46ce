import Dashboard
import StrategyModel
import TestSupport
import Testing
import TextUI

@Suite("Presenter mode")
struct PresentationTests {
  /// The sample city's last meeting of the headquarters: an agenda of three, of which the first has no item.
  private func presenting(columns: Int = 60, rows: Int = 18) throws -> Scenario {
    var scenario = try Scenario(.sample, view: "meetings/hq-5", columns: columns, rows: rows)
    try scenario.type("P")
    try scenario.send(.clockMoved(14 * 60 + 5))
    return scenario
  }

  private func slide(_ scenario: Scenario) -> Int? { scenario.state.presentation?.slide }

  @Test("The agenda, then what it names, one to a screen", arguments: [(60, 18), (80, 24), (120, 36), (200, 60)])
  func pages(size: (Int, Int)) throws {
    var scenario = try presenting(columns: size.0, rows: size.1)
    try Golden.expect(scenario.text + "\n", at: "\(size.0)x\(size.1)/sample-present-agenda.txt")
    try scenario.press(.character(" "))
    try Golden.expect(scenario.text + "\n", at: "\(size.0)x\(size.1)/sample-present-topic.txt")
    try scenario.press(.character(" "))
    try Golden.expect(scenario.text + "\n", at: "\(size.0)x\(size.1)/sample-present-item.txt")
    try scenario.type("n")
    try Golden.expect(scenario.text + "\n", at: "\(size.0)x\(size.1)/sample-present-notes.txt")
  }

  @Test(
    "Keys of a keyboard and of a clicker turn the pages",
    arguments: [
      ([Key.right], 1), ([.pageDown, .pageDown], 2), ([.character(" "), .left], 0), ([.down, .pageUp], 0),
      ([.end], 3), ([.end, .function(5)], 0), ([.character("3"), .enter], 3), ([.character("2"), .enter], 2),
      ([.character("9"), .enter], 3), ([.end, .character("0"), .enter], 0), ([.enter], 1), ([.end, .right], 3),
      ([.up], 0),
    ])
  func keys(keys: [Key], expected: Int) throws {
    var scenario = try presenting()
    for key in keys { try scenario.press(key) }
    #expect(slide(scenario) == expected)
    if expected > 0 {
      #expect(
        scenario.effects.last
          == .present(PresentedPage(meeting: "hq-5", slide: expected, isBlank: false, revision: nil)))
    }
  }

  @Test("A blank page shows nothing at all, and turning a page ends it", arguments: [".", "b"])
  func blank(key: String) throws {
    var scenario = try presenting()
    try scenario.type(key)
    #expect(scenario.screen.joined().isEmpty)
    #expect(
      scenario.effects.last == .present(PresentedPage(meeting: "hq-5", slide: 0, isBlank: true, revision: nil)))
    try scenario.press(.right)
    #expect(scenario.text.contains("2 / 4"))
  }

  @Test("The audience sees no notice, no prompt and no question, whatever is pressed and whatever happens")
  func quiet() throws {
    var scenario = try presenting()
    let before = scenario.screen
    for key in ["/", "e", "a", "u", "x", "t", "?", "d", "m", "12", "あ"] {
      if let character = key.first, !character.isASCII {
        try scenario.send(.input(.text(key)))
      } else {
        try scenario.type(key)
      }
      #expect(scenario.screen == before, "\(key)")
    }
    try scenario.press(.control("s"), .control("z"), .tab, .function(2))
    try scenario.send(.storeChanged(head: 9))
    try scenario.send(.noticed(Notice(.failure, "壊れました")))
    #expect(scenario.screen == before)
    #expect(scenario.effects == [.present(PresentedPage(meeting: "hq-5", slide: 0, isBlank: false, revision: nil))])
  }

  @Test("q and Esc come back to where it began; a kiosk is left by :q alone")
  func leaving() throws {
    for key in [Key.character("q"), .escape] {
      var scenario = try presenting()
      try scenario.press(key)
      #expect(scenario.state.presentation == nil && scenario.effects.last == .present(nil))
      #expect(scenario.text.contains("第5回見本市デジタル戦略本部会議") && !scenario.text.contains("1 / 4"))
    }
    var kiosk = try presenting()
    kiosk.present(isKiosk: true)
    try kiosk.type("n")
    #expect(kiosk.text.contains(":q Enter 終わる") && !kiosk.text.contains("  q 終わる"))
    try kiosk.type("n")
    // A kiosk is followed, too.
    try kiosk.press(.right)
    #expect(kiosk.effects.last == .present(PresentedPage(meeting: "hq-5", slide: 1, isBlank: false, revision: nil)))
    let effects = kiosk.effects
    for key in [Key.character("q"), .escape, .control("c"), .character("Q"), .character("P"), .control("z")] {
      try kiosk.press(key)
      #expect(kiosk.state.presentation != nil && kiosk.effects == effects)
    }
    try kiosk.type(":q")
    try kiosk.press(.enter)
    #expect(kiosk.effects.suffix(2) == [.present(nil), .quit])
  }

  @Test("Who follows shows the page that is told, and waits while none is")
  func following() throws {
    var scenario = try Scenario(.sample, view: "meetings", columns: 80, rows: 24)
    scenario.follow()
    #expect(scenario.text.contains("発表が始まるのを待っています"))
    try scenario.send(.pageTold(PresentedPage(meeting: "hq-5", slide: 1, isBlank: false, revision: nil)))
    #expect(scenario.text.contains("2 / 4"))
    try scenario.press(.right, .character("n"))
    #expect(scenario.text.contains("2 / 4") && scenario.effects.isEmpty)
    try scenario.send(.pageTold(PresentedPage(meeting: "hq-5", slide: 1, isBlank: true, revision: nil)))
    #expect(scenario.screen.joined().isEmpty)
    try scenario.send(.pageTold(PresentedPage(meeting: "gone", slide: 1, isBlank: false, revision: nil)))
    #expect(scenario.text.contains("この時点に記録がありません"))
    try scenario.send(.pageTold(nil))
    #expect(scenario.text.contains("発表が始まるのを待っています"))
    // The presenter's file is the presenter's.
    try scenario.press(.character("q"))
    #expect(scenario.effects == [.quit])
  }

  @Test("P presents a meeting alone, and says so elsewhere")
  func otherRecords() throws {
    var scenario = try Scenario(.sample, view: "actions")
    try scenario.type("P")
    #expect(scenario.state.presentation == nil && scenario.text.contains("会議を選んでから使います"))
  }
}
