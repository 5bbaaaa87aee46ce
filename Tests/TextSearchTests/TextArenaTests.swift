import Testing

@testable import TextSearch

@Suite("Many texts in one arena")
struct TextArenaTests {
  /// Few letters, so that hits are frequent and lie across the borders of texts and vectors.
  private static let letters: [[UInt8]] = ["a", "b", "\n", "戸", "籍", "あ", "い", "㍻", "保", "険"].map { Array($0.utf8) }

  private func text(_ random: inout SeededGenerator, upTo length: Int) -> [UInt8] {
    (0..<Int.random(in: 0...length, using: &random)).flatMap { _ in
      Self.letters[Int.random(in: 0..<Self.letters.count, using: &random)]
    }
  }

  private func contains(_ text: [UInt8], _ needle: [UInt8]) -> Bool {
    needle.isEmpty || text.indices.contains { text[$0...].starts(with: needle) }
  }

  @Test("A scan finds what looking at every place of every text finds", arguments: 1...40)
  func scan(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let texts = (0..<200).map { _ in text(&random, upTo: 60) }
    var arena = TextArena(blockSize: 1 << Int(seed % 14))
    for text in texts { arena.append(text) }
    #expect(arena.count == texts.count && arena.size == texts.joined().count)
    for _ in 0..<30 {
      let needle = text(&random, upTo: 4)
      let first = Int.random(in: 0...texts.count, using: &random)
      let slow = texts.indices.filter { $0 >= first && contains(texts[$0], needle) }.map(Int32.init)
      #expect(arena.rows(containing: needle, from: first) == slow)
      let some = slow.isEmpty ? [] : texts.indices.filter { _ in Bool.random(using: &random) }.map(Int32.init)
      let among = (0..<arena.blockCount).flatMap { block in
        arena.rows(containing: needle, among: arena.rows(some[...], ofBlock: block), inBlock: block)
      }
      #expect(among == some.filter { contains(texts[Int($0)], needle) })
      let row = Int.random(in: texts.indices, using: &random)
      #expect(arena.contains(needle, row: row) == contains(texts[row], needle))
    }
  }

  @Test("Several needles at once are found where each alone is, among all rows and among some", arguments: 1...40)
  func several(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let texts = (0..<200).map { _ in text(&random, upTo: 60) }
    var arena = TextArena(blockSize: 1 << Int(seed % 14))
    for text in texts { arena.append(text) }
    for _ in 0..<10 {
      // Few are looked for by their last bytes, one way or another, many by their first characters.
      let needles = (0..<Int.random(in: 0...110, using: &random)).map { _ in
        text(&random, upTo: Bool.random(using: &random) ? 5 : 1)
      }
      let slow = texts.indices.filter { row in needles.contains { !$0.isEmpty && contains(texts[row], $0) } }
      for isPlain in [false, true] {
        #expect(arena.rows(containingAnyOf: NeedleSet(needles, isPlain: isPlain)) == slow.map(Int32.init))
      }
      let some = texts.indices.filter { _ in Bool.random(using: &random) }.map(Int32.init)
      #expect(arena.rows(containingAnyOf: NeedleSet(needles), among: some) == some.filter { slow.contains(Int($0)) })
      for needle in needles where !arena.mayContain(needle) { #expect(!texts.contains { contains($0, needle) }) }
    }
    #expect(!arena.mayContain(Array("窓".utf8)) && arena.mayContain([]))
  }

  @Test("Needles that begin alike are found where each alone is", arguments: 1...20)
  func alike(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let texts = (0..<200).map { _ in text(&random, upTo: 40) }
    var arena = TextArena(blockSize: 1 << 10)
    for text in texts { arena.append(text) }
    for _ in 0..<10 {
      let beginning = Self.letters[Int.random(in: 3..<10, using: &random)] + text(&random, upTo: 1)
      let needles = (0..<Int.random(in: 2...9, using: &random)).map { _ in beginning + text(&random, upTo: 2) }
      let slow = texts.indices.filter { row in needles.contains { contains(texts[row], $0) } }.map(Int32.init)
      #expect(arena.rows(containingAnyOf: NeedleSet(needles)) == slow)
      #expect(arena.rows(containingAnyOf: NeedleSet(needles, isPlain: true)) == slow)
    }
  }

  @Test("Kana are found in the rows in which a romaji word finds them", arguments: 1...10)
  func kana(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let letters = ["か", "き", "く", "こ", "う", "ー", "っ", "ん", "漢", "a"]
    let texts = (0..<120).map { _ in
      (0..<Int.random(in: 0...20, using: &random)).map { _ in letters[Int.random(in: 0..<10, using: &random)] }.joined()
    }
    var arena = TextArena(blockSize: 512)
    for text in texts { arena.append(Array(text.utf8)) }
    for word in ["k", "ka", "kik", "kouku", "kakikuk", "kokoko", "nk", "ku-"] {
      let needle = try #require(RomajiNeedle(word))
      let found = (0..<arena.blockCount).flatMap {
        arena.rows(containing: needle, by: KanaAnchors(needle), among: nil, inBlock: $0)
      }
      #expect(found == texts.indices.filter { needle.isFound(in: texts[$0]) }.map(Int32.init), "\(word)")
    }
  }

  @Test("The text of a row comes back, also one that is larger than a block")
  func texts() {
    let texts = ["始", String(repeating: "a", count: 70), "", "終わり"].map { Array($0.utf8) }
    var arena = TextArena(blockSize: 64)
    for text in texts { arena.append(text) }
    for (row, text) in texts.enumerated() { #expect(arena.withText(of: row) { $0.elementsEqual(text) }) }
  }
}
