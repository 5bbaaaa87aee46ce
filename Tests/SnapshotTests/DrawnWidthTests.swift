import Dashboard
import Foundation
import StrategyModel
import StrategyStore
import TestSupport
import Testing
import TextUI

@testable import Snapshot

@Suite("The width of a drawn snapshot")
struct DrawnWidthTests {
  private let policy = WidthPolicy.narrow

  /// Lines above the proof, which is read by `verify` and may be longer.
  private func body(_ written: WrittenView) -> [String] {
    Array(written.lines.prefix { !$0.hasPrefix("再作成: ") })
  }

  private func places(_ reader: StoreReader) throws -> [Place] {
    try ["actions/m11", "actions/m50", "pillars/vision-3", "documents/ctr-1", "documents/ctr-2", "diff/r1..r8"]
      .map { try #require(Place(viewArgument: $0)) } + WrittenView.places(of: reader)
  }

  @Test("No line is wider than the view, on any page and with any filter", arguments: [40, 80])
  func lines(width: Int) throws {
    let (_, reader) = try Scenario.Store.sample.shared()
    for place in try places(reader) {
      for (format, page) in [(SnapshotFormat.text, 20), (.ansi, nil)] {
        try expectWithin(width, WrittenView(place, format, from: reader, width: width, page: page), "\(place)")
      }
    }
    let filter = "phase:検証中|運用中 kpi:<80 due:<2030-04 令和|データ|市民|職員"
    for view in ["actions", "meetings"] {
      try expectWithin(width, WrittenView(view, .text, from: reader, filter: filter, since: 2, width: width), view)
    }
  }

  private func expectWithin(_ width: Int, _ written: WrittenView, _ view: String) throws {
    for line in body(written) {
      let shown = line.replacing(/\u{1B}\[[0-9;]+m/, with: "").replacing("\u{C}", with: "")
      #expect(policy.width(of: shown) <= width, "\(view) \(shown)")
    }
    #expect(SnapshotSeal(of: written.text)?.isBodyIntact == true)
  }

  @Test("Nothing is drawn outside of a picture's frame", arguments: [40, 80])
  func pictures(width: Int) throws {
    let (_, reader) = try Scenario.Store.sample.shared()
    for place in try places(reader) {
      let text = try WrittenView(place, .svg, from: reader, width: width).text
      let frame = try #require(text.firstMatch(of: /viewBox="0 0 ([0-9]+) ([0-9]+)"/))
      let (right, bottom) = (try #require(Int(frame.output.1)), try #require(Int(frame.output.2)))
      let runs = text.matches(of: /<tspan x="([0-9]+)" textLength="([0-9]+)"/)
      #expect(!runs.isEmpty)
      for run in runs {
        let end = try #require(Int(run.output.1)) + (try #require(Int(run.output.2)))
        #expect(end <= right - 16, "\(place.viewArgument)")
      }
      for line in text.matches(of: /<text y="([0-9]+)"/) {
        #expect(try #require(Int(line.output.1)) <= bottom - 16, "\(place.viewArgument)")
      }
    }
  }

  @Test("A title that has no room beside the headquarters stands below it, and says where it was cut")
  func titles() throws {
    let (_, reader) = try Scenario.Store.sample.shared()
    let narrow = try WrittenView("overview", .text, from: reader, width: 40).lines
    #expect(narrow.prefix(3) == ["見本市デジタル戦略本部（架空の見本）", "概要", "r8 (5591d66f) 令和8年10月15日 時点"])
    let wide = try WrittenView("actions/m11", .text, from: reader, width: 80).lines
    #expect(
      wide.first == "見本市デジタル戦略本部（架空の見本）  障害福祉サービスの電子申請（更新・区分変…")
    let page = try WrittenView("actions/m11", .text, from: reader, width: 80, page: 12).text.split(separator: "\u{C}")
    #expect(page.dropFirst().first?.hasPrefix("見本市デジタル戦略本部（架空の見本）  障害福祉サービスの電子申請（…  （2ページ）\n") == true)
  }

  @Test("In English it says as of when it is, and which page this is, in English")
  func english() throws {
    let (_, reader) = try Scenario.Store.sample.shared()
    let text = try WrittenView("actions", .text, from: reader, width: 80, page: 20, language: .en).text
    let above = text.prefix(while: { $0 != "再" })
    #expect(above.hasPrefix("見本市デジタル戦略本部 (fictional sample)  Actions\nr8 (5591d66f) as of "))
    #expect(
      above.contains("Actions  (page 2)\n") && !above.contains("時点") && !above.contains("（続き）")
        && !above.contains("ページ）"))
  }

  // MARK: Headings that go on

  private func goesOn(_ spans: [String], columns: Int) -> String {
    ContinuedHeading(Line(spans.map { Span($0) })).text("（続き）", columns: columns, policy)
  }

  @Test("A heading that goes on says so behind its words, and the rest of its line stays where it is")
  func headings() {
    #expect(goesOn(["窓口"], columns: 40) == "窓口（続き）")
    #expect(goesOn(["窓口", "  11件"], columns: 40) == "窓口（続き）  11件")
    #expect(goesOn(["  ", "窓口", "（推定）", "  11件"], columns: 40) == "  窓口（推定）（続き）  11件")
    // Today's line.
    #expect(goesOn(["データ", "  11件", "            ", "│"], columns: 40) == "データ（続き）  11件    │")
    // A table's columns.
    #expect(goesOn(["柱 × フェーズ", "          ", "  企", "  検"], columns: 40) == "柱 × フェーズ（続き）    企  検")
    #expect(goesOn(["柱 × フェーズ", "  企", "  検", "  開"], columns: 27) == "柱 ×…（続き）  企  検  開")
    #expect(goesOn([String(repeating: "長", count: 30)], columns: 40) == String(repeating: "長", count: 15) + "…（続き）")
  }

  @Test("In pages the mark stands behind the heading's words, with each list")
  func pages() throws {
    let (_, reader) = try Scenario.Store.sample.shared()
    var timeline = ItemListOptions()
    timeline.layout = .timeline
    var found = 0
    for view in ["overview", "actions", "attention", "pillars"] {
      for page in [14, 17, 20, 25] {
        let written = try WrittenView(view, .text, from: reader, options: timeline, width: 80, page: page)
        for line in body(written) where line.contains("（続き）") {
          found += 1
          #expect(!line.hasSuffix("│（続き）") && !line.contains("未（続き）"), "\(view) \(page): \(line)")
          #expect(policy.width(of: line) <= 80, "\(view) \(page): \(line)")
        }
      }
    }
    #expect(found > 5)
  }

  @Test("A heading of a difference stands with its records, and comes again where they go on", arguments: [60, 80])
  func differenceHeadings(width: Int) throws {
    let (_, reader) = try Scenario.Store.sample.shared()
    let text = try WrittenView("diff/r2..r7", .text, from: reader, width: width, page: 20).text
    for page in text.split(separator: "\u{C}") {
      let last = try #require(page.split(separator: "\n").last)
      #expect(last.firstMatch(of: /^[^ ].*  [0-9,]+件$/) == nil, "\(page)")
    }
    #expect(text.contains("\n柱 窓口（続き）  13件\n"))
  }

  @Test("What comes behind a table's end does not stand under its heading")
  func behindTable() throws {
    let (_, reader) = try Scenario.Store.osaka.shared()
    for (view, heading) in [("overview", "柱別の予算"), ("pillars", "柱")] {
      for width in [40, 60, 80] {
        let text = try WrittenView(view, .text, from: reader, width: width, page: 20).text
        #expect(!text.contains("\n\(heading)（続き）") && !text.contains("\n（続き）"), "\(view) \(width)")
      }
    }
  }

  @Test("Headings over nothing fill no page beyond its end", arguments: [40, 60, 80])
  func emptyGroups(width: Int) throws {
    let (_, reader) = try Scenario.Store.osaka.shared()
    let pages = try WrittenView("attention", .text, from: reader, width: width, page: 20).text.split(separator: "\u{C}")
    #expect(pages.count > 1)
    for page in pages { #expect(page.count { $0 == "\n" } <= 20, "\(page)") }
  }
}
