/// A piece of a text compared with another.
public struct TextPiece: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case same
    case removed
    case added
  }

  public var kind: Kind
  public var text: String

  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

/// How a text came from another, by words: in Japanese by runs of one kind of character.
public enum TextDifference {
  /// Longer texts are compared as wholes.
  static let characterLimit = 50_000

  /// Pieces in order: those that are not `added` make up the old text, those that are not `removed` the new one.
  public static func pieces(from old: String, to new: String) -> [TextPiece] {
    guard old.utf8.count <= characterLimit, new.utf8.count <= characterLimit else {
      return joined([TextPiece(.removed, old), TextPiece(.added, new)])
    }
    let left = TextRuns.runs(of: old)
    let right = TextRuns.runs(of: new)
    // Runs are told apart by their bytes: two that only look alike are a change, too.
    var numbers: [[UInt8]: Int] = [:]
    func number(_ run: Substring) -> Int {
      let known = numbers[Array(run.utf8), default: numbers.count]
      numbers[Array(run.utf8)] = known
      return known
    }
    let steps = SequenceDifference.steps(left.map(number), right.map(number))
    let pieces = steps.map { step in
      switch step {
      case .same(let place, _): TextPiece(.same, String(left[place]))
      case .removed(let place): TextPiece(.removed, String(left[place]))
      case .added(let place): TextPiece(.added, String(right[place]))
      }
    }
    return readable(joined(pieces))
  }

  /// Neighbours of one kind as one piece, empty ones left out.
  private static func joined(_ pieces: [TextPiece]) -> [TextPiece] {
    pieces.reduce(into: []) { joined, piece in
      guard !piece.text.isEmpty else { return }
      if joined.last?.kind == piece.kind {
        joined[joined.count - 1].text += piece.text
      } else {
        joined.append(piece)
      }
    }
  }

  /// A single character that stayed between two changes reads as part of one change: 「の」 alone says nothing.
  private static func readable(_ pieces: [TextPiece]) -> [TextPiece] {
    var hunks: [(removed: String, added: String, same: String)] = [("", "", "")]
    for piece in pieces {
      switch piece.kind {
      case .same: hunks[hunks.count - 1].same += piece.text
      case .removed where hunks[hunks.count - 1].same.isEmpty: hunks[hunks.count - 1].removed += piece.text
      case .added where hunks[hunks.count - 1].same.isEmpty: hunks[hunks.count - 1].added += piece.text
      case .removed: hunks.append((piece.text, "", ""))
      case .added: hunks.append(("", piece.text, ""))
      }
    }
    var merged: [(removed: String, added: String, same: String)] = []
    for hunk in hunks {
      if let last = merged.last, last.same.count == 1, !last.removed.isEmpty, !last.added.isEmpty,
        !hunk.removed.isEmpty, !hunk.added.isEmpty
      {
        merged[merged.count - 1] = (
          last.removed + last.same + hunk.removed, last.added + last.same + hunk.added, hunk.same
        )
      } else {
        merged.append(hunk)
      }
    }
    return joined(
      merged.flatMap { [TextPiece(.removed, $0.removed), TextPiece(.added, $0.added), TextPiece(.same, $0.same)] })
  }
}
