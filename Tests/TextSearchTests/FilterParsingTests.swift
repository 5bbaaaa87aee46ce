import StrategyModel
import Testing

@testable import TextSearch

@Suite("The filter language")
struct FilterParsingTests {
  @Test(
    "A filter reads as a sentence",
    arguments: [
      ("", "条件なし"), ("   　", "条件なし"), ("業務", "「業務」"), ("業務 AI", "「業務」 × 「AI」"),
      ("業務　AI", "「業務」 × 「AI」"), ("\"業務 改革\"", "「業務 改革」"), ("\"業務 改", "「業務 改」"), ("-紙", "「紙」以外"),
      ("！紙", "「紙」以外"), ("－紙", "「紙」以外"), ("a|b", "「a」または「b」"), ("a｜b c", "「a」または「b」 × 「c」"),
      ("x a | -b", "「x」 × 「a」または「b」以外"), ("a|", "「a」"), ("-", "条件なし"), ("|", "条件なし"),
      ("phase:検証中", "フェーズ=検証中"), ("フェーズ：検証中", "フェーズ=検証中"), ("ﾌｪｰｽﾞ:ＯＰＥ", "フェーズ=運用中"),
      ("PHASE:企", "フェーズ=企画中"), ("phase:none", "フェーズ=未記載"), ("-phase:未記載", "フェーズ=未記載以外"),
      ("phase:検証中|運用中", "フェーズ=検証中または運用中"), ("phase:検証中|AI", "フェーズ=検証中または「AI」"),
      ("柱:データ フェーズ:検証中", "柱=データ × フェーズ=検証中"), ("pillar:\"a b\"", "柱=「a b」"), ("pillar:none", "柱=なし"),
      ("pillar:\"none\"", "柱=「none」"), ("dept:ICT|情報", "所管=ICTまたは情報"), ("所管:=\"ICT戦略室\"", "所管=ICT戦略室（全体一致）"),
      ("kpi:<80", "達成率=80%未満"), ("ＫＰＩ：＜８０％", "達成率=80%未満"), ("kpi:>=57.5", "達成率=57.5%以上"),
      ("kpi:50..80", "達成率=50%以上80%以下"), ("kpi:80", "達成率=80%"), ("kpi:behind", "KPI=基準値から目標値への直線に遅れ"),
      ("kpi:overdue", "KPI=期限を過ぎて未達"), ("due:90d", "期限=令和2年8月6日から令和2年11月4日まで"),
      ("due:<2020-04", "期限=令和2年4月1日より前"), ("期限:>R2.8.6", "期限=令和2年8月6日より後"),
      ("due:令和2年8月", "期限=令和2年8月1日から令和2年8月31日まで"), ("due:R2.8.6", "期限=令和2年8月6日"),
      ("due:2020-04..", "期限=令和2年4月1日から"), ("due:..2020-04", "期限=令和2年4月30日まで"), ("due:なし", "期限=なし"),
      ("fy:R2", "年度=令和2年度"), ("年度:2020", "年度=令和2年度"), ("年度:令和２年度", "年度=令和2年度"),
      ("fy:R2..R4", "年度=令和2年度から令和4年度まで"), ("fy:R2〜R4", "年度=令和2年度から令和4年度まで"), ("fy:<2020", "年度=令和2年度より前"),
      ("fy:none", "年度=なし"),
      ("review:overdue", "CIO確認=1年を超えた"), ("review:none", "CIO確認=記録なし"),
      ("review:>=2020-01-01", "CIO確認=令和2年1月1日から"), ("id:oss-1", "番号=oss-1"), ("plan:アクション", "計画=アクション"),
      ("has:kpi", "KPIの記録あり"), ("-has:予算", "予算の記録なし"), ("is:derived", "フェーズが推定"),
      ("changed:r5..", "変更=r5から"), ("changed:r5", "変更=r5"),
      ("changed:r5..r9", "変更=r5からr9まで"), ("変更:Ｒ５..", "変更=r5から"), ("changed:<r5", "変更=r5より前"),
      ("changed:令和2年8月6日..", "変更=令和2年8月6日から"), ("changed:..R2.8.6", "変更=令和2年8月6日まで"),
      ("changed:2020-08", "変更=令和2年8月1日から令和2年8月31日まで"), ("changed:2020-08-06", "変更=令和2年8月6日"),
      ("changed:R2年度〜r9", "変更=令和2年4月1日からr9まで"), ("changed:>2020-08-06", "変更=令和2年8月6日より後"),
      ("changed:mtg_x..", "変更=会議 mtg_x より後"), ("changed:..mtg_x", "変更=会議 mtg_x まで"),
      ("changed:mtg_a..Mtg_B", "変更=会議 mtg_a より後会議 Mtg_B まで"), ("changed:mtg_x", "変更=会議 mtg_x "),
      // Only known names make a field.
      ("10:30", "「10:30」"), ("https://www.city.osaka.lg.jp/", "「https://www.city.osaka.lg.jp/」"), ("担当:田中", "「担当:田中」"),
      (":", "「:」"), ("a-b", "「a-b」"), ("(株)", "「(株)」"), ("\"phase:x\"", "「phase:x」"), ("\"-a\"", "「-a」"),
    ])
  func sentences(text: String, sentence: String) throws {
    #expect(try FilterQuery(parsing: text, today: .sample).sentence() == sentence)
  }

