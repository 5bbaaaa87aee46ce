import TextSearch

/// What was looked for in an arena's texts last, with what was found.
///
/// A longer word only looks at the rows that a shorter one within it had found, and rows that came since are looked at alone.
struct ArenaScans: Sendable {
  /// What stands in a text.
  enum Target: Sendable {
    case text([UInt8])
    /// Kana that a romaji word writes.
    case kana(RomajiNeedle)
    /// Words that the dictionary gives for it, outside of the rows in which its kana stand.
    case words([String], for: RomajiNeedle)
    /// Both in one pass, by what is looked for, where that is little.
    case reading(KanaAnchors, words: [String], for: RomajiNeedle)
  }

  private struct Scan: Sendable {
    var target: Target
    /// In order.
    var rows: [Int32]
    /// How many rows were looked at.
    var searched: Int
  }

  private var scans: [Scan] = []
  /// Three Latin words: each in three ways.
  private static let most = 9

  /// - Throws: ``SearchAbandoned`` once nobody waits for it any more.
  mutating func rows(
    holding target: Target, in texts: TextArena, while isWanted: @escaping SearchPatience
  ) throws -> [Int32] {
    if let place = scans.firstIndex(where: { $0.target.isSame(as: target) }) {
      var known = scans.remove(at: place)
      defer { scans.append(known) }
      known.rows += try looked(for: target, in: texts, among: nil, from: known.searched, while: isWanted)
      known.searched = texts.count
      return known.rows
    }
    let base = rest(of: base(for: target), for: target)
    // Row by row the memory is read in jumps: that pays where few are left.
    let narrows = base.map { $0.rows.count < texts.count / target.narrowingShare } ?? false
    var found = try narrows ? looked(for: target, in: texts, among: base?.rows, from: 0, while: isWanted) : []
    found += try looked(
      for: target, in: texts, among: nil, from: narrows ? base?.searched ?? 0 : 0, while: isWanted)
    scans.append(Scan(target: target, rows: found, searched: texts.count))
    if scans.count > ArenaScans.most { scans.removeFirst() }
    return found
  }

  /// The rows in which a word's kana stand or one of the dictionary's words.
  mutating func rows(
    ofReading words: [String], _ kana: RomajiNeedle, in texts: TextArena, while isWanted: @escaping SearchPatience
  ) throws -> [Int32] {
    let present = Self.present(words, in: texts)
    if present.isEmpty { return try rows(holding: .kana(kana), in: texts, while: isWanted) }
    if let anchors = KanaAnchors(kana, or: present) {
      return try rows(holding: .reading(anchors, words: words, for: kana), in: texts, while: isWanted)
    }
    return RowSet.union(
      try rows(holding: .kana(kana), in: texts, while: isWanted),
      try rows(holding: .words(words, for: kana), in: texts, while: isWanted))
  }

  /// Those of the words that may stand in a text.
  private static func present(_ words: [String], in texts: TextArena) -> [[UInt8]] {
    words.map { Array($0.utf8) }.filter(texts.mayContain)
  }

  /// The fewest rows, of those looked at so far, outside of which the target cannot stand.
  private func base(for target: Target) -> (rows: [Int32], searched: Int)? {
    switch target {
    case .text(let needle):
      let shorter = scans.filter {
        if case .text(let known) = $0.target { needle.count > known.count && needle.holds(known) } else { false }
      }
      return shorter.min { $0.rows.count < $1.rows.count }.map { ($0.rows, $0.searched) }
    case .kana(let kana):
      let shorter = scans.filter {
        switch $0.target {
        case .kana(let known), .reading(_, words: _, for: let known): known.isFoundWherever(kana)
        case .text, .words: false
        }
      }
      return shorter.min { $0.rows.count < $1.rows.count }.map { ($0.rows, $0.searched) }
    case .words(_, for: let kana), .reading(_, words: _, for: let kana):
      return scans.compactMap { reading($0, wherever: kana) }.min { $0.rows.count < $1.rows.count }
    }
  }

