/// A filter that cannot be understood, with the part that is wrong.
public struct FilterError: Error, Hashable, Sendable {
  /// Offsets of the wrong part's characters in the filter's text.
  public var range: Range<Int>
  public var reason: Reason

  public enum Reason: Hashable, Sendable {
    /// A field stands without a value.
    case missingValue(FilterField)
    case unknownValue(FilterField, String)
    /// The beginning of several values.
    case ambiguousValue(String, candidates: [String])
  }

  public init(range: Range<Int>, reason: Reason) {
    self.range = range
    self.reason = reason
  }

  /// What is wrong and what would be valid, in one Japanese sentence.
  public var message: String {
    switch reason {
    case .missingValue(let field):
      "\(field.japanese): の値がありません（\(field.examples)）"
    case .unknownValue(let field, let value):
      "\(field.japanese): 「\(value)」は使えません（\(field.examples)）"
    case .ambiguousValue(let value, let candidates):
      "「\(value)」は\(candidates.joined(separator: "・"))のどれか一つに決まりません"
    }
  }
}
