import Testing

@testable import TextSearch

/// Marks only say where to look: what is found must be what a look at every text finds.
@Suite("Marks of texts")
struct TextMarksTests {
  /// Some characters in most texts and many in few, of one to four bytes.
  private static let letters: [[UInt8]] =
    (0..<700).compactMap { Unicode.Scalar(0x4E00 + $0 * 7) }.map { Array(String($0).utf8) }
    + ["a", "b", "1", "é", "ß", "𠮷", "𩸽", "か", "が", "事", "𤺋", "鸽"].map { Array($0.utf8) }

  private func text(_ random: inout SeededGenerator, upTo length: Int) -> [[UInt8]] {
    (0..<Int.random(in: 0...length, using: &random)).map { _ in
      let spread = Int.random(in: 0..<3, using: &random)
      let place = Int.random(in: 0..<([6, 60, Self.letters.count][spread]), using: &random)
      return Self.letters[(place * 13) % Self.letters.count]
    }
  }

  private func holds(_ text: [UInt8], _ needle: [UInt8]) -> Bool {
    needle.isEmpty || text.indices.contains { text[$0...].starts(with: needle) }
  }

  @Test("A text with a needle is among those that may hold it, and only hits are said to be hits", arguments: 1...20)
  func candidates(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let texts = (0..<Int.random(in: 1...400, using: &random)).map { _ -> [UInt8] in
      var bytes = text(&random, upTo: 40).flatMap { $0 }
      // As a damaged file may give them.
      if seed.isMultiple(of: 4), !bytes.isEmpty { bytes.remove(at: Int.random(in: bytes.indices, using: &random)) }
      return bytes
    }
    var arena = TextArena(blockSize: texts.joined().count)
    for text in texts { arena.append(text) }
    // The block is full with the next text.
    arena.append(Array(repeating: 0x61, count: 10))
    for _ in 0..<100 {
      let source = text(&random, upTo: 3)
      var needle = source.flatMap { $0 }
      if seed.isMultiple(of: 5), !needle.isEmpty { needle.removeFirst() }
      let slow = texts.indices.filter { holds(texts[$0], needle) }.map { UInt32($0) }
      let found = try #require(arena.marks(ofBlock: 0)).candidates(for: [needle])
      #expect(Set(found.hits + found.open).isSuperset(of: slow) && Set(slow).isSuperset(of: found.hits))
      #expect(arena.rows(containing: needle, from: 0, inBlock: 0) == slow.map { Int32($0) })
    }
  }

  @Test("What is common is found without a look at the texts, what is rare in few of them")
  func exact() throws {
    let texts = (0..<640).map { "情報を\($0 % 10 == 0 ? "窓口" : "画面")で見る\($0 == 77 ? "鷹" : "")" }
    var arena = TextArena(blockSize: 1 << 13)
    for text in texts { arena.append(Array(text.utf8)) }
    try #require(arena.blockCount > 1)
    let rows = arena.rows(ofBlock: 0)
    let marks = try #require(arena.marks(ofBlock: 0))
    func candidates(_ words: String..., among texts: [UInt32]? = nil) -> TextMarks.Candidates {
      marks.candidates(for: words.map { Array($0.utf8) }, among: texts)
    }
    for word in ["情", "情報", "窓口", "面で"] {
      let hits = candidates(word)
      #expect(hits.open.isEmpty && hits.hits == rows.filter { texts[$0].contains(word) }.map { UInt32($0) }, "\(word)")
    }
    let rare = candidates("鷹")
    #expect(rare.hits.isEmpty && rare.open == (76..<80).map { UInt32($0) })
    let others = (0..<640).map { $0 % 2 == 0 ? "事業" : "𤺋業" }
    var mixed = TextArena(blockSize: 1 << 10)
    for text in others { mixed.append(Array(text.utf8)) }
    for word in ["事", "事業", "𤺋", "𤺋業"] {
      let slow = others.indices.filter { others[$0].contains(word) }.map { Int32($0) }
      #expect(mixed.rows(containing: Array(word.utf8)) == slow, "\(word)")
    }
    // Of a damaged file: "A" in two bytes, and in three, is none.
    var damaged = TextArena(blockSize: 60)
    let bytes: [[UInt8]] = [[0xC1, 0x81], [0xE0, 0x81, 0x81], [0x41]]
    for place in 0..<60 { damaged.append(bytes[place % 3]) }
    #expect(damaged.rows(containing: [0x41]) == (0..<20).map { Int32($0) * 3 + 2 })
    let both = candidates("鷹", "窓", among: [3, 10, 20, 77, 78])
    #expect(both.hits == [10, 20] && both.open == [77, 78])
    #expect(arena.marks(ofBlock: arena.blockCount - 1) == nil)
  }
}
