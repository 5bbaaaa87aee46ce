import Dashboard
import TestSupport
import Testing

@Suite("What is said of a copy")
struct CopyNoticeTests {
  @Test(
    "The whole sentence fits the narrowest screen in use", arguments: [Language.ja, .en],
    [
      CopyRoute.terminal, .tmux, .heldByTmux, .silentTmux, .screen, .refused,
    ])
  func fits(language: Language, route: CopyRoute) throws {
    var scenario = try Scenario(.sample, view: "actions", columns: 60, rows: 18, language: language)
    try scenario.send(.copied(route))
    let text = try #require(scenario.state.notice?.text)
    #expect(scenario.screen.last?.hasPrefix(" \(text)") == true, "\(scenario.screen.last ?? "")")
  }

  @Test("What keeps a copy from arriving is said with what to do")
  func remedy() throws {
    var scenario = try Scenario(.sample, view: "actions")
    try scenario.send(.copied(.heldByTmux))
    #expect(scenario.state.notice == Notice(.refusal, "tmux が止めます（tmux set -s set-clipboard on で届く）"))
  }
}
