import Crypto
import Dashboard
import Foundation
import FoundationXML
import StrategyModel
import TestSupport
import Testing
import TextUI

@testable import Snapshot

@Suite("HTML and SVG")
struct MarkupTests {
  /// Tags with their attributes' names, as a browser would find them.
  private func tags(_ text: String) -> Set<String> {
    var tags: Set<String> = []
    for match in text.matches(of: /<([!\/?]?[A-Za-z-]+)([^>]*)>/) {
      let names = match.output.2.matches(of: /([a-zA-Z:-]+)=/).map { String($0.output.1) }
      tags.insert(([String(match.output.1)] + names.sorted()).joined(separator: " "))
    }
    return tags
  }

  @Test("Markup in every field of the data makes no element and no attribute")
  func inert() throws {
    let reader = try HostileStore.make(HostileStore.markup)
    let plain = try HostileStore.make("文字")
    for view in HostileStore.views {
      for format in [SnapshotFormat.html, .svg] {
        let hostile = try WrittenView(view, format, from: reader).text
        let usual = try WrittenView(view, format, from: plain).text
        let made = tags(hostile).subtracting(tags(usual)).subtracting([
          "tspan class lengthAdjust textLength x", "br", "td",
        ])
        #expect(made.isEmpty, "\(view) \(format): \(made)")
        #expect(!hostile.contains("<script") && !hostile.contains("<img"))
      }
    }
  }

  @Test("A page fetches nothing and runs nothing, and its one style is the one that its policy names")
  func policy() throws {
    let (_, reader) = try Scenario.Store.osaka.shared()
    for view in WrittenView.views + ["actions/it_koseki_ai"] {
      let text = try WrittenView(view, .html, from: reader).text
      let style = try #require(text.firstMatch(of: /<style>(.*?)<\/style>/.dotMatchesNewlines())).output.1
      let digest = Data(SHA256.hash(data: Data(style.utf8))).base64EncodedString()
      #expect(
        text.contains(
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-\(digest)'; "))
      for forbidden in ["src=", "href=", "url(", "@import", "style=", " on"] {
        #expect(!tags(text).contains { $0.contains(forbidden) } && !style.contains(forbidden), "\(forbidden)")
      }
      #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"ja\">\n"))
    }
  }

  @Test("A page's headings descend one level at a time, and its tables name their rows and columns")
  func accessible() throws {
    let (_, reader) = try Scenario.Store.sample.shared()
    for place in try WrittenView.places(of: reader) {
      let view = place.viewArgument
      let text = try WrittenView(place, .html, from: reader).text
      let levels = text.matches(of: /<h([1-6])[ >]/).compactMap { Int($0.output.1) }
      #expect(levels.first == 1 && levels.filter { $0 == 1 }.count == 1)
      for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1, "\(view)") }
      #expect(text.matches(of: /<th>/).isEmpty)
      for table in text.matches(of: /<table([^>]*)>/) { #expect(table.output.1.contains("aria-labelledby=\"h")) }
      for row in text.split(separator: "\n") where row.hasPrefix("<tr><td") {
        // Only a row below one whose name spans it has none of its own.
        #expect(text.contains("rowspan="), "\(view): \(row)")
      }
      for name in ["table", "tbody", "thead", "ul", "li", "dl", "main", "footer"] {
        let opened = text.matches(of: try Regex("<\(name)[ >]")).count
        #expect(opened == text.matches(of: try Regex("</\(name)>")).count, "\(view) \(name)")
      }
    }
  }

  @Test("A picture is well-formed, and every run of text begins at its cell", arguments: [80, 120])
  func picture(width: Int) throws {
    let (_, reader) = try Scenario.Store.osaka.shared()
    for view in WrittenView.views {
      let picture = try WrittenView(view, .svg, from: reader, width: width)
      #expect(XMLParser(data: Data(picture.text.utf8)).parse(), "\(view)")
      let text = try WrittenView(view, .text, from: reader, width: width).lines.dropLast(6)
      var drawn: [Int: [Int: String]] = [:]
      for line in picture.text.matches(of: /<text y="([0-9]+)">(.*?)<\/text>/) {
        for run in line.output.2.matches(of: /<tspan x="([0-9]+)"[^>]*>([^<]*)<\/tspan>/) {
          let (x, y) = (try #require(Int(run.output.1)), try #require(Int(line.output.1)))
          drawn[(y - 32) / 21, default: [:]][(x - 16) / 8] = MarkupText.unescaped(String(run.output.2))
        }
      }
      for (row, line) in text.enumerated() {
        var column = 0
        var cells: [Int: Character] = [:]
        for character in line {
          cells[column] = character
          column += WidthPolicy.narrow.width(of: character)
        }
        for (start, run) in drawn[row] ?? [:] {
          var place = start
          for character in run {
            #expect(cells[place] == character, "\(view) \(row):\(place)")
            place += WidthPolicy.narrow.width(of: character)
          }
        }
        let isBar = { (character: Character) in "█▓▒░▏▎▍▌▋▊▉ 　".contains(character) }
        #expect((drawn[row] ?? [:]).values.joined().count == line.filter { !isBar($0) }.count, "\(view) \(row)")
      }
    }
  }
}
