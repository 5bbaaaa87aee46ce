/// The kinds of record that a store keeps, in the order in which a bundle lists them.
public enum RecordKind: String, CaseIterable, Codable, Sendable {
  case city
  case contact
  case principle
  case strategy
  case plan
  case planRevision
  case pillar
  case body
  case item
  case measurement
  case review
  case meeting
  case update
  case document
  case term
  case figure
  case contradiction
}

/// A record's identity. Ids are unique within a kind, global and stable.
public struct RecordKey: Hashable, Comparable, Sendable, Codable {
  public var kind: RecordKind
  public var id: String

  public init(_ kind: RecordKind, _ id: String) {
    self.kind = kind
    self.id = id
  }

  public static func < (left: RecordKey, right: RecordKey) -> Bool {
    (left.kind.rank, left.id) < (right.kind.rank, right.id)
  }
}

extension RecordKind {
  /// As people call a record of the kind.
  public var name: String {
    switch self {
    case .city: "市"
    case .contact: "問合せ先"
    case .principle: "目的・姿勢・めざす姿"
    case .strategy: "戦略"
    case .plan: "計画"
    case .planRevision: "計画の改訂"
    case .pillar: "柱"
    case .body: "会議体"
    case .item: "取組"
    case .measurement: "実績値"
    case .review: "CIO確認"
    case .meeting: "会議"
    case .update: "更新"
    case .document: "資料"
    case .term: "用語"
    case .figure: "数字"
    case .contradiction: "出典の食い違い"
    }
  }

  /// Place in ``allCases``. An import asks for it several times a record, too often to look for it.
  public var rank: Int {
    switch self {
    case .city: 0
    case .contact: 1
    case .principle: 2
    case .strategy: 3
    case .plan: 4
    case .planRevision: 5
    case .pillar: 6
    case .body: 7
    case .item: 8
    case .measurement: 9
    case .review: 10
    case .meeting: 11
    case .update: 12
    case .document: 13
    case .term: 14
    case .figure: 15
    case .contradiction: 16
    }
  }
}

/// One record of any kind.
public indirect enum Record: Hashable, Sendable {
  case city(City)
  case contact(Contact)
  case principle(Principle)
  case strategy(Strategy)
  case plan(Plan)
  case planRevision(PlanRevision)
  case pillar(Pillar)
  case body(MeetingBody)
  case item(ActionItem)
  case measurement(Measurement)
  case review(Review)
  case meeting(Meeting)
  case update(UpdateEntry)
  case document(Document)
  case term(Term)
  case figure(Figure)
  case contradiction(Contradiction)

  public var key: RecordKey {
    switch self {
    case .city(let value): RecordKey(.city, value.id)
    case .contact(let value): RecordKey(.contact, value.id)
    case .principle(let value): RecordKey(.principle, value.id)
    case .strategy(let value): RecordKey(.strategy, value.id)
    case .plan(let value): RecordKey(.plan, value.id)
    case .planRevision(let value): RecordKey(.planRevision, value.id)
    case .pillar(let value): RecordKey(.pillar, value.id)
    case .body(let value): RecordKey(.body, value.id)
    case .item(let value): RecordKey(.item, value.id)
    case .measurement(let value): RecordKey(.measurement, value.id)
    case .review(let value): RecordKey(.review, value.id)
    case .meeting(let value): RecordKey(.meeting, value.id)
    case .update(let value): RecordKey(.update, value.id)
    case .document(let value): RecordKey(.document, value.id)
    case .term(let value): RecordKey(.term, value.id)
    case .figure(let value): RecordKey(.figure, value.id)
    case .contradiction(let value): RecordKey(.contradiction, value.id)
    }
  }

  /// What a list or a link calls the record.
  public var title: String {
    switch self {
    case .city(let value): value.name
    case .contact(let value): value.office
    case .principle(let value): value.text
    case .strategy(let value): value.title.hasSuffix(value.edition) ? value.title : "\(value.title)（\(value.edition)）"
    case .plan(let value): value.title
    case .planRevision(let value): "計画の改訂 \(value.date.wareki)"
    case .pillar(let value): value.name
    case .body(let value): value.name
    case .item(let value): value.title
    case .measurement(let value): "実績値 \(value.kpi)"
    case .review(let value): "CIO確認 \(value.date.wareki)"
    case .meeting(let value): value.title
    case .update(let value): value.title
    case .document(let value): value.title
    case .term(let value): value.term
    case .figure(let value): value.name
    case .contradiction(let value): value.text
    }
  }

  public var source: Source {
    switch self {
    case .city(let value): value.source
    case .contact(let value): value.source
    case .principle(let value): value.source
    case .strategy(let value): value.source
    case .plan(let value): value.source
    case .planRevision(let value): value.source
    case .pillar(let value): value.source
    case .body(let value): value.source
    case .item(let value): value.source
    case .measurement(let value): value.source
    case .review(let value): value.source
    case .meeting(let value): value.source
    case .update(let value): value.source
    case .document(let value): value.source
    case .term(let value): value.source
    case .figure(let value): value.source
    case .contradiction(let value): value.source
    }
  }
}