  @Test("Dates of the sentence follow the calendar")
  func isoSentence() throws {
    let query = try FilterQuery(parsing: "due:<2020-04 fy:R2", today: .sample)
    #expect(query.sentence(.iso) == "期限=2020-04-01より前 × 年度=2020年度")
  }

  @Test(
    "A wrong filter marks the wrong part and says what would be right",
    arguments: [
      ("業務 phase:開始", 9..<11, "フェーズ: 「開始」は使えません（企画中・検討中・開発中・検証中・運用中・未記載）"),
      ("phase:検", 6..<7, "「検」は検討中・検証中のどれか一つに決まりません"),
      ("phase:", 0..<6, "フェーズ: の値がありません（企画中・検討中・開発中・検証中・運用中・未記載）"),
      ("a -柱: b", 3..<5, "柱: の値がありません（柱の名前の一部、または なし）"),
      ("kpi:<abc", 4..<8, "達成率: 「<abc」は使えません（<80、50..80、behind（遅れ）、overdue（超過）、reached（達成）、none（なし））"),
      ("due:2020-13", 4..<11, "期限: 「2020-13」は使えません（90d、<2020-04、2020-04..2020-09、令和2年8月、none（なし））"),
      ("fy:abc", 3..<6, "年度: 「abc」は使えません（R2、2020、R2..R4、none（なし））"),
      ("fy:R4..R2", 3..<9, "年度: 「R4..R2」は使えません（R2、2020、R2..R4、none（なし））"),
      ("review:soon", 7..<11, "CIO確認: 「soon」は使えません（overdue（超過）、none（なし）、<2020-04）"),
      ("has:x", 4..<5, "あり: 「x」は使えません（kpi・budget（予算）・schedule（日程）・review（確認）・events（経過））"),
      ("is:x", 3..<4, "区分: 「x」は使えません（derived（推定））"),
      ("changed:5", 8..<9, "変更: 「5」は使えません（r5、r5..r8、2020-08-06..、令和2年8月6日..、会議の番号..）"),
      ("か\u{3099}👨‍👩‍👧 phase:x", 9..<10, "フェーズ: 「x」は使えません（企画中・検討中・開発中・検証中・運用中・未記載）"),
    ])
  func errors(text: String, range: Range<Int>, message: String) {
    do throws(FilterError) {
      _ = try FilterQuery(parsing: text, today: .sample)
      Issue.record("「\(text)」 was accepted")
    } catch {
      #expect(error.range == range)
      #expect(error.message == message)
    }
  }

  @Test("Words that are to be highlighted are the wanted ones, folded")
  func needles() throws {
    let query = try FilterQuery(parsing: "ＩＣＴ -紙 \"デ ー\" pillar:データ a|b", today: .sample)
    #expect(query.textNeedles == ["ict", "で ー", "a", "b"])
  }

  @Test("A filter shown as its own text reads back the same")
  func roundTrip() throws {
    for text in ["業務 -AI a|\"b c\"", "phase:検証中|運用中 pillar:=x", "due:90d kpi:<80 -has:kpi"] {
      let query = try FilterQuery(parsing: text, today: .sample)
      #expect(try FilterQuery(parsing: query.text, today: .sample) == query)
    }
  }

  @Test("What is called by its name counts as if it were typed, so that what is pinned reads back")
  func calledBounds() throws {
    let words = { (first: Int) in (first..<(first + 40)).map { "w\($0)" }.joined(separator: " ") }
    let saved = [SavedFilter(name: "a", text: words(0)), SavedFilter(name: "b", text: words(40))]
    let one = try FilterQuery(parsing: "@a x", today: .sample, saved: saved, bound: .typed)
    #expect(try FilterQuery(parsing: one.expandedText, today: .sample, bound: .typed).clauses == one.clauses)
    #expect(throws: FilterError(range: 3..<5, reason: .tooManyTerms(limit: 64))) {
      try FilterQuery(parsing: "@a @b", today: .sample, saved: saved, bound: .typed)
    }
    let long = [SavedFilter(name: "l", text: String(repeating: "窓", count: 1_500))]
    #expect(throws: FilterError(range: 0..<5, reason: .tooLong(limit: 2_000))) {
      try FilterQuery(parsing: "@l @l", today: .sample, saved: long, bound: .typed)
    }
  }

  @Test("No text makes the parser fail otherwise than with an error inside the text")
  func anyText() {
    var random = SeededGenerator(seed: 9)
    let parts = ["phase:", "柱：", "|", "-", "\"", " ", "kpi:", "<", "..", "due:", "9999999999d", "r", "fy:", "=", "検"]
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        text += Bool.random(using: &random) ? random.text(length: 1...3) : parts.randomElement(using: &random) ?? ""
      }
      do throws(FilterError) {
        _ = try FilterQuery(parsing: text, today: .sample).sentence()
      } catch {
        #expect(!error.range.isEmpty && error.range.upperBound <= text.count)
      }
    }
  }
}

extension CivilDate {
  static let sample = CivilDate(dayNumber: 18_480)  // 2020-08-06
}
