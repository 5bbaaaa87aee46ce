extension Record {
  /// Reads a record of a known kind from that kind's own fields.
  public init(kind: RecordKind, from decoder: any Decoder) throws {
    switch kind {
    case .city: self = .city(try City(from: decoder))
    case .contact: self = .contact(try Contact(from: decoder))
    case .principle: self = .principle(try Principle(from: decoder))
    case .strategy: self = .strategy(try Strategy(from: decoder))
    case .plan: self = .plan(try Plan(from: decoder))
    case .planRevision: self = .planRevision(try PlanRevision(from: decoder))
    case .pillar: self = .pillar(try Pillar(from: decoder))
    case .body: self = .body(try MeetingBody(from: decoder))
    case .item: self = .item(try ActionItem(from: decoder))
    case .measurement: self = .measurement(try Measurement(from: decoder))
    case .review: self = .review(try Review(from: decoder))
    case .meeting: self = .meeting(try Meeting(from: decoder))
    case .update: self = .update(try UpdateEntry(from: decoder))
    case .document: self = .document(try Document(from: decoder))
    case .term: self = .term(try Term(from: decoder))
    case .figure: self = .figure(try Figure(from: decoder))
    case .contradiction: self = .contradiction(try Contradiction(from: decoder))
    }
  }

  /// Writes the record's own fields, without its kind.
  public func encodeFields(to encoder: any Encoder) throws {
    switch self {
    case .city(let value): try value.encode(to: encoder)
    case .contact(let value): try value.encode(to: encoder)
    case .principle(let value): try value.encode(to: encoder)
    case .strategy(let value): try value.encode(to: encoder)
    case .plan(let value): try value.encode(to: encoder)
    case .planRevision(let value): try value.encode(to: encoder)
    case .pillar(let value): try value.encode(to: encoder)
    case .body(let value): try value.encode(to: encoder)
    case .item(let value): try value.encode(to: encoder)
    case .measurement(let value): try value.encode(to: encoder)
    case .review(let value): try value.encode(to: encoder)
    case .meeting(let value): try value.encode(to: encoder)
    case .update(let value): try value.encode(to: encoder)
    case .document(let value): try value.encode(to: encoder)
    case .term(let value): try value.encode(to: encoder)
    case .figure(let value): try value.encode(to: encoder)
    case .contradiction(let value): try value.encode(to: encoder)
    }
  }
}

/// In a bundle a record is `{"kind": …, "record": {…}}`.
extension Record: Codable {
  private enum CodingKeys: String, CodingKey {
    case kind
    case record
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let kind = try container.decode(RecordKind.self, forKey: .kind)
    try self.init(kind: kind, from: container.superDecoder(forKey: .record))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(key.kind, forKey: .kind)
    try encodeFields(to: container.superEncoder(forKey: .record))
  }
}
