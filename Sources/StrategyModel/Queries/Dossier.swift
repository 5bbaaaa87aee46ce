/// Everything the store knows about one record, as of one revision.
public struct Dossier: Hashable, Sendable {
  public var record: Record
  /// Names of the records that this one refers to by id (pillar, plan, body, related records, …).
  public var references: [Reference]
  /// Records that refer to this one: meetings that dealt with it, updates, documents, items of a pillar, …
  public var backlinks: [Reference]
  /// Of an item: what was measured, by any KPI.
  public var measurements: [Measurement]
  public var reviews: [Review]
  /// Of a meeting or pillar: its items; of a meeting, in their state at the end of its day.
  public var items: [ItemRow]
  /// Of a meeting: its items as they are as of the revision, by their ids; what has been retired is missing.
  public var itemsSince: [String: ItemRow] = [:]
  /// Of a meeting: as of when it shows its items, by their ids.
  public var itemMoments: [String: ItemMoment] = [:]
  /// Of an item: the meetings that dealt with it, latest first.
  public var meetings: [MeetingOfItem] = []
  /// Of a pillar: all its items, of which ``items`` may be the first only.
  public var itemCount: Int
  public var contradictions: [Contradiction]
  /// The revisions that touched the record, newest first.
  public var history: [RevisionTouch]

  public init(
    record: Record, references: [Reference] = [], backlinks: [Reference] = [], measurements: [Measurement] = [],
    reviews: [Review] = [], items: [ItemRow] = [], itemCount: Int? = nil,
    contradictions: [Contradiction] = [], history: [RevisionTouch] = []
  ) {
    self.record = record
    self.references = references
    self.backlinks = backlinks
    self.measurements = measurements
    self.reviews = reviews
    self.items = items
    self.itemCount = itemCount ?? items.count
    self.contradictions = contradictions
    self.history = history
  }
}

/// As of when a meeting shows an item that it dealt with.
public struct ItemMoment: Hashable, Sendable {
  /// The revision that held at the end of the meeting's day; of an item that entered later, the first with it; of one that
  /// was gone by then, the last with it.
  public var revision: Int
  /// The meeting's day, or of an item that entered later, the day on which it did.
  public var day: CivilDate
  /// The day on which the item was retired, where it is gone as of the revision that the meeting is read as of.
  public var retired: CivilDate?

  public init(revision: Int, day: CivilDate, retired: CivilDate? = nil) {
    self.revision = revision
    self.day = day
    self.retired = retired
  }
}

/// A record named in a list or in another record.
public struct Reference: Hashable, Sendable {
  public var key: RecordKey
  public var title: String
  public var date: PartialDate?

  public init(key: RecordKey, title: String, date: PartialDate? = nil) {
    self.key = key
    self.title = title
    self.date = date
  }
}

/// A meeting that dealt with an item.
public struct MeetingOfItem: Hashable, Sendable {
  public var meeting: Reference
  /// The item at the end of the meeting's day; `nil` where it entered later.
  public var item: ItemRow?

  public init(meeting: Reference, item: ItemRow?) {
    self.meeting = meeting
    self.item = item
  }
}

/// What one revision did to one record.
public struct RevisionTouch: Hashable, Sendable {
  public enum Change: String, Hashable, Sendable, Codable {
    case added
    case changed
    case retired
  }

  public var revision: Revision
  public var change: Change
  /// The fields that differ from the version before, by their names in the model; empty unless `changed`.
  public var fields: [String]
  /// How an item's phase moved, if it did.
  public var phase: FieldDifference?

  public init(revision: Revision, change: Change, fields: [String] = [], phase: FieldDifference? = nil) {
    self.revision = revision
    self.change = change
    self.fields = fields
    self.phase = phase
  }
}
