import Foundation
import StrategyModel
import StrategyStore
import TestSupport
import Testing

@Suite("A dashboard on a store that others write", .serialized, .waiting)
struct LiveStoreTests {
  private func append(_ title: String, to path: String) throws {
    let ledger = try Ledger.open(path: path)
    guard case .meeting(var meeting)? = try ledger.reader(busy: .seconds(5)).records(of: .meeting).first else { return }
    meeting.id = "mtg_\(title)"
    meeting.title = title
    let today = CivilDate(dayNumber: Int(Date().timeIntervalSince1970 + 9 * 3600) / 86_400)
    meeting.date = today
    _ = try ledger.append(
      RevisionDraft(effective: today, author: "試験", title: title, changes: [.put(.meeting(meeting))]), today: today)
  }

  @Test("A commit appears by itself, and the half-typed filter stays")
  func live() throws {
    let terminal = try TmuxTerminal(columns: 120, rows: 36, "meetings")
    try terminal.waitFor("第3回大阪市ICT戦略本部会議")
    try append("臨時会議その1", to: terminal.store)
    try terminal.waitFor("臨時会議その1")
    try terminal.press("/")
    try terminal.type("臨時")
    try append("臨時会議その2", to: terminal.store)
    try terminal.waitFor("臨時会議その2")
    try terminal.waitFor("絞り込み / 臨時")
  }

  @Test("Twenty commits one after another all appear")
  func manyCommits() throws {
    let terminal = try TmuxTerminal(columns: 120, rows: 50, "meetings")
    try terminal.waitFor("第3回大阪市ICT戦略本部会議")
    for number in 1...20 {
      try append("連続\(number)回目", to: terminal.store)
      try terminal.waitFor("連続\(number)回目")
    }
  }

  @Test(
    "What happens beside the store draws nothing anew",
    .enabled(if: TerminalKindTests.canTrace, "SKIPPED: strace is missing or ptrace is refused here"))
  func nothingDrawn() throws {
    let office = try Office()
    let terminal = try PtyTerminal(
      columns: 120, rows: 36, ["actions", "--store", office.store],
      program: "exec strace -qq -s 4096 -o trace -e trace=read,rt_sigaction \"$0\" \"$@\"")
    try terminal.waitFor("条件なし · ")
    terminal.settle()
    func calls() throws -> [Substring] {
      try String(contentsOfFile: terminal.home + "/trace", encoding: .utf8).split(separator: "\n")
    }
    // Both are seen at all: ncurses holds ^Z off while it draws, and the watch tells of names.
    #expect(try calls().contains { $0.contains("rt_sigaction(SIGTSTP") })
    for number in 1...10 {
      try Data().write(to: URL(filePath: office.folder.path + "/beside\(number)"))
      try terminal.wait("wakening \(number)") { _ in
        (try? calls())?.contains { $0.contains("beside\(number)\\0") } == true
      }
    }
    let after = try calls().drop { !$0.contains("beside1\\0") }
    #expect(!after.contains { $0.contains("rt_sigaction(SIGTSTP") }, "\(after)")
    terminal.type("Q")
    #expect(terminal.hasEnded() && terminal.exitStatus == 0)
  }

  @Test("An idle dashboard makes no system call and writes no byte")
  func idle() throws {
    let terminal = try TmuxTerminal(columns: 120, rows: 36)
    try terminal.waitFor("[1]概要")
    try terminal.press("3")
    try terminal.waitFor("[3]取組")
    try terminal.press("1")
    try terminal.waitFor("[1]概要")
    let trace = terminal.home.path + "/trace"
    let seconds = ProcessInfo.processInfo.environment["HONBU_IDLE_SECONDS"] ?? "5"
    _ = try TmuxTerminal.run([
      "timeout", seconds, "strace", "-f", "-qq", "-e", "trace=all", "-o", trace, "-p", "\(terminal.processID)",
    ])
    // strace itself shows the call that each thread sleeps in, when it attaches and when it is told to leave.
    let calls = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n").filter {
      !$0.contains("detached") && !$0.contains("<unfinished") && !$0.contains("restart_syscall")
    }
    #expect(calls.isEmpty, "\(calls.prefix(10))")
  }
}
