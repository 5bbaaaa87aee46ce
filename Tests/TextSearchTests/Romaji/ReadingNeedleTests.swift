import Testing
import TextSearch

@Suite("Hits by reading")
struct ReadingNeedleTests {
  private let dictionary = MigemoDictionary(Array("きかく\t企画\t規格\nきかくしょ\t計画書\n".utf8))

  @Test("A word finds its kana and the words of the dictionary")
  func both() throws {
    let needle = try #require(ReadingNeedle("kikaku", dictionary: dictionary))
    #expect(needle.words == ["企画", "規格", "計画書"])
    for text in ["市の企画", "規格", "計画書", "きかく"] { #expect(needle.isFound(in: text)) }
    #expect(!needle.isFound(in: "計画"))
    #expect(needle.first(in: "市の企画ときかく") == 6..<12)
    #expect(needle.first(in: "市の企画ときかく", from: 9) == 15..<24)
    #expect(needle.first(in: "きかく企画") == 0..<9)
    #expect(needle.first(in: "計画") == nil)
  }

  @Test("Without a dictionary, and with two letters, only kana count")
  func kanaOnly() throws {
    #expect(try #require(ReadingNeedle("kikaku", dictionary: nil)).words == [])
    #expect(try #require(ReadingNeedle("ki", dictionary: dictionary)).words == [])
    #expect(ReadingNeedle("ict", dictionary: dictionary) == nil)
  }

  @Test("Its anchors are those of the kana and the words")
  func anchors() throws {
    let needle = try #require(ReadingNeedle("kikaku", dictionary: dictionary))
    let anchors = needle.anchors().map { String(decoding: $0, as: UTF8.self) }
    #expect(anchors.contains("きかく") && anchors.suffix(3) == ["企画", "規格", "計画書"])
  }
}
