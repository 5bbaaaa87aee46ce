import Foundation
import TestSupport
import Testing

@Suite("Filters in a terminal", .serialized, .waiting)
struct FilterWalkTests {
  static let sizes = [(80, 24), (120, 36)]

  @Test("Tab completes, and what was used and saved is there in the next run", arguments: sizes)
  func twoRuns(size: (Int, Int)) throws {
    let terminal = try TmuxTerminal(columns: size.0, rows: size.1, "--sample actions")
    try terminal.waitFor("[3]取組")
    try terminal.press("/")
    try terminal.type("phase:検")
    try terminal.waitFor("! 「検」は検討中・検証中のどれか一つに決まりません")
    try terminal.press("Tab", "Tab", "Tab")
    try terminal.waitFor("[検証中]")
    try terminal.waitFor("フェーズ=検証中：14件／60件")
    try terminal.press("Enter", "Enter", "F", "Enter")
    try terminal.waitFor("条件の名前")
    try terminal.type("検証")
    try terminal.press("Enter")
    try terminal.waitFor("「検証」を保存しました")
    try terminal.press("Q")
    try terminal.waitFor("left with 0")
    let home = terminal.home.path
    #expect(try String(contentsOfFile: home + "/.local/state/honbu/filter-history", encoding: .utf8) == "phase:検証中\n")
    #expect(
      try String(contentsOfFile: home + "/.config/honbu/config.yaml", encoding: .utf8)
        == "filters:\n  検証: 'phase:検証中'\n")

    try terminal.tmux(
      "respawn-pane", "-k", "env HOME='\(home)' LC_ALL=C.UTF-8 '\(TmuxTerminal.program)' --sample actions; exec cat")
    try terminal.waitFor("条件なし · 60件")
    try terminal.press("/", "C-p")
    try terminal.waitFor("絞り込み / phase:検証中")
    try terminal.press("Escape")
    try terminal.waitFor("条件なし · 60件")
    try terminal.press("F")
    try terminal.waitFor("@検証")
    try terminal.press("Enter")
    try terminal.waitFor("フェーズ=検証中：14件／60件")
  }

  @Test("^Y puts the command on the clipboard, and the command gives the rows")
  func command() throws {
    let terminal = try TmuxTerminal(
      columns: 120, rows: 36, "--sample actions --filter 窓口", environment: "env -u TMUX LC_ALL=C.UTF-8")
    try terminal.tmux("set-option", "-s", "set-clipboard", "on")
    try terminal.waitFor("「窓口」：15件／60件")
    try terminal.press("C-y")
    try terminal.waitFor("コピーしました（OSC 52）")
    let copied = try terminal.tmux("show-buffer")
    #expect(copied.hasPrefix("honbu snapshot actions --sample --at r8 --today "))
    #expect(copied.contains(" --filter '窓口' --layout board"))
    let command = copied.replacing("honbu ", with: "'\(TmuxTerminal.program)' ", maxReplacements: 1)
    #expect(try TmuxTerminal.run(["sh", "-c", command]).contains("「窓口」：15件／60件"))
  }
}
