import Dashboard
import StrategyModel
import TestSupport
import Testing

@testable import Snapshot

@Suite("Markdown")
struct MarkdownTests {
  @Test(
    "Text of the data is text",
    arguments: [
      ("a*b*c", "a\\*b\\*c"), ("it_koseki_ai", "it_koseki_ai"), ("_斜体_", "\\_斜体\\_"), ("- 点", "\\- 点"),
      ("1. 一", "1\\. 一"),
      ("> 引用", "\\> 引用"), ("a > b", "a > b"), ("# 題", "\\# 題"), ("[y](z)", "\\[y](z)"), ("<b>", "\\<b>"),
      ("A|B", "A\\|B"),
      ("~~消~~", "\\~\\~消\\~\\~"), ("&lt;", "\\&lt;"), ("A & B", "A & B"), ("`x`", "\\`x\\`"),
      ("出典 https://a.jp/x_y_z。", "出典 `https://a.jp/x_y_z`。"), ("www.a.jp", "`www.a.jp`"),
      ("a@example.jp へ", "`a@example.jp` へ"), ("2020年度~2021年度", "2020年度\\~2021年度"),
    ])
  func escaping(text: String, written: String) { #expect(MarkdownText.escaped(text) == written) }

  @Test("Code holds any text, backticks included", arguments: ["a", "`", "a`b``c", "``", "`a", " a", "'x'"])
  func code(text: String) {
    let code = MarkdownText.code(text)
    #expect(MarkdownText.uncoded(Substring(code)) == text)
  }

  @Test("Markup in every field makes no link, picture or element")
  func inert() throws {
    let reader = try HostileStore.make(HostileStore.markup)
    for view in HostileStore.views {
      let text = try WrittenView(view, .markdown, from: reader).text
      // What stands in code is text.
      let bare = text.replacing(/`[^`\n]+`/, with: "")
      #expect(bare.matches(of: /(^|[^\\])\[/).isEmpty, "\(view)")
      #expect(bare.matches(of: /(^|[^\\])<(?!\/?(ins|del|br)>)/).isEmpty, "\(view)")
      #expect(!bare.contains("://") && !bare.contains("www.") && !bare.contains("@"), "\(view)")
    }
  }

  @Test("Each goal of the overview stands for itself")
  func goals() throws {
    let (_, reader) = try Scenario.Store.sample.shared()
    let lines = try WrittenView("overview", .markdown, from: reader).lines
    #expect(lines.filter { $0.hasPrefix("- 目的: ") }.count == 3 && !lines.contains { $0.hasPrefix("  - ") })
  }

  @Test("Every row of a table has as many cells as its head")
  func tables() throws {
    let reader = try HostileStore.make(HostileStore.markup)
    let (_, sample) = try Scenario.Store.sample.shared()
    for (reader, views) in [(reader, HostileStore.views), (sample, WrittenView.views)] {
      for view in views {
        var columns: Int?
        for line in try WrittenView(view, .markdown, from: reader).lines {
          guard line.hasPrefix("|") else {
            columns = nil
            continue
          }
          let count = line.replacing("\\|", with: "").filter { $0 == "|" }.count
          #expect(columns == nil || columns == count, "\(view): \(line)")
          columns = count
        }
      }
    }
  }
}
