import Foundation
import Testing

@Suite("honbu edit")
struct EditCommandTests {
  let workspace: Workspace
  let honbu: Program

  init() throws {
    workspace = try Workspace()
    honbu = Program(workspace)
    let file = try workspace.write("番号,取組名\nt1,一\nt2,二\n", to: "items.csv")
    let made = try honbu.run(
      "import", file, "--store", "s.sqlite", "--today", "2026-10-01", "--title", "表")
    try #require(made.status == 0, "\(made.error)")
  }

  /// - Parameter script: what the editor does; `$1` is the file, `$N` how often it was open before.
  private func edit(_ script: String, _ arguments: [String], name: String = "editor") throws -> Program.Outcome {
    let count = "\(name).count"
    let whole =
      "N=$(cat \(count) 2>/dev/null || echo 0); echo $((N + 1)) > \(count)\ncp \"$1\" \"\(name).$N\"\n\(script)\n"
    let path = try workspace.write(whole, to: "\(name).sh")
    var program = honbu
    program.environment["EDITOR"] = "sh \(path)"
    return try program.run(["edit"] + arguments + ["--store", "s.sqlite", "--today", "2026-11-01"])
  }

  private func shown(_ number: Int, _ name: String = "editor") throws -> String {
    String(decoding: try workspace.bytes("\(name).\(number)"), as: UTF8.self)
  }

  private func bundle() throws -> String {
    try honbu.run("export", "--format", "json", "--store", "s.sqlite").output
  }

  @Test("One save is one revision, with its author, its day and a line of the update history")
  func saved() throws {
    let outcome = try edit(
      "sed -i 's/^title: .*/title: 一の新/; s/^# phase:.*/phase: 検証中/' \"$1\"",
      ["t1", "--author", "ICT戦略室", "--date", "令和8年10月15日", "--update", "一を改めました"])
    #expect(outcome.status == 0 && outcome.output.hasPrefix("t1 を r2（"), "\(outcome.error)")
    let log = try honbu.run("log", "--store", "s.sqlite").lines
    #expect(log.first?.contains("「一の新」の訂正") == true && log.first?.contains("ICT戦略室") == true)
    #expect(log.first?.contains("令和8年10月15日") == true)
    let difference = try honbu.run("diff", "r1", "r2", "--store", "s.sqlite").output
    #expect(difference.contains("検証中") && difference.contains("一を改めました"))
  }

  @Test("Nothing is written when nothing changed, and when the text is emptied")
  func nothing() throws {
    let before = try workspace.bytes("s.sqlite")
    #expect(try edit(":", ["t1"]).output.hasPrefix("変更はありません"))
    #expect(try edit("grep '^#' \"$1\" > x; cat x > \"$1\"", ["t1"]).output.contains("やめました"))
    #expect(try workspace.bytes("s.sqlite") == before)
  }

