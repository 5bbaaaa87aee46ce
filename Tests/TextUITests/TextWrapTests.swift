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

  @Test("A date with its era, a number with its unit and a katakana word are not broken where the next line has room")
  func wholeWords() {
    let wholes = [
      "令和8年3月31日", "平成元年4月1日", "2,000時間/月", "440百万円/年", "1億3,440万円", "6か月", "12世帯", "第5回", "ガバメント", "データー",
    ]
    for whole in wholes {
      for before in 0...30 {
        let text = String(repeating: "あ", count: before) + "、" + whole + "の実績"
        let lines = TextFit.wrap(text, 44, .narrow)
        let place = TextFit.prefix(of: text, 44, .narrow).count
        // A katakana word that begins in the first half of a line is broken before the line is left half empty.
        #expect(lines.contains { $0.contains(whole) } || place == text.count, "\(lines)")
        #expect(lines.joined() == text && lines.allSatisfy { WidthPolicy.narrow.width(of: $0) <= 44 })
      }
    }
  }

  @Test("A katakana word that would leave half of the line empty, or fits on no line, is broken")
  func longKatakana() {
    #expect(TextFit.wrap("行政オンラインシステム", 18, .narrow) == ["行政オンラインシス", "テム"])
    #expect(TextFit.wrap("市民の窓口のオンラインシステム", 18, .narrow) == ["市民の窓口の", "オンラインシステム"])
    #expect(TextFit.wrap("市民の窓口のデータプラットフォーム", 18, .narrow) == ["市民の窓口のデータ", "プラットフォーム"])
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
