import Testing
import TextSearch

@Suite("Romaji, against the reference")
struct RomajiPropertyTests {
  @Test("A word finds the same place as trying every way to write each kana", arguments: [1, 2, 3, 4] as [UInt64])
  func reference(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var hits = 0
    for _ in 0..<800 {
      let kana = random.kana(1...5)
      let word = random.disturbed(random.spelling(of: kana))
      let needle = RomajiNeedle(word)
      for text in [kana.joined(), random.lengthened(kana), random.kana(0...8).joined()] {
        let folded = random.kana(0...3).joined() + text + random.kana(0...2).joined()
        let expected = SpelledKana(word, in: folded).first
        let found = needle?.first(in: folded)
        if found != expected {
          Issue.record("\(word) in \(folded): \(String(describing: found)), not \(String(describing: expected))")
        }
        #expect(needle?.isFound(in: folded) ?? false == (expected != nil))
        if expected != nil { hits += 1 }
      }
    }
    #expect(hits > 600)
  }

  @Test("Every hit holds one of the anchors, whatever their number", arguments: [1, 4, 16, 64])
  func anchors(limit: Int) {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<600 {
      let kana = random.kana(1...6)
      guard let needle = RomajiNeedle(random.spelling(of: kana)) else { continue }
      let anchors = needle.anchors(atMost: limit)
      #expect(anchors.count <= max(limit, 12) && !anchors.contains([]))
      for text in [kana.joined(), random.lengthened(kana)] {
        guard let hit = needle.first(in: text) else { continue }
        let bytes = Array(text.utf8)[hit]
        #expect(anchors.contains { bytes.contains($0) })
      }
    }
  }

  @Test("A text holds a hit where it holds one of the whole hits")
  func wholeHits() {
    var random = SeededGenerator(seed: 21)
    var told = 0
    for _ in 0..<600 {
      let kana = random.kana(1...3)
      guard let needle = RomajiNeedle(random.spelling(of: kana)), let hits = needle.wholeHits(atMost: 40) else {
        continue
      }
      told += 1
      #expect(!hits.isEmpty && hits.count <= 40)
      for text in [kana.joined(), random.lengthened(kana), random.kana(0...8).joined()] {
        let bytes = Array(text.utf8)
        #expect(needle.isFound(in: text) == hits.contains { bytes.contains($0) })
      }
    }
    #expect(told > 200)
  }

  @Test("Where a word with more letters is found, one that claims so is found too")
  func foundWherever() throws {
    var random = SeededGenerator(seed: 22)
    var claims = 0
    for _ in 0..<400 {
      let kana = random.kana(2...4)
      let word = random.spelling(of: kana)
      let beginning = String(word.prefix(Int.random(in: 1...max(1, word.count - 1), using: &random)))
      guard let longer = RomajiNeedle(word), let shorter = RomajiNeedle(beginning) else { continue }
      guard shorter.isFoundWherever(longer) else { continue }
      claims += 1
      for text in [kana.joined(), random.lengthened(kana), random.kana(0...8).joined()] where longer.isFound(in: text) {
        #expect(shorter.isFound(in: text), "\(beginning) in \(text)")
      }
    }
    #expect(claims > 200)
    let ka = try #require(RomajiNeedle("ka"))
    let sa = try #require(RomajiNeedle("sa"))
    #expect(!ka.isFoundWherever(sa) && ka.isFoundWherever(ka))
  }

  @Test("Bytes that are no text are looked through to their end")
  func anyBytes() throws {
    let needle = try #require(RomajiNeedle("kikaku"))
    var random = SeededGenerator(seed: 5)
    let kana = Array("きかく".utf8)
    for _ in 0..<2000 {
      let noise = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        [0xE3, 0x81, 0x82, 0x8D, 0x41, 0xFF, 0x0A].randomElement(using: &random) ?? 0x41 as UInt8
      }
      let cut = Array((noise + [0x0A] + kana).dropLast(Int.random(in: 0...9, using: &random)))
      cut.withUnsafeBytes { bytes in
        #expect(needle.isFound(in: bytes) == cut.contains(kana))
        #expect(needle.first(in: bytes) == (cut.contains(kana) ? noise.count + 1..<cut.count : nil))
      }
    }
  }
}

extension SeededGenerator {
  /// Syllables, many of them with a long vowel, ん or っ.
  fileprivate mutating func kana(_ count: ClosedRange<Int>) -> [String] {
    (0..<Int.random(in: count, using: &self)).map { _ in
      switch Int.random(in: 0..<10, using: &self) {
      case 0: "ー"
      case 1: ["う", "お", "い", "あ", "え"].randomElement(using: &self) ?? "う"
      case 2: "ん"
      case 3: "っ"
      case 4: ["漢", "3", "-", "a"].randomElement(using: &self) ?? "漢"
      case 5: ["と", "きょ", "な", "ま", "ば", "ち"].randomElement(using: &self) ?? "と"
      default: SpelledKana.units.randomElement(using: &self) ?? "か"
      }
    }
  }

  /// One of the ways to write them.
  fileprivate mutating func spelling(of kana: [String]) -> String {
    var word = ""
    var isDoubled = false
    for unit in kana {
      switch unit {
      case "ー": word += ["-", word.last.map { String($0) } ?? "", ""].randomElement(using: &self) ?? ""
      case "ん": word += ["n", "nn", "n'", "m"].randomElement(using: &self) ?? "n"
      case "っ": isDoubled = true
      case "漢": continue
      default:
        let spelling = SpelledKana.spellings[unit]?.randomElement(using: &self) ?? unit
        if isDoubled { word += spelling.hasPrefix("ch") ? "t" : spelling.prefix(1) }
        word += spelling
        isDoubled = false
      }
    }
    return word
  }

  /// Now and then cut at the end, or with a letter more or less.
  fileprivate mutating func disturbed(_ word: String) -> String {
    var letters = Array(word)
    switch Int.random(in: 0..<8, using: &self) {
    case 0, 1, 2: letters.removeLast(min(letters.count, Int.random(in: 1...2, using: &self)))
    case 3: letters.insert(Array("aiounkthsym'-3").randomElement(using: &self) ?? "n", at: letters.count / 2)
    case 4: if !letters.isEmpty { letters.remove(at: letters.count / 2) }
    default: break
    }
    return String(letters)
  }

  fileprivate mutating func lengthened(_ kana: [String]) -> String {
    kana.map { $0 + (["", "", "ー", "う", "お", "あ"].randomElement(using: &self) ?? "") }.joined()
  }
}
