import Foundation
import TestSupport
import Testing

@Suite("Sizes, kinds of terminals, and standard streams that are none", .serialized, .waiting)
struct TerminalKindTests {
  private static let sample = ["--sample", "--today", "2026-11-23"]

  @Test(
    "E4: starts at any size and is right when the window is made larger",
    arguments: [(0, 0), (1, 1), (2, 2), (10, 5), (500, 500), (40, 10)])
  func start(size: (Int, Int)) throws {
    let terminal = try PtyTerminal(columns: size.0, rows: size.1, Self.sample)
    try terminal.wait("a first frame") { screen in
      // A single cell has no room for a letter of a sentence.
      if size.0 < 2 { return terminal.raw.count > 20 }
      return size.0 >= 40 && size.1 >= 10
        ? screen.lines.last?.contains("?") == true : screen.lines.contains { $0.contains(/\S/) }
    }
    terminal.settle()
    #expect(!terminal.hasEnded(within: .zero))
    terminal.resize(columns: 100, rows: 30)
    let begun = try PtyTerminal(columns: 100, rows: 30, Self.sample)
    for terminal in [terminal, begun] {
      try terminal.wait("the whole screen") { $0.lines[29].contains("? ヘルプ") }
      terminal.settle()
    }
    expectSame(terminal.screen.lines, as: begun.screen.lines)
    terminal.type("Q")
    #expect(terminal.hasEnded() && terminal.exitStatus == 0)
  }

  @Test("E4 T17: three hundred sizes with keys between them, then a whole screen", arguments: 1...6)
  func storm(seed: UInt64) throws {
    let terminal = try PtyTerminal(columns: 100, rows: 30, Self.sample)
    try terminal.waitFor("? ヘルプ")
    var generator = SeededGenerator(seed: seed)
    let sizes = [(1, 1), (2, 1), (1, 2), (250, 80), (80, 24), (20, 5), (200, 60), (40, 10), (39, 10), (7, 30)]
    let keys = [
      "1", "2", "3", "4", "5", "6", "j", "G", "v", "?", "\u{1B}", "/検", "\r", "p", ":", "f", "x", "m", "d", "C", "t",
    ]
    for _ in 0..<300 {
      let size = sizes.randomElement(using: &generator) ?? (80, 24)
      terminal.resize(columns: size.0, rows: size.1)
      terminal.type(keys.randomElement(using: &generator) ?? "j")
      terminal.pump(4)
      if terminal.hasEnded(within: .zero) { break }
    }
    #expect(!terminal.hasEnded(within: .zero), "\(terminal.exitStatus ?? -1)")
    terminal.resize(columns: 100, rows: 30)
    func wholeScreen() throws -> [String] {
      try terminal.wait("a whole screen") { $0.lines[0].contains("見本市") && $0.lines[29].contains(/\S/) }
      terminal.settle()
      return terminal.screen.lines
    }
    let drawn = try wholeScreen()
    terminal.resize(columns: 101, rows: 30)
    _ = try wholeScreen()
    terminal.resize(columns: 100, rows: 30)
    expectSame(try wholeScreen(), as: drawn)
    for _ in 0..<4 {
      terminal.type("\u{1B}")
      terminal.settle()
    }
    // What is drawn bit by bit is what is drawn at once.
    for keys in [
      "1", "2", "G", "k", "?", "\u{1B}", "3", "v", "v", "v", ":", "a", "\u{1B}", "/", "検", "\u{1B}", "4", "G", "k",
    ] {
      terminal.type(keys)
      terminal.settle()
    }
    try terminal.waitFor("[4]")
    terminal.settle()
    let stepped = terminal.screen.lines
    expectSame(try terminal.repainted(), as: stepped)
    // A prompt takes letters; ^C leaves from anywhere, at the second time at the latest.
    terminal.type("\u{3}")
    if !terminal.hasEnded(within: .seconds(1)) { terminal.type("\u{3}") }
    #expect(terminal.hasEnded() && terminal.exitStatus == 0)
  }

  @Test(
    "E5 T18: a terminal that cannot show the screen gets a sentence and the view as text, and no escape byte",
    arguments: ["no-such", "dumb", "", "x\u{1B}]0;h4x\u{7}", "../../etc/passwd", "vt52-unknown"])
  func unfit(name: String) throws {
    let terminal = try PtyTerminal(["--sample"], environment: ["TERM": name])
    #expect(terminal.hasEnded() && terminal.exitStatus == 0)
    let text = String(decoding: terminal.raw, as: UTF8.self)
    #expect(text.hasPrefix("honbu: 画面を開けません: 端末") && text.contains("フェーズ"), "\(text.prefix(200))")
    #expect(!terminal.raw.contains(0x1B) && !text.contains("M-"))
  }

