import CTextScan

/// Many folded texts, one after another in a few large blocks, made for being looked through from end to end.
///
/// A row is the place of a text, from 0. Texts are only ever added.
public struct TextArena: Sendable {
  /// Bytes of a full block. A block is allocated whole, so that nothing is moved when the next text comes.
  private let blockSize: Int
  private let isMarked: Bool
  /// A text that is looked up by its place is waited for: it costs as much as so many in their order.
  public static let jumpCost = Int(TEXT_JUMP_COST)

  private struct Block: Sendable {
    var bytes: [UInt8] = []
    /// The offset of each text, and the end of the last.
    var starts: [UInt32] = [0]
    let firstRow: Int
    /// Of a block to which nothing is added any more.
    var marks: TextMarks?

    var count: Int { starts.count - 1 }
  }

  private var blocks: [Block] = []
  /// Chosen by the first block that was full.
  private var terms: TextTerms?
  public private(set) var count = 0
  /// A bit for each character of three UTF-8 bytes, as kana and kanji are, that stands in a text.
  private var seen = [UInt64](repeating: 0, count: 1 << 10)
  /// A bit for each two characters of ASCII that stand next to each other in a text: few do in Japanese.
  private var seenPairs = [UInt64](repeating: 0, count: 1 << 8)

  /// - Parameter isMarked: whether texts are looked through; those that are only read by their rows need no marks.
  public init(blockSize: Int = 4 << 20, isMarked: Bool = true) {
    self.blockSize = blockSize
    self.isMarked = isMarked
  }

  /// Bytes of all texts.
  public var size: Int { blocks.reduce(0) { $0 + $1.bytes.count } }

  public mutating func append(_ text: some Collection<UInt8>) {
    if blocks.last.map({ $0.bytes.count + text.count > blockSize }) ?? true {
      markLast()
      var block = Block(firstRow: count)
      block.bytes.reserveCapacity(max(blockSize, text.count))
      blocks.append(block)
    }
    let last = blocks.count - 1
    blocks[last].bytes.append(contentsOf: text)
    let start = Int(blocks[last].starts.last ?? 0)
    blocks[last].bytes.withUnsafeBufferPointer { bytes in
      text_note_characters(bytes.baseAddress.map { $0 + start }, bytes.count - start, &seen, &seenPairs)
    }
    blocks[last].starts.append(UInt32(blocks[last].bytes.count))
    count += 1
  }

  /// Once the last block is full.
  private mutating func markLast() {
    guard isMarked, let last = blocks.indices.last else { return }
    let terms = terms ?? TextTerms(commonIn: blocks[last].bytes, blocks[last].starts)
    self.terms = terms
    // What grew has room for as much again.
    blocks[last].starts = blocks[last].starts.withUnsafeBufferPointer { Array($0) }
    blocks[last].marks = TextMarks(terms, blocks[last].bytes, blocks[last].starts)
  }

  /// Whether a folded word may stand in a text: not where one of its kana or kanji stands in none, or one letter of ASCII
  /// behind another.
  public func mayContain(_ word: [UInt8]) -> Bool {
    var place = 0
    while place < word.count {
      if place + 2 < word.count, word[place] & 0xF0 == 0xE0 {
        let code = Int(word[place] & 0x0F) << 12 | Int(word[place + 1] & 0x3F) << 6 | Int(word[place + 2] & 0x3F)
        if seen[code >> 6] >> UInt64(code & 63) & 1 == 0 { return false }
        place += 3
        continue
      }
      if place + 1 < word.count, word[place] < 0x80, word[place + 1] < 0x80 {
        let pair = Int(word[place]) << 7 | Int(word[place + 1])
        if seenPairs[pair >> 6] >> UInt64(pair & 63) & 1 == 0 { return false }
      }
      place += 1
    }
    return true
  }

  public var blockCount: Int { blocks.count }

  public func rows(ofBlock number: Int) -> Range<Int> {
    blocks[number].firstRow..<(blocks[number].firstRow + blocks[number].count)
  }

