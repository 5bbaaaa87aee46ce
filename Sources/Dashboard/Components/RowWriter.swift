import StrategyModel
import TextUI

/// Writes the rows of a record from top to bottom: headings, labelled fields, paragraphs, links.
///
/// Beside the rows it keeps what they say, for formats that lay it out in their own way.
struct RowWriter {
  let context: ScreenContext
  /// Cells of the pane's text.
  let columns: Int
  private(set) var rows: [Row] = []
  private(set) var parts: [OutlinePart] = []

  init(_ context: ScreenContext, columns: Int) {
    self.context = context
    self.columns = columns
  }

  /// Cells of a field's name, with the space behind it.
  var labelColumns: Int { max(columns >= 60 ? 16 : 12, longestLabel) }
  private var longestLabel = 0

  /// From here on names stand in a column that these fit into, up to half the line.
  mutating func align(by labels: [String]) {
    let widths = labels.map { context.policy.width(of: $0) + 1 }
    longestLabel = min(columns / 2, widths.max() ?? 0)
  }

  mutating func blank() {
    if let last = rows.last, !last.lines.allSatisfy(\.isEmpty) { rows.append(.blank) }
  }

  mutating func heading(_ word: Word, count: Int? = nil) { heading(context.words(word), count: count) }

  mutating func heading(_ text: String, count: Int? = nil) {
    let counted = count.map { OutlineText("  \(context.words.count($0))", .faint) } ?? OutlineText()
    parts.append(.heading(OutlineText(text) + counted, level: 2))
    blank()
    var line = Line(text, context.style(.heading))
    if let count { line.append("  \(context.words.count(count))", context.style(.faint)) }
    rows.append(.heading(line))
  }

  /// A wrapped text; every line of it can be selected, so that a reader can stand on it.
  mutating func paragraph(_ text: String, role: Role = .text, door: Door? = nil) {
    let style = context.style(role)
    // A heading within the record: the name of a KPI, the record's own title.
    parts.append(role == .heading ? .heading(OutlineText(text), level: 3) : .paragraph(OutlineText(text, role)))
    for piece in TextFit.paragraph(text, columns, context.policy) {
      add(context.marked(piece, style), door: door)
    }
  }

  /// `label  value`, the value wrapped in its own column; an unknown value reads 未記載.
  mutating func field(
    _ label: Word, _ value: String?, door: Door? = nil, remark: String? = nil, figure: Figure? = nil
  ) {
    field(context.words(label), value, door: door, remark: remark, figure: figure)
  }

  /// A value that is a number, with its unit.
  struct Figure {
    var number: Double
    var unit: String?
    var isApproximate = false
  }

  /// - Parameters:
  ///   - told: the label where the field is told without what stands around it.
  ///   - key: the record that the first line stands for, where it is one of its own.
  mutating func field(
    _ label: String, _ value: String?, told toldLabel: String? = nil, door: Door? = nil, remark: String? = nil,
    of key: RecordKey? = nil, figure: Figure? = nil
  ) {
    let shown = value.flatMap { $0.isEmpty ? nil : $0 }
    let style = shown == nil ? context.style(.unknown) : door == nil ? .plain : context.style(.link)
    let bracketed = remark.map(bracketed) ?? ""
    let text = (shown ?? context.words(.unknown)) + bracketed
    let told = OutlineText(shown ?? context.words(.unknown), shown == nil ? .unknown : .text)
    parts.append(
      .field(
        label: toldLabel ?? label, told + OutlineText(bracketed, .faint), of: door?.key,
        figure: figure.map { outlined($0, remark) }))
    // A date as a label is never cut: it takes the room it needs, up to half the line.
    let room = min(columns / 2, context.policy.width(of: label) + 1)
    let headColumns = max(labelColumns, room)
    let pieces = TextFit.paragraph(text, max(4, columns - headColumns), context.policy)
    for (index, piece) in pieces.enumerated() {
      let head = TextFit.fit(index == 0 ? label : "", headColumns - 1, context.policy) + " "
      let line = Line(head, context.style(.label)) + context.marked(piece, style)
      if let key, index == 0 { add(Row(.record(key), [line], door: door)) } else { add(line, door: door) }
    }
  }

  /// Brackets around brackets are other ones.
  private func bracketed(_ remark: String) -> String {
    let words = context.words
    return words.language == .ja && remark.contains("（") ? "〔\(remark)〕" : words.remark(remark)
  }

