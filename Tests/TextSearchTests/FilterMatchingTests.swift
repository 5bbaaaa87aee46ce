import StrategyModel
import Testing

@testable import TextSearch

@Suite("Matching")
struct FilterMatchingTests {
  private func finds(_ filter: String, _ subject: FilterSubject) throws -> Bool {
    try FilterQuery(parsing: filter, today: .sample).matches(subject)
  }

  private var item: FilterSubject {
    FilterSubject(
      text: FilterSubject.text(of: ["オープンデータの業務改革", nil, "ＡＩを使う"]), id: "oss-12", phase: .verifying,
      isPhaseDerived: true, pillar: FilterName(id: "p1", names: ["データドリブンな都市経営", "データドリブン", nil]),
      department: TextFold.fold("ICT戦略室"), plan: FilterName(id: "plan-1", names: ["アクションプラン"]),
      attainment: 57.0 / 100, isKPIBehind: true, nextDue: CivilDate(iso: "2020-10-31"), years: 2018...2020,
      lastReview: CivilDate(iso: "2019-08-05"), traits: [.kpi, .review],
      changes: [ChangeRange(from: .revision(5), to: .revision(5))])
  }

  @Test(
    "What finds the item",
    arguments: [
      "", "業務", "業", "ぎょうむ|業務", "業務 ai", "\"の業務\"", "-紙", "!紙 業務", "オープンデータ", "ｵｰﾌﾟﾝ", "phase:検証中", "phase:v",
      "-phase:none", "pillar:でーた", "pillar:p1", "柱:=データドリブン", "dept:ict", "dept:=ICT戦略室", "plan:アクション", "plan:plan-1",
      "id:OSS", "id:=oss-12", "kpi:<80", "kpi:>=57", "kpi:57", "kpi:57..57", "kpi:behind", "-kpi:overdue", "due:90d",
      "due:2020-10", "due:<=2020-10", "due:>2020-09", "due:2020-10..2021-01", "fy:2018", "fy:R2", "fy:>=R2",
      "fy:<=2018",
      "review:overdue", "review:2019", "has:kpi", "has:review", "-has:budget", "is:derived", "changed:r5",
      "紙|業務", "phase:企画中|検証中", "-業務|AI", "オープン|x 業務|y",
    ])
  func hits(filter: String) throws { #expect(try finds(filter, item)) }

  @Test(
    "What does not find it",
    arguments: [
      "紙", "-業務", "業務 紙", "\"改革AI\"", "\"改革 AI\"", "phase:運用中", "phase:none", "pillar:スマート", "pillar:none", "pillar:p",
      "柱:=データ", "dept:none", "dept:=ICT", "id:=oss-1", "kpi:<57", "kpi:>57", "kpi:reached", "kpi:overdue", "kpi:none",
      "due:30d", "due:<2020-10", "due:none", "fy:2021", "fy:<2018", "fy:none", "review:none", "has:budget",
      "-is:derived",
      "changed:r6..", "紙|x",
    ])
  func misses(filter: String) throws { #expect(try !finds(filter, item)) }

  @Test("A review of exactly one year ago is not overdue, and a missing one never is")
  func reviewOverdue() throws {
    var item = item
    item.lastReview = CivilDate(iso: "2019-08-06")
    #expect(try !finds("review:overdue", item))
    item.lastReview = nil
    #expect(try !finds("review:overdue", item))
    #expect(try finds("review:none", item))
  }

  @Test("Every one- and two-kanji word of a text finds it")
  func shortWords() throws {
    let text = "行政手続きの電子化と業務改革、髙齢者・﨑山"
    let subject = FilterSubject(text: FilterSubject.text(of: [text]))
    let characters = Array(text)
    for start in characters.indices {
      for length in 1...2 where start + length <= characters.count {
        #expect(try finds(String(characters[start..<(start + length)]), subject))
      }
    }
  }

  @Test("Composed and decomposed texts find each other")
  func normalization() throws {
    let decomposed = FilterSubject(text: FilterSubject.text(of: ["ホ\u{309A}ータルとテ\u{3099}ータ"]))
    #expect(try finds("ポータル データ", decomposed))
    #expect(try finds("ﾎﾟｰﾀﾙ テ\u{3099}ータ", FilterSubject(text: FilterSubject.text(of: ["ポータルとデータ"]))))
    // It begins with the same scalar, but is another letter.
    #expect(try !finds("がき", FilterSubject(text: FilterSubject.text(of: ["かき"]))))
  }

  @Test("The search finds what a plain one finds")
  func plainSearch() {
    var random = SeededGenerator(seed: 3)
    let letters = Array("ああいか業務aab")
    for _ in 0..<20_000 {
      // Up to 120 bytes: several steps of the vector, and every rest.
      let text = random.letters(letters, 0...40)
      let needle = random.letters(letters, 1...4)
      let start = Int.random(in: 0...text.utf8.count, using: &random)
      #expect(
        ByteSearch(needle).first(in: text, from: start) == plainFirst(Array(text.utf8), Array(needle.utf8), start))
    }
  }

  @Test("Words over random texts: the query finds what a plain search of the folded texts finds")
  func plainQuery() throws {
    var random = SeededGenerator(seed: 5)
    let letters = Array("アあｱ業務Ａa髙高")
    for _ in 0..<5000 {
      let text = random.letters(letters, 0...10)
      let word = random.letters(letters, 1...3)
      let expected = plainFirst(Array(TextFold.fold(text).utf8), Array(TextFold.fold(word).utf8)) != nil
      let subject = FilterSubject(text: FilterSubject.text(of: [text]))
      #expect(try finds(word, subject) == expected)
      #expect(try finds("-" + word, subject) == !expected)
    }
  }

  private func plainFirst(_ text: [UInt8], _ needle: [UInt8], _ start: Int = 0) -> Int? {
    guard start + needle.count <= text.count else { return nil }
    return (start...(text.count - needle.count)).first { Array(text[$0..<($0 + needle.count)]) == needle }
  }
}

extension SeededGenerator {
  fileprivate mutating func letters(_ letters: [Character], _ length: ClosedRange<Int>) -> String {
    String(
      (0..<Int.random(in: length, using: &self)).map { _ in letters[Int.random(in: letters.indices, using: &self)] })
  }
}
