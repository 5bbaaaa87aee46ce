import Dashboard
import Foundation
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
        #expect(tabs(in: header, named: screen, words), "\(columns): \(header)")
        #expect(header.contains(words(.latest)), "\(columns)")
        #expect(!header.contains("…"), "\(columns)")
        if store == .sample { #expect(header.contains(words(.fictional)), "\(columns)") }
      }
    }
  }

  /// Whether each view's number stands in its turn, those that are not shown with a space behind.
  private func tabs(in header: String, named current: any Screen, _ words: Words) -> Bool {
    var rest = header[...]
    for (index, screen) in ScreenList.views.enumerated() {
      let tab = screen.id == current.id ? "[\(index + 1)]\(words(screen.name)) " : " \(index + 1) "
      // The space behind one tab is the space before the next.
      guard let place = rest.range(of: tab) else { return false }
      rest = rest[rest.index(before: place.upperBound)...]
    }
    return true
  }
}
