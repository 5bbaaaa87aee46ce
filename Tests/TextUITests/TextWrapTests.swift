import Testing

@testable import TextUI

@Suite("Broken lines")
struct TextWrapTests {
  static let prose = String(
    """
    大阪市は、平成28年3月に「大阪市ICT戦略」を策定しました。その後（2018年5月24日）、第2版として改訂し、\
    データー活用・オープンデータの推進等、約1,234,567件（前年比98.5％）のデータを公開しています。\
    「ICTの徹底活用」による「市民サービスの向上」、ＩＣＴの利活用をすすめるため、本部会議・ＰＴ会議を開きました。\
    スマートシティーの実現へ。きっと、もっと、ちゃんと進めます！ 詳しくは https://www.city.osaka.lg.jp/ をご覧ください。\
    取組項目は「企画中」「検討中」「開発中」「検証中」「運用中」の5つのフェーズに分けて管理されています。\
    本部会議は年に数回、ＰＴ会議は毎月。
    """.prefix(300))

  static let neverFirst = Set("、。」）ー，．・！？』】ッっゃゅょャュョ％")

  @Test("T10: 300 characters wrapped at every width keep the rules of Japanese lines", arguments: 7...80)
  func kinsoku(columns: Int) {
    #expect(Self.prose.count >= 290)
    for policy in Samples.policies {
      let lines = TextFit.wrap(Self.prose, columns, policy)
      #expect(lines.joined() == Self.prose)
      #expect(lines.allSatisfy { policy.width(of: $0) <= columns })
      #expect(lines.dropFirst().allSatisfy { !Self.neverFirst.contains($0.first ?? " ") })
      #expect(lines.allSatisfy { !"「（".contains($0.last ?? " ") })
    }
  }

  @Test("T10: numbers and words stay whole where the room allows", arguments: 12...80)
  func numbers(columns: Int) {
    let lines = TextFit.wrap(Self.prose, columns, .narrow)
    for number in ["1,234,567", "98.5％", "2018"] {
      #expect(lines.contains { $0.contains(number) })
    }
  }

  @Test("A number stays with what it counts, and the parts of a date together", arguments: 16...60)
  func counters(columns: Int) {
    for whole in ["2018年度~2020年度", "2年8月6日", "12回"] {
      for before in 0...columns {
        let text = String(repeating: "あ", count: before / 2) + "計画" + whole + "の実績"
        let lines = TextFit.wrap(text, max(columns, 22), .narrow)
        #expect(lines.contains { $0.contains(whole) }, "\(lines)")
      }
    }
  }

  @Test("Random text is only parted, never changed", arguments: Samples.policies)
  func partition(policy: WidthPolicy) {
    for text in Samples.hard + Samples.random(seed: 3, count: 300, longest: 60) {
      for columns in [1, 2, 3, 7, 20, 80] {
        let lines = TextFit.wrap(text, columns, policy)
        #expect(lines.joined() == text)
        #expect(lines.allSatisfy { policy.width(of: $0) <= columns || $0.count == 1 })
      }
    }
  }

  @Test("A word longer than the line is broken, other words are not")
  func longWord() {
    #expect(TextFit.wrap("参照abcdefghij", 6, .narrow) == ["参照", "abcdef", "ghij"])
  }

  @Test("A paragraph ends at line feeds and drops spaces where it is broken")
  func paragraph() {
    #expect(TextFit.paragraph("hello world wide", 5, .narrow) == ["hello", "world", "wide"])
    #expect(TextFit.paragraph("一行目\n\n三行目です", 6, .narrow) == ["一行目", "", "三行目", "です"])
    #expect(TextFit.paragraph("", 6, .narrow) == [""])
    #expect(TextFit.paragraph("a\r\nb", 6, .narrow) == ["a", "b"])
  }

  @Test("No line of a paragraph is wider than its room", arguments: 4...40)
  func paragraphWidth(columns: Int) {
    let text = "The quick brown fox  jumps over the lazy dog. " + Self.prose
    #expect(TextFit.paragraph(text, columns, .narrow).allSatisfy { WidthPolicy.narrow.width(of: $0) <= columns })
  }

  @Test("Wrapped lines keep their styles")
  func styledLines() {
    let line = Line("目的: ", .bold) + Line("市民 サービスの向上")
    let wrapped = line.wrapped(to: 10, .narrow)
    #expect(wrapped.map(\.text) == TextFit.paragraph(line.text, 10, .narrow))
    #expect(wrapped.first?.spans.first == Span("目的: ", .bold))
    #expect(wrapped.flatMap(\.spans).filter { $0.style == .bold }.count == 1)
  }
}
