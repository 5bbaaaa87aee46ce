import StrategyModel

/// What a meeting's handout is made of, and as of when.
public struct HandoutPlan: Sendable {
  public var meeting: Meeting
  /// The revision as of which the meeting's own record is read.
  public var revision: Int
  /// The revision in which the items are shown: the one that held at the end of the meeting's day.
  public var day: Int
  /// The store begins after that day, so its first revision is shown.
  public var isDayBeforeStore: Bool
  /// The meeting of the same body before it, and the revision that held at the end of that day; 0 for none.
  public var previous: (meeting: Meeting, revision: Int)?

  public init(
    meeting: Meeting, revision: Int, day: Int, isDayBeforeStore: Bool, previous: (meeting: Meeting, revision: Int)?
  ) {
    self.meeting = meeting
    self.revision = revision
    self.day = day
    self.isDayBeforeStore = isDayBeforeStore
    self.previous = previous
  }

  /// Ids of the items that the meeting dealt with, in the order of its agenda, each once.
  public var items: [String] {
    (meeting.agenda.flatMap(\.items) + meeting.decisions.flatMap(\.items) + meeting.items)
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// What is to be looked over at a meeting: the filters of the review lists with their names.
  public static let reviews: [(word: Word, filter: String, name: String)] = [
    (.reviewOverdue, "review:overdue", "review-overdue"), (.withoutReview, "review:none", "review-none"),
    (.kpiOverdue, "kpi:overdue", "kpi-overdue"), (.dueSoon, "due:90d", "due-soon"),
  ]
}

/// A meeting's handout as an outline: the meeting, its items as they stood that day, what changed since the meeting
/// before, and the review lists.
public struct HandoutOutline {
  private let plan: HandoutPlan
  private let settings: Settings

  public init(_ plan: HandoutPlan, settings: Settings) {
    self.plan = plan
    self.settings = settings
  }

  private var words: Words { settings.words }

  /// As of when the handout shows what, in a sentence.
  public var sentence: String {
    let before = plan.previous.map {
      words.pick("、変更は \($0.meeting.title)（r\($0.revision)）から", ", changes since \($0.meeting.title) (r\($0.revision))")
    }
    guard !plan.isDayBeforeStore else {
      return words.pick(
        "当日の台帳がないので、取組は最初の改訂（r\(plan.day)）の状態", "items as of the first revision (r\(plan.day)): none that day")
    }
    return words.pick("取組は当日（r\(plan.day)）の状態", "items as of that day (r\(plan.day))") + (before ?? "")
  }

  public func write(_ ask: (Question) throws -> Answer, _ give: (ViewOutline.Part) throws -> Void) throws {
    try writeMeeting(ask, give)
    for (place, id) in plan.items.enumerated() { try writeItem(id, place + 1, ask, give) }
    try writeChanges(ask, give)
    try writeReviews(ask, give)
  }

  // MARK: Parts

  private func writeMeeting(_ ask: (Question) throws -> Answer, _ give: (ViewOutline.Part) throws -> Void) throws {
    let (dossier, context) = try dossier(RecordKey(.meeting, plan.meeting.id), plan.revision, ask, give)
    guard let dossier, let context else { return }
    var writer = RowWriter(context, columns: context.columns)
    MeetingView(context: context, dossier: dossier, meeting: plan.meeting).write(&writer)
    for part in writer.parts.dropFirst() { try give(.piece(part)) }
  }

  private func writeItem(
    _ id: String, _ number: Int, _ ask: (Question) throws -> Answer, _ give: (ViewOutline.Part) throws -> Void
  ) throws {
    let (dossier, context) = try dossier(RecordKey(.item, id), plan.day, ask, give)
    let name = words.pick("取組\(number)", "Item \(number)")
    guard let dossier, let context, case .item(let item) = dossier.record else {
      try give(.piece(.heading(OutlineText("\(name)  \(id)"), level: 2)))
      return try give(.piece(.paragraph(OutlineText(words(.notThereThen), .unknown))))
    }
    try give(.piece(.heading(OutlineText("\(name)  \(item.title)"), level: 2)))
    var writer = RowWriter(context, columns: context.columns)
    ItemView(context: context, dossier: dossier, item: item).write(&writer)
    writer.contradictions(dossier.contradictions)
    for part in writer.parts.dropFirst() { try give(.piece(part.demoted)) }
  }

  private func writeChanges(_ ask: (Question) throws -> Answer, _ give: (ViewOutline.Part) throws -> Void) throws {
    guard let previous = plan.previous else { return }
    let title = words.pick("前回（\(previous.meeting.title)）からの変更", "Changed since \(previous.meeting.title)")
    try give(.piece(.heading(OutlineText(title), level: 2)))
    let place = Place(differenceFrom: previous.revision, to: plan.day)
    try written(place, ItemListOptions(), plan.day, ask) { part in
      if case .piece(let piece) = part { try give(.piece(piece.demoted)) } else { try give(part) }
    }
  }

  private func writeReviews(_ ask: (Question) throws -> Answer, _ give: (ViewOutline.Part) throws -> Void) throws {
    try give(.piece(.heading(OutlineText(words(.attention)), level: 2)))
    var options = ItemListOptions()
    options.layout = .table
    options.grouping = nil
    options.columns = [.title, .phase, .kpi, .department, .due, .reviewed]
    for (word, filter, _) in HandoutPlan.reviews {
      try give(.piece(.heading(OutlineText(words(word)), level: 3)))
      try written(Place(.actions, filter: filter), options, plan.day, ask, give)
    }
  }

  private func written(
    _ place: Place, _ options: ItemListOptions, _ revision: Int, _ ask: (Question) throws -> Answer,
    _ give: (ViewOutline.Part) throws -> Void
  ) throws {
    let order = SnapshotOrder(place: place, options: options, revision: revision, width: Self.columns)
    var outline = ViewOutline(ShownView(order, settings: settings))
    try outline.write(ask, give)
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
