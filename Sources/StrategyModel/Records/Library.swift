/// 資料.
public struct Document: Hashable, Codable, Sendable {
  public var id: String
  public var title: String
  /// What kind of document, in the city's words: 戦略, 計画, 指針, …
  public var kind: String
  public var date: PartialDate?
  public var posted: CivilDate?
  public var revised: PartialDate?
  public var related: [String]
  public var relatedConfidence: Confidence
  /// How much of its text could be read; `nil` when none.
  public var availability: String?
  public var note: String?
  public var source: Source

  public init(
    id: String, title: String, kind: String, date: PartialDate? = nil, posted: CivilDate? = nil,
    revised: PartialDate? = nil, related: [String] = [], relatedConfidence: Confidence = .stated,
    availability: String? = nil, note: String? = nil, source: Source
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.date = date
    self.posted = posted
    self.revised = revised
    self.related = related
    self.relatedConfidence = relatedConfidence
    self.availability = availability
    self.note = note
    self.source = source
  }
}

/// 用語.
public struct Term: Hashable, Codable, Sendable {
  public var id: String
  public var term: String
  public var reading: String?
  /// The words that an abbreviation stands for.
  public var expansion: String?
  public var meaning: String
  public var source: Source

  public init(
    id: String, term: String, reading: String? = nil, expansion: String? = nil, meaning: String, source: Source
  ) {
    self.id = id
    self.term = term
    self.reading = reading
    self.expansion = expansion
    self.meaning = meaning
    self.source = source
  }
}

/// A figure that a source gives about the city as a whole.
public struct Figure: Hashable, Codable, Sendable {
  public var id: String
  public var name: String
  public var value: Double
  /// The whole that `value` is part of: 74 of 76.
  public var whole: Double?
  public var unit: String?
  public var isApproximate: Bool
  public var asOf: PartialDate?
  public var note: String?
  public var source: Source

  public init(
    id: String, name: String, value: Double, whole: Double? = nil, unit: String? = nil, isApproximate: Bool = false,
    asOf: PartialDate? = nil, note: String? = nil, source: Source
  ) {
    self.id = id
    self.name = name
    self.value = value
    self.whole = whole
    self.unit = unit
    self.isApproximate = isApproximate
    self.asOf = asOf
    self.note = note
    self.source = source
  }
}

/// A contradiction between sources, or within one: shown at every record it concerns, never resolved silently.
public struct Contradiction: Hashable, Codable, Sendable {
  public var id: String
  public var text: String
  /// Ids of the records it concerns; empty when it concerns the update history as a whole.
  public var related: [String]
  public var note: String?
  public var source: Source

  public init(id: String, text: String, related: [String], note: String? = nil, source: Source) {
    self.id = id
    self.text = text
    self.related = related
    self.note = note
    self.source = source
  }
}