  @Test("A fault is shown above its line, and mending it is enough")
  func mended() throws {
    let outcome = try edit(
      "[ $N = 0 ] && sed -i 's/^# phase:.*/phase: なぞ/' \"$1\" || sed -i 's/なぞ/運用中/' \"$1\"", ["t1"])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try shown(1).contains("# ✗ 「フェーズ」に使えるのは 企画中、検討中、開発中、検証中、運用中\nphase: なぞ\n"))
  }

  @Test("A fault that is left ends with 65, and the text is kept where it says")
  func left() throws {
    let before = try workspace.bytes("s.sqlite")
    let outcome = try edit("sed -i 's/^# pillar:.*/pillar: 無い/' \"$1\"", ["t1"])
    #expect(outcome.status == 65 && outcome.output.isEmpty)
    #expect(outcome.error.contains("「無い」という番号の記録はありません"))
    let draft = try #require(outcome.error.split(separator: " ").first { $0.hasSuffix(".yaml") })
    #expect(try String(contentsOfFile: String(draft), encoding: .utf8).contains("pillar: 無い"))
    try FileManager.default.removeItem(at: URL(filePath: String(draft)).deletingLastPathComponent())
    #expect(try workspace.bytes("s.sqlite") == before)
  }

  @Test("A text that the editor has removed is not said to be kept")
  func removed() throws {
    let outcome = try edit("rm \"$1\"", ["t1"])
    #expect(outcome.status == 65 && outcome.output.isEmpty)
    #expect(outcome.error.hasSuffix("  エディターのあと、書いたものがありません\n"), "\(outcome.error)")
    #expect(!outcome.error.contains("残っています"))
  }

  @Test("Where no text can be put the place is said, and what is wrong with it")
  func noPlace() throws {
    var program = honbu
    program.environment["TMPDIR"] = workspace.path("none")
    program.environment["EDITOR"] = "true"
    let outcome = try program.run("edit", "t1", "--store", "s.sqlite", "--today", "2026-11-01")
    #expect(outcome.status == 73 && outcome.output.isEmpty)
    #expect(outcome.error == "honbu: 「\(workspace.path("none"))」: フォルダーを作れません（その場所がありません）\n", "\(outcome.error)")
  }

  /// Somebody else saves while the first editor is open for the first time.
  private func meanwhile(_ theirs: String, mine: String) throws -> Program.Outcome {
    let other = try workspace.write("sed -i '\(theirs)' \"$1\"\n", to: "other.sh")
    return try edit(
      "if [ $N = 0 ]; then EDITOR='sh \(other)' '\(Program.path)' edit t1 --author 佐藤 --store s.sqlite "
        + "--today 2026-11-01; sed -i '\(mine)' \"$1\"; else [ ! -e decide.sh ] || sh decide.sh \"$1\"; fi", ["t1"])
  }

  @Test("Of two who changed different fields, the later one saves both, having seen the other's")
  func merged() throws {
    let outcome = try meanwhile("s/^# phase:.*/phase: 検証中/", mine: "s/^title: .*/title: 一の新/")
    #expect(outcome.status == 0 && outcome.output.contains("r3"), "\(outcome.error)")
    let merged = try shown(1)
    #expect(merged.contains("佐藤が先に保存しました") && merged.contains("先の保存: フェーズ: （なし） → 「検証中」"))
    let all = try bundle()
    #expect(all.contains("一の新") && all.contains("verifying"))
  }

  @Test("Of two who changed the same field, the later one has to decide")
  func conflicting() throws {
    let refused = try meanwhile("s/^title: .*/title: 佐藤の案/", mine: "s/^title: .*/title: 私の案/")
    #expect(refused.status == 65 && refused.error.contains("ほかの人が先に保存しています"))
    #expect(try shown(1).contains("もと 「一」、先の保存 「佐藤の案」、あなた 「私の案」"))
    #expect(try !bundle().contains("私の案"))
  }

  @Test("Taking the conflict's line out decides it")
  func decided() throws {
    _ = try workspace.write("sed -i '/^# ≠/d' \"$1\"\n", to: "decide.sh")
    let outcome = try meanwhile("s/^title: .*/title: 佐藤の案/", mine: "s/^title: .*/title: 私の案/")
    #expect(outcome.status == 0, "\(outcome.error)")
    let difference = try honbu.run("diff", "r2", "r3", "--store", "s.sqlite").output
    #expect(difference.contains("佐藤") && difference.contains("私"))
  }

  @Test("A new record is added under its own id, never over another")
  func added() throws {
    let added = try edit("sed -i 's/^title: .*/title: 三/' \"$1\"", ["t3", "--new", "item"])
    #expect(added.status == 0 && added.output.hasPrefix("t3 を r2"), "\(added.error)")
    let taken = try edit("sed -i 's/^title: .*/title: 別/' \"$1\"", ["t1", "--new", "取組"])
    #expect(taken.status == 65 && taken.error.contains("もう使われています"))
  }

  @Test("What cannot be edited is refused with a sentence before an editor opens")
  func refused() throws {
    for (arguments, status, words) in [
      (["t9"], 1, "「t9」はありません"), (["t1", "--kind", "x"], 64, "「x」は使えません"),
      (["t1", "--date", "いつか"], 64, "「いつか」は使えません"), (["t1", "--at", "r1"], 64, "--at は honbu edit では使えません"),
      (["t1", "--new", "city"], 64, "「city」は使えません"),
    ] as [([String], Int32, String)] {
      let outcome = try edit("touch opened", arguments)
      #expect(outcome.status == status && outcome.error.contains(words) && outcome.output.isEmpty, "\(outcome.error)")
    }
    let failed = try edit("exit 3", ["t1"])
    #expect(failed.status == 65 && failed.error.contains("終了コード 3"))
    #expect(!FileManager.default.fileExists(atPath: workspace.path("opened")))
  }

  @Test("A hundred edits by two processes at once: none is lost")
  func interleaved() async throws {
    for (name, field) in [("A", "note"), ("B", "summary")] {
      let script = "sed -i \"s/^#* *\(field):.*/\(field): \(name)$HONBU_STEP/\" \"$1\"\n"
      _ = try workspace.write(script, to: "\(name).sh")
    }
    let (store, folder) = (workspace.path("s.sqlite"), workspace.folder)
    let editor = { @Sendable (name: String) throws in
      var program = Program(try Workspace())
      for step in 1...50 {
        program.environment = ["EDITOR": "sh \(folder)/\(name).sh", "HONBU_STEP": "\(step)"]
        let outcome = try program.run(
          "edit", "t1", "--author", name, "--store", store, "--today", "2026-11-01", "--title", "\(name)\(step)")
        guard outcome.status == 0 else { throw EditFailed(words: outcome.error) }
      }
    }
    async let first: Void = Task.detached { try editor("A") }.value
    async let second: Void = Task.detached { try editor("B") }.value
    _ = try await (first, second)
    let log = try honbu.run("log", "--store", "s.sqlite").output
    for name in ["A", "B"] { for step in 1...50 { #expect(log.contains("\(name)\(step)")) } }
    let all = try bundle()
    #expect(all.contains("A50") && all.contains("B50") && log.contains("r101"))
    #expect(try honbu.run("check", "--store", "s.sqlite").status == 0)
  }

  private struct EditFailed: Error {
    var words: String
  }
}