  /// The rows of a shorter reading, by its kana or by its words.
  ///
  /// A longer reading's words are among a shorter one's, or are found by the kana in them: unless some were left out.
  private func reading(_ scan: Scan, wherever kana: RomajiNeedle) -> (rows: [Int32], searched: Int)? {
    switch scan.target {
    case .reading(_, words: let words, for: let shorter):
      guard words.count < MigemoDictionary.mostWords, shorter.isFoundWherever(kana) else { return nil }
      return (scan.rows, scan.searched)
    case .words(let words, for: let shorter):
      guard words.count < MigemoDictionary.mostWords, shorter.isFoundWherever(kana),
        let byKana = self.scan(ofKana: shorter)
      else { return nil }
      return (RowSet.union(scan.rows, byKana.rows), min(scan.searched, byKana.searched))
    case .text, .kana: return nil
    }
  }

  /// For the dictionary's words, only the rows in which the kana do not stand: those are found already.
  private func rest(
    of base: (rows: [Int32], searched: Int)?, for target: Target
  ) -> (rows: [Int32], searched: Int)? {
    guard case .words(_, for: let kana) = target, let known = scan(ofKana: kana), !known.rows.isEmpty else {
      return base
    }
    let all = base ?? (Array(0..<Int32(known.searched)), known.searched)
    return (RowSet.subtraction(all.rows, known.rows), all.searched)
  }

  private func scan(ofKana kana: RomajiNeedle) -> Scan? {
    scans.last { if case .kana(let known) = $0.target { known.word == kana.word } else { false } }
  }

  private func looked(
    for target: Target, in texts: TextArena, among rows: [Int32]?, from first: Int,
    while isWanted: @escaping SearchPatience
  ) throws -> [Int32] {
    guard first < texts.count || rows != nil, rows?.isEmpty != true else { return [] }
    let blocks = texts.blocks(ofRows: rows?.first.map(Int.init) ?? first, through: rows?.last.map(Int.init))
    // Rows that came since the last search lie in the last block, behind others.
    @Sendable func among(_ block: Int) -> ArraySlice<Int32>? {
      if let rows { return texts.rows(rows[...], ofBlock: block) }
      let all = texts.rows(ofBlock: block)
      return all.lowerBound >= first ? nil : (Int32(first)..<Int32(all.upperBound)).map { $0 }[...]
    }
    func scanned(for kana: RomajiNeedle, by anchors: KanaAnchors) throws -> [Int32] {
      try BlockScan.rows(inBlocks: blocks, while: isWanted) {
        texts.rows(containing: kana, by: anchors, among: among($0), inBlock: $0)
      }
    }
    switch target {
    case .text(let needle):
      if !texts.mayContain(needle) { return [] }
      return try BlockScan.rows(inBlocks: blocks, while: isWanted) { block in
        guard rows != nil, let some = among(block) else {
          return texts.rows(containing: needle, from: first, inBlock: block)
        }
        return texts.rows(containing: needle, among: some, inBlock: block)
      }
    case .kana(let kana): return try scanned(for: kana, by: KanaAnchors(kana))
    case .reading(let anchors, words: _, for: let kana): return try scanned(for: kana, by: anchors)
    case .words(let words, for: _):
      let needles = NeedleSet(Self.present(words, in: texts))
      if needles.isEmpty { return [] }
      return try BlockScan.rows(inBlocks: blocks, while: isWanted) {
        texts.rows(containingAnyOf: needles, among: among($0), inBlock: $0)
      }
    }
  }
}

extension ArenaScans.Target {
  /// A base pays when it is smaller than this part of all rows: more for what takes longer to look for.
  fileprivate var narrowingShare: Int {
    switch self {
    case .text: TextArena.jumpCost
    case .kana, .words, .reading: 1
    }
  }

  fileprivate func isSame(as other: Self) -> Bool {
    switch (self, other) {
    case (.text(let left), .text(let right)): left == right
    case (.kana(let left), .kana(let right)): left.word == right.word
    case (.words(let left, for: let one), .words(let right, for: let another)),
      (.reading(_, words: let left, for: let one), .reading(_, words: let right, for: let another)):
      one.word == another.word && left == right
    default: false
    }
  }
}

extension [UInt8] {
  fileprivate func holds(_ part: [UInt8]) -> Bool { indices.contains { self[$0...].starts(with: part) } }
}
