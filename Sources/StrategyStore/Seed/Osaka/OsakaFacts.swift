import StrategyModel

/// osaka-ict.json as it is written (`data/README.md` says what its fields mean).
struct OsakaFacts: Decodable {
  var meta: Meta
  var frameworks: [Framework]
  var visions: [Statement]
  var stances: [Statement]
  var onlineIdeals: [Ideal]
  var goals: [Statement]
  var items: [Item]
  var bodies: [Body]
  var meetings: [Conference]
  var updates: [Update]
  var revisions: [PlanChange]
  var documents: [Paper]
  var glossary: [Word]
  var figures: [Number]
  var contact: Office
  var contradictions: [Conflict]

  struct Meta: Decodable {
    var title: String
    var page: String
    var planRelationVocab: [String: String]
    var rules: [String]
  }

  struct Statement: Decodable, OsakaSourced {
    var id: String
    var framework: String?
    var order: Int
    var nameJa: String
    var note: String?
    var source: String?
    var confidence: Confidence?
  }

  struct Ideal: Decodable, OsakaSourced {
    var id: String
    var order: Int
    var summary: String
    var summaryKind: String?
    var source: String?
    var confidence: Confidence?
  }

  /// A text with its own source: a schedule line, an event, an agenda item, a document of a meeting.
  struct Line: Decodable, OsakaSourced {
    var id: String?
    var fy: Int?
    var date: PartialDate?
    var title: String?
    var text: String?
    var amountYen: Int?
    var what: String?
    var source: String?
    var confidence: Confidence?
  }

  struct Body: Decodable, OsakaSourced {
    var id: String
    var name: String
    var established: PartialDate
    var establishedSource: String?
    var abolished: PartialDate?
    var abolishedConfidence: Confidence?
    var abolishedNote: String?
    var meetings: Int?
    var successor: String?
    var chair: String?
    var chairSource: String?
    var basis: String?
    var note: String?
    var source: String?
    var confidence: Confidence?
  }

  struct Conference: Decodable, OsakaSourced {
    var id: String
    var body: String
    var number: Int?
    var title: String
    var date: CivilDate
    var agenda: [Line]
    var decisions: [Line]
    var documents: [Line]
    var attendees: [String]
    var minutes: String?
    var note: String?
    var source: String?
    var confidence: Confidence?
  }

  struct Update: Decodable, OsakaSourced {
    var id: String
    var list: UpdateEntry.List
    var order: Int
    var date: CivilDate
    var title: String
    var action: UpdateEntry.Action
    var related: [String]
    var relatedConfidence: Confidence?
    var note: String?
    var source: String?
    var confidence: Confidence?
  }

  struct PlanChange: Decodable, OsakaSourced {
    var id: String
    var framework: String
    var date: CivilDate
    var dateAlt: CivilDate?
    var dateNote: String?
    var month: PartialDate?
    var points: [String]
    var knownChanges: [Line]
    var source: String?
    var confidence: Confidence?
  }
}

/// What names its source.
protocol OsakaSourced {
  var source: String? { get }
  var confidence: Confidence? { get }
}

extension OsakaSourced {
  var origin: Source { Source(source, confidence: confidence ?? .stated) }
}
