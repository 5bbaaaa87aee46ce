import TestSupport
import Testing

@Suite("honbu doctor in a terminal", .serialized, .waiting)
struct DoctorWalkTests {
  @Test("The terminal is asked how wide it draws, and tmux whether it lets copies through")
  func terminal() throws {
    let terminal = try TmuxTerminal(columns: 120, rows: 36, "doctor --ambiguous 2")
    try terminal.waitFor("left with 0")
    let screen = try terminal.screen
    #expect(screen.contains { $0.hasPrefix("○ 端末: TERM=") && $0.hasSuffix("、120×36") })
    #expect(screen.contains("△ 文字の幅: 端末は ─ を1桁、あ を2桁、絵文字を2桁で描きます（--ambiguous 2）"))
    #expect(screen.contains("   → 列がずれます。--ambiguous 1 か --ambiguous auto を付けてください"))
    #expect(screen.contains { $0.hasPrefix("△ コピー: tmux がコピーを止めています（set-clipboard external") })
    try terminal.tmux("set-option", "-s", "set-clipboard", "on")
    try terminal.tmux("respawn-pane", "-k", "LC_ALL=C.UTF-8 TERM=no-such '\(TmuxTerminal.program)' doctor; exec cat")
    try terminal.waitFor("○ コピー: tmux を通して端末に渡します（set-clipboard on")
    try terminal.waitFor("✗ 端末: 端末の種類が分からないので、画面を開けません（TERM=no-such）")
    try terminal.tmux("respawn-pane", "-k", "LC_ALL=C.UTF-8 TERM=dumb '\(TmuxTerminal.program)' doctor; exec cat")
    try terminal.waitFor("✗ 端末: この種類の端末ではカーソルを動かせないので、画面を開けません（TERM=dumb）")
  }

  @Test("What is copied in tmux is said to arrive only where tmux lets it through")
  func copying() throws {
    let terminal = try TmuxTerminal(columns: 60, rows: 18, "--sample actions")
    try terminal.waitFor("条件なし · 60件")
    try terminal.press("y")
    try terminal.waitFor("tmux が止めます（tmux set -s set-clipboard on で届く）")
    // Who does as told is not told so again.
    try terminal.tmux("set", "-s", "set-clipboard", "on")
    try terminal.press("y")
    try terminal.waitFor("コピーしました（OSC 52, tmux）")
    #expect(try terminal.tmux("show-buffer").hasPrefix("m"))
  }
}
