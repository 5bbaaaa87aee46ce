import StrategyModel
import TextUI

/// What all records have in common: source, contradictions, links, history.
struct RecordView {
  let context: ScreenContext
  let dossier: Dossier

  var words: Words { context.words }
  var calendar: CalendarStyle { context.calendar }

  func writeCommon(_ writer: inout RowWriter) {
    writer.contradictions(dossier.contradictions)
    let items = dossier.items
    if !items.isEmpty, case .pillar = dossier.record { self.items(items, .items, &writer) }
    if !dossier.meetings.isEmpty { meetings(&writer) }
    if !dossier.backlinks.isEmpty {
      writer.heading(.backlinks, count: dossier.backlinks.count)
      for reference in dossier.backlinks { writer.link(reference, remark: words.recordKind(reference.key.kind)) }
    }
    writer.origin(dossier.record.source)
    writer.field(.id, SafeText.identifier(dossier.record.key.id))
    history(&writer)
  }

  func items(_ items: [ItemRow], _ heading: Word, _ writer: inout RowWriter) {
    writer.heading(heading, count: dossier.itemCount)
    if items.count < dossier.itemCount {
      writer.paragraph(words.firstShown(items.count), role: .faint)
    }
    let columns: [ItemColumn] = [.title, .phase, .kpi, .department]
    let table = ItemTable(context, width: writer.columns, columns: columns)
    let outline = ItemOutline(context: context, columns: columns)
    let isMeeting = if case .meeting = dossier.record { true } else { false }
    writer.tell(.table(outline.columnsInList + (isMeeting ? [OutlineColumn(words(.since))] : [])))
    for item in items {
      let key = RecordKey(.item, item.id)
      writer.tell(.row(outline.cellsInList(item) + (isMeeting ? [OutlineCell(since(item).text)] : []), of: key))
      writer.add(Row(.record(key), [table.line(item)], door: .record(key)))
      if isMeeting { writer.add(Line("    ") + sinceLine(item), door: .record(key)) }
    }
  }

  /// `その後 運用中 · 達成率 82%`: what has become of an item that a meeting dealt with.
  private func sinceLine(_ then: ItemRow) -> Line { Line("\(words(.since)) ", context.style(.label)) + since(then) }

  private func since(_ then: ItemRow) -> Line {
    guard let now = dossier.itemsSince[then.id] else {
      return Line(words.change(.retired), context.style(.removed))
    }
    let state = context.state(now)
    guard state != context.state(then) else { return Line(words(.unchangedSince), context.style(.faint)) }
    return Line(state)
  }

  private func meetings(_ writer: inout RowWriter) {
    writer.heading(.meetingsOfItem, count: dossier.meetings.count)
    for entry in dossier.meetings {
      writer.link(entry.meeting)
      let then = entry.item.map { "\(words(.onThatDay)) \(context.state($0))" } ?? words(.notThereThen)
      writer.tell(.point(OutlineText(then, entry.item == nil ? .unknown : .text), depth: 1))
      writer.add(
        Line("    \(then)", entry.item == nil ? context.style(.unknown) : .plain), door: .record(entry.meeting.key))
    }
  }

  private func history(_ writer: inout RowWriter) {
    guard !dossier.history.isEmpty else { return }
    writer.heading(.revisions, count: dossier.history.count)
    let authors = Set(dossier.history.map(\.revision.author)).filter { !$0.isEmpty }
    // Who recorded all of them is said once, else at each.
    if authors.count == 1, dossier.history.count > 1, let author = authors.first { writer.field(.author, author) }
    for touch in dossier.history {
      let revision = touch.revision
      let fields = touch.fields.map(words.fieldName)
      let unique = fields.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      let what = unique.isEmpty ? words.change(touch.change) : unique.joined(separator: words.pick("・", ", "))
      let date = calendar.text(revision.effective)
      let door = Door.revision(revision.number)
      writer.point("r\(revision.number)  \(date)  \(revision.title)\(words.remark(what))", door: door)
      if let phase = touch.phase {
        let text = FieldText(context: context, names: [:])
        writer.tell(.point(text.sentence(phase), depth: 1))
        for line in text.lines(phase, columns: writer.columns - 4) {
          writer.add(Line("    ") + line, door: door)
        }
      }
      let author = authors.count == 1 && dossier.history.count > 1 ? nil : revision.author
      let origin = [author, revision.sourceFile?.name].compactMap { $0 }.filter { !$0.isEmpty }
      guard !origin.isEmpty else { continue }
      writer.tell(.point(OutlineText(origin.joined(separator: " \(words.dot) "), .faint), depth: 1))
      for piece in TextFit.paragraph(origin.joined(separator: " \(words.dot) "), writer.columns - 4, context.policy) {
        writer.add(Line("    \(piece)", context.style(.faint)), door: door)
      }
    }
  }

  /// The name of a record that this one refers to by id.
  func reference(_ id: String?) -> Reference? {
    guard let id else { return nil }
    return dossier.references.first { $0.key.id == id }
  }

  /// A field that names another record and opens it.
  func referring(_ label: Word, _ id: String?, _ writer: inout RowWriter, remark: String? = nil) {
    guard let id else { return writer.field(label, nil) }
    let reference = reference(id)
    writer.field(label, reference?.title ?? id, door: reference.map { .record($0.key) }, remark: remark)
  }

  func facts(_ facts: [LabelledFact], _ writer: inout RowWriter) {
    for fact in facts {
      writer.field(fact.label, fact.text, door: fact.source?.address.map { .address($0) })
    }
  }

  func related(_ ids: [String], _ confidence: Confidence, _ writer: inout RowWriter) {
    guard !ids.isEmpty else { return }
    writer.heading(confidence == .derived ? "\(words(.related))\(words.remark(words(.derived)))" : words(.related))
    for id in ids {
      if let reference = reference(id) {
        writer.link(reference, remark: words.recordKind(reference.key.kind))
      } else {
        writer.point(id)
      }
    }
  }

  func date(_ date: PartialDate?) -> String? { date?.text(calendar) }

  func dated(_ date: PartialDate?, _ source: Source?, _ note: String?) -> (text: String?, remark: String?) {
    let remarks = [source?.confidence == .derived ? words(.derived) : nil, note].compactMap { $0 }
    return (self.date(date), remarks.isEmpty ? nil : remarks.joined(separator: words.pick("、", ", ")))
  }
}
