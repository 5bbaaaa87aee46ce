import Foundation
import Testing

@Suite("honbu undo")
struct UndoCommandTests {
  let workspace: Workspace
  let honbu: Program

  /// A store whose r2 changes one item and adds one, and whose r3 changes the added one.
  init() throws {
    workspace = try Workspace()
    honbu = Program(workspace)
    for (number, rows) in [["t1,一", "t2,二"], ["t1,一の新", "t3,三"], ["t3,三の新"]].enumerated() {
      let file = try workspace.write((["番号,取組名"] + rows).joined(separator: "\n") + "\n", to: "\(number).csv")
      let made = try honbu.run(
        "import", file, "--store", "s.sqlite", "--today", "2026-10-0\(number + 1)",
        "--title", "表\(number + 1)")
      try #require(made.status == 0, "\(made.error)")
    }
  }

  private func undo(_ arguments: String...) throws -> Program.Outcome {
    try honbu.run(["undo"] + arguments + ["--store", "s.sqlite", "--today", "2026-11-01"])
  }

  @Test("The newest is taken back under its author, told in one line, and can be done again")
  func newest() throws {
    let undone = try undo("r3", "--author", "ICT戦略室", "--note", "誤り")
    #expect(undone.status == 0 && undone.error.isEmpty)
    #expect(undone.output.hasPrefix("r3「表3」を r4（") && undone.output.contains("honbu undo r4 でやり直せます"))
    let log = try honbu.run("log", "--store", "s.sqlite").lines
    #expect(log.first?.contains("r3「表3」の取り消し") == true && log.first?.contains("ICT戦略室") == true)
    #expect(try honbu.run("diff", "r2", "r4", "--store", "s.sqlite").output.contains("違いはありません"))
    #expect(try undo("r4").status == 0)
    #expect(try honbu.run("diff", "r3", "r5", "--store", "s.sqlite").output.contains("違いはありません"))
  }

  @Test("A record that changed later is shown, exit code 65, and nothing is written")
  func conflict() throws {
    let before = try workspace.bytes("s.sqlite")
    for arguments in [["r2"], ["r2", "--dry-run"]] {
      let refused = try honbu.run(["undo"] + arguments + ["--store", "s.sqlite", "--today", "2026-11-01"])
      #expect(refused.status == 65 && refused.output.isEmpty)
      #expect(refused.error.hasPrefix("honbu: r2 は取り消せません"))
      #expect(refused.error.contains("取組 t3「三の新」は r3 令和8年10月3日 tester「表3」が変えています"))
      #expect(refused.error.contains("先に r3 を取り消してください"))
      #expect(!refused.error.contains("t1"))
    }
    #expect(try workspace.bytes("s.sqlite") == before)
  }

  @Test("A dry run names what would change and writes nothing")
  func dryRun() throws {
    let before = try workspace.bytes("s.sqlite")
    let shown = try undo("r3", "--dry-run")
    #expect(shown.status == 0 && shown.output.hasPrefix("試しの取り消し: まだ書き込んでいません（r3「表3」）\n"))
    #expect(shown.output.contains("取組: 新規 0件、変更 1件") && shown.output.contains("変更: t3"))
    #expect(try workspace.bytes("s.sqlite") == before)
  }

  @Test("What is no revision, is not there, or does not belong here is refused with a sentence")
  func refused() throws {
    for (arguments, status, words) in [
      (["r9"], 64, "改訂 r9 はありません（使えるのは r1 から r3）"), (["きのう"], 64, "「きのう」は使えません"),
      (["r3", "--at", "r2"], 64, "--at は honbu undo では使えません"),
      (["r3", "--sample"], 64, "--sample は honbu undo では使えません"),
    ] as [([String], Int32, String)] {
      let outcome = try honbu.run(["undo"] + arguments + ["--store", "s.sqlite", "--today", "2026-11-01"])
      #expect(outcome.status == status && outcome.error.contains(words) && outcome.output.isEmpty)
    }
    #expect(try honbu.run("undo", "r1", "--store", "none.sqlite").status == 66)
    #expect(try honbu.run("undo", "r3", "--store", "s.sqlite", "--today", "2026-01-01").status == 65)
  }
}
