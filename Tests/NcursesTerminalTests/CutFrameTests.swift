import Glibc
import TerminalModel
import Testing
import TextUI

@testable import NcursesTerminal

extension WidthTableTests {
  /// A terminal that takes nothing while a signal waits: the frame is given up in the middle of anything.
  @Suite("A frame that is given up", .serialized)
  struct CutFrameTests {
    private let size = Size(columns: 200, rows: 100)

    private func screen(of text: String, style: (Int) -> Style) -> Grid {
      var canvas = Canvas(size: size, policy: .narrow)
      for row in 0..<size.rows {
        for column in stride(from: 0, to: size.columns, by: 4) {
          canvas.draw(text, style(row + column), at: Point(column: column, row: row))
        }
      }
      return canvas.grid
    }

    @Test("The next frame ends what was cut off, sets the modes again, and stands whole")
    func cut() throws {
      setenv("TERM", "xterm-256color", 1)
      for length in 0..<24 {
        let pseudo = try PseudoTerminal(columns: 200, rows: 100)
        let terminal = try NcursesTerminal(
          input: pseudo.terminal, output: pseudo.terminal, ambiguous: .narrow, mouse: true)
        defer { terminal.restore() }
        var signal: [Int32] = [0, 0]
        try #require(pipe(&signal) == 0)
        defer { signal.forEach { close($0) } }
        terminal.beInterrupted(by: signal[0])
        try #require(write(signal[1], "s", 1) == 1)

        // Behind some bytes, so that it is cut at another place each time.
        terminal.write(raw: String(repeating: "\r", count: length))
        let styles: [Style] = [.reverse, .bold, .plain.colored(.red)]
        let large = screen(of: "漢字") { styles[$0 % styles.count] }
        terminal.draw(Grid.changes(from: Grid(size: Size(columns: 0, rows: 0)), to: large), cursor: nil)
        var shown = ShownScreen(columns: size.columns, rows: size.rows)
        let before = pseudo.output()
        shown.take(before.utf8)
        let isWhole = shown.lines == large.padded
        try #require(!isWhole, "the terminal took all of it")

        var byte: UInt8 = 0
        try #require(read(signal[0], &byte, 1) == 1)
        var canvas = Canvas(size: size, policy: .narrow)
        canvas.draw("本部", at: Point(column: 0, row: 0))
        terminal.redrawAll()
        terminal.draw(
          Grid.changes(from: Grid(size: Size(columns: 0, rows: 0)), to: canvas.grid), cursor: Point(column: 0, row: 0))
        let after = pseudo.output()
        #expect(after.hasPrefix("\u{18}\u{1B}(B\u{1B}[m"), "\(after.prefix(20).debugDescription)")
        for mode in ["\u{1B}[?2004h", "\u{1B}[?1000h", "\u{1B}[?7h", "25h"] {
          #expect(after.contains(mode), "\(mode.debugDescription)")
        }
        shown.take(after.utf8)
        let isShown = shown.lines == canvas.grid.padded
        #expect(isShown, "\(length): cut behind \(before.suffix(12).debugDescription)")
        terminal.draw([], cursor: Point(column: 0, row: 0))
        #expect(pseudo.output().isEmpty, "what was mended is not mended twice")
      }
    }
  }
}

extension Grid {
  fileprivate var padded: [String] {
    (0..<size.rows).map { row in self.row(row).map(\.text).joined() }
  }
}
