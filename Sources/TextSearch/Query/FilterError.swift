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
    /// No filter was saved under the name behind `@`.
    case unknownSaved(String, nearest: String?)
    /// `@name` stands behind a sign or beside `|`.
    case savedNotAlone(String)
    /// More characters than are read.
    case tooLong(limit: Int)
    /// More terms than are looked for at once.
    case tooManyTerms(limit: Int)
    /// A saved filter cannot be understood itself.
    case savedIsWrong(String, String)
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
    case .unknownSaved(let name, let nearest):
      "「@\(name)」という保存した条件はありません" + (nearest.map { "（近いものは @\($0)）" } ?? "（F で保存できます。文字として探すには \"@\(name)\"）")
    case .savedNotAlone(let name): "「@\(name)」は - ! | と一緒に使えません（空白で区切って並べてください）"
    case .tooLong(let limit): "条件が長すぎます（\(limit)文字まで）"
    case .tooManyTerms(let limit): "条件の語が多すぎます（\(limit)語まで）"
    case .savedIsWrong(let name, let reason): "保存した条件「\(name)」が正しくありません。\(reason)"
    }
  }
}
