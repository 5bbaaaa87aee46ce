import Glibc
import Testing
import TextUI

@testable import NcursesTerminal

extension WidthTableTests {
  /// Opening, drawing, reading and giving back. Inside the serialized suite, because ncurses has one screen a process.
  @Suite("The terminal", .serialized)
  struct TerminalTests {
    init() {
      setenv("TERM", "xterm", 1)
    }

    private func open(
      _ pseudo: PseudoTerminal, _ ambiguous: AmbiguousWidth = .narrow, mouse: Bool = false
    ) throws -> NcursesTerminal {
      try NcursesTerminal(
        input: pseudo.terminal, output: pseudo.terminal, ambiguous: ambiguous, mouse: mouse)
    }

    private func screen(_ rows: [String], columns: Int, _ policy: WidthPolicy = .narrow) -> Grid {
      var canvas = Canvas(size: Size(columns: columns, rows: rows.count), policy: policy)
      for (index, row) in rows.enumerated() { canvas.draw(row, at: Point(column: 0, row: index)) }
      return canvas.grid
    }

    private func everything(_ grid: Grid) -> [GridRun] {
      Grid.changes(from: Grid(size: Size(columns: 0, rows: 0)), to: grid)
    }

    @Test("E2: what was changed on the way in is put back on every way out", arguments: [0, 1, 2, 3])
    func restoring(wayOut: Int) throws {
      let pseudo = try PseudoTerminal(columns: 20, rows: 3)
      let before = pseudo.modes
      let terminal = try open(pseudo, mouse: true)
      terminal.draw(everything(screen(["漢字", "", ""], columns: 20)), cursor: nil)
      #expect(pseudo.modes != before)
      let entered = pseudo.output()
      #expect(entered.contains("\u{1B}[?1049h") && entered.contains("\u{1B}[?2004h\u{1B}[?1000h\u{1B}[?1006h"))
      switch wayOut {
      case 0: terminal.restore()
      case 1:
        terminal.restore()
        terminal.restore()
      case 2: NcursesTerminal.emergencyRestore()
      default: terminal.suspend()
      }
      #expect(pseudo.modes == before)
      let left = pseudo.output()
      for mode in ["\u{1B}[?1049l", "\u{1B}[?2004l", "\u{1B}[?1000l", "\u{1B}[?1006l", "\u{1B}[?25h", "\u{1B}[?1l"] {
        #expect(left.components(mode) == 1, "\(mode.debugDescription) in \(left.debugDescription)")
      }
      NcursesTerminal.emergencyRestore()
      #expect(pseudo.output().isEmpty)
      terminal.restore()
    }

    @Test("E3: after a suspension everything is drawn again")
    func resuming() throws {
      let pseudo = try PseudoTerminal(columns: 20, rows: 2)
      let terminal = try open(pseudo)
      let grid = screen(["大阪市", "ICT戦略"], columns: 20)
      terminal.draw(everything(grid), cursor: nil)
      let modes = pseudo.modes
      terminal.suspend()
      _ = pseudo.output()
      terminal.resume()
      terminal.draw([], cursor: nil)
      let shown = pseudo.output()
      #expect(shown.contains("大阪市") && shown.contains("ICT戦略") && shown.contains("\u{1B}[?2004h"))
      #expect(pseudo.modes == modes)
      terminal.restore()
    }

    @Test("T9 T11: a row is sent as its text, and a change alone is sent as a change")
    func bytes() throws {
      let pseudo = try PseudoTerminal(columns: 12, rows: 2)
      let terminal = try open(pseudo)
      let first = screen(["葛\u{E0100}城市ｶﾞか\u{3099}🇯🇵", "👨\u{200D}👩\u{200D}👧⚠\u{FE0F}12345漢字"], columns: 12)
      terminal.draw(everything(first), cursor: nil)
      let shown = pseudo.output()
      // A terminal is told where it is behind a mark that it may count otherwise.
      #expect(shown.contains("葛城市ｶ") && shown.contains("\u{1B}[1;9Hが"))
      #expect(shown.contains("👨⚠12345漢字"))
      let second = screen(["葛城市ｶﾞが🇯🇵", "👨⚠12345漢文"], columns: 12)
      terminal.draw(Grid.changes(from: first, to: second), cursor: Point(column: 3, row: 0))
      let change = pseudo.output()
      #expect(change.contains("文") && !change.contains("漢") && !change.contains("城"))
      #expect(change.contains("\u{1B}[?25h") || change.contains("\u{1B}[?12l\u{1B}[?25h"))
      terminal.draw([], cursor: Point(column: 3, row: 0))
      #expect(pseudo.output().isEmpty)
      terminal.redrawAll()
      terminal.draw([], cursor: nil)
      #expect(pseudo.output().contains("城市"))
      terminal.restore()
    }

