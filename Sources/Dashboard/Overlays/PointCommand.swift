import StrategyModel
import TextSearch
import TextUI

/// `at WHEN`, `diff WHEN [WHEN]` and `since WHEN` in the palette.
enum PointCommand: Equatable {
  case goTo(String)
  case compare(String)
  /// Mark in lists what changed after a point in time, and say on the timeline how far plans have slipped since.
  case since(String)

  /// What the palette begins with when a point in time is to be typed.
  static let goTo = "at "
  static let since = "since "

  /// - Returns: `nil` for other commands.
  init?(_ text: String) {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == " " || $0 == "\u{3000}" }
    guard parts.count == 2, let verb = parts.first else { return nil }
    let rest = String(parts[1].drop { $0 == " " || $0 == "\u{3000}" })
    switch TextFold.fold(String(verb)) {
    case "at", "時点": self = .goTo(rest)
    case "diff", "差分": self = .compare(rest)
    case "since", "以後": self = .since(rest)
    default: return nil
    }
  }

  var text: String {
    switch self {
    case .goTo(let text), .compare(let text), .since(let text): text
    }
  }
}

extension AppState {
  /// Why what was typed names no point in time; `nil` while nothing was, or where it does.
  func pointError(in overlay: Overlay) -> String? {
    let typed: String
    switch overlay.kind {
    case .palette:
      guard let command = PointCommand(overlay.field.text) else { return nil }
      typed = command.text
    case .since: typed = overlay.field.text
    default: return nil
    }
    guard !typed.isEmpty, let timeline else { return nil }
    switch PointInTime(typed) {
    case .endOf(let day)? where timeline.revision(atEndOf: day) == nil:
      let first = timeline.revisions.first.map { settings.calendar.text($0.effective) } ?? words(.unknown)
      return words.beforeFirst(settings.calendar.text(day), first)
    case let point?: return timeline.revision(at: point) == nil ? words.unknownPoint(typed) : nil
    case nil: return words.unknownPoint(typed)
    }
  }
}

extension OverlayView {
  /// What `at WHEN`, `diff WHEN` or `since WHEN` would do; `nil` for other text.
  func points() -> [OverlayEntry]? {
    guard let command = PointCommand(overlay.field.text) else { return nil }
    if case .compare(let text) = command, let entries = differences(text) { return entries }
    var entries: [OverlayEntry] = []
    if command == .since(""), state.since != nil {
      entries.append(OverlayEntry(text: Line(words(.noComparison)), choice: .since(nil)))
    }
    return entries
      + candidates(command.text) { number in
        switch command {
        case .goTo: .goTo(number)
        case .compare: .compare(number)
        case .since: .since(number)
        }
      }
  }

  /// Where `D` can begin: the last meeting of the headquarters, other meetings, revisions.
  func sinceEntries() -> [OverlayEntry] {
    var entries: [OverlayEntry] = []
    if overlay.field.isEmpty, let meeting = state.lastMeeting {
      let title = Line(words(.lastMeeting) + "  ", theme.style(.heading))
      entries.append(OverlayEntry(text: title + line(meeting), choice: .compare(revision(after: meeting))))
    }
    return entries + candidates(overlay.field.text, choice: OverlayEntry.Choice.compare)
  }

  /// The point that the text names, then the meetings and revisions that hold it.
  func candidates(_ text: String, choice: (Int) -> OverlayEntry.Choice) -> [OverlayEntry] {
    guard let timeline = state.timeline else {
      return [OverlayEntry(text: Line(words(.loading), theme.style(.faint)))]
    }
    var entries: [OverlayEntry] = []
    if let revision = PointInTime(text).flatMap(timeline.revision) {
      entries.append(OverlayEntry(text: line(revision, title: text), choice: choice(revision.number)))
    }
    let needle = TextFold.fold(text)
    let meetings = timeline.meetings.filter { needle.isEmpty || TextFold.fold($0.id + " " + $0.title).contains(needle) }
    let revisions = timeline.revisions.reversed().filter {
      needle.isEmpty || TextFold.fold("r\($0.number) \($0.title)").contains(needle)
    }
    entries += headed(.meetings, meetings.map { OverlayEntry(text: line($0), choice: choice(revision(after: $0))) })
    entries += headed(
      .revisions, revisions.map { OverlayEntry(text: line($0, title: $0.title), choice: choice($0.number)) })
    if entries.isEmpty, let error = state.pointError(in: overlay) {
      entries = Line(error, theme.style(.warning)).wrapped(to: textColumns, policy).map { OverlayEntry(text: $0) }
    }
    return entries
  }

  private func headed(_ word: Word, _ entries: [OverlayEntry]) -> [OverlayEntry] {
    entries.isEmpty ? [] : [OverlayEntry(text: Line(words(word), theme.style(.heading)))] + entries
  }

  private func revision(after meeting: Meeting) -> Int {
    state.timeline?.revision(atEndOf: meeting.date)?.number ?? 0
  }

  private func line(_ meeting: Meeting) -> Line {
    Line(day(meeting.date), theme.style(.faint)) + Line(meeting.title)
  }

  private func line(_ revision: Revision, title: String) -> Line {
    let head = TextFit.fit("r\(revision.number)", 6, policy) + day(revision.effective)
    return Line(head, theme.style(.faint)) + Line(title)
  }

  /// As wide as the longest, so that titles stand below each other.
  private func day(_ date: CivilDate) -> String {
    TextFit.fit(state.settings.calendar.text(date), state.context.dateColumns + 1, policy)
  }
}
