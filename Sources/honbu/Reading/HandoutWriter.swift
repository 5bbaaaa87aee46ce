import Dashboard
import Snapshot
import StrategyModel
import StrategyStore

/// Writes a meeting's handout: one Markdown and one HTML document, and the same as pages of text.
struct HandoutWriter {
  private let plan: HandoutPlan
  private let request: SnapshotRequest
  private let store: OpenedStore
  private let settings: Settings

  /// Lines of a page of text on A4.
  private static let pageLines = 60

  init(_ id: String, _ request: SnapshotRequest, _ store: OpenedStore) throws {
    self.request = request
    self.store = store
    let reader = store.background
    let revision = try store.revision(at: request.choices.at) ?? reader.head()
    var settings = request.choices.settings()
    let question = Question(.dossier(RecordKey(.meeting, id)), revision: revision, today: settings.today)
    guard case .dossier(let dossier?) = try reader.answer(question).content, case .meeting(let meeting) = dossier.record
    else { throw try HandoutWriter.unknown(id, reader, revision) }
    // What was committed after the revision that is pinned does not count, even on the meeting's own day.
    let held = try HandoutWriter.revision(onDayOf: meeting, reader)
    let day = min(revision, max(1, held))
    let before = try reader.records(of: .meeting, asOf: revision).compactMap { record -> Meeting? in
      guard case .meeting(let other) = record, other.body == meeting.body, other.date < meeting.date else { return nil }
      return other
    }.max { ($0.date, $0.id) < ($1.date, $1.id) }
    let previous = try before.map { ($0, min(day, try HandoutWriter.revision(onDayOf: $0, reader))) }
    // What is overdue is reckoned as of the meeting's day.
    if !request.hasToday { settings.today = meeting.date }
    self.settings = settings
    plan = HandoutPlan(
      meeting: meeting, revision: revision, recorded: try reader.revision(at: .revision(revision)).effective, day: day,
      isDayBeforeStore: held == 0, moments: dossier.itemMoments, previous: held == 0 ? nil : previous)
  }

  /// The revision that held at the end of the meeting's day; 0 before the first.
  private static func revision(onDayOf meeting: Meeting, _ reader: StoreReader) throws -> Int {
    do {
      return try reader.revision(at: .endOf(meeting.date)).number
    } catch StoreError.noRevision {
      return 0
    }
  }

  private static func unknown(_ id: String, _ reader: StoreReader, _ revision: Int) throws -> CommandFailure {
    var known: [String] = []
    try reader.forEachRecord(kinds: [.meeting], asOf: revision) { record throws(StoreError) in
      known.append(record.key.id)
    }
    return .unknownRecord("--meeting \(id)", nearest: NearestIDs.of(id, among: known))
  }

  /// One document, in the format that was asked for.
  @discardableResult
  func write(_ sink: (String) throws -> Void) throws -> ViewSnapshot.Outcome {
    try document(request.format).write(sink)
  }

  private func document(_ format: SnapshotFormat) -> HandoutSnapshot {
    let reader = store.background
    return HandoutSnapshot(
      plan, format: format, width: request.width, settings: settings, storeOptions: request.storeOptions
    ) { try reader.answer($0) }
  }

  /// `handout.html`, `handout.md`, and `text/` with a page for the meeting, each item, the changes and what needs attention.
  func writeAll(into folder: String) throws {
    let outer = try OutputFolder(folder)
    let texts = try outer.folder("text")
    let protected = store.path.map { [$0] } ?? []
    for format in HandoutSnapshot.formats {
      try WholeFile.write(to: .file("handout.\(format.fileExtension)", in: outer), protecting: protected) {
        try document(format).write($0)
      }
    }
    for (number, page) in try pages().enumerated() {
      let name = "\(number < 9 ? "0" : "")\(number + 1)-\(page.name).txt"
      var writer = try request.writer(store)
      writer.settings = settings
      writer.settings.today = page.today
      writer.format = .text
      writer.page = request.page ?? HandoutWriter.pageLines
      writer.revision = page.revision
      try writer.write(page.place, to: .file(name, in: texts))
    }
  }

  private struct Page {
    var name: String
    var place: Place
    var revision: Int
    var today: CivilDate
  }

  private func pages() throws -> [Page] {
    let (day, today) = (plan.day, settings.today)
    var pages = [
      Page(
        name: "meeting", place: Place(record: RecordKey(.meeting, plan.meeting.id)), revision: plan.revision,
        today: plan.recordDay(today))
    ]
    for id in plan.items {
      // What never was on record has no page; the document says so.
      guard let revision = plan.revision(of: id) else { continue }
      let place = Place(record: RecordKey(.item, id))
      // A file's name is the place's own in a set of all views.
      let name = SnapshotSet.name(of: place).split(separator: "/").last.map(String.init) ?? "item"
      pages.append(Page(name: name, place: place, revision: revision, today: today))
    }
    if let previous = plan.previous, previous.revision < day {
      let place = Place(differenceFrom: previous.revision, to: day)
      pages.append(Page(name: "changes", place: place, revision: day, today: today))
    }
    return pages + [Page(name: "attention", place: Place(.attention), revision: day, today: today)]
  }
}
