import Foundation
import TestSupport
import Testing

@Suite("The program in a terminal", .serialized, .waiting)
struct WalkTests {
  static let sizes = [(80, 24), (120, 36), (200, 60)]

  @Test("A first start makes the store of Osaka and shows the overview", arguments: sizes)
  func firstStart(size: (Int, Int)) throws {
    let terminal = try TmuxTerminal(columns: size.0, rows: size.1)
    try terminal.waitFor("[1]概要")
    try terminal.waitFor("運用中")
    #expect(FileManager.default.fileExists(atPath: terminal.store))
    try terminal.press("Q")
    try terminal.waitFor("left with 0")
  }

  @Test("All views open, every meeting and item can be read, and no line is wider than the screen", arguments: sizes)
  func walk(size: (Int, Int)) throws {
    let terminal = try TmuxTerminal(columns: size.0, rows: size.1, "--sample")
    try terminal.waitFor("[1]概要")
    for (digit, name) in zip(1..., ["概要", "柱", "取組", "会議", "履歴", "資料"]) {
      try terminal.press("\(digit)")
      try terminal.waitFor("[\(digit)]\(name)")
      try expectStraight(terminal, size)
    }
    try terminal.press("4")
    try terminal.waitFor("[4]会議")
    for row in 1...10 {
      try terminal.waitFor("\(row)/10")
      try terminal.press("Enter")
      try terminal.waitFor("会議 ›")
      try terminal.press("G")
      try terminal.waitFor("改訂の記録")
      try expectStraight(terminal, size)
      try terminal.press("Escape")
      try terminal.waitFor("\(row)/10")
      try terminal.press("j")
    }
    try terminal.press("3", "v")
    try terminal.waitFor("1/60")
    for row in 1...60 {
      try terminal.waitFor("\(row)/60")
      try terminal.press("Enter")
      try terminal.waitFor("取組 ›")
      try terminal.press("Escape")
      try terminal.waitFor("\(row)/60")
      try terminal.press("j")
    }
    try expectStraight(terminal, size)
  }

  @Test("The timeline: years forth and back, an item and back, what to compare with", arguments: sizes)
  func timeline(size: (Int, Int)) throws {
    let terminal = try TmuxTerminal(columns: size.0, rows: size.1, "--sample --today 2026-11-23")
    try terminal.waitFor("[1]概要")
    try terminal.press("3")
    try terminal.waitFor("[3]取組")
    try terminal.press("v", "v")
    try terminal.waitFor("表示切替: 工程表")
    try terminal.waitFor("│ 今日")
    try terminal.waitFor("令和6年度")
    try terminal.press("h")
    try terminal.waitFor("令和5年度から")
    try terminal.press("l", "l")
    try terminal.waitFor("令和7年度から")
    try terminal.waitFor("<")
    try expectStraight(terminal, size)
    try terminal.press("j", "Enter")
    try terminal.waitFor("取組 ›")
    try terminal.press("Escape")
    try terminal.waitFor("2/60")
    try terminal.press("B")
    try terminal.type("r1")
    try terminal.press("Enter")
    try terminal.waitFor("遅れ(r1)")
    try terminal.waitFor("新規")
    try expectStraight(terminal, size)
    try terminal.press("v")
    try terminal.waitFor("表示切替: ボード")
  }

  /// Rules run from edge to edge, and no row is wrapped onto the next.
  /// Once a frame is whole: a terminal may be looked at while it takes one.
  private func expectStraight(_ terminal: TmuxTerminal, _ size: (Int, Int)) throws {
    try terminal.wait("straight rules") { screen in
      screen.filter { $0.hasPrefix("──") }.count == 2 && screen.first?.contains("[") == true
        && !screen.contains { $0.contains("\u{FFFD}") }
    }
  }

  @Test(
    "Wide ambiguous characters, other locales and odd terminals",
    arguments: [
      ("--ambiguous 2", "LC_ALL=C.UTF-8"), ("", "LC_ALL=C"), ("", "LC_ALL= LANG="), ("", "LC_ALL=ja_JP.UTF-8"),
      ("", "TERM=vt100 LC_ALL=C.UTF-8"), ("", "TERM=linux LC_ALL=C.UTF-8"), ("", "NO_COLOR=1 LC_ALL=C.UTF-8"),
    ])
  func surroundings(options: String, environment: String) throws {
    let terminal = try TmuxTerminal(columns: 120, rows: 36, "--sample \(options)", environment: environment)
    try terminal.waitFor("[1]概要")
    try terminal.waitFor("見本市")
    try terminal.press("q")
    try terminal.waitFor("left with 0")
  }

