/// What a screen asks of the store. An answer carries the question back, so a late one can be told and dropped.
public struct Question: Hashable, Sendable {
  public var topic: Topic
  /// The revision to read as of; `nil` is the latest.
  public var revision: Int?
  /// Overdue and "within a year" are reckoned from this day.
  public var today: CivilDate

  public init(_ topic: Topic, revision: Int? = nil, today: CivilDate) {
    self.topic = topic
    self.revision = revision
    self.today = today
  }
}

public enum Topic: Hashable, Sendable {
  case overview
  /// Strategies with their pillars, plans, principles and counts.
  case frameworks
  /// A window on the action items.
  case items(ItemQuery, ItemSpan)
  /// Everything about one record.
  case dossier(RecordKey)
  case meetings
  case updates
  case revisions
  /// How the ledger differs between two revisions.
  case difference(DifferenceQuery)
  /// The records that were put after a revision.
  case touched(since: Int)
  /// Documents, terms, figures, contact, bodies, contradictions.
  case library
  /// Names that a filter can ask for.
  case filterValues
}

/// What the store answers. Every answer names the revision it was read as of.
public struct Answer: Hashable, Sendable {
  public var question: Question
  public var asOf: Revision
  /// The store's latest revision when it was read.
  public var head: Int
  public var city: City
  public var content: Content

  public init(question: Question, asOf: Revision, head: Int, city: City, content: Content) {
    self.question = question
    self.asOf = asOf
    self.head = head
    self.city = city
    self.content = content
  }

  /// Whether only a part of the store was looked at so far: the same question, asked again, gives more.
  public var isPartial: Bool {
    if case .items(let page) = content { page.searched < 1 } else { false }
  }

  public enum Content: Hashable, Sendable {
    case overview(Overview)
    case frameworks(Frameworks)
    case items(ItemPage)
    /// `nil` when no such record existed as of the revision.
    case dossier(Dossier?)
    case meetings(MeetingList)
    case updates([UpdateEntry])
    case revisions([Revision])
    /// `nil` when there are no such revisions.
    case difference(LedgerDifference?)
    case touched(TouchedRecords)
    case library(Library)
    case filterValues(FilterValues)
  }
}
