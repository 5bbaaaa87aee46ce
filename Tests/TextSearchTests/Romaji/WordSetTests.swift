import Testing

@testable import TextSearch

@Suite("Many words at once")
struct WordSetTests {
  /// Letters of one to four bytes, few of them, so that words stand inside each other and at the ends of texts.
  private static let letters = ["a", "é", "窓", "口", "か", "𠮷", "\n"]

  private func text(_ random: inout SeededGenerator, _ lengths: ClosedRange<Int>) -> String {
    (0..<Int.random(in: lengths, using: &random)).map { _ in
      Self.letters[Int.random(in: 0..<Self.letters.count, using: &random)]
    }.joined()
  }

  @Test("A set finds what looking for each word finds", arguments: 1...30)
  func likeEach(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let words = (0..<Int.random(in: 0...12, using: &random)).map { _ in text(&random, 1...5) }
    let set = WordSet(words)
    for _ in 0..<200 {
      let text = Array(text(&random, 0...14).utf8)
      let slow = words.contains { word in
        text.indices.contains { text[$0...].starts(with: Array(word.utf8)) }
      }
      #expect(text.withUnsafeBufferPointer { set.isFound(in: $0) } == slow, "\(words) in \(text)")
    }
  }
}
