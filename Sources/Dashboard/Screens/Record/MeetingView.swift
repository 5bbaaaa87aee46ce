import StrategyModel
import TextUI

/// 会議の記録: agenda, decisions, documents, attendees, notes, and the items in their state on that day.
struct MeetingView {
  let context: ScreenContext
  let dossier: Dossier
  let meeting: Meeting

  private var words: Words { context.words }
  private var record: RecordView { RecordView(context: context, dossier: dossier) }

  func write(_ writer: inout RowWriter) {
    writer.paragraph(meeting.title, role: .heading)
    writer.field(.date, context.calendar.text(meeting.date))
    record.referring(.body, meeting.body, &writer)
    if let note = meeting.note { writer.field(.note, note) }
    list(.agenda, .agendaNumber, meeting.agenda.map { ($0.title, $0.items, $0.source) }, &writer)
    list(.decisions, .decisionNumber, meeting.decisions.map { ($0.text, $0.items, $0.source) }, &writer)
    list(.meetingDocuments, .documentNumber, meeting.documents.map { ($0.title, [], $0.source) }, &writer)
    writer.heading(.attendees)
    if meeting.attendees.isEmpty {
      writer.paragraph(words(.unknown), role: .unknown)
    } else {
      writer.paragraph(meeting.attendees.joined(separator: words.pick("、", ", ")))
    }
    writer.heading(.minutes)
    writer.paragraph(meeting.minutes ?? words(.unknown), role: meeting.minutes == nil ? .unknown : .text)
    if !dossier.items.isEmpty { record.items(dossier.items, .itemsThen, &writer) }
  }

  /// - Parameter each: what one of them is called where it is told with its number.
  private func list(_ word: Word, _ each: Word, _ entries: [(String, [String], Source)], _ writer: inout RowWriter) {
    writer.heading(word, count: entries.isEmpty ? nil : entries.count)
    if entries.isEmpty { writer.paragraph(words(.unknown), role: .unknown) }
    for (index, entry) in entries.enumerated() {
      let inferred = entry.2.confidence == .derived ? words.remark(words(.derived)) : ""
      writer.field(
        "\(index + 1)", entry.0 + inferred, told: words.numbered(each, index + 1),
        door: entry.2.address.map { .address($0) })
      for id in entry.1 {
        if let reference = record.reference(id) { writer.link(reference, isOfField: true) }
      }
    }
  }
}
