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
    let ruler = try TmuxRuler()
    for text in Self.texts {
      var canvas = Canvas(size: Size(columns: 40, rows: 1), policy: .narrow)
      let width = canvas.draw(Line(text), at: Point(column: 0, row: 0))
      let form = canvas.grid.row(0).prefix(width).map(\.text).joined()
      #expect(try ruler.width(of: form) == width, "\(text): \(form)")
    }
  }

  /// To which terminals give other widths; tmux 3.3a draws some of them in no cell, and others wider than we reckon.
  static let disputed = [
    "㉈㉏", "⸺", "⸻⸻", "ｶﾞﾊﾟ", "aﾞﾞ", "䷀䷿", "🇯", "🇯🇵🇯🇵", "🇯🇵🇯", "1\u{FE0F}\u{20E3}", "⚠\u{FE0F}❤\u{FE0F}☎\u{FE0F}",
    "👨\u{200D}👩\u{200D}👧", "🏳\u{FE0F}\u{200D}🌈", "👍🏽", "🏽🏽", "葛\u{E0100}城", "🫠🫠", "🫨🫷", "\u{1FAE9}\u{1FADF}", "\u{1F6D8}",
    "☰☷",
    "⚊⚏", "𝌀𝌁", "𝍠", "\u{1112}\u{1161}\u{11AB}", "\u{915}\u{903}", "\u{E000}\u{F8FF}", "\u{1B132}\u{1B155}",
    "か\u{3099}", "①─●",
  ]

  @Test("In the program's own list the next column stands in place behind each, also when another row changes")
  func nextColumn() throws {
    let terminal = try TmuxTerminal(columns: 120, rows: 48, "--version")
    let sheet = terminal.home.path + "/items.csv"
    let rows = Self.disputed.enumerated().map { "n\($0.offset),\($0.element)終,次の課,検証中\n" }
    let text = "id,title,department,phase\nm,普通の題,次の課,検証中\n" + rows.joined()
    try text.write(toFile: sheet, atomically: true, encoding: .utf8)
    try TmuxTerminal.run([TmuxTerminal.program, "import", sheet, "--store", terminal.store])
    try terminal.restart("actions")
    try terminal.waitFor("条件なし · ")
    try terminal.press("v")
    try terminal.waitFor(" 1/\(Self.disputed.count + 1)")
    let ruler = try TmuxRuler()
    try expectColumns(terminal, ruler)
    // The selection moves over every row, so that each is drawn again beside others that are not.
    for row in 2...(Self.disputed.count + 1) {
      try terminal.press("j")
      try terminal.waitFor(" \(row)/\(Self.disputed.count + 1)")
    }
    try expectColumns(terminal, ruler)
    try terminal.press("p")
    try terminal.waitFor("改訂の記録")
    try terminal.press("p", "C-l")
    try expectColumns(terminal, ruler)
  }

  /// Where tmux itself counts that the next column begins, in each row that shows one.
  private func expectColumns(_ terminal: TmuxTerminal, _ ruler: TmuxRuler, line: Int = #line) throws {
    var rows: [String] = []
    try terminal.wait("the list alone") { screen in
      rows = screen.filter { $0.contains("次の課") }
      // Beside a preview the titles are cut, and it may not have gone yet.
      return rows.count == Self.disputed.count + 1 && !screen.contains { $0.contains("改訂の記録") }
    }
    var places: [Int: [String]] = [:]
    for row in rows {
      let before = row.range(of: "次の課").map { String(row[..<$0.lowerBound]) } ?? ""
      places[try ruler.width(of: before), default: []].append(before)
      // What is wider than we reckon may be cut; what stands behind it may not.
      #expect(before.contains("普通の題") || before.contains("終"), "line \(line): \(row)")
    }
    #expect(places.count == 1, "line \(line): \(places)")
  }
}

/// How many cells tmux gives to a text that it is sent.
struct TmuxRuler {
  private let terminal: TmuxTerminal
  private let tty: String

  init() throws {
    terminal = try TmuxTerminal(columns: 120, rows: 24, program: "stty -echo; printf ready; exec cat")
    try terminal.waitFor("ready")
    tty = try terminal.tmux("display-message", "-p", "#{pane_tty}").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  func width(of form: String) throws -> Int {
    let file = terminal.home.path + "/text"
    let name = UUID().uuidString
    try "\u{1B}[2J\u{1B}[H\(form)\u{1B}]2;\(name)\u{7}".write(toFile: file, atomically: true, encoding: .utf8)
    _ = try TmuxTerminal.run(["sh", "-c", "cat '\(file)' > '\(tty)'"])
    var answer: [Substring] = []
    try terminal.wait("the text measured") { _ in
      answer =
        (try? terminal.tmux("display-message", "-p", "#{pane_title} #{cursor_x}"))?
        .split(whereSeparator: \.isWhitespace) ?? []
      return answer.first.map(String.init) == name
    }
    return try #require(answer.last.flatMap { Int($0) })
  }
}
