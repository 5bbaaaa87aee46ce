import StrategyModel

extension OsakaFacts {
  struct Item: Decodable, OsakaSourced {
    var id: String
    var title: String
    var framework: String
    var pillar: String?
    var pillarConfidence: Confidence?
    var legacyPillar: String?
    var legacyPillarConfidence: Confidence?
    var planRelation: String?
    var department: String?
    var departmentSource: String?
    var departmentRole: String?
    var phase: Phase?
    var phaseDerived: Inference?
    var kpi: [Row]
    var schedule: [Line]
    var budget: [Line]
    var events: [Line]
    var summary: String?
    var note: String?
    var source: String?
    var moreSources: [String]
    var confidence: Confidence?
  }

  struct Inference: Decodable, OsakaSourced {
    var value: Phase
    var asOf: PartialDate
    var basis: String
    var source: String?
    var confidence: Confidence?
  }

  /// One row of a KPI: a target, or what was measured. Rows of one name are one KPI.
  struct Row: Decodable, OsakaSourced {
    enum Kind: String, Decodable {
      case target
      case actual
    }

    var id: String
    var name: String
    var kind: Kind
    var target: Double?
    var actual: Double?
    var unit: String?
    var due: PartialDate?
    var note: String?
    var source: String?
    var confidence: Confidence?
  }
}
