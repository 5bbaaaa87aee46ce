import StrategyModel
import TextUI

/// Going to a point in time, and comparing with one.
extension AppState {
  /// What was put after this revision is marked in lists. In a difference every row would be.
  var marksSince: Int? {
    guard place.screen != .difference else { return nil }
    return since ?? pinned.map { $0 - 1 }
  }

  var marks: Set<RecordKey> {
    if case .touched(let records)? = slots[.marks]?.answer?.content { records.keys } else { [] }
  }

  /// The revision that is shown; 0 while none is known.
  var shownRevision: Int { pinned ?? head ?? 0 }

  // MARK: Choosing

  /// Revisions and meetings are asked for while a point in time can be chosen.
  var timelineTopics: [SlotID: Topic] {
    guard let overlay else { return [:] }
    let isWanted = overlay.kind == .since || overlay.kind == .palette && PointCommand(overlay.field.text) != nil
    return isWanted ? [.timelineRevisions: .revisions, .timelineMeetings: .meetings] : [:]
  }

  /// `nil` until it is known.
  var timeline: Timeline? {
    guard case .revisions(let revisions)? = slots[.timelineRevisions]?.answer?.content,
      case .meetings(let list)? = slots[.timelineMeetings]?.answer?.content
    else { return nil }
    return Timeline(revisions: revisions, meetings: list.meetings)
  }

  /// 前回の本部会議: the last one before the day that is shown.
  var lastMeeting: Meeting? {
    guard let timeline, case .meetings(let list)? = slots[.timelineMeetings]?.answer?.content else { return nil }
    let bodies = list.bodies.filter { $0.name == city?.headquarters }.map(\.id)
    let day = pinned == nil ? settings.today : asOf?.effective ?? settings.today
    return timeline.meeting(before: day, of: Set(bodies))
  }

  // MARK: Going

  mutating func goTo(revision number: Int) -> [Effect] {
    overlay = nil
    changed = []
    pinned = number == head ? nil : number
    return []
  }

  /// `d`: what the shown revision changed.
  mutating func openDifference() -> [Effect] {
    guard shownRevision > 0 else { return refuse(.noSuchRevision) }
    go(to: Place(revision: shownRevision))
    return []
  }

  mutating func compare(from number: Int) -> [Effect] {
    overlay = nil
    guard shownRevision > 0 else { return refuse(.noSuchRevision) }
    go(to: Place(differenceFrom: number, to: shownRevision))
    return []
  }

  /// `B`: lists mark what changed after a revision, and the timeline says how far plans have slipped.
  mutating func compareLists(since number: Int?) -> [Effect] {
    overlay = nil
    since = number
    let text = number.map { words.marksSentence(context.lineSet.changed, since: $0) } ?? words(.noComparison)
    notice = Notice(.information, text)
    return []
  }

  /// `M`: the list of points opens, and its first is taken as soon as it is known.
  mutating func openDifferenceSinceLastMeeting() -> [Effect] {
    let effects = open(.since)
    overlay?.takesLastMeeting = true
    return effects
  }

  mutating func takeLastMeetingIfAsked() {
    guard overlay?.takesLastMeeting == true, let timeline else { return }
    overlay?.takesLastMeeting = false
    guard let meeting = lastMeeting else {
      overlay = nil
      notice = Notice(.refusal, words(.noEarlierMeeting))
      return
    }
    _ = compare(from: timeline.revision(atEndOf: meeting.date)?.number ?? 0)
  }
}

extension SlotID {
  /// Whether the question is about the latest revision, also while an older one is shown.
  var isOfLatest: Bool { [.timelineRevisions, .timelineMeetings, .subject].contains(self) }
}
