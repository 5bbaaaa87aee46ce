import StrategyModel
import TextUI

/// A field's difference as lines: what it was, what it is, and in a text which words changed.
struct FieldText {
  let context: ScreenContext

  /// Unchanged text around a change is cut to so many characters a side.
  private static let surroundings = 14

  private let arrow: String
  private let ellipsis: String
  private let writer: DifferenceWords

  private var words: Words { context.words }

  init(context: ScreenContext, names: [String: String]) {
    self.context = context
    let lineSet = context.lineSet
    arrow = lineSet.arrow
    ellipsis = lineSet.ellipsis
    writer = DifferenceWords(context.words, context.calendar, names)
  }

  func lines(_ field: FieldDifference, columns: Int) -> [Line] {
    let label = Line(writer.label(field) + "  ", context.style(.label))
    let whole = label + body(field)
    if whole.width(context.policy) <= columns, !whole.spans.contains(where: { $0.text.contains(where: \.isNewline) }) {
      return [whole]
    }
    let lines = whole.wrapped(to: max(8, columns), context.policy)
    // Further lines hang below the first.
    guard lines.count > 1, let first = lines.first, columns > 24 else { return lines }
    let rest = whole.dropping(first.text, context.policy)
    return [first] + rest.wrapped(to: columns - 2, context.policy).map { Line("  ") + $0 }
  }

  /// The field's difference as a sentence: `フェーズ  検討中 → 開発中`.
  func sentence(_ field: FieldDifference) -> OutlineText {
    OutlineText(writer.label(field) + "  ", .label) + OutlineText(body(field).text)
  }

  private func body(_ field: FieldDifference) -> Line {
    switch (field.old, field.new) {
    case (nil, nil): Line(words(.orderChanged))
    case (.text(let old)?, .text(let new)?): text(old, new)
    case (nil, .text(let new)?): whole(.valueAdded, new, .added)
    case (.text(let old)?, nil): whole(.valueRemoved, old, .removed)
    case (let old, let new): values(field.name, old, new)
    }
  }

  private func values(_ name: String, _ old: FieldValue?, _ new: FieldValue?) -> Line {
    if let new, old == nil, DifferenceWords.isListed(name) { return whole(.valueAdded, writer.text(new), .added) }
    if let old, new == nil, DifferenceWords.isListed(name) {
      return whole(.valueRemoved, writer.text(old), .removed)
    }
    let before = old.map(writer.text) ?? words(.unknown)
    let after = new.map(writer.text) ?? words(.unknown)
    return Line(before, old == nil ? context.style(.unknown) : context.style(.removed)) + Line(" \(arrow) ")
      + Line(after, new == nil ? context.style(.unknown) : context.style(.added))
  }

  /// A value that came or went: before a number a sign would be taken for the number's own.
  private func whole(_ word: Word, _ text: String, _ role: Role) -> Line {
    Line("\(words(word)) ", context.style(.label)) + Line(text, context.style(role))
  }

  private var opening: String { words.lines == .unicode ? "［" : "[" }
  private var closing: String { words.lines == .unicode ? "］" : "]" }

  private func added(_ text: String) -> Line {
    Line(words.lines == .unicode ? "＋\(text)" : "+\(text)", context.style(.added))
  }

  private func removed(_ text: String) -> Line {
    Line(words.lines == .unicode ? "－\(text)" : "-\(text)", context.style(.removed))
  }

  /// Changed words in brackets where they stand; a text that is new throughout as a whole.
  private func text(_ old: String, _ new: String) -> Line {
    let pieces = TextDifference.pieces(from: old, to: new)
    let kept = pieces.reduce(0) { $0 + ($1.kind == .same ? $1.text.count : 0) }
    guard kept * 4 >= max(old.count, new.count) else {
      return Line(old, context.style(.removed)) + Line(" \(arrow) ") + Line(new, context.style(.added))
    }
    var line = Line()
    var index = 0
    while index < pieces.count {
      let piece = pieces[index]
      let next = index + 1 < pieces.count ? pieces[index + 1] : nil
      switch piece.kind {
      case .same: line.append(shortened(piece.text, isFirst: index == 0, isLast: next == nil))
      case .removed:
        if let next, next.kind == .added {
          line += Line(opening) + Line(piece.text, context.style(.removed)) + Line(arrow)
          line += Line(next.text, context.style(.added)) + Line(closing)
          index += 1
        } else {
          line += Line(opening) + removed(piece.text) + Line(closing)
        }
      case .added: line += Line(opening) + added(piece.text) + Line(closing)
      }
      index += 1
    }
    return line
  }

  /// Unchanged text, of which only what stands next to a change is needed.
  private func shortened(_ text: String, isFirst: Bool, isLast: Bool) -> String {
    let near = FieldText.surroundings
    let sides = (isFirst ? 0 : near) + (isLast ? 0 : near)
    guard text.count > sides + 4 else { return text }
    return (isFirst ? "" : String(text.prefix(near))) + ellipsis + (isLast ? "" : String(text.suffix(near)))
  }
}

extension Line {
  /// The line behind a text with which it begins, without spaces that stood at the break.
  fileprivate func dropping(_ head: String, _ policy: WidthPolicy) -> Line {
    var missing = head.count
    var rest = Line()
    for span in spans {
      let cut = min(missing, span.text.count)
      missing -= cut
      let text = String(span.text.dropFirst(cut))
      rest.append(rest.isEmpty ? String(text.drop { $0 == " " }) : text, span.style)
    }
    return rest
  }
}
