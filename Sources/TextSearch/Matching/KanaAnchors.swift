import CTextScan

/// What every hit of a romaji word begins with, to be looked for first.
public struct KanaAnchors: Sendable {
  private let anchors: NeedleSet
  /// Whether what is looked for are the hits themselves, so that nothing is left to be told.
  private let areWholeHits: Bool

  /// So many whole hits are looked for in one pass: more than beginnings, because nothing is left to be told of a text.
  private static let manyHits = 64
  private static let manyBeginnings = 12
  /// Up to so many in all a pass takes no longer for more of them.
  private static let few = 12

  public init(_ kana: RomajiNeedle) {
    let hits = kana.wholeHits(atMost: KanaAnchors.manyHits)
    areWholeHits = hits != nil
    anchors = NeedleSet(hits ?? kana.anchors(atMost: KanaAnchors.manyBeginnings))
  }

  /// The kana with the words that the dictionary gives for it, in one pass.
  ///
  /// - Parameter words: folded.
  /// - Returns: `nil` where two passes take no longer.
  public init?(_ kana: RomajiNeedle, or words: [[UInt8]]) {
    guard words.count < KanaAnchors.few, let hits = kana.wholeHits(atMost: KanaAnchors.few - words.count) else {
      return nil
    }
    areWholeHits = true
    anchors = NeedleSet(hits + words)
  }

  /// The rows of a block that hold an anchor.
  fileprivate func candidates(in texts: TextArena, among rows: ArraySlice<Int32>?, inBlock number: Int) -> [Int32] {
    // One alone is looked for from end to end, without a stop at each row.
    if rows == nil, anchors.needles.count == 1 {
      return texts.rows(containing: anchors.needles[0], from: 0, inBlock: number)
    }
    return texts.rows(containingAnyOf: anchors, among: rows, inBlock: number)
  }

  /// Whether a hit begins with one of some beginnings in a text.
  private func isFound(
    _ kana: RomajiNeedle, by beginnings: [[UInt8]], in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    beginnings.contains { beginning in
      var place = 0
      while true {
        // The C side's SIZE_MAX, for no hit, is -1 here.
        place = text_find(text.baseAddress, text.count, beginning, beginning.count, place)
        if place < 0 { return false }
        if kana.isFound(in: UnsafeRawBufferPointer(text), at: place) { return true }
        place += 1
      }
    }
  }

  fileprivate func rows(
    of kana: RomajiNeedle, in texts: TextArena, among rows: ArraySlice<Int32>?, inBlock number: Int
  ) -> [Int32] {
    let candidates = candidates(in: texts, among: rows, inBlock: number)
    if areWholeHits { return candidates }
    let beginnings = anchors.commonBeginning.map { [$0] } ?? anchors.needles
    return candidates.filter { row in texts.withText(of: Int(row)) { isFound(kana, by: beginnings, in: $0) } }
  }
}

extension TextArena {
  /// The rows of one block in whose text kana stand that a romaji word writes.
  ///
  /// - Parameter rows: those to be looked at, in order; `nil` for all.
  public func rows(
    containing kana: RomajiNeedle, by anchors: KanaAnchors, among rows: ArraySlice<Int32>?, inBlock number: Int
  ) -> [Int32] {
    anchors.rows(of: kana, in: self, among: rows, inBlock: number)
  }
}
