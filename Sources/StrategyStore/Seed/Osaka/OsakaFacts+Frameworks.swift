import StrategyModel

extension OsakaFacts {
  /// An edition of the strategy, or a plan.
  struct Framework: Decodable, OsakaSourced {
    enum Kind: String, Decodable {
      case outline
      case strategy
      case actionPlan = "action_plan"
    }

    var id: String
    var kind: Kind
    var title: String
    var edition: String
    var editionNote: String?
    var adopted: PartialDate
    var adoptedKind: String?
    var adoptedNote: String?
    var adoptedSource: String?
    var adoptedConfidence: Confidence?
    var posted: CivilDate?
    var status: String
    var supersededBy: String?
    var basis: String?
    var period: Period?
    var chapters: [String]?
    var positionedIn: String?
    var positionedSource: String?
    var legalPosition: String?
    var draftPublished: CivilDate?
    var draftSource: String?
    var publicComment: Span?
    var pillars: [Column]
    var pillarsNote: String?
    var results: Results?
    var management: Management?
    var phases: [String]?
    var phasesSince: PartialDate?
    var phasesSource: String?
    var note: String?
    var source: String?
    var confidence: Confidence?
  }

  struct Period: Decodable {
    var fromFy: Int
    var toFy: Int
  }

  struct Span: Decodable {
    var from: CivilDate
    var to: CivilDate
  }

  struct Column: Decodable, OsakaSourced {
    var id: String
    var nameJa: String
    var nameEn: String?
    var theme: String?
    var order: Int
    var source: String?
    var confidence: Confidence?
  }

  struct Results: Decodable, OsakaSourced {
    var plannedTotal: Int
    var achievedTotal: Int
    var initialPlanned: Int
    var initialAchieved: Int
    var initialRatePct: Int
    var addedPlanned: Int
    var addedAchieved: Int
    var asOf: CivilDate
    var source: String?
    var confidence: Confidence?
  }

  struct Management: Decodable, OsakaSourced {
    var cycleYears: Int
    var owner: String
    var review: String
    var unit: String
    var source: String?
    var confidence: Confidence?
  }
}
