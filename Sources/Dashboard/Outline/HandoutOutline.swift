import StrategyModel
import TextUI

/// What a meeting's handout is made of, and as of when.
public struct HandoutPlan: Sendable {
  public var meeting: Meeting
  /// The revision as of which the meeting's own record is read.
  public var revision: Int
  /// The day on which that revision took effect: what has become of an item is told as of it.
  public var recorded: CivilDate
  /// The revision in which the items are shown: the one that held at the end of the meeting's day.
  public var day: Int
  /// The store begins after that day, so its first revision is shown.
  public var isDayBeforeStore: Bool
  /// As of when each item is shown, by its id: where it was gone by that day, or entered later, as it was next to it.
  public var moments: [String: ItemMoment]
  /// The meeting of the same body before it, and the revision that held at the end of that day; 0 for none.
  public var previous: (meeting: Meeting, revision: Int)?

  public init(
    meeting: Meeting, revision: Int, recorded: CivilDate, day: Int, isDayBeforeStore: Bool,
    moments: [String: ItemMoment], previous: (meeting: Meeting, revision: Int)?
  ) {
    self.meeting = meeting
    self.revision = revision
    self.recorded = recorded
    self.day = day
    self.isDayBeforeStore = isDayBeforeStore
    self.moments = moments
    self.previous = previous
  }

  /// The revision in which an item is shown; `nil` for one that never was on record.
  public func revision(of item: String) -> Int? { moments[item]?.revision }

  /// Ids of the items that the meeting dealt with, in the order of its agenda, each once.
  public var items: [String] {
    (meeting.agenda.flatMap(\.items) + meeting.decisions.flatMap(\.items) + meeting.items)
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The day from which the meeting's own record is reckoned: a target that is in force on the day of the meeting may
  /// have run out by the time of a later measurement.
  public func recordDay(_ today: CivilDate) -> CivilDate { max(today, recorded) }
}

/// A meeting's handout as an outline: the meeting, its items as they stood that day, what changed since the meeting
/// before, and the review lists.
public struct HandoutOutline {
  private let plan: HandoutPlan
  private var settings: Settings

  public init(_ plan: HandoutPlan, settings: Settings) {
    self.plan = plan
    self.settings = settings
  }

  private var words: Words { settings.words }

  /// The day from which items and review lists are reckoned, for the head.
  public var basis: String {
    words.basis(settings.calendar.text(settings.today), isMeeting: settings.today == plan.meeting.date)
  }

  /// As of when the handout shows what, in a sentence.
  public var sentence: String {
    let now = words.sinceAsOf("r\(plan.revision)", settings.calendar.text(plan.recordDay(settings.today)))
    return (plan.isDayBeforeStore ? words.handoutBeforeStore(plan.day) : words.handoutOfDay(plan.day)) + now
      + words(.handoutRounding)
  }

  public func write(_ ask: (Question) throws -> Answer, _ give: (ViewOutline.Part) throws -> Void) throws {
    try writeMeeting(ask, give)
    for (place, id) in plan.items.enumerated() { try writeItem(id, place + 1, ask, give) }
    try writeChanges(ask, give)
    try writeReviews(ask, give)
  }

  // MARK: Parts

  private func writeMeeting(_ ask: (Question) throws -> Answer, _ give: (ViewOutline.Part) throws -> Void) throws {
    var outline = self
    outline.settings.today = plan.recordDay(settings.today)
    let (dossier, context) = try outline.dossier(RecordKey(.meeting, plan.meeting.id), plan.revision, ask, give)
    guard let dossier, let context else { return }
    var writer = RowWriter(context, columns: context.columns)
    MeetingView(context: context, dossier: dossier, meeting: plan.meeting).write(&writer)
    writer.origin(dossier.record.source)
    for part in writer.parts.dropFirst() { try give(.piece(part)) }
  }

  private func writeItem(
    _ id: String, _ number: Int, _ ask: (Question) throws -> Answer, _ give: (ViewOutline.Part) throws -> Void
  ) throws {
    let name = words.pick("取組\(number)", "Item \(number)")
    guard let moment = plan.moments[id],
      case let (dossier?, context?) = try dossier(
        RecordKey(.item, id), moment.revision, ask, give), case .item(let item) = dossier.record
    else {
      try give(.piece(.heading(OutlineText("\(name)  \(SafeText.identifier(id))"), level: 2)))
      return try give(.piece(.paragraph(OutlineText(words(.notThereThen), .unknown))))
    }
    try give(.piece(.heading(OutlineText("\(name)  \(item.title)"), level: 2)))
    if let told = words.told(moment, meeting: plan.meeting.date, settings.calendar) {
      try give(.piece(.paragraph(OutlineText(told, .warning))))
    }
    var writer = RowWriter(context, columns: context.columns)
    ItemView(context: context, dossier: dossier, item: item).write(&writer)
    writer.contradictions(dossier.contradictions)
    writer.origin(dossier.record.source)
    for part in writer.parts.dropFirst() { try give(.piece(part.demoted)) }
  }

  private func writeChanges(_ ask: (Question) throws -> Answer, _ give: (ViewOutline.Part) throws -> Void) throws {
    guard let previous = plan.previous else { return }
    let title = words.pick("前回（\(previous.meeting.title)）からの変更", "Changed since \(previous.meeting.title)")
    try give(.piece(.heading(OutlineText(title), level: 2)))
    guard previous.revision < plan.day else {
      return try give(.piece(.paragraph(OutlineText(words(.unchangedSincePrevious)))))
    }
    try written(Place(differenceFrom: previous.revision, to: plan.day), plan.day, ask, give)
  }

  private func writeReviews(_ ask: (Question) throws -> Answer, _ give: (ViewOutline.Part) throws -> Void) throws {
    try give(.piece(.heading(OutlineText(words(.attention)), level: 2)))
    try written(Place(.attention), plan.day, ask, give)
  }

  /// A view as a part of the handout.
  private func written(
    _ place: Place, _ revision: Int, _ ask: (Question) throws -> Answer, _ give: (ViewOutline.Part) throws -> Void
  ) throws {
    let order = SnapshotOrder(place: place, revision: revision, width: Self.columns)
    var outline = ViewOutline(ShownView(order, settings: settings))
    try outline.write(ask) { part in
      if case .piece(let piece) = part { try give(.piece(piece.demoted)) } else { try give(part) }
    }
  }

  private func dossier(
    _ key: RecordKey, _ revision: Int, _ ask: (Question) throws -> Answer, _ give: (ViewOutline.Part) throws -> Void
  ) throws -> (Dossier?, ScreenContext?) {
    let order = SnapshotOrder(place: Place(record: key), revision: revision, width: Self.columns)
    var view = ShownView(order, settings: settings)
    guard let answer = try view.open(ask) else { return (nil, nil) }
    try give(.answer(answer))
    guard case .dossier(let dossier?) = answer.content else { return (nil, nil) }
    return (dossier, view.context)
  }

  /// An outline is laid out elsewhere; rows are made on the way.
  private static let columns = 100
}

extension OutlinePart {
  /// The part one level further down.
  fileprivate var demoted: OutlinePart {
    if case .heading(let text, let level) = self { .heading(text, level: level + 1) } else { self }
  }
}
