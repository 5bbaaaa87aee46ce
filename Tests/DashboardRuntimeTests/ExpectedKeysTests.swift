import Dashboard
import TestSupport
import Testing
import TextUI

@testable import DashboardRuntime

@Suite("Which key is expected")
struct ExpectedKeysTests {
  private func next(after text: String) -> Key? {
    var keys = ExpectedKeys()
    for character in text { keys.take(.key(.character(character))) }
    return keys.next
  }

  @Test("The one that followed the last key before, else the last key again")
  func followers() {
    #expect(ExpectedKeys().next == nil)
    #expect(next(after: "j") == .character("j"))
    #expect(next(after: "Gg") == .character("g"))
    #expect(next(after: "GgG") == .character("g"))
    #expect(next(after: "GgGg") == .character("G"))
    #expect(next(after: "jjkkj") == .character("k"))
  }

  @Test(
    "Nothing is expected after text, a paste or the mouse, and what came before them has no follower in what comes then"
  )
  func others() {
    for event: InputEvent in [.text("検"), .paste("j"), .resized(Size(columns: 80, rows: 24))] {
      var keys = ExpectedKeys()
      keys.take(.key(.character("j")))
      keys.take(event)
      #expect(keys.next == nil)
      keys.take(.key(.character("k")))
      keys.take(.key(.character("j")))
      #expect(keys.next == .character("j"))
    }
  }

  @Test("A forecast holds for its own key, and for two seconds")
  func life() throws {
    let forecast = try #require(Forecast(of: .down, in: try Scenario(.sample).state) { _, _ in nil })
    let outlook = Outlook(forecast, changes: [])
    #expect(outlook.holds(for: .key(.down)) && !outlook.holds(for: .key(.up)) && !outlook.holds(for: .text("j")))
    #expect(!outlook.holds(for: .key(.down), at: .now + .seconds(2)))
  }
}
