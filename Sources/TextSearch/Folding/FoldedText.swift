/// A folded text that knows from which characters of the original each of its parts came.
public struct FoldedText: Sendable {
  public let original: String
  /// The folded text; equal to `TextFold.fold(original)`.
  public let text: String
  private let pieces: [Piece]

  /// Characters of the original that fold together, and where their folded form begins (UTF-8 offset).
  private struct Piece {
    var original: Range<String.Index>
    var start: Int
  }

  public init(_ original: String) {
    self.original = original
    text = TextFold.fold(original)
    pieces = FoldedText.pieces(of: original, folded: text)
  }

  /// The whole characters of the original that hold a part of the folded text.
  ///
  /// - Parameter range: UTF-8 offsets in `text`.
  public func original(_ range: Range<Int>) -> Range<String.Index> {
    guard let first = pieces.last(where: { $0.start <= range.lowerBound }) else {
      return original.startIndex..<original.startIndex
    }
    let last = pieces.last { $0.start < range.upperBound } ?? first
    return first.original.lowerBound..<max(first.original.upperBound, last.original.upperBound)
  }

  private static func pieces(of original: String, folded: String) -> [Piece] {
    var pieces: [Piece] = []
    var length = 0
    // The folded form of the last piece: a character that would fold otherwise after it joins it.
    var previous = ""
    var index = original.startIndex
    while index < original.endIndex {
      let next = original.index(after: index)
      let own = TextFold.fold(String(original[index..<next]))
      if let last = pieces.last {
        let joined = TextFold.fold(String(original[last.original.lowerBound..<next]))
        if own.isEmpty || !joined.utf8.elementsEqual((previous + own).utf8) {
          pieces[pieces.count - 1].original = last.original.lowerBound..<next
          length += joined.utf8.count - previous.utf8.count
          previous = joined
          index = next
          continue
        }
      }
      pieces.append(Piece(original: index..<next, start: length))
      length += own.utf8.count
      previous = own
      index = next
    }
    guard length == folded.utf8.count else {
      return [Piece(original: original.startIndex..<original.endIndex, start: 0)]
    }
    return pieces
  }
}
