import Testing

@testable import StrategyModel

@Suite("Text compared by words")
struct TextDifferenceTests {
  private func marked(_ old: String, _ new: String) -> String {
    TextDifference.pieces(from: old, to: new).map { piece in
      switch piece.kind {
      case .same: piece.text
      case .removed: "[-\(piece.text)-]"
      case .added: "{+\(piece.text)+}"
      }
    }.joined()
  }

  @Test(
    "Japanese is told apart by runs of one kind of character, numbers and Latin words stay whole",
    arguments: [
      ("窓口を開設する", "窓口を再編する", "窓口を[-開設-]{+再編+}する"),
      ("オンライン化を30手続で実施", "オンライン化を1,339手続で実施", "オンライン化を[-30-]{+1,339+}手続で実施"),
      ("AIで応答", "AI-OCRで応答", "AI{+-OCR+}で応答"),
      ("令和2年度まで", "令和4年度まで", "令和[-2-]{+4+}年度まで"),
      ("the old plan", "the new plan", "the [-old-]{+new+} plan"),
      ("", "新しい", "{+新しい+}"), ("古い", "", "[-古い-]"), ("同じ", "同じ", "同じ"), ("", "", ""),
    ])
  func words(old: String, new: String, expected: String) {
    #expect(marked(old, new) == expected)
  }

  @Test("A single character between two changes belongs to the change")
  func noise() {
    #expect(marked("東京の企画", "大阪の計画") == "[-東京の企画-]{+大阪の計画+}")
  }

  @Test("Text that only looks alike is a change")
  func lookAlikes() {
    #expect(marked("ガス", "カ\u{3099}ス").contains("[-"))
  }

  @Test("The pieces give back both texts, whatever these are", arguments: 0..<400)
  func piecesGiveBackBoth(seed: Int) {
    var random = Shuffle(seed: seed)
    let words = ["窓口", "の", "オンライン", "ー", "99.9", "%", " ", "AI", "\n", "が", "か\u{3099}", "👩‍👩‍👧", "手続", ""]
    let old = (0..<random.number(below: 40)).map { _ in words[random.number(below: words.count)] }
    var new = old
    for _ in 0..<random.number(below: 12) where !new.isEmpty {
      let place = random.number(below: new.count)
      switch random.number(below: 3) {
      case 0: new.remove(at: place)
      case 1: new.insert(words[random.number(below: words.count)], at: place)
      default: new[place] = words[random.number(below: words.count)]
      }
    }
    expectBack(old.joined(), new.joined())
  }

  @Test("Huge texts that have little in common are compared in bounded work, and still give back both")
  func huge() {
    let old = (0..<6_000).map { "語\($0)" }.joined(separator: "、")
    let new = (0..<6_000).map { "句\($0 * 7)" }.joined(separator: "。")
    expectBack(old, new)
    expectBack(old, old + "追加")
    expectBack(String(repeating: "あ漢", count: 30_000), "短い")
  }

  private func expectBack(_ old: String, _ new: String) {
    let pieces = TextDifference.pieces(from: old, to: new)
    let before = pieces.filter { $0.kind != .added }.map(\.text).joined()
    let after = pieces.filter { $0.kind != .removed }.map(\.text).joined()
    #expect(Array(before.utf8) == Array(old.utf8))
    #expect(Array(after.utf8) == Array(new.utf8))
    #expect(zip(pieces, pieces.dropFirst()).allSatisfy { $0.kind != $1.kind })
  }

  @Test("As few elements change as can be, up to the limit", arguments: 0..<300)
  func shortest(seed: Int) {
    var random = Shuffle(seed: seed)
    let old = (0..<random.number(below: 14)).map { _ in random.number(below: 4) }
    let new = (0..<random.number(below: 14)).map { _ in random.number(below: 4) }
    let steps = SequenceDifference.steps(old, new)
    let same = steps.filter { if case .same = $0 { true } else { false } }.count
    #expect(same == longestCommon(old[...], new[...]))
    #expect(steps.count == old.count + new.count - same)
    for case .same(let left, let right) in steps { #expect(old[left] == new[right]) }
  }

  private func longestCommon(_ old: ArraySlice<Int>, _ new: ArraySlice<Int>) -> Int {
    var row = Array(repeating: 0, count: new.count + 1)
    for element in old {
      var diagonal = 0
      for (place, other) in new.enumerated() {
        let above = row[place + 1]
        row[place + 1] = element == other ? diagonal + 1 : max(row[place], above)
        diagonal = above
      }
    }
    return row[new.count]
  }
}

/// Random numbers that are the same in every run.
struct Shuffle {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func number(below bound: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return bound == 0 ? 0 : Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % bound
  }
}
