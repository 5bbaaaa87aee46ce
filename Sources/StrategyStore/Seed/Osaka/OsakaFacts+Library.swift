import StrategyModel

extension OsakaFacts {
  struct Paper: Decodable, OsakaSourced {
    var id: String
    var title: String
    var date: PartialDate?
    var posted: CivilDate?
    var revised: PartialDate?
    var kind: String
    var related: [String]
    var relatedConfidence: Confidence?
    var textAvailable: Availability?
    var source: String?
    var confidence: Confidence?
  }

  /// `false`, or how much of a text could be read.
  struct Availability: Decodable {
    var words: String?

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      words = try? container.decode(String.self)
      if words == nil { _ = try container.decode(Bool.self) }
    }
  }

  struct Word: Decodable, OsakaSourced {
    var id: String
    var term: String
    var reading: String?
    var full: String?
    var meaning: String
    var source: String?
    var confidence: Confidence?
  }

  struct Number: Decodable, OsakaSourced {
    var id: String
    var name: String
    var value: Double
    var of: Double?
    var unit: String?
    var fy: Int?
    var asOf: PartialDate?
    var note: String?
    var source: String?
    var confidence: Confidence?
  }

  struct Office: Decodable, OsakaSourced {
    var office: String
    var postal: String?
    var address: String?
    var tel: String?
    var fax: String?
    var pageNo: String?
    var pageUpdated: CivilDate
    var source: String?
    var confidence: Confidence?
  }

  struct Conflict: Decodable, OsakaSourced {
    var id: String
    var kind: String
    var text: String
    var related: [String]
    var note: String?
    var source: String?
    var confidence: Confidence?
  }
}