  @Test(
    "E5 T18: other terminals and languages show the screen",
    arguments: ["vt100", "linux", "screen", "tmux-256color", "xterm", "rxvt"],
    [["LC_ALL": "C"], ["LC_ALL": ""], ["LC_ALL": "ja_JP.eucJP"], ["LC_ALL": "C.UTF-8", "NO_COLOR": "1"]])
  func others(name: String, language: [String: String]) throws {
    let terminal = try PtyTerminal(
      columns: 100, rows: 30, ["--sample"], environment: language.merging(["TERM": name]) { $1 })
    let before = terminal.modes
    try terminal.waitFor("見本市")
    try terminal.wait("the foot") { $0.lines[29].contains("? ヘルプ") }
    terminal.type("Q")
    #expect(terminal.hasEnded() && terminal.exitStatus == 0 && terminal.modes == before)
  }

  @Test(
    "E7: whatever one standard stream is, the program works or ends, and gives the terminal back",
    arguments: ["closed", "full", "null", "file"], [0, 1, 2])
  func streams(kind: String, place: Int) throws {
    let file = FileManager.default.temporaryDirectory.path + "/honbu-stream-\(UUID().uuidString)"
    defer { unlink(file) }
    var streams = [PtyTerminal.Stream.terminal, .terminal, .terminal]
    streams[place] =
      switch kind {
      case "closed": .closed
      case "full": .path("/dev/full")
      case "null": .path("/dev/null")
      default: .path(file)
      }
    let terminal = try PtyTerminal(["--sample"], streams: streams)
    let before = terminal.modes
    if place == 1 {
      #expect(terminal.hasEnded())
      #expect(terminal.exitStatus == (kind == "closed" || kind == "full" ? 74 : 0))
    } else {
      try terminal.waitFor("? ヘルプ")
      terminal.type("Q")
      #expect(terminal.hasEnded() && terminal.exitStatus == 0)
    }
    #expect(terminal.modes == before)
  }

  @Test("A megabyte pasted into the filter: it stays alive, says that it is too long, and Esc brings the list back")
  func paste() throws {
    let terminal = try PtyTerminal(columns: 120, rows: 36, ["--sample", "actions"])
    try terminal.waitFor("[3]")
    terminal.type("/")
    try terminal.waitFor("絞り込み /")
    let memory = terminal.running.statusNumber("VmRSS")
    let start = ContinuousClock.now
    terminal.type("\u{1B}[200~" + String(repeating: "窓口 phase:検証中 a|b\u{1B}[31m ", count: 30_000) + "\u{1B}[201~")
    try terminal.waitFor("条件が長すぎます")
    print(
      "1 MB pasted: \(ContinuousClock.now - start), memory grown by \(terminal.running.statusNumber("VmRSS") - memory) KiB"
    )
    terminal.type("\u{1B}")
    try terminal.waitFor("条件なし · 60件")
    #expect(terminal.running.statusNumber("VmRSS") - memory < 30 * 1024)
    #expect(TerminalStream(terminal.raw).faults.isEmpty)
    terminal.type("Q")
    #expect(terminal.hasEnded() && terminal.exitStatus == 0)
  }

  /// Some build machines refuse ptrace.
  static let canTrace: Bool = {
    do {
      return try TmuxTerminal.run(["sh", "-c", "strace -qq -o /dev/null true && echo traced"]) == "traced\n"
    } catch {
      return false
    }
  }()

  @Test(
    "E10: presenting alone runs no program, opens no file for writing, and is not suspended",
    .enabled(if: canTrace, "SKIPPED: strace is missing or ptrace is refused here, so no system call was seen"))
  func kiosk() throws {
    let terminal = try PtyTerminal(
      columns: 100, rows: 30, ["present", "hq-5", "--present-only", "--sample"],
      environment: ["EDITOR": "touch edited"],
      program: "exec strace -f -qq -o trace -e trace=execve,open,openat,creat,rename,mkdir \"$0\" \"$@\"")
    try terminal.wait("a page") { _ in terminal.raw.count > 400 }
    for keys in [
      "e", "a", "u", "\u{13}", "x", "\r", "\u{1A}", "!", ":", "\u{1B}", "n", "o", "y", "F", "m", "\u{3}", "q", "Q", "j",
    ] {
      terminal.type(keys)
      terminal.pump(40)
    }
    #expect(!terminal.hasEnded(within: .zero))
    // Back to the dashboard there is no way either: it would show its views.
    terminal.settle()
    #expect(terminal.screen.lines.contains { $0.contains(/[0-9] \/ [0-9]/) })
    #expect(!terminal.screen.contains("[4]") && !terminal.screen.contains("ヘルプ"))
    terminal.type(":q")
    terminal.type("\r")
    #expect(terminal.hasEnded())
    let calls = try String(contentsOfFile: terminal.home + "/trace", encoding: .utf8).split(separator: "\n")
    #expect(calls.count { $0.contains("execve(") } == 1)
    let writing = calls.filter {
      ($0.contains("O_WRONLY") || $0.contains("O_RDWR") || $0.contains("creat(") || $0.contains("rename(")
        || $0.contains("mkdir("))
        && !$0.contains("\"/dev/") && !$0.contains("\"/proc/self/fd/1\"")
    }
    #expect(writing.isEmpty, "\(writing)")
  }
}