  private func outlined(_ figure: Figure, _ remark: String?) -> OutlineFigure {
    let words = context.words
    let parts = [figure.isApproximate ? words(.approximately) : nil, figure.unit, remark].compactMap { $0 }
    return OutlineFigure(figure.number, remark: parts.joined(separator: words.pick("、", ", ")))
  }

  /// A line that opens another record. A remark that leaves no room for the whole title is left out.
  ///
  /// - Parameters:
  ///   - isDated: in a list by date, where a date that is not known reads 未記載.
  ///   - isOfField: it belongs to the field before.
  mutating func link(
    _ reference: Reference, remark: String? = nil, isDated: Bool = false, isOfField: Bool = false
  ) {
    let policy = context.policy
    let known = reference.date?.text(context.calendar) ?? (isDated ? context.words(.unknown) : nil)
    let date = known.map { TextFit.fit($0, context.dateColumns, policy) } ?? ""
    let indent = isOfField ? labelColumns : 0
    let room = max(4, columns - indent - policy.width(of: date) - 2)
    let told = OutlineText(known.map { $0 + "  " } ?? "", .faint) + OutlineText(reference.title)
    let whole = told + OutlineText(remark.map(context.words.remark) ?? "", .faint)
    parts.append(
      isOfField
        ? .field(
          label: "", OutlineText("\(context.words.recordKind(reference.key.kind)) ", .faint) + whole, of: reference.key)
        : .point(whole, of: reference.key))
    let wanted = remark.map(context.words.remark) ?? ""
    let fits = policy.width(of: reference.title) + policy.width(of: wanted) <= room
    let tail = fits ? wanted : ""
    let title = context.shortened(reference.title, to: room - policy.width(of: tail))
    add(
      Line(String(repeating: " ", count: indent) + context.words.bullet, context.style(.faint))
        + Line(date, context.style(.faint))
        + context.marked(title, context.style(.link)) + Line(tail, context.style(.faint)),
      door: .record(reference.key))
  }

  /// A line that opens a list.
  mutating func door(_ text: String, style: Role, to door: Door) {
    parts.append(style == .heading ? .heading(OutlineText(text), level: 2) : .point(OutlineText(text, style)))
    if style == .heading { blank() }
    add(Line(text, context.style(style)), door: door)
  }

  /// A point of a list, wrapped behind its mark.
  mutating func point(_ text: String, style: Style = .plain, door: Door? = nil) {
    parts.append(.point(OutlineText(text), of: door?.key))
    for (index, piece) in TextFit.paragraph(text, max(4, columns - 2), context.policy).enumerated() {
      add(
        Line(index == 0 ? context.words.bullet : "  ", context.style(.faint)) + context.marked(piece, style), door: door
      )
    }
  }

  /// 出典 with its confidence; each address is a door that shows and copies it.
  mutating func source(_ source: Source) {
    let words = context.words
    guard !source.addresses.isEmpty else {
      field(.source, nil)
      return
    }
    for (index, address) in source.addresses.enumerated() {
      let label = index == 0 ? words(.source) : ""
      let remark = index == 0 && source.confidence == .derived ? words(.derived) : nil
      field(label, address, door: .address(address), remark: remark)
    }
  }

  /// 出典 under a heading of its own.
  mutating func origin(_ source: Source) {
    blank()
    tell(.heading(OutlineText(context.words(.record)), level: 2))
    self.source(source)
  }

  mutating func contradictions(_ contradictions: [Contradiction]) {
    guard !contradictions.isEmpty else { return }
    heading(.contradictions, count: contradictions.count)
    for contradiction in contradictions {
      parts.append(.point(OutlineText(contradiction.text), of: RecordKey(.contradiction, contradiction.id)))
      let mark = Line("! ", context.style(.warning))
      for (index, piece) in TextFit.paragraph(contradiction.text, max(4, columns - 2), context.policy).enumerated() {
        add(
          (index == 0 ? mark : Line("  ")) + context.marked(piece),
          door: .record(RecordKey(.contradiction, contradiction.id)))
      }
    }
  }

  /// Says something that the rows show in a way of their own; see ``add(_:door:)``.
  mutating func tell(_ part: OutlinePart) { parts.append(part) }

  /// A line that is part of something told otherwise.
  mutating func add(_ line: Line, door: Door? = nil) {
    rows.append(Row(.text("\(rows.count):\(line.text)"), [line], door: door))
  }

  mutating func add(_ row: Row) { rows.append(row) }
}
