import Foundation
import TestSupport
import Testing

@Suite("Corrections in a terminal", .serialized, .waiting)
struct StaffDayTests {
  @Test(
    "A whole day: phase, measurement, review, decision, one undone, all in the difference, and another follows along")
  func day() throws {
    let office = try Office()
    defer { try? FileManager.default.removeItem(at: office.folder) }
    let staff = try office.terminal("actions", author: "佐藤")
    let member = try office.terminal("actions", author: "田中")
    try staff.waitFor("企画中 4")
    try member.waitFor("企画中 4")
    // The phase of the first item of 企画中.
    try staff.press("m")
    try staff.waitFor("フェーズを移す")
    try staff.waitFor("保存する")
    try staff.press("2", "C-s")
    try staff.waitFor("r9 に書き込みました")
    try staff.waitFor("検討中 4")
    try member.waitFor("検討中 4")
    try member.waitFor("他の端末で更新されました r9")
    // A measurement in 運用中.
    try staff.press("l", "l", "l", "K")
    try staff.waitFor("いつの値")
    try staff.press("Tab")
    try staff.type("36.5")
    try staff.press("C-s")
    try staff.waitFor("r10 に書き込みました")
    // The CIO's review of the same item.
    try staff.press("R")
    try staff.waitFor("確認した日")
    try staff.press("Tab")
    try staff.type("副市長")
    try staff.press("C-s")
    try staff.waitFor("r11 に書き込みました")
    // A decision of the latest meeting, told in the update history.
    try staff.press("4", "E")
    try staff.waitFor("会議の決定事項を加える")
    try staff.waitFor("保存する")
    try staff.type("標準フォームを使う")
    try staff.press("Tab")
    try staff.type("標準フォーム")
    try staff.press("Tab")
    try staff.type("幹事会の決定を加えました")
    try staff.press("C-s")
    try staff.waitFor("r12 に書き込みました")
    try member.waitFor("r12 令和8年11月26日")
    // The review was entered by mistake.
    try staff.press("5", "Tab")
    try staff.waitFor("r12")
    try staff.press("j", "u")
    try staff.waitFor("r11 を取り消す")
    try staff.press("j", "Enter")
    try staff.waitFor("r11 を r13 で取り消しました")
    // All of it, since the last meeting of the headquarters.
    try staff.press("M")
    try staff.waitFor("差分 r")
    let differences = try office.command("diff r8 r13")
    for words in ["企画中 → 検討中", "36.5", "標準フォームを使う", "幹事会の決定を加えました"] {
      #expect(differences.contains(words), "\(words)\n\(differences)")
    }
    #expect(!differences.contains("副市長"))
    #expect(try office.command("log").contains("佐藤"))
    #expect(try office.command("check").contains("台帳に誤りはありません"))
    for terminal in [staff, member] {
      try terminal.press("Q")
      try terminal.waitFor("left with 0")
    }
  }

  @Test("e opens the editor, a save is a revision, a fault opens it again, and the screen comes back")
  func editor() throws {
    let office = try Office()
    defer { try? FileManager.default.removeItem(at: office.folder) }
    let script = try office.edits(
      "if grep -q なぞ \"$1\"; then cp \"$1\" '\(office.folder.path)/second'; sed -i 's/なぞ/検証中/' \"$1\"; "
        + "else sed -i 's/^phase:.*/phase: なぞ/' \"$1\"; fi")
    let terminal = try office.terminal("actions/m05", author: "佐藤", editor: "sh \(script)")
    try terminal.waitFor("オンライン申請の標準フォーム整備")
    try terminal.press("e")
    try terminal.waitFor("に書き込みました")
    try terminal.waitFor("[◆ 検証中]")
    let second = try String(contentsOfFile: office.folder.path + "/second", encoding: .utf8)
    #expect(second.contains("# ✗ 「フェーズ」に使えるのは"))
    let kept = try office.edits("exit 3", as: "edit")
    #expect(kept == script)
    try terminal.press("e")
    try terminal.waitFor("に残っています: エディターが")
    try terminal.press("Q")
    // The screen is gone, and with it what it said.
    try terminal.waitFor("left with 0")
    try terminal.waitFor("honbu: 書いたものは ")
  }

  @Test("Of two dashboards that correct one item, the later one is told and saves on top")
  func twoPeople() throws {
    let office = try Office()
    defer { try? FileManager.default.removeItem(at: office.folder) }
    let first = try office.terminal("actions/m05", author: "佐藤")
    let second = try office.terminal("actions/m05", author: "田中")
    for (terminal, key) in [(first, "1"), (second, "2")] {
      try terminal.waitFor("オンライン申請の標準フォーム整備")
      try terminal.press("m")
      try terminal.waitFor("保存する")
      try terminal.press(key)
      try terminal.waitFor("\(key)/5")
    }
    try first.press("C-s")
    try first.waitFor("r9 に書き込みました")
    try second.press("C-s")
    try second.waitFor("佐藤「")
    try second.waitFor("ほかの人が先に変えています")
    try second.press("C-s")
    try second.waitFor("r10 に書き込みました")
    let log = try office.command("log")
    #expect(log.contains("r10") && log.contains("田中") && log.contains("佐藤"))
    #expect(try office.command("diff r9 r10").contains("企画中 → 検討中"))
  }

  @Test("--read-only says so and offers no correction")
  func readOnly() throws {
    let office = try Office()
    defer { try? FileManager.default.removeItem(at: office.folder) }
    let terminal = try office.terminal("actions", author: "佐藤", options: "--read-only")
    try terminal.waitFor("閲覧のみ")
    try terminal.press("e")
    try terminal.waitFor("閲覧のみで開いています（--read-only を付けずに開くと直せます）")
    #expect(try office.command("log").contains("r8") && !office.command("log").contains("r9"))
  }

  @Test("Without permission to write the dashboard says so", .enabled(if: getuid() == 0))
  func noPermission() throws {
    let office = try Office()
    defer { try? FileManager.default.removeItem(at: office.folder) }
    let terminal = try TmuxTerminal(
      columns: 120, rows: 36, "actions --store '\(office.store)'",
      environment: "LC_ALL=C.UTF-8 setpriv --reuid=65534 --regid=65534 --clear-groups")
    try terminal.waitFor("閲覧のみ")
    try terminal.press("u")
    try terminal.waitFor("この台帳に書き込む権限がありません（閲覧のみ）")
  }
}
