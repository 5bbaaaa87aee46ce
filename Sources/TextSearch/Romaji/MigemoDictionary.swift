/// Words by their reading, from a dictionary in migemo's format: UTF-8, a line `reading<TAB>word<TAB>word…`, comments after `;`.
///
/// Debian's cmigemo makes one from the SKK dictionary at `/usr/share/cmigemo/utf-8/migemo-dict`. Kept are the bytes of the lines
/// whose reading is kana, and four bytes a line. Lines of other readings (Latin, signs) and broken ones are passed over.
public struct MigemoDictionary: Sendable {
  /// Whole lines, each with a folded reading.
  let bytes: [UInt8]
  /// Where the lines begin, in the order of their readings' letters, equal readings as they stand in the file.
  let lines: [UInt32]

  /// Takes time in proportion to the size: do it in the background.
  ///
  /// - Parameter file: the file's bytes. At most 4 GiB are read. Handed over, they are not copied: what is kept moves to
  ///   their front.
  public init(_ file: consuming [UInt8]) {
    if file.last != Mark.newline { file.append(Mark.newline) }
    var keys: [(key: UInt64, line: UInt32)] = []
    let size = file.withUnsafeMutableBytes { file in
      keys.reserveCapacity(file.count { $0 == Mark.newline })
      var kept = 0
      var start = 0
      while start < file.count, let position = UInt32(exactly: kept) {
        var end = start
        while file[end] != Mark.newline { end += 1 }
        if let key = MigemoDictionary.keep(start..<end, at: &kept, in: file) { keys.append((key, position)) }
        start = end + 1
      }
      return kept
    }
    file.removeLast(file.count - size)
    file.withUnsafeBytes { bytes in
      keys.sort {
        $0.key != $1.key
          ? $0.key < $1.key : MigemoDictionary.isBefore(Int($0.line), Int($1.line), afterLetter: 8, in: bytes)
      }
    }
    bytes = file
    lines = keys.map(\.line)
  }

  /// How many readings it holds.
  public var count: Int { lines.count }

  enum Mark {
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let tab = UInt8(ascii: "\t")
  }

  /// The letter of a line's reading, or ``KanaLetter/other`` after its end.
  @inline(__always)
  static func letter(_ depth: Int, ofLineAt start: Int, in bytes: UnsafeRawBufferPointer) -> UInt8 {
    // All letters of a reading are kana, three bytes each.
    KanaLetter.read(bytes, at: start + 3 * depth).letter
  }

  /// Moves a line to the end of those that are kept, with its reading folded.
  ///
  /// - Returns: the first eight letters of the reading, as a number that sorts as they do; `nil` when the line was passed over.
  private static func keep(_ line: Range<Int>, at end: inout Int, in file: UnsafeMutableRawBufferPointer) -> UInt64? {
    var line = line
    if file[line].last == Mark.carriageReturn { line.removeLast() }
    guard let first = file[line].first, first >= 0x80, let tab = file[line].firstIndex(of: Mark.tab),
      tab + 1 < line.upperBound
    else { return nil }
    let start = end
    let reading = UnsafeRawBufferPointer(rebasing: file[line.lowerBound..<tab])
    if isFolded(reading) {
      end += reading.count
      move(reading, to: start, in: file)
    } else {
      // Katakana, or う with a mark of its own.
      let folded = Array(TextFold.fold(String(decoding: reading, as: UTF8.self)).utf8)
      let isKana = !folded.isEmpty && folded.withUnsafeBytes(isFolded)
      // One that is longer than before finds its room where lines were passed over.
      guard isKana, start + folded.count <= tab else { return nil }
      end += folded.count
      folded.withUnsafeBytes { move($0, to: start, in: file) }
    }
    let rest = UnsafeRawBufferPointer(rebasing: file[tab..<line.upperBound])
    move(rest, to: end, in: file)
    end += rest.count
    file[end] = Mark.newline
    let key = key(of: UnsafeRawBufferPointer(rebasing: file[start..<(end - rest.count)]))
    end += 1
    return key
  }

  private static func move(_ bytes: UnsafeRawBufferPointer, to place: Int, in file: UnsafeMutableRawBufferPointer) {
    UnsafeMutableRawBufferPointer(rebasing: file[place..<(place + bytes.count)]).copyMemory(from: bytes)
  }

  private static func isFolded(_ reading: UnsafeRawBufferPointer) -> Bool {
    var place = 0
    while place < reading.count {
      let (letter, length) = KanaLetter.read(reading, at: place)
      if length != 3 || letter == KanaLetter.other { return false }
      place += 3
    }
    return true
  }

  private static func key(of reading: UnsafeRawBufferPointer) -> UInt64 {
    var key: UInt64 = 0
    for depth in 0..<8 {
      let letter = 3 * depth < reading.count ? KanaLetter.read(reading, at: 3 * depth).letter : KanaLetter.other
      key = key << 8 | UInt64(letter)
    }
    return key
  }

  private static func isBefore(_ left: Int, _ right: Int, afterLetter first: Int, in bytes: UnsafeRawBufferPointer)
    -> Bool
  {
    // Equal keys of readings that end before are equal readings.
    if letterCount(ofLineAt: left, in: bytes) < first { return left < right }
    var depth = first
    while true {
      let (one, other) = (letter(depth, ofLineAt: left, in: bytes), letter(depth, ofLineAt: right, in: bytes))
      if one != other { return one < other }
      if one == KanaLetter.other { return left < right }
      depth += 1
    }
  }

  static func letterCount(ofLineAt start: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    var place = start
    while bytes[place] != Mark.tab { place += 3 }
    return (place - start) / 3
  }
}
