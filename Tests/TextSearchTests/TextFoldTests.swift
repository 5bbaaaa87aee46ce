import Foundation
import StrategyModel
import Testing
import TextSearch

@Suite("Folding")
struct TextFoldTests {
  @Test(
    "Texts that a reader takes for the same fold to the same (T21)",
    arguments: [
      ("ict", "ＩＣＴ"), ("デジタル", "ﾃﾞｼﾞﾀﾙ"), ("デジタル", "でじたる"), ("令和", "㋿"), ("1", "①"), ("(株)", "㈱"),
      ("〜", "～"), ("－", "−"), ("髙", "高"), ("﨑", "崎"), ("平成", "㍻"), ("ヷ", "ワ\u{3099}"), ("𠮷野", "吉野"),
      ("葛\u{E0100}城", "葛城"), ("渡邉", "渡辺"), ("渡邊", "渡辺"), ("齋藤", "斉藤"), ("齊藤", "斎藤"), ("霞ヶ関", "霞ケ関"),
      ("がぎぐ", "か\u{3099}き\u{3099}く\u{3099}"), ("か゛", "が"), ("ｶﾞ", "が"), ("\u{2F08}", "人"), ("神", "\u{FA19}"),
      ("Ａ　Ｂ", "a b"), ("a\u{200B}b", "AB"), ("K", "k"), ("ÄÖ", "a\u{308}o\u{308}"), ("？", "?"), ("…", "..."),
    ])
  func equalTexts(left: String, right: String) {
    #expect(scalars(TextFold.fold(left)) == scalars(TextFold.fold(right)))
  }

  @Test(
    "Texts that a reader tells apart stay apart",
    arguments: [("は", "ば"), ("データ", "デタ"), ("や", "ゃ"), ("一", "ー"), ("検", "険"), ("二", "ニ")])
  func differentTexts(left: String, right: String) {
    #expect(scalars(TextFold.fold(left)) != scalars(TextFold.fold(right)))
  }

  @Test("The long mark stays as typed")
  func longMark() { #expect(TextFold.fold("サーバーｰ") == "さーばーー") }

  @Test("Folding a folded text changes nothing, for every character and for random texts")
  func idempotent() {
    var samples: [String] = (0...0x2FFFF).compactMap { Unicode.Scalar($0).map { String(Character($0)) } }
    var random = SeededGenerator(seed: 21)
    for _ in 0..<20_000 { samples.append(random.text(length: 1...8)) }
    for sample in samples {
      let folded = TextFold.fold(sample)
      if scalars(TextFold.fold(folded)) != scalars(folded) {
        Issue.record("\(scalars(sample)) folds to \(scalars(folded)), then to \(scalars(TextFold.fold(folded)))")
      }
    }
  }

  @Test("The fast way folds as NFKC does")
  func fastPath() {
    // A character outside the fast ranges sends the same text the slow way; its own fold is cut off again.
    for value in UInt32(0x20)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "あ" + String(Character(scalar)) + "a"
      let slow = TextFold.fold(text + "\u{2603}\u{FE0F}½")
      #expect(scalars(slow) == scalars(TextFold.fold(text) + "\u{2603}1\u{2044}2"))
    }
  }

  @Test("A folded text knows the whole characters that its parts came from")
  func mapping() throws {
    let folded = TextFold.folded("㍿ﾃﾞｰﾀと葛\u{E0100}城A")
    #expect(folded.text == "株式会社でーたと葛城a")
    let place = try #require(folded.text.range(of: "会"))
    let start = folded.text.utf8.distance(from: folded.text.startIndex, to: place.lowerBound)
    #expect(folded.original[folded.original(start..<(start + 3))] == "㍿")
  }

  @Test("The parts of a folded text cover the original, whatever it holds")
  func mappingCovers() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<3000 {
      let text = random.text(length: 1...12)
      let folded = TextFold.folded(text)
      #expect(scalars(folded.text) == scalars(TextFold.fold(text)))
      guard !folded.text.isEmpty else { continue }
      let all = folded.original(0..<folded.text.utf8.count)
      #expect(all.upperBound == text.endIndex)
      for hit in stride(from: 0, to: folded.text.utf8.count, by: 3) {
        #expect(!folded.original(hit..<(hit + 1)).isEmpty)
      }
    }
  }

  @Test("Highlighting marks whole characters of the unfolded text")
  func highlight() {
    func marked(_ needles: [String], _ text: String) -> [String] {
      Highlight.ranges(of: needles, in: text).map { String(text[$0]) }
    }
    #expect(marked(["でーた"], "オープンﾃﾞｰﾀとデータ") == ["ﾃﾞｰﾀ", "データ"])
    #expect(marked(["会社"], "㍿A") == ["㍿"])
    #expect(marked(["か"], "か\u{3099}が") == [])
    #expect(marked(["葛城"], "葛\u{E0100}城市") == ["葛\u{E0100}城"])
    #expect(marked(["ああ"], "あああ") == ["あああ"])
    #expect(marked(["ab", "bc"], "xABCx") == ["ABC"])
    #expect(marked(["a", "c"], "abc") == ["a", "c"])
    #expect(marked([], "abc") == [])
    #expect(marked([""], "abc") == [])
    #expect(marked(["業"], "業務") == ["業"])
  }
}

func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
