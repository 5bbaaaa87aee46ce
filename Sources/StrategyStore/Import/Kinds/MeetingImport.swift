import StrategyModel

/// A row of the meetings table. An agenda item, decision or document whose text stays keeps its source.
struct MeetingImport {
  let workspace: ImportWorkspace
  let row: RowReader

  func read() {
    guard let id = row.identifier(.id) else { return }
    guard workspace.isFirst(id, of: .meetings, row: row, field: .id) else { return }
    let body = row.word(.body).value.flatMap { workspace.body($0, row: row) }
    if row.word(.body).value == nil { row.fault(.body, ImportWording.required) }
    let date = row.requiredDate(.date)
    let number = row.count(.number)
    var stored: Meeting?
    if case .meeting(let meeting)? = workspace.record(RecordKey(.meeting, id)) { stored = meeting }
    guard stored != nil || workspace.isApart(id, .meeting, row: row) else { return }
    let items = knownItems(besides: stored?.items ?? [])
    guard let body, let date else { return }

    var meeting = stored ?? Meeting(id: id, body: body.id, title: "", date: date)
    let former = workspace.bodies.first { $0.id == meeting.body } ?? body
    let hasOwnTitle = !meeting.title.isEmpty && meeting.title != title(meeting, former)
    meeting.body = body.id
    meeting.date = date
    meeting.number = number.applied(to: meeting.number)
    if !hasOwnTitle { meeting.title = title(meeting, body) }
    meeting.agenda = renewed(.agenda, meeting.agenda, by: \.title) { AgendaItem($0) }
    meeting.decisions = renewed(.decisions, meeting.decisions, by: \.text) { Decision($0) }
    meeting.documents = renewed(.documents, meeting.documents, by: \.title) { MeetingDocument($0) }
    meeting.attendees = row.list(.attendees).applied(to: meeting.attendees) ?? []
    meeting.items = items.applied(to: meeting.items) ?? []
    meeting.note = row.text(.note).applied(to: meeting.note)
    workspace.put(.meeting(meeting))
  }

  /// The table has no column for it: 第3回 and the body, else the body and the day.
  private func title(_ meeting: Meeting, _ body: MeetingBody) -> String {
    meeting.number.map { "第\($0)回\(body.name)" } ?? "\(body.name)（\(meeting.date.wareki)）"
  }

  private func renewed<Part>(
    _ field: Field, _ current: [Part], by text: (Part) -> String, _ make: (String) -> Part
  ) -> [Part] {
    switch row.list(field) {
    case .absent: return current
    case .empty: return []
    case .value(let texts):
      if texts == current.map(text) { return current }
      return texts.map { wanted in current.first { text($0) == wanted } ?? make(wanted) }
    }
  }

  /// The items of the row. One that the meeting already names may have been retired since.
  private func knownItems(besides former: [String]) -> Entry<[String]> {
    guard case .value(let ids) = row.list(.items) else { return row.list(.items) }
    let unknown = ids.filter { !former.contains($0) && !workspace.isItem($0) }
    for id in unknown {
      row.fault(.items, ImportWording.unknown("取組", id, nearest: workspace.nearestItem(to: id)))
    }
    return unknown.isEmpty ? .value(ids) : .absent
  }
}