  /// The blocks in which the rows from one through another lie; to the end without another.
  public func blocks(ofRows first: Int, through last: Int? = nil) -> Range<Int> {
    guard first < count else { return blocks.count..<blocks.count }
    return place(of: first)..<(last.map { place(of: $0) + 1 } ?? blocks.count)
  }

  func withBlock<Value>(_ number: Int, _ body: (_ bytes: [UInt8], _ starts: [UInt32], _ first: Int32) -> Value) -> Value
  {
    body(blocks[number].bytes, blocks[number].starts, Int32(blocks[number].firstRow))
  }

  /// - Returns: `nil` of a block that is not full yet.
  func marks(ofBlock number: Int) -> TextMarks? { blocks[number].marks }

  /// The rows from `first` on whose text contains the needle, in order. `needle` is folded UTF-8.
  public func rows(containing needle: [UInt8], from first: Int = 0) -> [Int32] {
    blocks.indices.flatMap { rows(containing: needle, from: first, inBlock: $0) }
  }

  /// The same within one block, so that several threads can share the work.
  public func rows(containing needle: [UInt8], from first: Int, inBlock number: Int) -> [Int32] {
    let block = blocks[number]
    guard block.firstRow + block.count > first else { return [] }
    if first <= block.firstRow, let candidates = block.marks?.candidates(for: [needle]),
      candidates.open.count < block.count / TextArena.jumpCost
    {
      return rows(containing: needle, among: candidates, in: block)
    }
    let skipped = max(0, first - block.firstRow)
    let room = block.count - skipped
    let start = Int32(truncatingIfNeeded: block.firstRow + skipped)
    return [Int32](unsafeUninitializedCapacity: room) { buffer, count in
      buffer.withMemoryRebound(to: UInt32.self) { hits in
        count = block.starts[skipped...].withUnsafeBufferPointer { starts in
          text_scan(block.bytes, starts.baseAddress, room, needle, needle.count, hits.baseAddress)
        }
      }
      for place in 0..<count { buffer[place] += start }
    }
  }

  /// Of some rows of a block, in order, those whose text contains the needle.
  public func rows(containing needle: [UInt8], among rows: ArraySlice<Int32>, inBlock number: Int) -> [Int32] {
    let block = blocks[number]
    let places = rows.map { UInt32($0 - Int32(block.firstRow)) }
    let candidates = block.marks?.candidates(for: [needle], among: places)
    return self.rows(containing: needle, among: candidates ?? TextMarks.Candidates(hits: [], open: places), in: block)
  }

  private func rows(containing needle: [UInt8], among candidates: TextMarks.Candidates, in block: Block) -> [Int32] {
    var places = candidates.hits
    // One needle's are all hits, or none is known to be one.
    if !candidates.open.isEmpty {
      places = [UInt32](unsafeUninitializedCapacity: candidates.open.count) { buffer, count in
        count = text_scan_rows(
          block.bytes, block.starts, candidates.open, candidates.open.count, needle, needle.count, buffer.baseAddress)
      }
    }
    return places.map { Int32(bitPattern: $0) + Int32(block.firstRow) }
  }

  /// Whether the text of a row contains the needle.
  public func contains(_ needle: [UInt8], row: Int) -> Bool {
    withText(of: row) { text in
      // The C side's SIZE_MAX, for no hit, is -1 here.
      text_find(text.baseAddress, text.count, needle, needle.count, 0) >= 0
    }
  }

  /// The bytes of a row's text.
  public func withText<Value>(of row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Value) rethrows -> Value {
    let block = blocks[place(of: row)]
    let index = row - block.firstRow
    return try block.bytes.withUnsafeBufferPointer { bytes in
      try body(UnsafeBufferPointer(rebasing: bytes[Int(block.starts[index])..<Int(block.starts[index + 1])]))
    }
  }

  private func place(of row: Int) -> Int {
    var low = 0
    var high = blocks.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if blocks[middle].firstRow <= row { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