    @Test("T1: under the wide policy ncurses counts ambiguous characters as two cells")
    func widePolicy() throws {
      for (ambiguous, policy) in [(AmbiguousWidth.wide, WidthPolicy.wide), (.narrow, .narrow)] {
        let pseudo = try PseudoTerminal(columns: 12, rows: 1)
        let terminal = try open(pseudo, ambiguous)
        let first = screen(["①①①x"], columns: 12, policy)
        terminal.draw(everything(first), cursor: nil)
        _ = pseudo.output()
        terminal.draw(Grid.changes(from: first, to: screen(["①①①y"], columns: 12, policy)), cursor: nil)
        #expect(pseudo.output().contains(ambiguous == .wide ? "\u{1B}[7Gy" : "\u{1B}[4Gy"))
        terminal.restore()
      }
    }

    @Test("Keys, text, paste and mouse come in as events; answers to queries do not")
    func reading() throws {
      let pseudo = try PseudoTerminal(columns: 20, rows: 2)
      let terminal = try open(pseudo, mouse: true)
      #expect(terminal.readInput() == [])
      pseudo.type("j漢字\u{1B}OA\u{1B}[24;80R\u{1B}[<0;3;2M\u{1B}[200~a\nb\u{1B}[201~\u{13}\r")
      #expect(
        terminal.readInput() == [
          .key(.character("j")), .text("漢字"), .key(.up),
          .mouse(Mouse(button: .left, position: Point(column: 2, row: 1))), .paste("a\nb"), .key(.control("s")),
          .key(.enter),
        ])
      // Behind a paste the library is not asked, and the keys are the same.
      pseudo.type("\u{1B}[200~\u{1B}[20\u{1B}[201~\u{1B}OA\u{1B}[17~漢")
      #expect(terminal.readInput() == [.paste("\u{1B}[20"), .key(.up), .key(.function(6)), .text("漢")])
      pseudo.type("\u{1B}")
      #expect(terminal.readInput() == [.key(.escape)])
      pseudo.hangUp()
      #expect(terminal.readInput() == [.ended])
      terminal.restore()
    }

    @Test("T17: a new size is taken over, however small", arguments: [(200, 60), (20, 5), (1, 1), (80, 24)])
    func resizing(columns: Int, rows: Int) throws {
      let pseudo = try PseudoTerminal(columns: 40, rows: 10)
      let terminal = try open(pseudo)
      #expect(terminal.size == Size(columns: 40, rows: 10))
      pseudo.resize(columns: UInt16(columns), rows: UInt16(rows))
      #expect(terminal.resized() == Size(columns: columns, rows: rows))
      let text = Array(repeating: String(repeating: "漢", count: columns / 2) + "x", count: rows)
      // Row by row, because a pseudo terminal that nobody reads takes no more than a few kilobytes.
      for run in everything(screen(text, columns: columns)) {
        terminal.draw([run], cursor: nil)
        #expect(pseudo.output().contains(columns > 1 ? "漢" : "x"))
      }
      #expect(terminal.readInput() == [])
      terminal.restore()
    }

    @Test(
      "T18 E5: a terminal that cannot show the screen gets a sentence",
      arguments: [
        ("dumb", TerminalError.incapableTerminal("dumb")), ("no-such", .unknownTerminal("no-such")),
        ("", .unknownTerminal("")),
      ])
    func unfit(name: String, error: TerminalError) throws {
      let pseudo = try PseudoTerminal(columns: 20, rows: 2)
      let before = pseudo.modes
      setenv("TERM", name, 1)
      #expect(throws: error) { _ = try open(pseudo) }
      #expect(pseudo.output().isEmpty && pseudo.modes == before)
    }

    @Test("The sentences of unfit terminals")
    func wording() {
      #expect(
        TerminalError.unknownTerminal("x").description
          == "画面を開けません: 端末の種類「x」が分かりません (unknown TERM)。TERM=xterm-256color などを指定してください。")
      #expect(
        TerminalError.notATerminal.description
          == "画面を開けません: 標準入力または標準出力が端末ではありません (not a terminal)。honbu snapshot なら端末なしで出力できます。")
    }

    @Test("T1: the answer to the width question is told from what the user typed")
    func cursorReport() {
      var report = CursorReport()
      for byte in "jR\u{1B}[A\u{1B}[12;3Rk".utf8 { report.take(byte) }
      #expect(report.column == 3)
      #expect(String(decoding: report.typedAhead, as: UTF8.self) == "jR\u{1B}[Ak")
      var late = CursorReport()
      for byte in "\u{1B}[12;".utf8 { late.take(byte) }
      #expect(!late.isComplete && late.typedAhead == Array("\u{1B}[12;".utf8))
    }

    @Test("T1: a silent terminal is given up on, and its line is left clean")
    func silentTerminal() throws {
      let pseudo = try PseudoTerminal(columns: 20, rows: 2)
      let before = pseudo.modes
      let answer = NcursesTerminal.queryAmbiguousWidth(
        input: pseudo.terminal, output: pseudo.terminal, timeoutMilliseconds: 1)
      #expect(answer == nil && pseudo.modes == before)
      #expect(pseudo.output() == "\r─\u{1B}[6n\r  \r")
    }
  }
}

extension String {
  /// How often a piece occurs.
  func components(_ piece: String) -> Int {
    var count = 0
    var rest = unicodeScalars[...]
    while let first = rest.first {
      if first == piece.unicodeScalars.first, rest.starts(with: piece.unicodeScalars) { count += 1 }
      rest = rest.dropFirst()
    }
    return count
  }
}
