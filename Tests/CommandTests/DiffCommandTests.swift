import Foundation
import Testing

@Suite("honbu diff and honbu log")
struct DiffCommandTests {
  let workspace: Workspace
  let honbu: Program

  init() throws {
    workspace = try Workspace()
    honbu = Program(workspace)
  }

  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("Revisions, dates in every form and a meeting name the same difference")
  func forms() throws {
    let expected = try honbu.run("diff", "r4", "r5", "--sample")
    #expect(expected.status == 0 && expected.error.isEmpty)
    #expect(expected.lines.first?.hasPrefix("r4 令和7年3月27日 → r5 令和7年7月29日") == true)
    for form in ["2025-07-29", "令和7年7月29日", "R7.7.29"] {
      #expect(try honbu.run("diff", "2025-03-27", form, "--sample").output == expected.output)
    }
    #expect(try honbu.run("diff", "r8", "--sample").output.contains("違いはありません"))
    #expect(try honbu.run("--sample", "diff", "r7").output == honbu.run("diff", "r7", "r8", "--sample").output)
  }

  @Test("JSON has a schema, both ends, counts and every change; a filter narrows the changes alone")
  func jsonForm() throws {
    let whole = try json(try honbu.run("diff", "r0", "r8", "--sample", "--format", "json").output)
    #expect(whole["schema"] as? Int == 1 && whole["view"] as? String == "diff")
    let changes = try #require(whole["changes"] as? [[String: Any]])
    #expect(changes.count == whole["total"] as? Int && changes.count == whole["found"] as? Int)
    #expect((whole["to"] as? [String: Any])?["number"] as? Int == 8)
    #expect(whole["from"] == nil)
    let filtered = try json(
      try honbu.run("diff", "r0", "r8", "--sample", "--format", "json", "--filter", "phase:検証中").output)
    let kept = try #require(filtered["changes"] as? [[String: Any]])
    #expect(kept.count == filtered["found"] as? Int && kept.count < changes.count && !kept.isEmpty)
    #expect(filtered["total"] as? Int == changes.count)
    #expect(try json(try honbu.run("diff", "r8", "--sample", "--format", "json").output)["changes"] as? [Int] == [])
  }

  @Test("Markdown has a heading a group and a line a field")
  func markdown() throws {
    let text = try honbu.run("diff", "r7", "r8", "--sample", "--format", "markdown").output
    #expect(text.hasPrefix("# 差分 r7 令和8年3月26日 → r8 令和8年10月15日\n"))
    #expect(text.contains("\n## 柱 窓口  11件\n"))
    #expect(text.contains("  - フェーズ: 開発中 → 検証中\n"))
    let earlier = try honbu.run("diff", "r4", "r5", "--sample", "--format", "markdown").output
    #expect(earlier.contains("\n追加 6件  変更 50件\n"))
    // One measurement more is not a value that had been unknown.
    #expect(earlier.contains(": **176手続き（令和7年3月31日）**\n") && !earlier.contains("未記載 → 176"))
  }

  @Test("Either end may be the time before the first revision")
  func backwards() throws {
    for format in ["text", "markdown", "json"] {
      let outcome = try honbu.run("diff", "r8", "r0", "--sample", "--format", format)
      #expect(outcome.status == 0 && outcome.error.isEmpty, "\(format)")
    }
    let text = try honbu.run("diff", "r8", "r0", "--sample").output
    #expect(text.hasPrefix("r8 令和8年10月15日 → 最初の改訂の前\n廃止 "))
    #expect(try honbu.run("snapshot", "diff/r8..r0", "--sample").output.contains("差分 r8 → 最初の改訂の前"))
  }

