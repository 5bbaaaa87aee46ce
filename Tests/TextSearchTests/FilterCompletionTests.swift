import StrategyModel
import Testing

@testable import TextSearch

@Suite("Completion in a filter")
struct FilterCompletionTests {
  static let vocabulary = FilterVocabulary(
    pillars: ["データドリブン", "スマートシティ", "スマート 行政"], departments: ["ICT戦略室", "ICT戦略室 企画担当", "市民局", "なし"],
    plans: ["計画「2」\"改\"改訂版"],
    saved: [SavedFilter(name: "窓口", text: "窓口"), SavedFilter(name: "窓口の遅れ", text: "窓口 kpi:behind")],
    today: .sample, head: 8)

  /// The caret is at the `^`.
  private func completion(_ marked: String, _ vocabulary: FilterVocabulary = Self.vocabulary) -> FilterCompletion {
    let text = marked.replacing("^", with: "", maxReplacements: 1)
    let caret = marked.firstIndex(of: "^").map { marked.distance(from: marked.startIndex, to: $0) } ?? text.count
    return FilterCompletion(text, caret: caret, vocabulary)
  }

  @Test(
    "Candidates, and what they replace",
    arguments: [
      ("ph", ["phase:"], 0..<2), ("PH", ["phase:"], 0..<2), ("フ", ["フェーズ:"], 0..<1), ("ﾌｪ", ["フェーズ:"], 0..<2),
      ("業務 -所", ["所管:"], 4..<5), ("p", ["phase:", "pillar:", "plan:"], 0..<1),
      ("phase:", ["企画中", "検討中", "開発中", "検証中", "運用中", "未記載"], 6..<6), ("phase:検", ["検討中", "検証中"], 6..<7),
      ("phase:ver", ["verifying"], 6..<9), ("フェーズ：運", ["運用中"], 5..<6), ("phase:検証中|運", ["運用中"], 10..<11),
      ("phase:検証中 | ", ["企画中", "検討中", "開発中", "検証中", "運用中", "未記載"], 12..<12),
      ("柱:デ", ["データドリブン"], 2..<3), ("柱:スマート", ["スマートシティ", "\"スマート 行政\""], 2..<6),
      ("柱:=\"スマート 行", ["\"スマート 行政\""], 3..<10), ("柱:シティ", ["スマートシティ"], 2..<5),
      ("柱:データ|スマート", ["スマートシティ", "柱:\"スマート 行政\""], 6..<10), ("所管:なし", ["\"なし\"", "なし"], 3..<5),
      ("計画:", ["計画「2」", "なし"], 3..<3),
      ("kpi:b", ["behind"], 4..<5), ("達成率:", ["遅れ", "超過", "達成", "なし", "<80", "50..80"], 4..<4),
      ("has:", ["kpi", "予算", "日程", "確認", "経過"], 4..<4), ("is:", ["推定"], 3..<3), ("review:n", ["none"], 7..<8),
      ("fy:令和", ["令和元年度", "令和2年度", "令和3年度", "令和4年度"], 3..<5),
      ("changed:", ["r8", "r4..", "2019-08-06.."], 8..<8), ("@", ["@窓口", "@窓口の遅れ"], 0..<1), ("x @遅", ["@窓口の遅れ"], 2..<4),
      ("-@", [], 1..<2), ("id:x", [], 3..<4), ("\"phase:", [], 7..<7), ("ph^x", ["phase:"], 0..<3),
      ("ph^ase:検", ["phase:"], 0..<6), ("phase:検^証中 x", ["検討中", "検証中"], 6..<9), ("^-ph", [], 0..<0),
    ])
  func candidates(marked: String, candidates: [String], range: Range<Int>) {
    let found = completion(marked)
    #expect(found.candidates == candidates)
    #expect(found.range == range)
  }

  @Test("On an empty place all fields are offered, and @ when there are saved filters")
  func everything() {
    let fields = completion("").candidates
    #expect(fields.count == FilterField.allCases.count + 1)
    #expect(fields.prefix(2) == ["フェーズ:", "柱:"])
    #expect(fields.last == "@")
    #expect(completion("a|").candidates.count == FilterField.allCases.count)
    let english = FilterVocabulary(today: .sample, prefersEnglish: true)
    #expect(completion("", english).candidates.prefix(2) == ["phase:", "pillar:"])
    #expect(completion("phase:", english).candidates.first == "planning")
  }

  @Test(
    "The common part is what all candidates begin with",
    arguments: [
      ("ph", "phase:"), ("p", nil), ("所管:市", "市民局"), ("所管:ICT戦略室", nil), ("@", "@窓口"), ("@窓口", nil), ("所管:I", nil),
      ("phase:検", nil),
      ("柱:シ", nil), ("", nil),
    ] as [(String, String?)])
  func commonPart(text: String, common: String?) {
    #expect(completion(text).commonPart == common)
  }

  @Test("Where readings would find more, the word as a reading is the first candidate")
  func readings() {
    var vocabulary = Self.vocabulary
    vocabulary.offersReadings = true
    #expect(completion("窓口 kikaku", vocabulary).candidates == ["~kikaku"])
    #expect(completion("pi", vocabulary).candidates == ["~pi", "pillar:"])
    #expect(completion("-pi", vocabulary).candidates == ["pillar:"])
    #expect(completion("~pi", vocabulary).candidates.isEmpty)
    #expect(completion("pi").candidates == ["pillar:"])
  }

