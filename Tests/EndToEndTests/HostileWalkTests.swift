import Foundation
import StrategyModel
import StrategyStore
import TestSupport
import Testing

@Suite("Escape carnival: the raw stream of a walk through hostile records", .serialized, .waiting)
struct HostileWalkTests {
  private func makeStore(_ terminal: PtyTerminal) throws -> String {
    let path = terminal.home + "/h.sqlite"
    _ = try Ledger.create(at: path, revisions: HostileCity.revisions())
    return path
  }

  private func check(_ terminal: PtyTerminal, _ what: String, isDrawn: Bool = true, copies: Int = 0) {
    terminal.settle()
    let stream = TerminalStream(terminal.raw, isDrawn: isDrawn)
    #expect(stream.faults.isEmpty, "\(what): \(stream.faults.prefix(5))")
    #expect(stream.copies.count == copies, "\(what): \(stream.copies)")
    for copy in stream.copies { #expect(Data(base64Encoded: copy) != nil) }
    terminal.forget()
  }

  @Test(
    "F1 F2 F3: every view, layout, overlay, form and record: nothing of the data steers the terminal",
    arguments: Extent.isWhole
      ? [(120, 36), (80, 24), (200, 60), (45, 12)] : [(120, 36)])
  func walk(size: (Int, Int)) throws {
    // The store is made first: its folder is the terminal's home.
    let maker = try PtyTerminal(program: "exec sleep 100")
    let store = try makeStore(maker)
    let terminal = try PtyTerminal(columns: size.0, rows: size.1, ["--store", store, "--today", "2026-11-23"])
    try terminal.waitFor("[1]")
    for digit in 1...6 {
      terminal.type("\(digit)")
      try terminal.waitFor("[\(digit)]")
      terminal.settle()
      var isShown = terminal.screen.contains(HostileCity.mark)
      for keys in [
        "v", "v", "v", "p", "?", ":", "f", "x", "t", "C", "u", "m", "a", "K", "R", "E", "F", "D", "M", "d", "B", "A",
        "/h4", ",", "=",
      ] {
        terminal.type(keys)
        terminal.pump(60)
        terminal.type("\u{1B}")
        terminal.pump(60)
        terminal.type("\u{1B}\(digit)")
        try terminal.waitFor("[\(digit)]")
      }
      for _ in 0..<4 {
        terminal.type("\r")
        terminal.settle()
        isShown = isShown || terminal.screen.contains(HostileCity.mark)
        terminal.type("G")
        terminal.pump(60)
        terminal.type("\u{1B}")
        terminal.pump(60)
        terminal.type("j")
      }
      #expect(isShown, "view \(digit) shows nothing hostile")
      check(terminal, "view \(digit)")
    }
    // Copies are what the person asked for, and base64 whatever they hold.
    terminal.type("3")
    try terminal.waitFor("[3]")
    terminal.type("y")
    terminal.pump(60)
    terminal.type("Y")
    terminal.pump(60)
    check(terminal, "copies", copies: 2)
    terminal.type("P")
    terminal.pump(60)
    terminal.type("   n")
    terminal.pump(60)
    check(terminal, "presentation")
    // What another process writes appears by itself.
    let ledger = try Ledger.open(path: store)
    let today = try #require(CivilDate(iso: "2026-11-23"))
    _ = try ledger.append(
      RevisionDraft(
        effective: today, author: HostileCity.sequences[0], title: HostileCity.sequences[6],
        changes: [.put(.item(ActionItem(id: "n\u{1B}[2Jh4x", title: HostileCity.sequences[14])))]), today: today)
    terminal.pump(60)
    terminal.type("Q")
    #expect(terminal.hasEnded() && terminal.exitStatus == 0)
    check(terminal, "the end")
  }

  @Test(
    "F1: names of files, variables and arguments, on a terminal, in every error",
    arguments: [
      ["--store", "/tmp/\u{1B}]0;h4x\u{7}\u{9B}2J\u{202E}"], ["actions/\u{1B}[2Jh4x"], ["\u{1B}]0;h4x\u{7}"],
      ["--filter", "phase:\u{1B}[2Jh4x"], ["--\u{1B}[2Jh4x"], ["--theme", "\u{9B}2J"], ["--at", "r\u{1B}[2J"],
      ["import", "\u{1B}[2Jh4x.csv"], ["verify", "\u{1B}[2Jh4x"],
      ["snapshot", "actions", "--output", "/\u{1B}[2J/h4x", "--sample"],
      ["diff", "\u{1B}[2J"], ["edit", "x", "--store", "\u{1B}[2Jh4x"], ["undo", "\u{1B}[2J"],
      ["present", "\u{1B}[2Jh4x", "--sample"],
      ["doctor"], ["log", "--sample"], ["check", "--store", "\u{1B}[2J"],
    ])
  func messages(arguments: [String]) throws {
    let hostile = "x\u{1B}]0;h4x\u{7}\u{9B}2J\u{202E}"
    let terminal = try PtyTerminal(
      arguments, environment: ["TERM": arguments.count == 1 ? hostile : "xterm", "EDITOR": hostile, "LANG": hostile])
    #expect(terminal.hasEnded())
    // What was given is told, in a form that shows.
    let text = String(decoding: terminal.raw, as: UTF8.self)
    #expect(arguments == ["log", "--sample"] ? terminal.exitStatus == 0 : text.contains(/␛|<U\+/), "\(text)")
    check(terminal, "\(arguments)", isDrawn: false)
  }

  @Test("F1: what commands print of a hostile store, on a terminal and into a pipe")
  func commands() throws {
    let maker = try PtyTerminal(program: "exec sleep 100")
    let store = try makeStore(maker)
    let formats = ["text", "markdown", "ansi", "json", "html", "svg", "csv"]
    var commands =
      formats.map { ["snapshot", "actions", "--format", $0] }
      + ["text", "markdown", "json"].flatMap {
        [["log", "--format", $0], ["diff", "r4", "r7", "--format", $0]]
      }
    commands += [
      ["export"], ["export", "--kind", "items", "--format", "csv"], ["overview", "--plain"], ["meetings", "--plain"],
      ["check"],
      ["undo", "r8", "--dry-run"], ["snapshot", "updates"], ["snapshot", "documents"], ["snapshot", "pillars"],
      ["snapshot", "overview", "--format", "ansi"], ["snapshot", "actions", "--filter", "h4|\u{1B}[2J"],
    ]
    for command in commands {
      let terminal = try PtyTerminal(columns: 200, rows: 50, command + ["--store", store, "--today", "2026-11-23"])
      #expect(terminal.hasEnded() && terminal.exitStatus == 0, "\(command)")
      let text = String(decoding: terminal.raw, as: UTF8.self)
      #expect(
        text.contains(HostileCity.mark) || command == ["check"] && text.count > 20, "\(command): \(text.prefix(200))")
      // A table is data, with its byte order mark and its line ends, and comes back as it is.
      guard !command.contains("csv") else {
        let hostile = VisibleText.hostile(in: text).filter { !["U+d", "U+feff"].contains($0) }
        #expect(hostile.isEmpty, "\(command)")
        continue
      }
      check(terminal, "\(command)", isDrawn: false)
      guard ["text", "markdown", "ansi", "export", "--plain"].contains(where: command.contains) else { continue }
      let words = (command + ["--store", store]).map { "'\($0)'" }.joined(separator: " ")
      let piped = try TmuxTerminal.run(["sh", "-c", "'\(TmuxTerminal.program)' \(words) 2>&1"])
      let isStyled = command.contains("ansi")
      let hostile = VisibleText.hostile(in: isStyled ? piped.replacing(/\u{1B}\[[0-9;]*m/, with: "") : piped)
      #expect(hostile.isEmpty && piped.contains(HostileCity.mark), "\(command): \(Set(hostile))")
    }
  }

  @Test("The judge of streams finds what is hostile", arguments: HostileCity.sequences.dropLast())
  func judge(sequence: String) {
    #expect(
      TerminalStream(Array("\u{1B}[1;1Hx\(sequence)".utf8)).faults.count
        + TerminalStream(Array(sequence.utf8)).copies.count > 0)
    #expect(TerminalStream([0x78, 0x9B, 0x32, 0x4A]).faults.count > 0)
    #expect(
      TerminalStream(Array("\u{1B}[?1049h\u{1B}[22;0;0t\u{1B}(B\u{1B}[1;5Hが葛\u{1B}[0;1m\r\n\u{8}".utf8)).faults.isEmpty)
  }
}
