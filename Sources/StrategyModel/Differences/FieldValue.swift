/// What stands in a field of a record, as far as it takes to show it in words.
public enum FieldValue: Hashable, Sendable {
  case text(String)
  case phase(Phase, isDerived: Bool)
  case date(PartialDate)
  case year(FiscalYear)
  case yen(Int)
  case number(Double, unit: String?, isApproximate: Bool)
  /// 実績値 with its day.
  case measured(Double, unit: String?, isApproximate: Bool, on: PartialDate?)
  case flag(Bool)
  case confidence(Confidence)
  case status(EditionStatus)
  case role(Principle.Role)
  case list(UpdateEntry.List)
  case action(UpdateEntry.Action)
  /// Another record, by its id; whether that it is this one was inferred.
  case record(String, isDerived: Bool = false)

  /// Whether both are written the same, byte by byte: text of equal looks may differ.
  func isIdentical(to other: FieldValue) -> Bool {
    if case .text(let left) = self, case .text(let right) = other { return left.utf8.elementsEqual(right.utf8) }
    return self == other
  }
}

/// One value of a record, with the way to it.
struct RecordField: Hashable, Sendable {
  /// What tells it from all others of the record; begins with the name of a field of the model.
  var path: [String]
  /// The field of the model that names it on the screen.
  var name: String
  /// Of which part of the record: a KPI's name, a fiscal year.
  var part: [FieldValue]
  var value: FieldValue
  /// Says nothing of its own when the part to which it belongs came or went as a whole.
  var isDetail: Bool
}
