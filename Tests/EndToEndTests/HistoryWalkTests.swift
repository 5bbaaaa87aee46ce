import TestSupport
import Testing

@Suite("Osaka's history in a terminal", .serialized, .waiting)
struct HistoryWalkTests {
  /// What the overview says from a revision on, until the next line that begins with the same words.
  private static let story: [(revision: Int, says: String)] = [
    (1, "平成26年8月6日 時点"),
    (2, "第1回大阪市ICT戦略プロジェクトチーム会議"),
    (4, "第3回大阪市ICT戦略プロジェクトチーム会議"),
    (5, "現行の戦略 大阪市ICT戦略 骨子"),
    (6, "第4回大阪市ICT戦略プロジェクトチーム会議"),
    (9, "第5回大阪市ICT戦略プロジェクトチーム会議"),
    (11, "第6回大阪市ICT戦略プロジェクトチーム会議"),
    (15, "第1回大阪市ICT戦略本部会議"),
    (17, "第2回大阪市ICT戦略本部会議"),
    (20, "現行の戦略 大阪市ICT戦略 第2版"),
    (21, "第3回大阪市ICT戦略本部会議"),
    (22, "平成30年5月31日 追加 大阪市ICT戦略アクションプラン(2018年度~2020年度)"),
    (23, "令和2年2月12日 改訂 大阪市ICT戦略アクションプラン(2018年度~2020年度)"),
    (24, "令和2年2月13日 追加 大阪市ICT戦略アクションプラン(2018年度~2020年度)の改訂版"),
    (25, "令和2年8月6日 追加 大阪市ICT戦略アクションプラン(2018年度~2020年度)の改訂版"),
    (26, "令和3年3月17日 追加 大阪市ICT戦略アクションプラン(2018年度~2020年度)の取組実績"),
  ]

  /// Texts that must not be there before their time.
  private static let notBefore: [(revision: Int, text: String)] = [
    (5, "骨子"), (12, "アクションプラン"), (15, "本部会議"), (20, "第2版"), (21, "2018年度"), (26, "取組実績"),
  ]

  /// How many spaces part two columns, the width of the screen decides.
  private static func singleSpaced(_ text: String) -> String { text.split(separator: " ").joined(separator: " ") }

  /// Whether a whole frame shows a revision, with all that had come by then and nothing that came later.
  private static func tells(of number: Int, _ screen: [String]) -> Bool {
    let text = screen.joined(separator: "\n")
    return screen.first?.contains(" r\(number) ") == true && screen.first?.contains("時点") == true
      && screen.last(where: { !$0.isEmpty })?.contains("? ヘルプ") == true
      && story.allSatisfy { $0.revision != number || singleSpaced(text).contains($0.says) }
      && notBefore.allSatisfy { $0.revision <= number || !text.contains($0.text) }
  }

  @Test("Stepping from the first revision to the last and back tells it as it was")
  func steps() throws {
    let terminal = try TmuxTerminal(columns: 200, rows: 60, "--today 2026-11-23")
    try terminal.waitFor("r32 令和6年1月31日 · 最新")
    try terminal.press(":")
    try terminal.type("at r1")
    try terminal.press("Enter")
    for number in 1..<32 {
      if number > 1 { try terminal.press(".") }
      try terminal.wait("r\(number) as it was") { Self.tells(of: number, $0) }
    }
    try terminal.press(".")
    try terminal.waitFor("r32 令和6年1月31日 · 最新")
    try terminal.press(".")
    try terminal.waitFor("最新の改訂を見ています")
    for number in stride(from: 31, through: 1, by: -1) {
      try terminal.press(",")
      try terminal.wait("r\(number)") { $0.first?.contains(" r\(number) ") == true }
    }
    try terminal.press(",")
    try terminal.waitFor("これより古い改訂はありません")
    try terminal.press("=")
    try terminal.waitFor("r32 令和6年1月31日 · 最新")
    try terminal.press("Q")
    try terminal.waitFor("left with 0")
  }
}
