import Foundation
import Testing

@Suite("A meeting's handout")
struct HandoutCommandTests {
  let workspace: Workspace
  let honbu: Program

  init() throws {
    workspace = try Workspace()
    honbu = Program(workspace)
  }

  private func text(_ name: String) throws -> String { String(decoding: try workspace.bytes(name), as: UTF8.self) }

  @Test("It is one Markdown and one HTML document and pages of text, and all of them can be verified")
  func set() throws {
    #expect(try honbu.run("snapshot", "--meeting", "hq-4", "--sample", "--output", "set").status == 0)
    #expect(try workspace.names(in: "set") == ["handout.html", "handout.md", "text"])
    let pages = try workspace.names(in: "set/text")
    #expect(pages.first == "01-meeting.txt")
    #expect(pages.suffix(2).map { String($0.dropFirst(3).dropLast(4)) } == ["changes", "attention"])
    let files = ["set/handout.html", "set/handout.md"] + pages.map { "set/text/\($0)" }
    let outcome = try honbu.run(["verify"] + files)
    #expect(outcome.status == 0 && outcome.lines.count == files.count, "\(outcome.output)\(outcome.error)")
  }

  @Test("It has the agenda, each item as it stood that day, what changed since the meeting before, and the lists")
  func contents() throws {
    #expect(try honbu.run("snapshot", "--meeting", "hq-4", "--sample", "--output", "set").status == 0)
    let markdown = try text("set/handout.md")
    let headings = markdown.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
    #expect(headings.contains { $0.hasPrefix("議題  3件") } && headings.contains { $0.hasPrefix("決定事項  2件") })
    #expect(headings.contains { $0.hasPrefix("取組1  ") })
    #expect(headings.contains("前回（第3回見本市デジタル戦略本部会議）からの変更"))
    #expect(headings.last == "要確認")
    let html = try text("set/handout.html")
    #expect(html.contains("<h1>第4回見本市デジタル戦略本部会議  会議資料</h1>"))
    #expect(html.contains("<p class=\"filter\">取組と要確認は会議の当日（r7）、「その後」は令和8年10月15日（r8）の状態です。"))
    #expect(html.contains("<dt>議題1</dt>") && html.contains("<dt>よみ</dt>"))
  }

  @Test("An item that was retired by that day is shown as it was before, in the document and on a page of its own")
  func retired() throws {
    #expect(try honbu.run("snapshot", "--meeting", "hq-4", "--sample", "--output", "set").status == 0)
    let parts = try text("set/handout.md").components(separatedBy: "\n## ")
    let item = try #require(parts.first { $0.hasPrefix("取組2  会議録の自動作成\n") })
    #expect(item.contains("令和8年3月26日に廃止（廃止の前の状態です）") && item.contains("- フェーズ: 運用中"))
    #expect(item.contains("- 実績値: 64分"))
    #expect(try text("set/text/03-m60.txt").contains("会議録の作成時間"))
  }

  @Test("Where nothing changed since the meeting before, that is said in a sentence and has no page")
  func unchanged() throws {
    #expect(try honbu.run("snapshot", "--meeting", "hq-5", "--sample", "--output", "set").status == 0)
    let parts = try text("set/handout.md").components(separatedBy: "\n## ")
    let changes = try #require(parts.first { $0.hasPrefix("前回（第4回見本市デジタル戦略本部会議）からの変更\n") })
    #expect(changes.contains("前回の会議の日から当日までに、記録は変わっていません") && !changes.contains("r7"))
    #expect(!(try workspace.names(in: "set/text")).contains { $0.contains("changes") })
  }

  @Test("What needs attention has every list of the view with its rule, reckoned from the meeting's day")
  func attention() throws {
    #expect(try honbu.run("snapshot", "--meeting", "hq-5", "--sample", "--output", "set").status == 0)
    let markdown = try text("set/handout.md")
    #expect(markdown.contains("\n基準日 令和8年7月28日（会議の当日）、台帳は r8 ("))
    #expect(markdown.contains(" --today 2026-07-28 "))
    let place = try #require(markdown.range(of: "\n## 要確認\n"))
    let part = markdown[place.upperBound...]
    #expect(part.hasPrefix("\n令和8年7月28日を基準日として数えています\n"))
    let view = try honbu.run(
      "snapshot", "attention", "--sample", "--at", "r7", "--today", "2026-07-28", "--format", "markdown")
    // The same lines, each heading one level further down.
    let lines = view.output.split(separator: "\n").drop { !$0.hasPrefix("令和8年7月28日を") }.prefix { $0 != "---" }
    #expect(lines.count { $0.hasPrefix("## ") } == 5)
    #expect(lines.contains("現行の目標値の期限以後の実績が届かない"))
    let wanted = lines.map { $0.hasPrefix("## ") ? "#\($0)" : String($0) }
    #expect(part.split(separator: "\n").prefix { $0 != "---" }.map(String.init) == wanted)
    let page = try text("set/text/04-attention.txt")
    #expect(page.contains("令和8年7月28日を基準日として数えています") && page.contains("KPIが目標への直線に遅れた取組  30件"))
  }