  @Test("Every word that is offered reads as a value of its field", arguments: FilterField.allCases)
  func valid(field: FilterField) throws {
    for prefersEnglish in [false, true] {
      for word in Self.vocabulary.words(of: field) {
        let text = field.name(prefersEnglish) + ":" + word.text(prefersEnglish)
        let exact = field.name(prefersEnglish) + ":" + word.exactText(prefersEnglish)
        for text in [text, exact] {
          let query = try FilterQuery(parsing: text, today: .sample)
          #expect(query.clauses.count == 1 && query.textNeedles.isEmpty, "\(text)")
        }
        #expect(completion(field.name(prefersEnglish) + ":").candidates.contains(word.text(false)))
      }
    }
  }

  @Test("Any text at any caret gives candidates that fit its place")
  func anyText() {
    var random = SeededGenerator(seed: 11)
    let parts = ["phase:", "柱：", "|", "-", "\"", " ", "@", "=", "ス", "kpi:", "所管:"]
    for _ in 0..<5_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        text += Bool.random(using: &random) ? random.text(length: 1...3) : parts.randomElement(using: &random) ?? ""
      }
      let caret = Int.random(in: 0...text.count, using: &random)
      let found = FilterCompletion(text, caret: caret, Self.vocabulary)
      #expect(found.range.lowerBound <= caret && caret <= found.range.upperBound, "\(text) \(caret)")
      #expect(found.range.upperBound <= text.count)
    }
  }
}

@Suite("A filter with one more condition")
struct FilterAddingTests {
  @Test(
    "It means what a person who picks it means",
    arguments: [
      ("", FilterField.phase, "検証中", "フェーズ:検証中"), ("  ", .phase, "検証中", "フェーズ:検証中"),
      ("窓口", .phase, "検証中", "窓口 フェーズ:検証中"), ("phase:企画中 窓口", .phase, "検証中", "phase:企画中|検証中 窓口"),
      ("phase:企画中|運用中 x", .phase, "検証中", "phase:企画中|運用中|検証中 x"), ("phase:企画中", .phase, "企画中", "phase:企画中"),
      ("-phase:企画中", .phase, "検証中", "-phase:企画中 フェーズ:検証中"), ("柱:a", .pillar, "\"b c\"", "柱:a|柱:\"b c\""),
      ("柱:=a|b", .pillar, "b", "柱:=a|b"),
      ("柱:=a", .pillar, "=a", "柱:=a"), ("柱:a", .pillar, "=a", "柱:a|柱:=a"), ("due:90d", .due, "なし", "due:90d 期限:なし"),
      ("\"開いた", .has, "kpi", "\"開いた\" あり:kpi"),
    ])
  func adding(text: String, field: FilterField, value: String, result: String) throws {
    let added = FilterQuery.text(text, adding: value, to: field, named: field.japanese)
    #expect(added == result)
    _ = try FilterQuery(parsing: added, today: .sample)
  }
}

@Suite("Saved filters in a filter")
struct SavedFilterTests {
  static let saved = [
    SavedFilter(name: "窓口", text: "窓口|受付 phase:検証中"), SavedFilter(name: "Open", text: "|\"紙の |"),
    SavedFilter(name: "bad", text: "phase:x"), SavedFilter(name: "inner", text: "@窓口"),
  ]

  @Test(
    "@name stands for what was saved",
    arguments: [
      ("@窓口", "窓口|受付 phase:検証中"), ("＠窓口　AI", "窓口|受付 phase:検証中　AI"), ("x @OPEN y", "x \"紙の |\" y"), ("@", "@"),
      ("\"@窓口\"", "\"@窓口\""), ("foo@窓口", "foo@窓口"),
    ])
  func expansion(text: String, expanded: String) throws {
    let query = try FilterQuery(parsing: text, today: .sample, saved: Self.saved)
    #expect(query.expandedText == expanded)
    #expect(try FilterQuery(parsing: expanded, today: .sample).clauses == query.clauses)
  }

  @Test(
    "What cannot be called says why",
    arguments: [
      ("a @窓", 2..<4, "「@窓」という保存した条件はありません（近いものは @窓口）"),
      ("@zzzzzzzzz", 0..<10, "「@zzzzzzzzz」という保存した条件はありません（F で保存できます。文字として探すには \"@zzzzzzzzz\"）"),
      ("-@窓口", 1..<4, "「@窓口」は - ! | と一緒に使えません（空白で区切って並べてください）"),
      ("a|@窓口", 2..<5, "「@窓口」は - ! | と一緒に使えません（空白で区切って並べてください）"),
      ("@窓口 | a", 0..<3, "「@窓口」は - ! | と一緒に使えません（空白で区切って並べてください）"),
      ("x @bad", 2..<6, "保存した条件「bad」が正しくありません。フェーズ: 「x」は使えません（企画中・検討中・開発中・検証中・運用中・未記載）"),
      ("@inner", 0..<6, "保存した条件「inner」が正しくありません。「@窓口」という保存した条件はありません（F で保存できます。文字として探すには \"@窓口\"）"),
    ])
  func errors(text: String, range: Range<Int>, message: String) {
    do throws(FilterError) {
      _ = try FilterQuery(parsing: text, today: .sample, saved: Self.saved)
      Issue.record("「\(text)」 was accepted")
    } catch {
      #expect(error.range == range)
      #expect(error.message == message)
    }
  }

  @Test("A name is one word without signs of the language")
  func names() {
    for name in ["窓口", "late-items", "令和8年度", "A/B"] { #expect(SavedFilter.isName(name), "\(name)") }
    for name in ["", " ", "a b", "a|b", "\"a", "a:b", "a@b", "a\u{7}", String(repeating: "あ", count: 41)] {
      #expect(!SavedFilter.isName(name), "\(name)")
    }
  }
}
