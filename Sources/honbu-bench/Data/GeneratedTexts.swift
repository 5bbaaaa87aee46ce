import CTextScan
import TextSearch

/// The folded texts of generated items, one after another, as a store keeps them: to know how many items a word must
/// find, and to measure what the machine can do with as many bytes.
struct GeneratedTexts {
  private(set) var bytes: [UInt8] = []
  private var starts: [UInt32] = [0]

  init(_ items: GeneratedItems, count: Int) {
    bytes.reserveCapacity(count * 540)
    starts.reserveCapacity(count + 1)
    for item in items {
      for text in item.texts {
        bytes.append(contentsOf: TextFold.fold(text).utf8)
        bytes.append(0x0A)
      }
      starts.append(UInt32(bytes.count))
    }
  }

  var count: Int { starts.count - 1 }

  /// How many items hold all of the words. A romaji word counts with its kana.
  func count(holding words: [String]) -> Int {
    guard let first = words.first else { return count }
    var rows = rows(holding: first)
    for word in words.dropFirst() { rows.formIntersection(self.rows(holding: word)) }
    return rows.count
  }

  private func rows(holding word: String) -> Set<UInt32> {
    let needle = Array(TextFold.fold(word).utf8)
    var found = [UInt32](repeating: 0, count: count)
    let hits = text_scan(bytes, starts, count, needle, needle.count, &found)
    return Set(found.prefix(hits))
  }

  /// Nanoseconds that a plain sum over all bytes takes.
  func sumTime() -> UInt64 {
    let start = PtyProgram.now
    let sum = text_sum(bytes, bytes.count)
    let end = PtyProgram.now
    // Used, so that the sum is made.
    precondition(sum != 0)
    return end - start
  }
}
