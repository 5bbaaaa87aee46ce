import CTextScan

/// Byte strings to be looked for at once in an arena, made ready for it.
///
/// The dictionary gives hundreds of words for a few letters; looking for one after another took seconds in a large store.
public final class NeedleSet: Sendable {
  private nonisolated(unsafe) let prepared: OpaquePointer?
  let needles: [[UInt8]]
  public let isEmpty: Bool

  /// - Parameter needles: folded UTF-8; empty ones are left out.
  public convenience init(_ needles: [[UInt8]]) { self.init(needles, isPlain: false) }

  /// - Parameter isPlain: without the instructions that not every processor has.
  init(_ needles: [[UInt8]], isPlain: Bool) {
    let needles = needles.filter { !$0.isEmpty }
    var starts: [UInt32] = [0]
    for needle in needles { starts.append((starts.last ?? 0) + UInt32(needle.count)) }
    isEmpty = needles.isEmpty
    self.needles = needles
    prepared = text_needles(Array(needles.joined()), starts, needles.count, isPlain)
    precondition(prepared != nil, "no memory for what is looked for")
  }

  deinit { text_needles_free(prepared) }

  /// What all of several needles begin with, where each goes on with a character of three bytes, as kana and kanji are.
  var commonBeginning: [UInt8]? {
    let common = Int(text_needles_common(prepared))
    return common > 0 ? needles.first.map { Array($0.prefix(common)) } : nil
  }

  fileprivate func scan(
    _ bytes: [UInt8], _ starts: [UInt32], _ rows: [UInt32]?, _ count: Int, into found: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    found.withMemoryRebound(to: UInt32.self) {
      text_scan_any(bytes, starts, starts.count - 1, prepared, rows, count, $0.baseAddress)
    }
  }
}

extension TextArena {
  /// The rows in whose text one of the needles stands, in order.
  ///
  /// - Parameter rows: those to be looked at, in order; `nil` for all.
  public func rows(containingAnyOf needles: NeedleSet, among rows: [Int32]? = nil) -> [Int32] {
    (0..<blockCount).flatMap { number in
      self.rows(containingAnyOf: needles, among: rows.map { self.rows($0[...], ofBlock: number) }, inBlock: number)
    }
  }

  /// The same within one block, so that several threads can share the work.
  ///
  /// - Parameter rows: of this block.
  public func rows(
    containingAnyOf needles: NeedleSet, among rows: ArraySlice<Int32>?, inBlock number: Int
  ) -> [Int32] {
    withBlock(number) { bytes, starts, first in
      let places = rows.map { $0.map { UInt32($0 - first) } }
      let candidates = marks(ofBlock: number)?.candidates(for: needles.needles, among: places)
      let open = candidates?.open ?? places
      let count = open?.count ?? starts.count - 1
      let found = [Int32](unsafeUninitializedCapacity: count) { buffer, found in
        found = needles.scan(bytes, starts, open, count, into: buffer)
        for place in 0..<found { buffer[place] += first }
      }
      return RowSet.union((candidates?.hits ?? []).map { Int32(bitPattern: $0) + first }, found)
    }
  }

  /// The rows of a list, in order, that lie in a block.
  public func rows(_ rows: ArraySlice<Int32>, ofBlock number: Int) -> ArraySlice<Int32> {
    let block = self.rows(ofBlock: number)
    return rows[place(of: block.lowerBound, in: rows)..<place(of: block.upperBound, in: rows)]
  }

  private func place(of row: Int, in rows: ArraySlice<Int32>) -> Int {
    var (low, high) = (rows.startIndex, rows.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if Int(rows[middle]) < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
