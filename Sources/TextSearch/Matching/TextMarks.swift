import CTextScan

/// What marks of texts tell of: the characters and pairs of characters that are common in some of them, and all others.
final class TextTerms: Sendable {
  fileprivate nonisolated(unsafe) let prepared: OpaquePointer

  /// - Parameter starts: the offset of each text, and the end of the last.
  init(commonIn bytes: [UInt8], _ starts: [UInt32]) {
    guard let terms = text_terms(bytes, starts, starts.count - 1) else {
      preconditionFailure("no memory for marks of texts")
    }
    prepared = terms
  }

  deinit { text_terms_free(prepared) }
}

/// Which of some texts hold which characters: a word is looked for only where all of its characters stand.
///
/// A common character, and a pair of them that is common, has a bit for each text: what is that short is found without a
/// look at any text. The others share bits, each for some texts together. All take an eighth of what the texts take.
struct TextMarks: Sendable {
  private let terms: TextTerms
  private let marks: [UInt64]
  private let count: Int

  /// - Parameter starts: the offset of each text, and the end of the last.
  init(_ terms: TextTerms, _ bytes: [UInt8], _ starts: [UInt32]) {
    self.terms = terms
    let count = starts.count - 1
    self.count = count
    let size = text_marks_size(terms.prepared, count)
    marks = [UInt64](unsafeUninitializedCapacity: size) { buffer, initialized in
      buffer.initialize(repeating: 0)
      text_marks(terms.prepared, bytes, starts, count, buffer.baseAddress)
      initialized = size
    }
  }

  struct Candidates {
    /// Places of texts, in order.
    var places: [UInt32]
    /// Whether all of them hold a needle.
    var areHits: Bool
  }

  /// The texts that may hold one of some needles, all that do among them.
  ///
  /// - Parameters:
  ///   - needles: folded UTF-8.
  ///   - most: with more than so many, to look at all texts from end to end is sooner done.
  /// - Returns: `nil` where there are more, and not all of them hits.
  func candidates(for needles: [[UInt8]], atMost most: Int) -> Candidates? {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * ((count + 63) / 64)) { buffer in
      buffer.initialize(repeating: 0)
      guard let rows = buffer.baseAddress else { return nil }
      var areHits = true
      for needle in needles {
        let isExact = text_marks_add(
          terms.prepared, marks, count, needle, needle.count, rows, rows + buffer.count / 2)
        areHits = areHits && isExact
      }
      let found = text_marks_count(rows, count)
      guard areHits || found <= most else { return nil }
      let places = [UInt32](unsafeUninitializedCapacity: found) { places, initialized in
        text_marks_rows(rows, count, places.baseAddress)
        initialized = found
      }
      return Candidates(places: places, areHits: areHits)
    }
  }
}
