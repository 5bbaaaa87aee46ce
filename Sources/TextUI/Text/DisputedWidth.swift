/// Characters to which terminals, or versions of Unicode, give different numbers of cells.
///
/// Our table has one width for each, the wider one where that is possible. Behind a cell that shows one, a terminal must
/// be told where the next cell stands; the rules and their reasons are in `.ci/generate-width-table.py`.
enum DisputedWidth {
  static func contains(_ value: UInt32) -> Bool {
    // Most of what we draw: Latin, hiragana, katakana, the usual kanji, lines and blocks.
    if value < 0x378 || (0x3041...0x3096).contains(value) || (0x30A1...0x30FF).contains(value)
      || (0x4E00...0x9FEF).contains(value) || (0x2500...0x25FF).contains(value)
    {
      return false
    }
    let boundaries = WidthTable.disputed
    var low = 0
    var high = boundaries.count
    while low < high {
      let middle = (low + high) / 2
      if boundaries[middle] <= value { low = middle + 1 } else { high = middle }
    }
    // Behind a begin the number of boundaries is odd.
    return low % 2 == 1
  }
}

extension Cell {
  /// How many cells more than its width a terminal may give to what a cell shows: two for each scalar, be it half a flag,
  /// a long dash or a vowel of Hangul.
  public var dispute: Int {
    var count = 0
    scalars.forEach { _ in count += 1 }
    return count * 2
  }

  /// Whether terminals give different numbers of cells to what this cell shows.
  public var isDisputed: Bool {
    guard !scalars.isLatin else { return false }
    var isDisputed = false
    scalars.forEach { isDisputed = isDisputed || DisputedWidth.contains($0) }
    return isDisputed
  }
}
