import Foundation
import TestSupport
import Testing

@testable import TextUI

@Suite("Text made to fit")
struct TextFitTests {
  @Test("T8: a fitted text takes exactly its cells", arguments: Samples.policies)
  func exact(policy: WidthPolicy) {
    for text in Samples.hard + Samples.random(seed: 2, count: 60) {
      for columns in 0...40 {
        let fitted = [Alignment.leading, .center, .trailing].map {
          TextFit.fit(text, columns, policy, alignment: $0)
        }
        let line = Line([Span(text), Span("続き", .bold)]).fitted(to: columns, policy)
        if !fitted.allSatisfy({ policy.width(of: $0) == columns }) || line.width(policy) != columns {
          Issue.record("\(columns): \(text.unicodeScalars.map { String($0.value, radix: 16) })")
        }
      }
    }
  }

  @Test("F4 T8: every disputed text fits every width exactly", arguments: Samples.policies)
  func columns(policy: WidthPolicy) {
    #expect(Samples.columns.count >= 800)
    for text in Samples.columns {
      let width = policy.width(of: text)
      for columns in 0...min(40, width + 3) {
        let fitted = TextFit.fit(text, columns, policy)
        var canvas = Canvas(size: Size(columns: columns + 2, rows: 1), policy: policy)
        let end = canvas.draw(Line(fitted + "|"), at: Point(column: 0, row: 0))
        let isInPlace = canvas.grid[column: columns, row: 0].text == "|" && end == columns + 1
        if policy.width(of: fitted) != columns || !isInPlace || !canvas.grid.isWellFormed {
          Issue.record("\(columns): \(text.unicodeScalars.map { String($0.value, radix: 16) })")
        }
      }
    }
  }

  @Test("F4: every scalar fits one, two and three cells exactly", arguments: Samples.policies)
  func scalars(policy: WidthPolicy) {
    for value in stride(from: UInt32(0), through: 0x10FFFF, by: Extent.rounds(37, whole: 1)) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for columns in 1...3 where policy.width(of: TextFit.fit(String(scalar), columns, policy)) != columns {
        Issue.record("\(columns): \(String(value, radix: 16))")
      }
    }
  }

  @Test(
    "T8: a wide character that does not fit gives way to the ellipsis",
    arguments: [
      ("abcdで", 5, "abcd…"), ("abcdで", 6, "abcdで"), ("大阪市", 5, "大阪…"), ("大阪市", 4, "大… "), ("大阪市", 1, "…"),
      ("大阪市", 0, ""), ("ab", 4, "ab  "),
    ])
  func narrowFit(text: String, columns: Int, fitted: String) {
    #expect(TextFit.fit(text, columns, .narrow) == fitted)
  }

  @Test("Under the wide policy the ellipsis takes two cells")
  func wideEllipsis() {
    #expect(TextFit.fit("大阪市", 5, .wide) == "大… ")
    #expect(TextFit.fit("大阪市", 1, .wide) == " ")
    #expect(TextFit.fit("大阪市", 5, .wide, ellipsis: LineSet.ascii.ellipsis) == "大.. ")
  }

  @Test("A text cut in its middle keeps both ends, and whole characters", arguments: Samples.policies)
  func shortened(policy: WidthPolicy) {
    for text in Samples.hard + Samples.random(seed: 5, count: 60) {
      for columns in 4...40 {
        let short = TextFit.shorten(text, columns, policy)
        if policy.width(of: text) <= columns {
          #expect(short == text)
          continue
        }
        #expect(policy.width(of: short) <= columns)
        let cuts = Array(text.indices) + [text.endIndex]
        let holds = cuts.contains { start in
          cuts.contains { end in
            start <= end
              && short.unicodeScalars.elementsEqual((text[..<start] + policy.ellipsis + text[end...]).unicodeScalars)
          }
        }
        #expect(holds, "\(columns): \(text.unicodeScalars.map { String($0.value, radix: 16) })")
      }
    }
  }

  @Test(
    "What tells titles of one series apart stands at their ends",
    arguments: [
      ("第1回大阪市ICT戦略本部会議の資料", 20, "第1回大阪…会議の資料"), ("大阪市ICT戦略", 13, "大阪市ICT戦略"), ("abcdefghij", 8, "abc…ghij"),
    ])
  func shortenedTitle(text: String, columns: Int, short: String) {
    #expect(TextFit.shorten(text, columns, .narrow) == short)
  }

  @Test("T5: truncation keeps a base and its selector together")
  func selectors() {
    for columns in 0...8 {
      let cut = TextFit.prefix(of: "葛\u{E0100}城\u{E0101}市", columns, .narrow)
      #expect("葛\u{E0100}城\u{E0101}市".hasPrefix(cut))
      #expect(cut.isEmpty || cut.contains("葛\u{E0100}"))
    }
  }

  @Test("T12: alignment counts cells")
  func alignment() {
    #expect(TextFit.fit("中文", 8, .narrow, alignment: .center) == "  中文  ")
    #expect(TextFit.fit("ＫＰＩ", 8, .narrow, alignment: .trailing) == "  ＫＰＩ")
    #expect(TextFit.fit("達成率", 9, .narrow, alignment: .center) == " 達成率  ")
  }

  @Test("T19: a calendar's days stand under their weekdays")
  func calendar() {
    let head = "月火水木金土日".map { TextFit.fit(String($0), 3, .narrow, alignment: .trailing) }.joined()
    let days = (1...7).map { TextFit.fit(String($0), 3, .narrow, alignment: .trailing) }.joined()
    #expect(head == " 月 火 水 木 金 土 日")
    #expect(WidthPolicy.narrow.width(of: head) == WidthPolicy.narrow.width(of: days))
    #expect(TextFit.fit("令和8年4月", 21, .narrow, alignment: .center) == "     令和8年4月      ")
  }

  @Test("A cut line keeps the styles of what is left")
  func styles() {
    let line = Line("柱: ", .bold) + Line("スマートシティ", .reverse)
    #expect(line.fitted(to: 9, .narrow).spans == [Span("柱: ", .bold), Span("スマ", .reverse), Span("…", .reverse)])
    #expect(Line("a", .bold).fitted(to: 3, .narrow, alignment: .trailing).text == "  a")
  }

  @Test("A negative room shows nothing")
  func negative() {
    #expect(TextFit.fit("大阪", -3, .narrow) == "")
    #expect(Line("大阪").fitted(to: -1, .narrow).width(.narrow) == 0)
  }
}
