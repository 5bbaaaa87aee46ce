import Dashboard
import StrategyModel

/// The difference as Markdown: what went struck out, what came in bold.
public struct DifferenceMarkdown: DifferenceReport {
  private let words: Words
  private let calendar: CalendarStyle

  public init(words: Words, calendar: CalendarStyle) {
    self.words = words
    self.calendar = calendar
  }

  public mutating func page(_ difference: LedgerDifference) throws -> String {
    var lines = difference.start == 0 ? head(difference) : []
    for group in difference.groups {
      if !group.isContinued { lines += ["", "## \(escaped(name(group)))  \(words.count(group.count))", ""] }
      for record in group.records { lines += self.lines(of: record, difference.names) }
    }
    return lines.map { SafeMarkdown.line($0) + "\n" }.joined()
  }

  public func end() -> String { "" }

  private func head(_ difference: LedgerDifference) -> [String] {
    let ends = [difference.from, difference.to].map { revision in
      revision.map { "r\($0.number) \(calendar.text($0.effective))" } ?? words(.beforeFirst)
    }
    let counts = [RevisionTouch.Change.added, .changed, .retired].filter { difference.count($0) > 0 }.map {
      "\(words.change($0)) \(words.count(difference.count($0)))"
    }
    var lines = ["# \(words(.difference)) \(ends.joined(separator: " → "))"]
    if !counts.isEmpty { lines += ["", counts.joined(separator: "  ")] }
    if difference.found == 0 { lines += ["", words(difference.total == 0 ? .noDifference : .nothingMatches)] }
    return lines
  }

  private func name(_ group: LedgerDifference.Group) -> String {
    switch group.heading {
    case .pillar(let name?): "\(words(.pillar)) \(name)"
    case .pillar(nil): words(.withoutPillar)
    case .kind(let kind): words.recordKind(kind)
    }
  }

  private func lines(of record: RecordDifference, _ names: [String: String]) -> [String] {
    let writer = DifferenceWords(words, calendar, names)
    let title = escaped(record.reference.title)
    return ["- **\(words.change(record.change))** \(title)"]
      + record.fields.map { "  - \(escaped(writer.label($0))): \(body($0, writer))" }
  }

  private func body(_ field: FieldDifference, _ writer: DifferenceWords) -> String {
    switch (field.old, field.new) {
    case (nil, nil): words(.orderChanged)
    case (.text(let old)?, .text(let new)?):
      TextDifference.pieces(from: old, to: new).map { piece in
        switch piece.kind {
        case .same: escaped(piece.text)
        case .removed: marked("~~", piece.text)
        case .added: marked("**", piece.text)
        }
      }.joined()
    case (nil, .text(let new)?): marked("**", new)
    case (.text(let old)?, nil): marked("~~", old)
    case (nil, let new?) where DifferenceWords.isListed(field.name): marked("**", writer.text(new))
    case (let old?, nil) where DifferenceWords.isListed(field.name): marked("~~", writer.text(old))
    case (let old, let new):
      "\(escaped(old.map(writer.text) ?? words(.unknown))) → \(escaped(new.map(writer.text) ?? words(.unknown)))"
    }
  }

  /// Spaces stay outside: a mark beside a space on its inner side is none.
  private func marked(_ mark: String, _ text: String) -> String {
    let inner = text.drop { $0.isWhitespace }
    let lead = text.prefix(text.count - inner.count)
    let tail = inner.reversed().prefix { $0.isWhitespace }.count
    guard inner.count > tail else { return escaped(text) }
    return escaped(String(lead)) + mark + escaped(String(inner.dropLast(tail))) + mark
      + escaped(String(inner.suffix(tail)))
  }

  private func escaped(_ text: String) -> String { SafeMarkdown.escaped(text) }
}
