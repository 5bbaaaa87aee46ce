import StrategyModel
import TextUI

/// The rows of a difference: counts on top, then the records by pillar and kind, with their fields below them.
struct DifferenceView {
  let context: ScreenContext
  let difference: LedgerDifference

  var words: Words { context.words }
  private var calendar: CalendarStyle { context.calendar }
  private var columns: Int { Pane.textColumns(context.columns) }

  func layout() -> RowLayout {
    var rows = summary()
    if difference.found == 0 {
      rows += [.blank, Row(.text("empty"), [Line(emptyText, context.style(.faint))])]
    }
    let head = rows.count
    var places: [Int?] = rows.map { _ in nil }
    var place = difference.start
    let text = FieldText(context: context, names: difference.names)
    for group in difference.groups {
      if !group.isContinued {
        rows += [.blank, .heading(heading(group))]
        places += [nil, nil]
      }
      for record in group.records {
        let own = self.rows(of: record, text)
        rows += own
        places += own.map { _ in place }
        place += 1
      }
    }
    let origin = origin()
    var layout = RowLayout(columns: context.columns, rows: rows + origin, places: places + origin.map { _ in nil })
    layout.head = head
    layout.tail = origin.count
    layout.before = difference.start
    layout.behind = difference.found - place
    return layout
  }

  /// The same page by page: what stands above and below all stands on the first and the last page.
  func lines() -> [String] { printedRows().flatMap(\.lines).map(\.text) }

  func printedRows() -> [Row] {
    var rows = difference.start == 0 ? summary() : []
    if difference.found == 0 {
      rows += [.blank, .heading(Line(words(difference.total == 0 ? .noDifference : .nothingMatches)))]
    }
    let text = FieldText(context: context, names: difference.names)
    for group in difference.groups {
      if !group.isContinued { rows += [.blank, .heading(heading(group))] }
      for record in group.records { rows += self.rows(of: record, text) }
    }
    if difference.start + difference.shown == difference.found { rows += origin() }
    return rows
  }

  private var emptyText: String { words(difference.total == 0 ? .noDifference : .emptyFiltered) }

  // MARK: Summary

  /// Both ends, and how much changed.
  private func summary() -> [Row] {
    let isOneLine = context.policy.width(of: endsText) <= columns
    let heads = isOneLine ? [endsText] : [ends[0] + arrow, "  " + ends[1]]
    var lines = heads.map { Line($0, .bold) }
    if let to = difference.to, isOneStep { lines += wrapped(Line(to.title)) }
    if difference.total > 0 { lines += counts() }
    return lines.map { .heading($0) }
  }

  private var arrow: String { " \(context.lineSet.arrow) " }
  private var ends: [String] { [difference.from, difference.to].map(end) }

  /// `r4 令和2年2月13日 → r9 令和3年3月17日`
  var endsText: String { ends.joined(separator: arrow) }

  var isOneStep: Bool { difference.to.map { $0.number == (difference.from?.number ?? 0) + 1 } ?? false }

  private func end(_ revision: Revision?) -> String {
    guard let revision else { return words(.beforeFirst) }
    return "r\(revision.number) \(calendar.text(revision.effective))"
  }

  /// `追加 3件  変更 12件  廃止 1件`, and beside it or below it how much of each kind.
  private func counts() -> [Line] {
    var line = Line()
    for change in RevisionTouch.Change.all where difference.count(change) > 0 {
      if !line.isEmpty { line.append("  ") }
      line += Line("\(words.change(change)) \(words.count(difference.count(change)))", context.style(change.role))
    }
    let kinds = kindCounts
    let whole =
      line
      + Line(
        words.pick("  ", " ") + words.remark(kinds.joined(separator: words.pick("、", ", "))), context.style(.faint))
    guard whole.width(context.policy) > columns else { return [whole] }
    // A kind and its count stay on one line.
    var below: [Line] = []
    for kind in kinds {
      let piece = Line("  " + kind, context.style(.faint))
      if let last = below.last, (last + piece).width(context.policy) <= columns {
        below[below.count - 1] += piece
      } else {
        below.append(piece)
      }
    }
    return [line] + below
  }

  /// How much of each kind changed.
  var kindCounts: [String] {
    RecordKind.allCases.compactMap { kind in
      difference.counts[kind].map { "\(words.recordKind(kind)) \(words.count($0.values.reduce(0, +)))" }
    }
  }

  // MARK: Records

  func name(of group: LedgerDifference.Group) -> String {
    switch group.heading {
    case .pillar(let name?): "\(words(.pillar)) \(name)"
    case .pillar(nil): words(.withoutPillar)
    case .kind(let kind): words.recordKind(kind)
    }
  }

  func heading(_ group: LedgerDifference.Group) -> Line {
    Line(name(of: group), context.style(.heading)) + Line("  \(words.count(group.count))", context.style(.faint))
  }

  private func rows(of record: RecordDifference, _ text: FieldText) -> [Row] {
    let key = record.reference.key
    let sign = "\(record.change.sign) \(words.change(record.change))  "
    let room = max(8, columns - context.policy.width(of: sign))
    let title = context.shortened(record.reference.title, to: room)
    let isGone = record.change == .retired
    let end = isGone ? difference.from : difference.to
    let door = Door.recordAsOf(key, revision: end?.number ?? 0)
    var rows = [Row(.record(key), [Line(sign, context.style(record.change.role)) + context.marked(title)], door: door)]
    for (place, field) in record.fields.enumerated() {
      for (number, line) in text.lines(field, columns: columns - 4).enumerated() {
        rows.append(Row(.text("\(key.kind.rawValue)/\(key.id)/\(place)/\(number)"), [Line("    ") + line], door: door))
      }
    }
    return rows
  }

  /// The record to which a row belongs.
  static func record(of row: RowID) -> RecordKey? {
    switch row {
    case .record(let key): return key
    case .revision: return nil
    case .text(let text):
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count >= 4, let kind = RecordKind(rawValue: String(parts[0])) else { return nil }
      return RecordKey(kind, parts[1..<(parts.count - 2)].joined(separator: "/"))
    }
  }

  // MARK: Origin

  /// Where a single revision comes from.
  private func origin() -> [Row] { writtenOrigin?.rows ?? [] }

  var writtenOrigin: RowWriter? {
    guard isOneStep, let revision = difference.to else { return nil }
    var writer = RowWriter(context, columns: columns)
    writer.add(.blank)
    writer.heading(.revision)
    writer.field(.author, revision.author)
    let recorded = TokyoTime.dayAndTime(ofUTC: revision.recorded)
    // The bundled facts were recorded at no particular time: theirs is the first moment of the day they count from.
    if recorded.map({ $0.day != revision.effective || $0.time != "00:00" }) ?? true {
      writer.field(.recorded, recorded.map { "\(calendar.text($0.day)) \($0.time)" } ?? revision.recorded)
    }
    if let note = revision.note { writer.field(.note, note) }
    if let file = revision.sourceFile { writer.field(.sourceFile, "\(file.name)  SHA-256 \(file.sha256)") }
    writer.field(.hash, revision.hash)
    return writer
  }

  private func wrapped(_ line: Line) -> [Line] { line.wrapped(to: columns, context.policy) }
}

extension RevisionTouch.Change {
  static let all: [RevisionTouch.Change] = [.added, .changed, .retired]

  /// Says without colour and word what happened.
  var sign: String {
    switch self {
    case .added: "+"
    case .changed: "~"
    case .retired: "-"
    }
  }

  var role: Role {
    switch self {
    case .added: .added
    case .changed: .moved
    case .retired: .removed
    }
  }
}
