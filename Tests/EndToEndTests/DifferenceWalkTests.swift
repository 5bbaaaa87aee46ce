import TestSupport
import Testing

@Suite("Differences in a terminal", .serialized, .waiting)
struct DifferenceWalkTests {
  static let sizes = [(80, 24), (120, 36), (200, 60)]

  @Test("d, D and M compare, / filters, Enter opens, at goes to the past and = comes back", arguments: sizes)
  func walk(size: (Int, Int)) throws {
    let terminal = try TmuxTerminal(columns: size.0, rows: size.1, "--sample")
    try terminal.waitFor("[1]概要")
    try terminal.press("d")
    try terminal.waitFor("差分 r7 → r8")
    try terminal.waitFor("条件なし · 70件")
    try terminal.press("/")
    try terminal.type("phase:検証中")
    try terminal.waitFor("件／70件")
    try terminal.press("Enter", "g", "Enter")
    try terminal.waitFor("[◆ 検証中]")
    try terminal.press("Escape")
    try terminal.waitFor("フェーズ=検証中：")
    try terminal.press("Escape", "Escape")
    try terminal.waitFor("[1]概要")
    try terminal.press("D")
    try terminal.waitFor("前回の本部会議から")
    try terminal.type("r3")
    try terminal.press("Enter")
    try terminal.waitFor("差分 r3 → r8")
    try terminal.press("M")
    try terminal.waitFor("差分 r7 → r8")
    try terminal.press(":")
    try terminal.type("at 令和7年7月29日")
    try terminal.press("Enter")
    try terminal.waitFor("時点")
    try terminal.press("3", "v")
    try terminal.waitFor("●")
    try terminal.press("=")
    try terminal.waitFor("最新")
    try terminal.press("Q")
    try terminal.waitFor("left with 0")
  }
}
