import Dashboard
import Foundation
import FoundationXML
import StrategyModel
import TestSupport
import Testing
import TextUI

@testable import Snapshot

/// Pages taken apart by a reader of their language: the data is text in them and nothing else.
@Suite("Data in pages is text")
struct TextOnlyTests {
  private static let payloads: [String] = [
    HostileStore.markup, "javascript:alert(1)", "<javascript:alert(1)>", "[a](javascript:alert(1))",
    "![a](javascript:alert(1))",
    "<https://evil.example/>", "https://evil.example/?a=1&b=2", "HTTPS://EVIL.EXAMPLE", "www.evil.example",
    "_www.evil.example_",
    "*https://evil.example*", "(www.evil.example)", "~www.evil.example", "mailto:a@evil.example", "日本a@evil.example",
    "[evil]: javascript:alert(1)",
    "[evil][evil]", "\" onmouseover=\"alert(1)", "' onload='alert(1)", "<img src=x onerror=alert(1)//",
    "<svg/onload=alert(1)>", "<!-- --> -->",
    "</style><script>alert(1)</script>", "</title><b>", "</td></tr></table><h1>",
    "]]></metadata><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;b&#62;", "\\<b>", "\\\\<b>", "`<b>`", "\\`<b>\\`", "``` <b>",
    "~~~ <b>", "<div>\n\n# 題", "<br>\n<p>",
    "a\n<script>\nb", "- [x] 一", "| a | b |\n|---|---|\n| <b> | [a](b) |", "<a\nhref=x>", "x<y && y>z",
    "<?php echo 1 ?>", "<plaintext>",
    "\u{2028}<b>\u{2029}", "＜script＞",
  ]

  /// The first by itself, where each part of it is at the beginning, and the others a few at a time.
  private static let texts: [String] =
    [payloads[0]]
    + stride(from: 1, to: payloads.count, by: 5).map {
      payloads[$0..<min($0 + 5, payloads.count)].joined(separator: "\n")
    }

  private static let classes: Set = ["n", "k", "city", "asof", "filter", "faint"]

  /// Whether the template makes such an element.
  private static func isOurs(_ element: HTMLPage.Element) -> Bool {
    for (name, value) in element.attributes {
      switch (element.name, name) {
      case (_, "class"): if !value.split(separator: " ").allSatisfy({ classes.contains(String($0)) }) { return false }
      case ("html", "lang"): if value != "ja" { return false }
      case ("meta", "charset"), ("meta", "http-equiv"), ("meta", "name"), ("meta", "content"): break
      case ("th", "scope"): if !["col", "row", "rowgroup"].contains(value) { return false }
      case ("th", "rowspan"): if Int(value) == nil { return false }
      case ("h2", "id"), ("h3", "id"), ("h4", "id"), ("table", "aria-labelledby"):
        if value.wholeMatch(of: /h[0-9]+/) == nil { return false }
      default: return false
      }
    }
    return [
      "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "h1", "h2", "h3", "h4", "p", "dl",
      "dt", "dd", "ul",
      "li", "table", "thead", "tbody", "tr", "th", "td", "br", "del", "ins", "span", "strong", "code",
    ].contains(element.name)
  }

  @Test("A browser finds no element and no attribute in a page that the template did not make", arguments: texts)
  func html(text: String) throws {
    let reader = try HostileStore.make(text)
    for view in HostileStore.views {
      let page = HTMLPage(try WrittenView(view, .html, from: reader).text)
      let others = page.elements.filter { !Self.isOurs($0) }
      #expect(others.isEmpty, "\(view): \(others)")
      #expect(page.comments == ["<!DOCTYPE html"], "\(view): \(page.comments)")
      #expect(page.elements.count { $0.name == "meta" } == 4 && page.elements.count { $0.name == "style" } == 1)
      // It is shown, not dropped.
      for line in text.split(whereSeparator: \.isNewline) {
        #expect(page.text.contains(SafeText.visible(String(line))), "\(view): \(line)")
      }
    }
  }

