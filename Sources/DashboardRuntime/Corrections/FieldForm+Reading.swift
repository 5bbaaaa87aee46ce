import Dashboard
import StrategyModel
import Yams

extension FieldForm {
  /// A field's name as people call it.
  static func label(_ name: String) -> String {
    let label = Words(.ja).fieldName(name)
    if name == "derivedPhase" { return "\(label)の推定" }
    if name == "departmentRole" { return "\(label)の役割" }
    if name.hasSuffix("Confidence") { return "\(label)の確かさ" }
    return name.hasSuffix("Source") ? "\(label)の出典" : label
  }

  /// Turns the words that people write into what the ledger has, wherever they stand.
  static func restore(_ node: inout Node, in name: String = "") {
    switch node {
    case .mapping(var mapping):
      for key in mapping.keys {
        guard let name = key.string, var value = mapping[key] else { continue }
        restore(&value, in: name)
        mapping[key] = value
      }
      node = .mapping(mapping)
    case .sequence(var sequence):
      for index in sequence.indices { restore(&sequence[index], in: name) }
      node = .sequence(sequence)
    case .scalar(var scalar):
      let stored = stored(scalar.string, in: name)
      guard stored != scalar.string else { return }
      scalar.string = stored
      // A year becomes a number, whatever it was written as.
      scalar.style = .any
      scalar.tag = .implicit
      node = .scalar(scalar)
    case .alias: break
    }
  }

  /// The next id of a part that has none: its holder's id, the kind of part, and a number that no other has.
  static func freeID(for path: FieldTree.Path, in record: Node) -> String? {
    let kinds = ["kpis": "kpi", "targets": "tgt", "schedule": "sch", "budgets": "bud", "events": "ev"]
    guard let list = path.dropLast(2).last, let kind = kinds[list],
      let holder = record.value(at: path.dropLast(3))?.mapping?[Node("id")]?.string,
      let elements = record.value(at: path.dropLast(2))?.sequence
    else { return nil }
    let used = Set(elements.compactMap { $0.mapping?[Node("id")]?.string })
    return (1...elements.count + 1).map { "\(holder)_\(kind)_\($0)" }.first { !used.contains($0) }
  }
}

extension [any CodingKey] {
  var path: FieldTree.Path { map { key in key.intValue.map { "\($0)" } ?? key.stringValue } }
}

extension DecodingError {
  /// Where it is, and what is to be said of it; `nil` for what no text can cause.
  var pathAndWords: (path: FieldTree.Path, words: String)? {
    switch self {
    case .typeMismatch(let type, let context):
      let path = context.codingPath.path
      return (path, "「\(FieldForm.label(path.lastName))」は\(DecodingError.form(of: type, path.lastName))")
    case .valueNotFound(_, let context):
      let path = context.codingPath.path
      return (path, "「\(FieldForm.label(path.lastName))」に値がありません")
    case .dataCorrupted(let context):
      let path = context.codingPath.path
      if let words = FieldForm.words(path.lastName) {
        return (path, "「\(FieldForm.label(path.lastName))」に使えるのは \(words)")
      }
      // The model's own sentences say what they met; others speak to programmers.
      let isSentence = context.debugDescription.unicodeScalars.contains { (0x3041...0x30FF).contains($0.value) }
      return (path, isSentence ? context.debugDescription : "「\(FieldForm.label(path.lastName))」を読めません")
    case .keyNotFound: return nil
    @unknown default: return nil
    }
  }

  private static func form(of type: any Any.Type, _ name: String) -> String {
    if let words = FieldForm.words(name) { return "次のどれかで書いてください: \(words)" }
    if FieldForm.isDate(name) { return "日付で書いてください（例 令和8年8月6日）" }
    switch type {
    case is Int.Type: return "整数で書いてください（桁区切りや単位は付けずに、例 1200）"
    case is Double.Type: return "数で書いてください（桁区切りや単位は付けずに、例 1200 や 98.5）"
    case is Bool.Type: return "true か false で書いてください"
    case is Node.Mapping.Type: return "「項目: 値」の並びで、字下げして書いてください"
    case is Node.Sequence.Type: return "「- 」で始まる行の並びで書いてください"
    default: return "値を1つ書いてください"
    }
  }
}

extension FieldTree.Path {
  /// The innermost field, of which the last step may be an element.
  fileprivate var lastName: String { last { Int($0) == nil } ?? "" }
}
