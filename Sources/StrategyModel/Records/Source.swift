/// Whether a source says a thing (`stated`) or it was inferred from what a source says (`derived`, shown as 推定).
public enum Confidence: String, Codable, CaseIterable, Sendable {
  case stated
  case derived
}

/// 出典: where a record, or one statement in it, comes from.
public struct Source: Hashable, Codable, Sendable {
  /// An address, a file name or a title; `nil` when none is on record.
  public var address: String?
  public var confidence: Confidence
  /// Further addresses that support the same record.
  public var more: [String]

  public init(_ address: String?, confidence: Confidence = .stated, more: [String] = []) {
    self.address = address
    self.confidence = confidence
    self.more = more
  }

  public var addresses: [String] { (address.map { [$0] } ?? []) + more }
}