  @Test("A picture has no element, attribute and address of its own", arguments: texts)
  func svg(text: String) throws {
    let reader = try HostileStore.make(text)
    for view in ["overview", "actions", "actions/i", "meetings/m"] {
      let collector = ElementCollector()
      let parser = XMLParser(data: Data(try WrittenView(view, .svg, from: reader).text.utf8))
      parser.delegate = collector
      #expect(parser.parse(), "\(view)")
      #expect(
        collector.names.isSubset(of: ["svg", "title", "desc", "metadata", "style", "rect", "text", "tspan"]),
        "\(view): \(collector.names)")
      #expect(
        !collector.attributes.contains { $0.hasPrefix("on") || $0.contains("href") || $0 == "src" },
        "\(collector.attributes)")
    }
  }

  @Test("A reader of Markdown finds no link, picture or element but our own", arguments: texts)
  func markdown(text: String) throws {
    let reader = try HostileStore.make(text)
    for view in HostileStore.views { expectInert(try WrittenView(view, .markdown, from: reader).text, view) }
  }

  @Test("Nor in a difference and in the log", arguments: texts)
  func differences(text: String) throws {
    let reader = try HostileStore.make(text)
    let settings = Settings(today: Scenario.today)
    let revisions = try reader.revisions()
    expectInert(LogReport(revisions: revisions, settings: settings).markdown, "log")
    let question = Question(
      .difference(DifferenceQuery(from: 0, to: 1, count: 100)), revision: 1, today: Scenario.today)
    guard case .difference(let difference?) = try reader.answer(question).content else {
      Issue.record("no difference")
      return
    }
    var report = DifferenceMarkdown(words: settings.words, calendar: settings.calendar)
    expectInert(try report.page(difference) + report.end(), "diff")
  }

  private func expectInert(_ text: String, _ name: String) {
    let page = MarkdownPage(text)
    #expect(page.links.isEmpty, "\(name): \(page.links)")
    #expect(page.pictures.isEmpty, "\(name): \(page.pictures)")
    #expect(page.definitions.isEmpty && page.codeBlocks.isEmpty, "\(name): \(page.definitions)\(page.codeBlocks)")
    #expect(
      page.elements.allSatisfy { ["br", "ins", "/ins", "del", "/del"].contains($0) }, "\(name): \(page.elements)")
  }
}

private final class ElementCollector: NSObject, XMLParserDelegate {
  var names: Set<String> = []
  var attributes: Set<String> = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    names.insert(name)
    self.attributes.formUnion(attributes.keys)
  }
}

@Suite("The readers of pages themselves")
struct PageReaderTests {
  @Test(
    "A reader of HTML finds what a browser finds",
    arguments: [
      ("<b>x", ["b"], []), ("<img src=x onerror=alert(1)>", ["img"], ["src", "onerror"]),
      ("<svg/onload=a>", ["svg"], ["onload"]),
      ("a<b", ["b"], []), ("a < b", [], []), ("&lt;b&gt;", [], []), ("<style><b></style><i>", ["style", "i"], []),
      ("<a href='x' \n title=\"y\">", ["a"], ["href", "title"]),
      ("<p class=\"a\" onclick=\"b\">", ["p"], ["class", "onclick"]),
    ])
  func html(text: String, names: [String], attributes: [String]) {
    let page = HTMLPage(text)
    #expect(page.elements.map(\.name) == names)
    #expect(Set(page.elements.flatMap { $0.attributes.keys }) == Set(attributes))
  }

  @Test(
    "A reader of Markdown finds links, pictures and elements",
    arguments: [
      ("[a](b)", 1, 0, 0), ("![a](b)", 0, 1, 0), ("<b>", 0, 0, 1), ("<https://a.jp>", 1, 0, 0),
      ("https://a.jp", 1, 0, 0),
      ("www.a.jp", 1, 0, 0), ("\\_www.a.jp", 1, 0, 0), ("a@b.jp", 1, 0, 0), ("\\[a](b)", 0, 0, 0), ("`<b>`", 0, 0, 0),
      ("\\<b>", 0, 0, 0),
      ("\\`<b>", 0, 0, 1), ("`https://a.jp`", 0, 0, 0), ("<div", 0, 0, 1), ("<javascript:a>", 1, 0, 0),
    ])
  func markdown(text: String, links: Int, pictures: Int, elements: Int) {
    let page = MarkdownPage(text)
    #expect(page.links.count == links && page.pictures.count == pictures && page.elements.count == elements, "\(page)")
  }
}
