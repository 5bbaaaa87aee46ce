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
    /// Of each kind that widths are disputed about.
    private static let texts: [String] = {
      func text(_ values: UInt32...) -> String {
        String(String.UnicodeScalarView(values.compactMap(Unicode.Scalar.init)))
      }
      var all = [
        "ｶﾞｷﾞｸﾞｹﾞｺﾞ", "aﾞ", "か\u{3099}き\u{3099}く\u{3099}", "がぎぐ", "𠮷野", "髙橋", "﨑", "⚠\u{FE0F} 注意", "❤\u{FE0F}",
        "👨\u{200D}👩\u{200D}👧", "🇯🇵", "👍🏽", "①─●→※…★│", "ＫＰＩ達成率", "\u{1B}[31m赤", "a\r\nb", "幅\u{200B}零",
        "\u{202E}gnp.exe", "한국어", "\u{1112}\u{1161}\u{11AB}", "e\u{301}", "\u{301}", "1\u{FE0F}\u{20E3}", "字\u{3000}間",
        "㉈㉉㉊㉋", "🇯", "🇯🇵🇯🇵", "a🇯🇵🇯漢", "⸺⸻a", "ﾞﾟ", "䷀䷁䷂漢", "\u{1FAE9}\u{1FAE9}", "\u{915}\u{903}漢",
      ]
      let runs: [ClosedRange<UInt32>] = [
        0xA1...0x17F, 0x391...0x3C9, 0x410...0x44F, 0x2010...0x2027, 0x2030...0x205E, 0x2190...0x21FF, 0x2460...0x24FF,
        0x2500...0x25FF, 0x2600...0x27BF, 0x2E3A...0x2E3B, 0x3001...0x303E, 0x3041...0x3096, 0x30A1...0x30FF,
        0x3220...0x33FF,
        0x4DC0...0x4DFF, 0xE000...0xE00F, 0xFF01...0xFF60, 0xFF61...0xFF9F, 0x1B130...0x1B13F, 0x1D300...0x1D320,
        0x1F1E6...0x1F1FF, 0x1F300...0x1F64F, 0x1F6D0...0x1F6FF, 0x1F7E0...0x1F7FF, 0x1F900...0x1F9FF,
        0x1FA70...0x1FAFF,
      ]
      for value in runs.joined() {
        guard let scalar = Unicode.Scalar(value) else { continue }
        all.append("a\(scalar)漢\(scalar)b")
      }
      all += stride(from: UInt32(0x4E00), to: 0x9FFF, by: 97).map { text($0, 0xE0100) + "市" }
      all += stride(from: UInt32(0x20000), to: 0x2A6D6, by: 997).map { text($0) + "野" }
      return all
    }()

    /// How a terminal counts.
    enum Table: CaseIterable {
      /// As the C library, where what it does not know takes no cell.
      case system
      /// What is disputed takes so many, also where it is a mark.
      case none, one, two, three

      func width(_ scalar: Unicode.Scalar) -> Int {
        let usual = max(0, Int(honbu_system_width(Int32(bitPattern: scalar.value))))
        guard Cell(text: String(scalar)).isDisputed else { return usual }
        return switch self {
        case .system: usual
        case .none: 0
        case .one: 1
        case .two: 2
        case .three: 3
        }
      }
    }

    @Test(
      "The next column stands in place behind each of more than 1,500 texts, at several widths, however a terminal counts",
      arguments: [5, 9, 16, 31].map { ($0, Table.system) } + [(5, .none), (9, .one), (16, .two), (31, .three)])
    func inPlace(columns: Int, table: Table) throws {
      setenv("TERM", "xterm", 1)
      // Else the C library knows ASCII alone.
      #expect(honbu_use_utf8() == nil)
      #expect(Self.texts.count > 1_500)
      let rows = 50
      let pseudo = try PseudoTerminal(columns: 80, rows: UInt16(rows))
      let terminal = try NcursesTerminal(
        input: pseudo.terminal, output: pseudo.terminal, ambiguous: .narrow, mouse: false)
      defer { terminal.restore() }
      var shown = ShownScreen(columns: 80, rows: rows) { table.width($0) }
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
            let scalars = text.unicodeScalars.map { String($0.value, radix: 16) }
            Issue.record("\(columns), \(table): \(scalars) \(cells.joined())")
          }
        }
      }
    }
  }
}
