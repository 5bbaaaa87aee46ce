import StrategyModel
import TextUI

extension ScreenID {
  public static let meetings = ScreenID(rawValue: "meetings")
}

/// 会議: all meetings, newest first.
public struct MeetingsScreen: Screen {
  public let id = ScreenID.meetings
  public let name = Word.meetings

  public init() {}

  public func topics(_ context: ScreenContext) -> [SlotID: Topic] { [.main: .meetings] }

  public func panes(_ context: ScreenContext) -> [Pane] {
    guard case .meetings(let list)? = context.content(.main) else { return [] }
    let view = MeetingsView(context: context, list: list)
    return [
      Pane(
        id: "meetings", title: view.heading(), list: view.rows(), columns: context.columns,
        emptyText: context.emptyText)
    ]
  }

  public let isOneSheet = true

  public func outline(_ context: ScreenContext) -> [OutlinePart] {
    guard case .meetings(let list)? = context.content(.main) else { return [] }
    return MeetingsView(context: context, list: list).outline.orEmpty(context)
  }

  public func counts(_ context: ScreenContext) -> FilterCounts? {
    guard case .meetings(let list)? = context.content(.main) else { return nil }
    let found = list.meetings.filter { context.passes(.meeting($0)) }
    return FilterCounts(found: found.count, total: list.meetings.count)
  }
}

struct MeetingsView {
  let context: ScreenContext
  let list: MeetingList

  var words: Words { context.words }
  private var width: Int { Pane.textColumns(context.columns) }
  private var dateColumns: Int { context.dateColumns }
  private static let countColumns = 10
  private var titleColumns: Int { max(8, width - dateColumns - 2 * MeetingsView.countColumns - 2) }

  func heading() -> Line {
    let policy = context.policy
    return Line("  ")
      + Line(TextFit.fit(words(.date), dateColumns, policy), context.style(.heading))
      + Line(TextFit.fit(words(.meetings), titleColumns, policy) + " ", context.style(.heading))
      + Line(TextFit.fit(words(.agenda), MeetingsView.countColumns, policy) + " ", context.style(.heading))
      + Line(words(.decisions), context.style(.heading))
  }

  func rows() -> [Row] {
    groups.flatMap { group in
      (group.isNamed ? [heading(group.name, count: group.meetings.count)] : []) + group.meetings.map(row)
    }
  }

  /// The meetings that are shown, by body.
  var groups: [(name: String, isNamed: Bool, meetings: [Meeting])] {
    let names = Dictionary(list.bodies.map { ($0.id, $0.name) }) { first, _ in first }
    let bodies = list.meetings.reduce(into: [String]()) { if !$0.contains($1.body) { $0.append($1.body) } }
    return bodies.compactMap { body in
      let meetings = list.meetings.filter { $0.body == body && context.passes(.meeting($0)) }
      return meetings.isEmpty ? nil : (names[body] ?? body, bodies.count > 1, meetings)
    }
  }

  private func heading(_ name: String, count: Int) -> Row {
    .heading(Line(name, context.style(.heading)) + Line("  \(words.count(count))", context.style(.faint)))
  }

  private func row(_ meeting: Meeting) -> Row {
    let key = RecordKey(.meeting, meeting.id)
    let policy = context.policy
    let line =
      Line(TextFit.fit(context.calendar.text(meeting.date), dateColumns, policy), context.style(.faint))
      + context.marked(meeting.title).fitted(to: titleColumns, policy) + Line(" ")
      + number(meeting.agenda.count).fitted(to: MeetingsView.countColumns, policy) + Line(" ")
      + number(meeting.decisions.count)
    return Row(.record(key), [line], door: .record(key))
  }

  private func number(_ count: Int) -> Line {
    count == 0 ? Line(words(.unknown), context.style(.unknown)) : Line(words.count(count))
  }
}
