import Foundation
import StrategyModel
import TestSupport
import Testing
import TextSearch

@testable import StrategyStore

/// Random items, and words that are asked for in another form than they are written in.
@Suite("Folded search")
struct FoldedSearchTests {
  /// Every kind of letter that folding changes, and some that it keeps.
  private static let letters = [
    "窓口", "情報", "税", "髙", "高", "﨑", "崎", "斎", "齋", "廣", "広", "データ", "デ\u{30FC}タ", "ﾃﾞｰﾀ", "でーた", "テ\u{3099}", "が",
    "か\u{3099}",
    "ｶﾞ", "ガ", "ー", "-", "−", "–", "〜", "～", "~", "A", "ａ", "a", "ＩＣＴ", "ict", "①", "1", "１", "㈱", "(株)", "（株）", "㋿",
    "令和", "㍻",
    "平成", "ヶ", "ケ", "け", "　", " ", "、", "・", "🎨", "é", "e\u{301}", "Ⅳ", "iv", "ﾎﾟ", "ぽ", "パ", "は", "㎡", "m2", "\u{3099}",
    "ｿﾞ",
  ]

  /// What a reader takes for the same, in another form.
  private func retyped(_ text: String, _ random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: text.decomposedStringWithCanonicalMapping
    case 1: text.precomposedStringWithCompatibilityMapping
    case 2: text.uppercased()
    case 3: text.applyingTransform(.fullwidthToHalfwidth, reverse: false) ?? text
    case 4: text.applyingTransform(.fullwidthToHalfwidth, reverse: true) ?? text
    case 5: String(decoding: SlowSearch.plain(text), as: UTF8.self)
    default: text
    }
  }

  private func text(_ random: inout SeededGenerator, _ length: ClosedRange<Int>) -> String {
    (0..<Int.random(in: length, using: &random)).map { _ in
      Self.letters[Int.random(in: Self.letters.indices, using: &random)]
    }.joined()
  }

  /// A part of one of the texts, or anything.
  private func word(_ titles: [String], _ random: inout SeededGenerator) -> String {
    guard Int.random(in: 0..<4, using: &random) > 0 else { return text(&random, 1...3) }
    let letters = Array(titles[Int.random(in: titles.indices, using: &random)])
    guard !letters.isEmpty else { return "窓" }
    let start = Int.random(in: letters.indices, using: &random)
    return String(letters[start...].prefix(Int.random(in: 1...4, using: &random)))
  }

  @Test("It finds what a slow, obviously right search finds, in the file and in memory", arguments: 1...12)
  func slow(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let texts = (0..<60).map { _ in (title: "題" + text(&random, 1...8), note: text(&random, 0...12)) }
    let items = texts.enumerated().map { number, text in
      item("x\(number)", text.title) { $0.note = text.note }
    }
    let plain = texts.enumerated().map { [Data("x\($0)".utf8), SlowSearch.plain($1.title), SlowSearch.plain($1.note)] }
    let (_, reader) = try Ledger.inMemory(revisions: [draft("2020-05-01", items)])
    for isInMemory in [false, true] {
      if isInMemory { while try !reader.fillArena() {} }
      for number in 0..<40 {
        let asked = retyped(word(texts.map { $0.title + $0.note }, &random), &random)
        // Quoted, so that every sign is text. A quotation mark cannot be written.
        guard !asked.contains("\""), !SlowSearch.plain(asked).isEmpty else { continue }
        // Another window, so that the second pass is not answered from what the first one kept.
        let query = ItemQuery(filter: "\"\(asked)\"", sort: isInMemory ? .id : .natural)
        let question = Question(.items(query, ItemSpan(count: 60)), today: today)
        guard case .items(let page) = try reader.answer(question).content else { continue }
        let word = SlowSearch.plain(asked)
        let slow = plain.indices.filter { place in plain[place].contains { SlowSearch.contains($0, word) } }
        #expect(
          Set(page.rows.map(\.id)) == Set(slow.map { "x\($0)" }), "\(number): \(asked.unicodeScalars.map(\.value))")
      }
    }
  }
}
