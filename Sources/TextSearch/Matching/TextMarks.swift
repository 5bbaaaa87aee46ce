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
/// look at any text. The others share bits, each for some texts together. Of texts of some 500 bytes
/// all take an eighth.
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

  /// Places of texts, in order.
  struct Candidates {
    /// Those that hold a needle.
    var hits: [UInt32]
    /// Others that may hold one.
    var open: [UInt32]
  }

  /// The texts that may hold one of some needles, all that do among them.
  ///
  /// - Parameters:
  ///   - needles: folded UTF-8.
  ///   - texts: places of those that are asked for; `nil` for all.
  func candidates(for needles: [[UInt8]], among texts: [UInt32]? = nil) -> Candidates {
    let size = (count + 63) / 64
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 3 * size) { buffer in
      buffer.initialize(repeating: 0)
      guard let hits = buffer.baseAddress else { return Candidates(hits: [], open: []) }
      let (open, room) = (hits + size, hits + 2 * size)
      for needle in needles { text_marks_add(terms.prepared, marks, count, needle, needle.count, hits, open, room) }
      if let texts {
        room.update(repeating: 0, count: size)
        text_marks_set(room, texts, texts.count)
      }
      text_marks_part(hits, open, texts == nil ? nil : room, count)
      return Candidates(hits: places(hits), open: places(open))
    }
  }

  private func places(_ rows: UnsafePointer<UInt64>) -> [UInt32] {
    let found = text_marks_count(rows, count)
    return [UInt32](unsafeUninitializedCapacity: found) { places, initialized in
      text_marks_rows(rows, count, places.baseAddress)
      initialized = found
    }
  }
}