  @Test("What has become of an item is what the record says on the day of the revision, not by the meeting's target")
  func since() throws {
    #expect(try honbu.run("snapshot", "--meeting", "hq-4", "--sample", "--output", "set").status == 0)
    let row = "| 水道スマートメーターの先行導入 | 検証中 | 62% | 上下水道局 | 検証中、達成率 57% |"
    let markdown = try text("set/handout.md")
    #expect(markdown.contains(row) && markdown.contains("「その後」は令和8年10月15日（r8）の状態"))
    #expect(try text("set/text/01-meeting.txt").contains("その後 検証中、達成率 57%"))
    let record = try honbu.run("snapshot", "actions/m29", "--sample", "--at", "r8", "--today", "2026-10-15")
    #expect(record.output.contains(" 57%  進捗率 57%"))
  }

  @Test("Every item has its source, and what was inferred says so among the changes too")
  func sources() throws {
    let outcome = try honbu.run("snapshot", "--meeting", "mtg_hq_3", "--format", "markdown")
    let parts = outcome.output.components(separatedBy: "\n## ")
    let items = parts.filter { $0.hasPrefix("取組") }
    #expect(items.count == 4 && items.allSatisfy { $0.contains("\n### 記録\n\n- 出典: `https://") })
    let changes = try #require(parts.first { $0.hasPrefix("前回") })
    #expect(changes.contains("| 柱 | 未記載 | <ins>ICTとインフラ・行政サービスの融合（推定）</ins> |"))
    #expect(outcome.output.contains("| 運用中（推定） |") && !outcome.output.contains("(推定)"))
  }

  @Test("A new sum tells what it is for beside it, and a body's count what it counts")
  func readsWell() throws {
    let outcome = try honbu.run("snapshot", "--meeting", "hq-4", "--sample", "--format", "markdown")
    #expect(outcome.output.contains("予算（令和8年度、当初予算） |  | <ins>980万円</ins>"))
    #expect(!outcome.output.contains("当初予算</ins>"))
    #expect(outcome.output.contains("| 会議の回数 | <del>3</del> | <ins>4</ins> |"))
    #expect(outcome.output.contains("- 令和7年3月27日: 所見の記録なし〔CIO（副市長）〕"))
  }

  @Test("What is committed later changes nothing of a day that is past")
  func later() throws {
    let write = ["snapshot", "--meeting", "mtg_hq_3", "--format", "markdown"]
    let before = try honbu.run(write + ["--at", "r32"])
    #expect(before.status == 0)
    let sheet = try workspace.write("id,title\nit_koseki_ai,あとから改題した取組\n", to: "later.csv")
    #expect(try honbu.run("import", sheet, "--kind", "items").status == 0)
    #expect(try honbu.run(write + ["--at", "r32"]).output == before.output)
    #expect(!(try honbu.run(write).output.contains("## 取組1  あとから改題した取組")))
  }

  @Test("An unknown meeting names its neighbours, and what it cannot be combined with is told")
  func refused() throws {
    let unknown = try honbu.run("snapshot", "--meeting", "hq-9", "--sample", "--output", "set")
    #expect(unknown.status == 1 && unknown.error.hasPrefix("honbu: 「--meeting hq-9」はありません（近いものは hq-"))
    #expect(try honbu.run("snapshot", "--meeting", "hq-4", "--sample").status == 64)
    #expect(try honbu.run("snapshot", "--meeting", "hq-4", "--sample", "--all", "--output", "x").status == 64)
    #expect(try honbu.run("snapshot", "actions", "--meeting", "hq-4", "--sample", "--output", "x").status == 64)
    #expect(try honbu.run("snapshot", "--meeting", "hq-4", "--sample", "--format", "svg", "--output", "x").status == 64)
    #expect(!workspace.exists("x"))
  }
}
