/// The headings of a file, understood.
struct Headings {
  var kind: ImportKind
  /// The meaning of each column of the file; `nil` for a column that is not read.
  var fields: [Field?]
  /// The headings as the file writes them.
  var written: [String]
  var unknown: [String]

  /// The heading of each field.
  var names: [Field: String] {
    let named = zip(fields, written).compactMap { field, heading in field.map { ($0, heading) } }
    return Dictionary(named) { first, _ in first }
  }

  /// Why headings cannot be used.
  struct Fault: Error {
    /// The column at fault, else the whole row.
    var index: Int?
    var message: String
  }

  /// Finds the kind that fits best, unless one is given.
  static func understood(_ written: [String], as given: ImportKind?) throws(Fault) -> Headings {
    let kind: ImportKind
    if let given { kind = given } else { kind = try guess(written) }
    let meanings = Headings.meanings(of: kind)
    var fields: [Field?] = []
    var first: [Field: String] = [:]
    for (index, heading) in written.enumerated() {
      let field = meanings[Folding.name(heading)]
      if let field, let earlier = first.updateValue(heading, forKey: field) {
        throw Fault(index: index, message: ImportWording.duplicateColumn(heading, earlier))
      }
      fields.append(field)
    }
    let missing = kind.columns.filter { $0.isRequired && first[$0.field] == nil }
    guard missing.isEmpty else {
      throw Fault(index: nil, message: ImportWording.missingColumns(kind, missing.map(\.heading)))
    }
    let unknown = zip(written, fields).filter { $1 == nil && !Folding.name($0).isEmpty }.map(\.0)
    return Headings(kind: kind, fields: fields, written: written, unknown: unknown)
  }

  private static func guess(_ written: [String]) throws(Fault) -> ImportKind {
    let names = Set(written.map(Folding.name))
    var candidates: [(kind: ImportKind, known: Int)] = []
    for kind in ImportKind.tables {
      let meanings = Headings.meanings(of: kind)
      let fields = Set(names.compactMap { meanings[$0] })
      guard kind.columns.allSatisfy({ !$0.isRequired || fields.contains($0.field) }) else { continue }
      candidates.append((kind, fields.count))
    }
    guard let most = candidates.map(\.known).max() else {
      throw Fault(index: nil, message: ImportWording.unknownKind)
    }
    let best = candidates.filter { $0.known == most }
    guard best.count == 1 else { throw Fault(index: nil, message: ImportWording.ambiguousKind(best.map(\.kind))) }
    return best[0].kind
  }

  private static func meanings(of kind: ImportKind) -> [String: Field] {
    var meanings: [String: Field] = [:]
    for column in kind.columns {
      for name in [column.code, column.heading] + column.aliases { meanings[Folding.name(name)] = column.field }
    }
    return meanings
  }
}