  @Test("Typing filters, the caret stands behind what was typed, Esc gives all rows back")
  func filter() throws {
    let terminal = try TmuxTerminal(columns: 120, rows: 36, "actions")
    try terminal.waitFor("[3]取組")
    try terminal.press("v", "/")
    try terminal.type("戸籍")
    try terminal.waitFor("1件／23件")
    let caret = try terminal.tmux("display-message", "-p", "#{cursor_x} #{cursor_y} #{cursor_flag}")
    #expect(caret.trimmingCharacters(in: .whitespacesAndNewlines) == "15 35 1")
    try terminal.press("Escape")
    try terminal.waitFor("条件なし · 23件")
    #expect(try terminal.tmux("display-message", "-p", "#{cursor_flag}").hasPrefix("0"))
  }

  @Test("Full-width keys act, and a kana run says that the IME is on")
  func ime() throws {
    let terminal = try TmuxTerminal(columns: 120, rows: 36, "--sample")
    try terminal.waitFor("[1]概要")
    try terminal.type("４")
    try terminal.waitFor("[4]会議")
    try terminal.type("あ")
    try terminal.waitFor("IMEがオンです")
    try terminal.type("？")
    try terminal.waitFor("次の行")
  }

  @Test("Tiny and wild sizes, and back to a whole screen")
  func resizes() throws {
    let terminal = try TmuxTerminal(columns: 80, rows: 24, "--sample")
    // The foot is drawn last.
    try terminal.waitFor("? ヘルプ")
    let before = try terminal.screen
    for (columns, rows) in [(200, 60), (20, 5), (1, 1), (40, 10), (300, 100), (80, 24)] {
      try terminal.resize(columns: columns, rows: rows)
    }
    try terminal.wait("the first screen again") { $0 == before }
    try terminal.resize(columns: 30, rows: 8)
    try terminal.waitFor("画面が小さすぎ")
  }

  @Test("^S writes a snapshot beside the caller and says where")
  func snapshot() throws {
    let terminal = try TmuxTerminal(columns: 120, rows: 36, "--sample meetings")
    try terminal.waitFor("[4]会議")
    try terminal.press("C-s")
    try terminal.waitFor("書き出しました: honbu-meetings.txt")
    let text = try String(contentsOf: terminal.home.appending(path: "honbu-meetings.txt"), encoding: .utf8)
    #expect(text.contains("再作成: honbu snapshot meetings --sample --at r8"))
    #expect(text.contains("本文 SHA-256: "))
  }

  @Test(
    "Keys that are expected bring the same screens as keys that are not", arguments: ["actions", "overview", "updates"])
  func expected(view: String) throws {
    let sample = [view, "--sample", "--today", "2026-11-23"]
    let (slow, fast) = (
      try PtyTerminal(columns: 120, rows: 40, sample), try PtyTerminal(columns: 120, rows: 40, sample)
    )
    for terminal in [slow, fast] { try terminal.waitFor("? ヘルプ") }
    for keys in ["jjjj", "    ", "GgGgG", "kkk", "vvv", "jjj", "\u{2}\u{2}", "]]", "SSS", "4444", "[[["] {
      for key in keys {
        // Long enough for the next one to be worked out.
        slow.type(String(key))
        slow.settle()
      }
      fast.type(keys)
      fast.settle()
      expectSame(slow.screen.lines, as: fast.screen.lines, keys)
    }
    slow.type("j")
    slow.settle()
    let stepped = slow.screen.lines
    expectSame(stepped, as: try slow.repainted())
  }

  @Test("^Z gives the shell back; fg repaints")
  func suspend() throws {
    let terminal = try TmuxTerminal(columns: 100, rows: 30, "--sample")
    try terminal.waitFor("[1]概要")
    let program = RunningProcess(id: try terminal.processID)
    try terminal.press("C-z")
    try terminal.wait("stopped") { _ in program.state == "T" }
    kill(program.id, SIGCONT)
    try terminal.waitFor("[1]概要")
    try terminal.press("4")
    try terminal.waitFor("[4]会議")
  }

  @Test(
    "Signals give the terminal back and set the exit status",
    arguments: [
      (SIGTERM, 143), (SIGINT, 130), (SIGHUP, 129), (SIGQUIT, 131),
    ])
  func signals(signal: Int32, status: Int) throws {
    let terminal = try TmuxTerminal(columns: 100, rows: 30, "--sample")
    try terminal.waitFor("[1]概要")
    kill(try terminal.processID, signal)
    try terminal.waitFor("left with \(status)")
    #expect(
      try terminal.tmux("display-message", "-p", "#{alternate_on} #{cursor_flag} #{mouse_any_flag}").hasPrefix("0 1 0"))
  }
}
