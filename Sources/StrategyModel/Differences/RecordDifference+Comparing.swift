extension FieldDifference {
  /// How a record's fields differ between two versions of it.
  public static func fields(from old: Record, to new: Record) -> [FieldDifference] {
    fields(from: old.fields, to: new.fields)
  }

  private static func fields(from old: [RecordField], to new: [RecordField]) -> [FieldDifference] {
    let before = Dictionary(old.map { ($0.path, $0) }) { first, _ in first }
    let after = Dictionary(new.map { ($0.path, $0) }) { first, _ in first }
    var numbers: [[String]: Int] = [:]
    for field in old + new where numbers[field.path] == nil { numbers[field.path] = numbers.count }
    let steps = SequenceDifference.steps(old.compactMap { numbers[$0.path] }, new.compactMap { numbers[$0.path] })
    var found: [Found] = []
    var moved: [String] = []
    for step in steps {
      switch step {
      case .same(let place, let other):
        if !old[place].value.isIdentical(to: new[other].value) { found.append(Found(old[place], new[other])) }
      case .removed(let place):
        // What stands elsewhere now is met there.
        if after[old[place].path] == nil { found.append(Found(old[place], nil)) }
      case .added(let place):
        let field = new[place]
        guard let known = before[field.path] else {
          found.append(Found(nil, field))
          continue
        }
        if !known.value.isIdentical(to: field.value) { found.append(Found(known, field)) }
        if !moved.contains(field.path[0]) { moved.append(field.path[0]) }
      }
    }
    let whole = Set(found.filter { $0.old == nil || $0.new == nil }.map(\.path))
    let told = pairingRewordings(found.filter { !$0.isDetail(of: whole) })
    let unexplained = moved.filter { name in !told.contains { $0.path[0] == name } }
    return told.map(\.difference) + unexplained.map { FieldDifference($0, old: nil, new: nil) }
  }

  /// An entry that has nothing but its text to be known by is one that was reworded, if another like it went.
  private static func pairingRewordings(_ found: [Found]) -> [Found] {
    var result: [Found] = []
    var open = 0
    for entry in found {
      let list = entry.rewordedList
      if let list, entry.old == nil {
        let place = result.indices.dropFirst(open).first { index in
          result[index].rewordedList == list && result[index].new == nil && result[index].resembles(entry)
        }
        if let place {
          result[place].new = entry.new
          continue
        }
      } else if list == nil {
        open = result.count
      }
      result.append(entry)
    }
    return result
  }

  private struct Found {
    var old: RecordField?
    var new: RecordField?

    init(_ old: RecordField?, _ new: RecordField?) {
      self.old = old
      self.new = new
    }

    var path: [String] { (new ?? old)?.path ?? [] }

    var difference: FieldDifference {
      FieldDifference(
        (new ?? old)?.name ?? "", part: (new ?? old)?.part ?? [], old: old?.value, new: new?.value)
    }

    /// Whether a part that came or went as a whole says it already.
    func isDetail(of whole: Set<[String]>) -> Bool {
      guard (new ?? old)?.isDetail == true, old == nil || new == nil else { return false }
      return (1..<max(1, path.count)).contains { whole.contains(Array(path.prefix($0))) }
    }

    /// The list of texts to which the entry belongs: agenda, points, …
    var rewordedList: String? {
      guard path.count == 2, (new ?? old)?.part.isEmpty == true, case .text? = (new ?? old)?.value else { return nil }
      return path[0] == "kpis" ? nil : path[0]
    }

    /// At least a third of the longer text stayed.
    func resembles(_ other: Found) -> Bool {
      guard case .text(let left)? = old?.value, case .text(let right)? = other.new?.value else { return false }
      let kept = TextDifference.pieces(from: left, to: right).filter { $0.kind == .same }
      return kept.reduce(0) { $0 + $1.text.count } * 3 >= max(left.count, right.count)
    }
  }
}
