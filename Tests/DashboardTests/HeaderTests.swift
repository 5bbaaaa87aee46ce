import Dashboard
import StrategyModel
import TestSupport
import Testing
import TextUI

@Suite("The first line of the screen")
struct HeaderTests {
  @Test(
    "The view and the revision stand whole from 64 columns on, the other views where there is room",
    arguments: [Scenario.Store.osaka, .sample], [Language.ja, .en])
  func isWhole(store: Scenario.Store, language: Language) throws {
    for columns in 64...200 {
      var scenario = try Scenario(store, view: "documents", columns: columns, rows: 24, language: language)
      for (number, screen) in ScreenList.views.enumerated() {
        try scenario.type("\(number + 1)")
        let header = scenario.screen[0]
        let words = Words(language)
        let isNamed = !ScreenList.views.indices.contains {
          !header.contains("\($0 + 1) \(words(ScreenList.views[$0].name))") && $0 != number
        }
        #expect(isNamed || columns < (language == .ja ? 74 : 106), "\(columns)")
        #expect(header.contains("[\(number + 1)]\(words(screen.name)) "), "\(columns)")
        for index in ScreenList.views.indices { #expect(header.contains(String(index + 1)), "\(columns)") }
        #expect(header.contains(words(.latest)), "\(columns)")
        #expect(!header.contains("…"), "\(columns)")
        if store == .sample { #expect(header.contains(words(.fictional)), "\(columns)") }
      }
    }
  }
}
