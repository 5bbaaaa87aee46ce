/// フェーズ: how far an action item has come.
public enum Phase: Int, CaseIterable, Codable, Comparable, Sendable {
  case planning = 1
  case considering
  case developing
  case verifying
  case operating

  public static func < (left: Phase, right: Phase) -> Bool { left.rawValue < right.rawValue }

  public var name: String {
    switch self {
    case .planning: "企画中"
    case .considering: "検討中"
    case .developing: "開発中"
    case .verifying: "検証中"
    case .operating: "運用中"
    }
  }

  /// The word of the command line and of JSON.
  public var code: String {
    switch self {
    case .planning: "planning"
    case .considering: "considering"
    case .developing: "developing"
    case .verifying: "verifying"
    case .operating: "operating"
    }
  }

  /// One character for a narrow column head.
  public var initial: String {
    switch self {
    case .planning: "企"
    case .considering: "検"
    case .developing: "開"
    case .verifying: "証"
    case .operating: "運"
    }
  }

  public init?(name: String) {
    guard let phase = Phase.allCases.first(where: { $0.name == name || $0.code == name.lowercased() }) else {
      return nil
    }
    self = phase
  }

  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let phase = Phase(name: text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "「\(text)」はフェーズではありません"))
    }
    self = phase
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(code)
  }
}

/// A phase that was inferred from facts, not read from a plan: shown as 推定 with its date.
public struct DerivedPhase: Hashable, Codable, Sendable {
  public var phase: Phase
  public var asOf: PartialDate?
  public var basis: String
  public var source: Source

  public init(_ phase: Phase, asOf: PartialDate?, basis: String, source: Source) {
    self.phase = phase
    self.asOf = asOf
    self.basis = basis
    self.source = source
  }
}
