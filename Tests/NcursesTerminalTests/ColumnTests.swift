import CNcurses
import Glibc
import TerminalModel
import Testing
import TextUI

@testable import NcursesTerminal

extension WidthTableTests {
  /// Inside the serialized suite, because ncurses has one screen a process.
  @Suite("F4: columns in a terminal that has another table", .serialized)
  struct ColumnTests {
    /// Of each kind that widths are disputed about; what the C library's Unicode does not know is left out.
    private static let texts: [String] = {
      func text(_ values: UInt32...) -> String {
        String(String.UnicodeScalarView(values.compactMap(Unicode.Scalar.init)))
      }
      var all = [
        "ｶﾞｷﾞｸﾞｹﾞｺﾞ", "aﾞ", "か\u{3099}き\u{3099}く\u{3099}", "がぎぐ", "𠮷野", "髙橋", "﨑", "⚠\u{FE0F} 注意", "❤\u{FE0F}",
        "👨\u{200D}👩\u{200D}👧", "🇯🇵", "👍🏽", "①─●→※…★│", "ＫＰＩ達成率", "\u{1B}[31m赤", "a\r\nb", "幅\u{200B}零",
        "\u{202E}gnp.exe", "한국어", "\u{1112}\u{1161}\u{11AB}", "e\u{301}", "\u{301}", "1\u{FE0F}\u{20E3}", "字\u{3000}間",
      ]
      // Else the C library knows ASCII alone.
      _ = honbu_use_utf8()
      let runs: [ClosedRange<UInt32>] = [
        0xA1...0x17F, 0x391...0x3C9, 0x410...0x44F, 0x2010...0x2027, 0x2030...0x205E, 0x2190...0x21FF, 0x2460...0x24FF,
        0x2500...0x25FF, 0x2600...0x27BF, 0x3001...0x303E, 0x3041...0x3096, 0x30A1...0x30FF, 0x3220...0x33FF,
        0xFF01...0xFF60, 0xFF61...0xFF9F, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      ]
      for value in runs.joined() {
        // Where the two disagree (㉈ to ㉏, and emoji that are younger than one of them), no order of cells can be right.
        guard let scalar = Unicode.Scalar(value),
          Int(honbu_system_width(Int32(value))) == WidthPolicy.narrow.width(of: scalar)
        else { continue }
        all.append("a\(scalar)漢\(scalar)b")
      }
      all += stride(from: UInt32(0x4E00), to: 0x9FFF, by: 97).map { text($0, 0xE0100) + "市" }
      all += stride(from: UInt32(0x20000), to: 0x2A6D6, by: 997).map { text($0) + "野" }
      return all
    }()

    @Test(
      "The next column stands in place behind each of more than 800 texts, at several widths",
      arguments: [5, 9, 16, 31])
    func inPlace(columns: Int) throws {
      setenv("TERM", "xterm", 1)
      #expect(Self.texts.count > 800)
      let rows = 50
      let pseudo = try PseudoTerminal(columns: 80, rows: UInt16(rows))
      let terminal = try NcursesTerminal(
        input: pseudo.terminal, output: pseudo.terminal, ambiguous: .narrow, mouse: false)
      defer { terminal.restore() }
      var shown = ShownScreen(columns: 80, rows: rows) { max(0, Int(honbu_system_width(Int32(bitPattern: $0.value)))) }
      var before = Grid(size: Size(columns: 0, rows: 0))
      for page in stride(from: 0, to: Self.texts.count, by: rows) {
        let texts = Self.texts[page..<min(page + rows, Self.texts.count)]
        var canvas = Canvas(size: Size(columns: 80, rows: rows), policy: .narrow)
        for (row, text) in texts.enumerated() {
          canvas.draw(Line(TextFit.fit(text, columns, .narrow) + "|次"), at: Point(column: 0, row: row))
        }
        // Page over page, as a list is turned; row by row, because a pseudo terminal that nobody reads takes little.
        for run in Grid.changes(from: before, to: canvas.grid) {
          terminal.draw([run], cursor: nil)
          shown.take(Array(pseudo.output().utf8))
        }
        before = canvas.grid
        for (row, text) in texts.enumerated() {
          let cells = shown.cells[row]
          if cells[columns] != "|" || cells[columns + 1] != "次" {
            Issue.record("\(columns): \(text.unicodeScalars.map { String($0.value, radix: 16) }) \(cells.joined())")
          }
        }
      }
    }
  }
}
