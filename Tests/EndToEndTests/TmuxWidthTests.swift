import Foundation
import TestSupport
import Testing
import TextUI

@Suite("F4 T3 T4 T5 T6 T7: what we draw is as wide in tmux as we reckon", .serialized, .waiting)
struct TmuxWidthTests {
  static let texts = [
    "ｶﾞｷﾞｸﾞｹﾞｺﾞ", "aﾞ", "か\u{3099}き\u{3099}く\u{3099}", "がぎぐ", "葛\u{E0100}城市", "𠮷野", "髙橋", "﨑", "⚠\u{FE0F} 注意",
    "❤\u{FE0F}", "👨\u{200D}👩\u{200D}👧", "🇯🇵", "👍🏽", "①─●→※…★│", "中文", "ＫＰＩ達成率", "月火水木金土日", "令和8年4月",
    "\u{1B}[31m赤", "a\r\nb", "\u{FEFF}BOM", "幅\u{200B}零", "字\u{3000}間", "\u{202E}gnp", "한국어", "e\u{301}", "㋿㈱ｱ",
  ]

  @Test("The cursor stands behind the drawn form where the next column begins")
  func cursor() throws {
    let terminal = try TmuxTerminal(columns: 80, rows: 24, program: "stty -echo; printf ready; exec cat")
    try terminal.waitFor("ready")
    for text in Self.texts {
      var canvas = Canvas(size: Size(columns: 40, rows: 1), policy: .narrow)
      let width = canvas.draw(Line(text), at: Point(column: 0, row: 0))
      let form = canvas.grid.row(0).prefix(width).map(\.text).joined()
      let file = terminal.home.path + "/text"
      let name = text.unicodeScalars.map { String($0.value) }.joined(separator: "-")
      try "\u{1B}[2J\u{1B}[H\(form)\u{1B}]2;\(name)\u{7}".write(toFile: file, atomically: true, encoding: .utf8)
      let tty = try terminal.tmux("display-message", "-p", "#{pane_tty}").trimmingCharacters(
        in: .whitespacesAndNewlines)
      _ = try TmuxTerminal.run(["sh", "-c", "cat '\(file)' > '\(tty)'"])
      var answer: [Substring] = []
      for _ in 0..<500 {
        answer = try terminal.tmux("display-message", "-p", "#{pane_title} #{cursor_x}").split(
          whereSeparator: \.isWhitespace)
        if answer.first.map(String.init) == name { break }
        poll(nil, 0, 4)
      }
      #expect(answer == ["\(name)", "\(width)"], "\(text): \(form)")
    }
  }
}
