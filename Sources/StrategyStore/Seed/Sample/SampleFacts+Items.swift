import StrategyModel

extension SampleFacts {
  struct Item: Decodable {
    var id: String
    var title: String
    /// The title until the day `corrected`.
    var formerTitle: String?
    var corrected: CivilDate?
    var reading: String
    var department: String
    var pillar: String
    var legacyPillar: String?
    var enters: CivilDate
    var leaves: CivilDate?
    var phases: [String: Phase]?
    var derived: Inference?
    var summary: String
    var kpis: [Measure]?
    var schedule: [String: String]?
    /// In yen, by fiscal year.
    var budgets: [String: Int]?
    var events: [String: String]?
    /// What the CIO said, by day; null where no words are on record.
    var reviews: [String: String?]?
    var note: String?
  }

  struct Inference: Decodable {
    var phase: Phase
    var asOf: PartialDate
    var basis: String
  }

  struct Measure: Decodable {
    var name: String
    var unit: String?
    var baseline: Double?
    var baselineDate: PartialDate?
    var targets: [String: Double]
    var values: [String: Double]
    var note: String?
  }

  struct Conference: Decodable {
    var id: String
    var body: String
    var number: Int
    var title: String
    var date: CivilDate
    var agenda: [Point]
    var decisions: [Point]?
    var documents: [String]
    var attendees: [String]
    var items: [String]
    var minutes: String?
    var note: String?
  }

  /// An agenda item (`title`) or a decision (`text`).
  struct Point: Decodable {
    var title: String?
    var text: String?
    var items: [String]?
  }

  struct Update: Decodable {
    var id: String
    var list: UpdateEntry.List
    var date: CivilDate
    var title: String
    var action: UpdateEntry.Action
    var related: [String]
    var note: String?
  }

  struct Paper: Decodable {
    var id: String
    var title: String
    var kind: String
    var date: PartialDate?
    var posted: CivilDate?
    var revised: PartialDate?
    var related: [String]
    var availability: String?
    var note: String?
  }

  struct Word: Decodable {
    var term: String
    var reading: String?
    var expansion: String?
    var meaning: String
  }

  struct Number: Decodable {
    var id: String
    var name: String
    var value: Double
    var whole: Double?
    var unit: String?
    var isApproximate: Bool?
    var asOf: PartialDate?
    var note: String?
  }

  struct Conflict: Decodable {
    var id: String
    var text: String
    var related: [String]
    var note: String?
  }
}
