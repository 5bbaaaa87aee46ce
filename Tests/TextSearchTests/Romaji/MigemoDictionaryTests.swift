import Testing
import TextSearch

@Suite("Words of a dictionary by their reading")
struct MigemoDictionaryTests {
  /// Not in order, as cmigemo's is; with a comment, Latin readings, kana words, broken lines, two lines of one reading.
  private static let text = """
    ; a comment\tにっき
    きかくしょ\t企画書\t計画書
    きかく\t企画\t規格\t企畫
    じょうほう\t情報\t上方\tジョウホウ
    きかい\t機械\t機会\tキカイ
    きこう\t気候\t機構\t○
    とうきょう\t東京
    ちほうこうきょうだんたい\t地方公共団体
    ちほうこうきょうだんたいほう\t公共団体法\t地方公共団体法
    スマート\t賢い
    う゛ぁいおりん\t提琴\tヴァイオリン曲
    けんきゅう\t研究
    きゅうしょく\t給食\t求職
    き\t木\t気\t樹
    electric\t電気
    だい#\t第
    ひらがな
    から\t
    \t空
    きかく\t企劃
    さい\t﨑
    """

  private let dictionary = MigemoDictionary(Array(MigemoDictionaryTests.text.utf8))

  private func words(_ word: String, atMost limit: Int = 512) throws -> [String] {
    dictionary.words(for: try #require(RomajiNeedle(word)), atMost: limit)
  }

  @Test("Words whose reading is written so come first, then the longer readings")
  func beginnings() throws {
    #expect(try words("kikaku") == ["企画", "規格", "企劃", "計画書"])
    #expect(try words("kika") == ["機械", "機会", "企画", "規格", "企劃", "計画書"])
    #expect(try words("kikakusyo") == ["企画書", "計画書"])
    #expect(try words("kik") == ["機械", "機会", "企画", "規格", "企劃", "気候", "機構", "計画書"])
    #expect(try words("jouhou") == ["情報", "上方"])
    #expect(try words("jyohou") == ["情報", "上方"])
    #expect(try words("tokyo") == ["東京"])
    #expect(try words("kyuusyoku") == ["給食", "求職"])
    #expect(try words("kenky") == ["研究"])
    #expect(try words("gyuunyuu") == [])
  }

  @Test("Readings that share their first eight kana are kept apart")
  func longReadings() throws {
    #expect(try words("chihoukoukyoudantai") == ["地方公共団体", "公共団体法"])
    #expect(try words("tihoukoukyoudantaih") == ["公共団体法"])
  }

  @Test("Words are folded, and readings too")
  func folded() throws {
    #expect(try words("sai") == ["崎"])
    #expect(try words("suma-to") == ["賢い"])
    #expect(try words("vaiorin") == ["提琴"])
  }

  @Test("Fewer than three letters give no words")
  func fewLetters() throws {
    #expect(try words("ki") == [])
    #expect(try words("ka3") == [])
    #expect(MigemoDictionary.fewestLetters == 3)
  }

  @Test("No more words are given than asked for")
  func limit() throws {
    #expect(try words("kik", atMost: 3) == ["機械", "機会", "企画"])
    #expect(try words("kik", atMost: 0) == [])
  }

  @Test("Lines of other readings and broken ones are passed over")
  func passedOver() {
    #expect(dictionary.count == 15)
    #expect(MigemoDictionary([]).count == 0)
    #expect(MigemoDictionary(Array("きかく".utf8)).count == 0)
    #expect(MigemoDictionary([0xE3, 0x81, 0x09, 0x41, 0x0A, 0xFF, 0x09, 0x0A]).count == 0)
  }

  @Test("Lines may end as in DOS, and the last one without a sign; words that are no UTF-8 are left out")
  func lineEnds() throws {
    let file = Array("きかく\t企画\r\nきかい\t".utf8) + [0xFF, 0xE4, 0x09] + Array("機械\tき会".utf8)
    let dictionary = MigemoDictionary(file)
    let needle = try #require(RomajiNeedle("kika"))
    #expect(dictionary.words(for: needle) == ["機械", "き会", "企画"])
  }

  @Test("Looking up finds what reading every line finds")
  func everyLine() throws {
    var random = SeededGenerator(seed: 12)
    let kana = Array("かきくけこっうー")
    var lines: [(reading: String, word: String)] = []
    for number in 0..<800 {
      let reading = (0..<Int.random(in: 1...11, using: &random)).map { _ in kana.randomElement(using: &random) ?? "か" }
      // A kanji of its own for each line.
      lines.append((String(reading), String(UnicodeScalar(UInt32(0x6000 + number)).map { Character($0) } ?? "漢")))
    }
    let dictionary = MigemoDictionary(Array(lines.map { "\($0.reading)\t\($0.word)\n" }.joined().utf8))
    #expect(dictionary.count == 800)
    for word in [
      "kak", "kaku", "kouku", "kikko", "kokoko", "ku-ku", "kekkaku", "kokakaki", "kuuk", "kakakakakakakakaka",
    ] {
      let needle = try #require(RomajiNeedle(word))
      let expected = lines.filter { SpelledKana(word, in: $0.reading).first?.lowerBound == 0 }.map {
        TextFold.fold($0.word)
      }
      #expect(Set(dictionary.words(for: needle, atMost: 1000)) == Set(expected), "\(word)")
    }
  }
}
