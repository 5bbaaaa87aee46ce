/// 会議体: a body that meets (本部, プロジェクトチーム) or an office behind it.
public struct MeetingBody: Hashable, Codable, Sendable {
  public var id: String
  public var name: String
  public var established: PartialDate?
  public var abolished: PartialDate?
  public var abolishedConfidence: Confidence
  public var chair: String?
  public var successor: String?
  /// The document that the body rests on.
  public var basis: String?
  public var meetingCount: Int?
  public var facts: [LabelledFact]
  public var note: String?
  public var source: Source

  public init(
    id: String, name: String, established: PartialDate? = nil, abolished: PartialDate? = nil,
    abolishedConfidence: Confidence = .stated, chair: String? = nil, successor: String? = nil, basis: String? = nil,
    meetingCount: Int? = nil, facts: [LabelledFact] = [], note: String? = nil, source: Source
  ) {
    self.id = id
    self.name = name
    self.established = established
    self.abolished = abolished
    self.abolishedConfidence = abolishedConfidence
    self.chair = chair
    self.successor = successor
    self.basis = basis
    self.meetingCount = meetingCount
    self.facts = facts
    self.note = note
    self.source = source
  }
}

/// 会議: one meeting of a body. An empty agenda, decision or attendee list is 未記載, never "none".
public struct Meeting: Hashable, Codable, Sendable {
  public var id: String
  public var body: String
  public var number: Int?
  public var title: String
  public var date: CivilDate
  public var agenda: [AgendaItem]
  public var decisions: [Decision]
  public var documents: [MeetingDocument]
  public var attendees: [String]
  /// Ids of the action items that the meeting dealt with.
  public var items: [String]
  public var minutes: String?
  public var note: String?
  public var source: Source

  public init(
    id: String, body: String, number: Int? = nil, title: String, date: CivilDate, agenda: [AgendaItem] = [],
    decisions: [Decision] = [], documents: [MeetingDocument] = [], attendees: [String] = [], items: [String] = [],
    minutes: String? = nil, note: String? = nil, source: Source = Source(nil)
  ) {
    self.id = id
    self.body = body
    self.number = number
    self.title = title
    self.date = date
    self.agenda = agenda
    self.decisions = decisions
    self.documents = documents
    self.attendees = attendees
    self.items = items
    self.minutes = minutes
    self.note = note
    self.source = source
  }
}

/// 議題.
public struct AgendaItem: Hashable, Codable, Sendable {
  public var title: String
  public var items: [String]
  public var source: Source

  public init(_ title: String, items: [String] = [], source: Source = Source(nil)) {
    self.title = title
    self.items = items
    self.source = source
  }
}

/// 決定事項.
public struct Decision: Hashable, Codable, Sendable {
  public var text: String
  public var items: [String]
  public var source: Source

  public init(_ text: String, items: [String] = [], source: Source = Source(nil)) {
    self.text = text
    self.items = items
    self.source = source
  }
}

/// 配布資料 of a meeting.
public struct MeetingDocument: Hashable, Codable, Sendable {
  public var title: String
  public var source: Source

  public init(_ title: String, source: Source = Source(nil)) {
    self.title = title
    self.source = source
  }
}
