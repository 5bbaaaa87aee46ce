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
    let tail = ["changes", "review-overdue", "review-none", "kpi-overdue", "due-soon"]
    #expect(pages.suffix(5).map { String($0.dropFirst(3).dropLast(4)) } == tail)
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
    for list in ["CIO確認が1年を超えた取組", "CIO確認の記録がない取組", "期限を過ぎて未達のKPI", "90日以内に期限が来る取組"] {
      #expect(markdown.contains("\n### \(list)\n"))
    }
    // What is overdue is reckoned from the meeting's day.
    #expect(markdown.contains(" --today 2026-03-26 "))
    let html = try text("set/handout.html")
    #expect(html.contains("<h1>第4回見本市デジタル戦略本部会議  会議資料</h1>"))
    #expect(html.contains("<p class=\"filter\">取組は当日（r7）の状態、変更は 第3回見本市デジタル戦略本部会議（r"))
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
