/// Breaking lines by the Japanese rules (kinsoku, JIS X 4051 in short).
enum LineWrap {
  private static let neverFirst = ScalarSet(
    "、。，．・：；？！ー〜～~‐–’”）〕］｝〉》」』】〙〗｠»,.:;?!)]}%‰℃々〻ゝゞヽヾ…‥゛゜ﾞﾟ｡､｣･ｰ％"
      + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ")
  private static let neverLast = ScalarSet("‘“（〔［｛〈《「『【〘〖｟«([{￥＄￡¥$£｢#＃")

  /// A cluster as the rules see it.
  struct Unit {
    /// UTF-8 bytes before it.
    var offset: Int
    var width: Int
    var first: Unicode.Scalar
    /// Whether `first` is all of it: a rule for a character says nothing of one with a mark on it.
    var isWhole: Bool

    var isSpace: Bool { isWhole && first == " " }
  }

  /// Consecutive pieces of the text, each of at most `columns` cells.
  ///
  /// - Parameter hangingSpaces: spaces at the end of a piece take no room.
  static func pieces(
    of text: String, _ columns: Int, _ policy: WidthPolicy, hangingSpaces: Bool
  ) -> [Substring] {
    let units = units(of: text, policy)
    var pieces: [Substring] = []
    var first = 0
    while first < units.count {
      let next = firstBreak(in: units, from: first, columns, hangingSpaces: hangingSpaces)
      let end = next < units.count ? units[next].offset : text.utf8.count
      let utf8 = text.utf8
      pieces.append(
        text[
          utf8.index(utf8.startIndex, offsetBy: units[first].offset)..<utf8.index(utf8.startIndex, offsetBy: end)])
      first = next
    }
    return pieces
  }

  private static func units(of text: String, _ policy: WidthPolicy) -> [Unit] {
    var units: [Unit] = []
    units.reserveCapacity(text.utf8.count / 2)
    for cluster in Clusters(text, policy) {
      if let single = cluster.single {
        units.append(Unit(offset: cluster.offset, width: cluster.width, first: single, isWhole: true))
        continue
      }
      let scalars = text[text.utf8.index(text.startIndex, offsetBy: cluster.offset)].unicodeScalars
      units.append(
        Unit(
          offset: cluster.offset, width: cluster.width, first: scalars[scalars.startIndex],
          isWhole: scalars.index(after: scalars.startIndex) == scalars.endIndex))
    }
    return units
  }

  private static func firstBreak(in units: [Unit], from start: Int, _ columns: Int, hangingSpaces: Bool) -> Int {
    var used = 0
    var index = start
    while index < units.count {
      let hangs = hangingSpaces && units[index].isSpace
      used += hangs ? 1 : units[index].width
      if used > columns, !hangs { break }
      index += 1
    }
    if index == units.count { return index }
    // Backwards from where the room ends: few neighbours are asked for what they are to each other.
    var bestWhole: Int?
    var bestKinsoku: Int?
    for place in stride(from: index, to: start, by: -1) where bestWhole == nil {
      let hangs = hangingSpaces && units[place].isSpace
      guard !hangs, allowsBreak(units[place - 1], units[place]) else { continue }
      bestKinsoku = bestKinsoku ?? place
      if !WordBinding.binds(units, place) { bestWhole = place }
    }
    let kinsoku = bestKinsoku ?? max(index, start + 1)
    guard let bestWhole else { return kinsoku }
    // A katakana word is broken where it would leave half of the line empty, or be broken on the next line as well.
    guard WordBinding.isKatakana(units[bestWhole].first), kinsoku > bestWhole else { return bestWhole }
    let left = units[start..<bestWhole].reduce(0) { $0 + $1.width }
    let isWorth = left * 2 >= columns && WordBinding.width(ofWordAt: bestWhole, in: units) <= columns
    return isWorth ? bestWhole : kinsoku
  }

  private static func allowsBreak(_ previous: Unit, _ next: Unit) -> Bool {
    !(next.isWhole && (neverFirst.contains(next.first) || next.first == "\u{A0}"))
      && !(previous.isWhole && (neverLast.contains(previous.first) || previous.first == "\u{A0}"))
  }

  static func paragraph(_ text: String, _ columns: Int, _ policy: WidthPolicy) -> [Substring] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { line -> [Substring] in
      let pieces = pieces(of: String(line), columns, policy, hangingSpaces: true)
      guard let last = pieces.last else { return [""] }
      return pieces.dropLast().map(trimmed) + [policy.width(of: String(last)) > columns ? trimmed(last) : last]
    }
  }

  private static func trimmed(_ piece: Substring) -> Substring {
    var piece = piece
    while piece.last == " " { piece.removeLast() }
    return piece
  }

  /// Gives the pieces of the line's text their styles back.
  static func wrapped(_ line: Line, _ columns: Int, _ policy: WidthPolicy) -> [Line] {
    let text = line.text
    var spans = line.spans[...]
    var offset = 0
    return paragraph(text, columns, policy).map { piece in
      Line(piece.isEmpty ? "" : String(piece))
    }.map { plain in
      var result = Line()
      var wanted = plain.text.unicodeScalars[...]
      while let first = wanted.first, let span = spans.first {
        let scalars = span.text.unicodeScalars.dropFirst(offset)
        guard let here = scalars.first else {
          spans.removeFirst()
          offset = 0
          continue
        }
        if here != first {
          offset += 1
          continue
        }
        let count = zip(scalars, wanted).prefix { $0 == $1 }.count
        result.append(String(String.UnicodeScalarView(scalars.prefix(count))), span.style)
        wanted = wanted.dropFirst(count)
        offset += count
      }
      return result
    }
  }
}
