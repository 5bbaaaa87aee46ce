import StrategyModel

/// sample-city.json as it is written: what changes over time is a map from a date to what holds from then on.
struct SampleFacts: Decodable {
  var city: Place
  var contact: Office
  var revisions: [Heading]
  var principles: [Statement]
  var strategies: [Edition]
  var plans: [Edition]
  var planRevisions: [PlanChange]
  var pillars: [Column]
  var bodies: [Body]
  var items: [Item]
  var meetings: [Conference]
  var updates: [Update]
  var documents: [Paper]
  var terms: [Word]
  var figures: [Number]
  var contradictions: [Conflict]

  struct Place: Decodable {
    var id: String
    var name: String
    var headquarters: String
    var title: String
    var aim: String
    var note: String
  }

  struct Office: Decodable {
    var office: String
    var postalCode: String
    var address: String
    var telephone: String
    var fax: String
    var page: String
    var pageUpdated: CivilDate
  }

  struct Heading: Decodable {
    var effective: CivilDate
    var title: String
    var note: String?
  }

  struct Statement: Decodable {
    var id: String
    var role: Principle.Role
    var framework: String?
    var order: Int
    var text: String
  }

  /// A strategy or a plan.
  struct Edition: Decodable {
    var id: String
    var title: String
    var edition: String
    var strategy: String?
    var adopted: PartialDate
    var supersededBy: String?
    var finished: CivilDate?
    var firstYear: Int?
    var lastYear: Int?
    var chapters: [String]?
    var facts: [String: String]?
  }

  struct PlanChange: Decodable {
    var id: String
    var plan: String
    var date: CivilDate
    var points: [String]
    var changes: [String: String]?
  }

  struct Column: Decodable {
    var id: String
    var strategy: String
    var order: Int
    var name: String
    /// The name until the day `renamed`.
    var formerName: String?
    var renamed: CivilDate?
    var englishName: String?
    var theme: String?
    var note: String?
  }

  struct Body: Decodable {
    var id: String
    var name: String
    var established: PartialDate
    var abolished: PartialDate?
    var chair: String?
    var successor: String?
    var basis: String?
    var facts: [String: String]?
  }
}