  @Test("A difference on paper is as of the revision that is asked for, or says why not")
  func asOf() throws {
    #expect(try honbu.run("snapshot", "diff/r4..", "--at", "r6", "--sample").output.contains("差分 r4 → r6"))
    let whole = try honbu.run("snapshot", "diff/r4..r6", "--at", "r6", "--sample")
    #expect(whole.status == 0 && whole.output.contains("r6 ("))
    for argument in ["diff/r4..r7", "diff/r7..r4", "diff/2025-03-27..令和8年10月15日"] {
      let outcome = try honbu.run("snapshot", argument, "--at", "r6", "--sample")
      #expect(outcome.status == 64 && outcome.output.isEmpty)
      #expect(outcome.error.hasPrefix("honbu: --at r6 の時点に r"), "\(outcome.error)")
      #expect(outcome.error.hasSuffix("はまだありません（差分の両端を r6 までにするか、--at を外してください）\n"))
    }
    let since = try honbu.run("snapshot", "diff/r4..r6", "--since", "r2", "--sample")
    #expect(since.status == 64 && since.error == "honbu: --since と diff/r4..r6 は一緒に使えません\n")
  }

  @Test("A filter that finds nothing is told without a key to press", arguments: ["text", "markdown"])
  func nothing(format: String) throws {
    let text = try honbu.run("diff", "r1", "r8", "--sample", "--filter", "zzzz", "--format", format).output
    #expect(text.hasSuffix("\n条件に合う記録がありません\n"))
  }

  @Test(
    "What is wrong is said on standard error with its exit code",
    arguments: [
      (["diff", "r99", "--sample"], 64, "honbu: 改訂 r99 はありません（使えるのは r1 から r8）"),
      (["diff", "r1", "--sample", "--format", "xml"], 64, "honbu: --format: 「xml」は使えません（使えるのは text、json、markdown）"),
      (["diff", "r1", "--sample", "--filter", "phase:x"], 64, "honbu: --filter が正しくありません。"),
      (["diff", "r1", "--sample", "--since", "r1"], 64, "honbu: --since は honbu diff では使えません"),
      (["log", "--sample", "--filter", "x"], 64, "honbu: --filter は honbu log では使えません"),
      (["snapshot", "diff/r1..r99", "--sample"], 64, "honbu: 改訂 r99 はありません"),
    ])
  func failures(arguments: [String], status: Int32, message: String) throws {
    let outcome = try honbu.run(arguments)
    #expect(outcome.status == status && outcome.output.isEmpty)
    #expect(outcome.error.hasPrefix(message), "\(outcome.error)")
  }

  @Test("The log lists revisions newest first, as text, JSON and Markdown")
  func log() throws {
    let text = try honbu.run("log", "--sample")
    #expect(text.status == 0)
    #expect(text.lines.first?.hasPrefix("r8  ") == true)
    #expect(
      try honbu.run("log", "--sample", "--at", "r3", "--since", "r1").lines.filter { $0.hasPrefix("r") }.count == 2)
    let log = try json(try honbu.run("log", "--sample", "--format", "json").output)
    #expect(log["schema"] as? Int == 1)
    let revisions = try #require(log["revisions"] as? [[String: Any]])
    #expect(revisions.map { $0["number"] as? Int } == [8, 7, 6, 5, 4, 3, 2, 1])
    #expect(revisions[0]["parent"] as? String == revisions[1]["hash"] as? String)
    #expect(try honbu.run("log", "--sample", "--format", "markdown").output.hasPrefix("# 改訂の記録\n\n- **r8** "))
  }

  @Test("A snapshot of a difference takes any WHEN, and its own command makes it again")
  func snapshot() throws {
    let text = try honbu.run("snapshot", "diff/2025-03-27..令和8年3月26日", "--sample", "--filter", "窓口").output
    #expect(text.contains("差分 r4 → r7"))
    #expect(text.contains("再作成: honbu snapshot diff/r4..r7 --sample --at r8"))
    #expect(try honbu.run("diff/r4..r7", "--sample").output.contains("r4 令和7年3月27日 → r7"))
  }

  @Test("--since marks in any list what changed after it, and the snapshot says what the mark means")
  func since() throws {
    let text = try honbu.run("snapshot", "meetings", "--sample", "--since", "r7").output
    #expect(text.contains("● は r7 より後に変わった記録"))
    #expect(text.contains("--at r8 --since r7"))
    #expect(text.split(separator: "\n").filter { $0.hasPrefix("●") }.count >= 2)
    #expect(!(try honbu.run("snapshot", "meetings", "--sample").output.contains("●")))
  }
}
