import Foundation
import TestSupport
import Testing

@Suite("The life of a terminal: closed, signalled, trapped, stopped", .serialized, .waiting)
struct TerminalLifeTests {
  private func report(_ what: String, since start: ContinuousClock.Instant) {
    Extent.report(what, took: ContinuousClock.now - start, promised: .milliseconds(200))
  }

  /// The modes that the program left the terminal in, by what it set last.
  private func leftModes(_ terminal: PtyTerminal) -> [String: String] {
    var last: [String: String] = [:]
    for match in String(decoding: terminal.raw, as: UTF8.self).matches(of: /\u{1B}\[\?([0-9;]+)([hl])/) {
      for mode in match.1.split(separator: ";") { last[String(mode)] = String(match.2) }
    }
    return last
  }

  private func expectGivenBack(_ terminal: PtyTerminal, _ before: [UInt32], _ what: String) {
    let modes = leftModes(terminal)
    #expect(terminal.modes == before, "\(what): modes of the line")
    for (mode, wanted) in [("1049", "l"), ("25", "h"), ("1000", "l"), ("1006", "l"), ("2004", "l"), ("1", "l")] {
      #expect(modes[mode] == wanted, "\(what): mode \(mode) is \(modes[mode] ?? "never set")")
    }
  }

  @Test(
    "E1: a closed terminal ends the program at once, also where SIGHUP is ignored",
    arguments: ["", "3", "3\r", "/a", "?", "m", ":"], ["trap '' HUP", ":"])
  func closed(keys: String, before: String) throws {
    let terminal = try PtyTerminal(["--sample"], before: before)
    try terminal.waitFor("? ヘルプ")
    terminal.type(keys)
    terminal.pump(60)
    let start = ContinuousClock.now
    terminal.hangUp()
    #expect(terminal.hasEnded(), "\(terminal.running.state.map(String.init) ?? "gone")")
    report("E1 \(keys.debugDescription) \(before)", since: start)
  }

  @Test(
    "E2 E6: signals and traps give the terminal back, and the exit status tells",
    arguments: [SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT], ["", "3", "/a"])
  func signalled(signal: Int32, keys: String) throws {
    let terminal = try PtyTerminal(["--sample"], before: "ulimit -c 0; sleep 0")
    let before = terminal.modes
    try terminal.waitFor("? ヘルプ")
    terminal.type(keys)
    terminal.pump(60)
    #expect(terminal.modes != before)
    let start = ContinuousClock.now
    terminal.send(signal)
    #expect(terminal.hasEnded())
    report("E2 \(signal) \(keys)", since: start)
    #expect(terminal.exitStatus == 128 + signal)
    expectGivenBack(terminal, before, "\(signal)")
    guard ![SIGTERM, SIGINT, SIGQUIT, SIGHUP].contains(signal) else { return }
    let text = String(decoding: terminal.raw, as: UTF8.self)
    let behind = text.range(of: "\u{1B}[?1049l", options: .backwards).map { text[$0.upperBound...] } ?? ""
    #expect(behind.contains("honbu: 思わぬ誤りで終わりました。台帳は書き換えていません。"))
  }

  @Test("E3: ^Z gives the shell back and fg repaints at the new size")
  func suspended() throws {
    let terminal = try PtyTerminal(
      ["--sample"], environment: ["PS1": "READY> ", "HONBU": TmuxTerminal.program],
      program: "exec bash --norc --noprofile --noediting -i")
    try terminal.waitFor("READY>")
    let before = terminal.modes
    terminal.type("\"$HONBU\" --sample\n")
    try terminal.waitFor("? ヘルプ")
    let rounds = Extent.rounds(6, whole: 100)
    for round in 0..<rounds {
      terminal.type("\(round % 4 + 1)")
      try terminal.waitFor("[\(round % 4 + 1)]")
      terminal.forget()
      terminal.type("\u{1A}")
      try terminal.waitFor("READY>")
      expectGivenBack(terminal, before, "round \(round)")
      let (columns, rows) = [(80, 24), (120, 36), (100, 30)][round % 3]
      terminal.resize(columns: columns, rows: rows)
      terminal.forget()
      let start = ContinuousClock.now
      terminal.type("fg\n")
      try terminal.wait("a whole screen") { screen in
        screen.lines[0].contains("[\(round % 4 + 1)]") && screen.lines[rows - 1].contains("? ヘルプ")
      }
      report("E3 repaint", since: start)
      #expect(terminal.modes != before && leftModes(terminal)["1049"] == "h")
    }
    terminal.type("Q")
    try terminal.wait("the shell") { $0.lines.contains { $0.hasPrefix("READY>") } }
    expectGivenBack(terminal, before, "the end")
  }

  @Test("E8: a terminal that stops reading holds no lock, costs no memory, and is repainted once afterwards")
  func stopped() throws {
    let terminal = try PtyTerminal(columns: 200, rows: 60, ["meetings"])
    try terminal.waitFor("[4]")
    let store = terminal.home + "/data/honbu/honbu.sqlite"
    let memory = terminal.running.statusNumber("VmRSS")
    block(terminal)
    let end =
      ContinuousClock.now + .seconds(Int(ProcessInfo.processInfo.environment["HONBU_STOPPED_SECONDS"] ?? "1") ?? 1)
    var commits = 0
    repeat {
      let start = ContinuousClock.now
      let bundle = terminal.home + "/\(commits).csv"
      try "id,title\nblocked-\(commits),止まった端末\(commits)\n".write(toFile: bundle, atomically: true, encoding: .utf8)
      let said = try TmuxTerminal.run([
        "sh", "-c", "'\(TmuxTerminal.program)' import '\(bundle)' --kind items --store '\(store)'; echo $?",
      ])
      #expect(said.hasSuffix("0\n"), "\(said)")
      // A writer that met a lock would have waited for five.
      Extent.report("E8 an import beside it", took: ContinuousClock.now - start, promised: .seconds(4))
      commits += 1
    } while ContinuousClock.now < end
    let grown = terminal.running.statusNumber("VmRSS") - memory
    print("E8 \(commits) commits, memory grown by \(grown) KiB")
    #expect(grown < 5 * 1024)
    terminal.type("3")
    // Whether the key or the commit is taken up first is open, and so is which of them the foot speaks of.
    try terminal.wait("a whole screen") { screen in
      screen.lines[0].contains("[3]") && ["? ヘルプ", "他の端末で更新されました"].contains { screen.lines[59].contains($0) }
    }
    terminal.settle()
    let caughtUp = terminal.screen.lines
    #expect(TerminalStream(terminal.raw).faults.isEmpty)
    // A key takes what is told from the foot.
    expectSame(Array(try terminal.repainted().dropLast()), as: Array(caughtUp.dropLast()))
    terminal.type("/止まった")
    try terminal.waitFor("止まった端末0")
    terminal.type("\u{1B}Q")
    #expect(terminal.hasEnded() && terminal.exitStatus == 0)
  }

  @Test(
    "E8: a terminal that stops reading does not keep a signal from ending the program", arguments: [SIGTERM, SIGHUP])
  func stoppedAndEnded(signal: Int32) throws {
    let terminal = try PtyTerminal(columns: 200, rows: 60, ["--sample"])
    let before = terminal.modes
    try terminal.waitFor("? ヘルプ")
    block(terminal)
    terminal.send(signal)
    #expect(terminal.endsUnread() && terminal.exitStatus == 128 + signal)
    #expect(terminal.modes == before)
  }

  /// Draws more than the line takes, and nobody reads: from then on the program waits and does nothing else.
  private func block(_ terminal: PtyTerminal) {
    let end = ContinuousClock.now + Patience.limit
    // Keys that come together are answered by one frame.
    var isThird = true
    while !terminal.isFull, ContinuousClock.now < end {
      #expect(terminal.typeBlindly(isThird ? "3" : "4"))
      isThird.toggle()
      poll(nil, 0, 30)
    }
    #expect(terminal.isFull, "everything was written")
    var cpu = -1
    while terminal.running.cpuTime != cpu, ContinuousClock.now < end {
      cpu = terminal.running.cpuTime
      poll(nil, 0, 400)
    }
    #expect(terminal.running.cpuTime == cpu, "processor time while nobody reads")
  }
}
