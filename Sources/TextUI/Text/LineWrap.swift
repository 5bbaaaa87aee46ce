/// Breaking lines by the Japanese rules (kinsoku, JIS X 4051 in short).
enum LineWrap {
  private static let neverFirst = Set<Character>(
    "、。，．・：；？！ー〜～~‐–’”）〕］｝〉》」』】〙〗｠»,.:;?!)]}%‰℃々〻ゝゞヽヾ…‥゛゜ﾞﾟ｡､｣･ｰ％"
      + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ")
  private static let neverLast = Set<Character>("‘“（〔［｛〈《「『【〘〖｟«([{￥＄￡¥$£｢#＃")

  /// Consecutive pieces of the text, each of at most `columns` cells.
  ///
  /// - Parameter hangingSpaces: spaces at the end of a piece take no room.
  static func pieces(
    of text: String, _ columns: Int, _ policy: WidthPolicy, hangingSpaces: Bool
  ) -> [Substring] {
    var pieces: [Substring] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      let end = firstBreak(in: rest, columns, policy, hangingSpaces: hangingSpaces)
      pieces.append(rest[..<end])
      rest = rest[end...]
    }
    return pieces
  }

  private static func firstBreak(
    in rest: Substring, _ columns: Int, _ policy: WidthPolicy, hangingSpaces: Bool
  ) -> String.Index {
    var used = 0
    var index = rest.startIndex
    var bestWhole: String.Index?
    var bestKinsoku: String.Index?
    var previous: Character?
    while index < rest.endIndex {
      let next = rest[index]
      if let previous, !(hangingSpaces && next == " ") {
        if allowsBreak(previous, next) {
          bestKinsoku = index
          if !bindsWord(previous, next) { bestWhole = index }
        }
      }
      if !(hangingSpaces && next == " ") {
        used += policy.width(of: next)
        if used > columns { break }
      } else {
        used += 1
      }
      previous = next
      index = rest.index(after: index)
    }
    if index == rest.endIndex { return index }
    if let best = bestWhole ?? bestKinsoku { return best }
    return index > rest.startIndex ? index : rest.index(after: index)
  }

  private static func allowsBreak(_ previous: Character, _ next: Character) -> Bool {
    !neverFirst.contains(next) && !neverLast.contains(previous) && previous != "\u{A0}" && next != "\u{A0}"
  }

  /// Whether two neighbours belong to one number or Latin word, or a number to what it counts, or the parts of a date: 2020年度, 令和2年8月.
  private static func bindsWord(_ previous: Character, _ next: Character) -> Bool {
    if isWordPart(previous) { return isWordPart(next) || previous.isNumber && counters.contains(next) }
    return previous == "年" && next == "度" || "年月".contains(previous) && next.isNumber
  }

  private static let counters = Set<Character>("年月日回件版号度人円台区校")

  private static func isWordPart(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    switch scalar.value {
    case 0x21...0x7E: return true
    case 0xC0...0x24F, 0x370...0x3FF, 0x400...0x52F: return true
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF0C, 0xFF0E, 0xFF05: return true
    default: return false
    }
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
