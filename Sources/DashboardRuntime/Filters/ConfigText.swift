import TextSearch
import Yams

/// The text of `config.yaml`: the mapping `filters`, and single values beside it. What is not understood is left as it
/// stands.
struct ConfigText {
  let text: String
  let root: [(key: Node, value: Node)]

  enum Fault: Error, Hashable {
    /// It is no YAML, or not what stands at `line` (1 for the first) is expected there.
    case notUnderstood(line: Int?)
    /// A new entry cannot be put in without touching more than its own lines.
    case cannotEdit
  }

  /// Tags are not resolved: `on` and `90` are names and texts here.
  init(_ text: String) throws(Fault) {
    self.text = text
    let node: Node?
    do {
      node = try Yams.compose(yaml: text, .basic)
    } catch {
      throw .notUnderstood(line: ConfigText.line(of: error))
    }
    switch node {
    case nil: root = []
    case .mapping(let mapping)?: root = mapping.map { ($0.key, $0.value) }
    case .scalar(let scalar)? where scalar.string.isEmpty: root = []
    default: throw .notUnderstood(line: node?.mark?.line)
    }
  }

  /// The saved filters in the order of the file.
  func filters() throws(Fault) -> [SavedFilter] {
    var filters: [SavedFilter] = []
    for (key, value) in try entries() {
      guard let name = key.scalar?.string, let text = value.scalar?.string else {
        throw .notUnderstood(line: key.mark?.line)
      }
      // A text over several lines is one filter all the same.
      let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
      filters.append(SavedFilter(name: name, text: line))
    }
    return filters
  }

  /// The text with one filter added, or put in the place of the one that had its name.
  func setting(_ filter: SavedFilter) throws(Fault) -> String {
    let before = try filters()
    var expected = before
    let place = before.firstIndex { $0.isNamed(filter.name) }
    if let place { expected[place] = filter } else { expected.append(filter) }

    var edit = ConfigEdit(text)
    let entry = ConfigEdit.entry(filter)
    if let existing = try entries().isEmpty ? nil : filterKeys(), let indent = existing.first?.column {
      let last = existing[existing.count - 1]
      if let place {
        edit.replace(existing[place], before: existing.dropFirst(place + 1).first, with: entry)
      } else {
        edit.insert(entry, indent: indent, behind: last)
      }
    } else if let mark = node("filters")?.key.mark {
      edit.beginMapping(with: entry, line: mark.line - 1, indent: mark.column + 1)
    } else {
      edit.append(["filters:", "  " + entry])
    }

    return try checked(edit, saysOf: expected)
  }

  /// The text without a filter.
  func removing(_ filter: SavedFilter) throws(Fault) -> String {
    var expected = try filters()
    guard let place = expected.firstIndex(where: { $0.isNamed(filter.name) }), let keys = try filterKeys() else {
      throw .cannotEdit
    }
    expected.remove(at: place)
    var edit = ConfigEdit(text)
    edit.remove(keys[place], before: keys.dropFirst(place + 1).first)
    return try checked(edit, saysOf: expected)
  }

  /// Whatever form the file has: a change is only taken when the text says what it said, and these filters.
  private func checked(_ edit: ConfigEdit, saysOf expected: [SavedFilter]) throws(Fault) -> String {
    do throws(Fault) {
      let result = try ConfigText(edit.text)
      guard try result.filters() == expected, result.hasSame(as: self, but: "filters") else { throw Fault.cannotEdit }
    } catch {
      throw .cannotEdit
    }
    return edit.text
  }

  // MARK: Reading

  func node(_ name: String) -> (key: Node, value: Node)? { root.first { $0.key.scalar?.string == name } }

  private func entries() throws(Fault) -> [(key: Node, value: Node)] {
    switch node("filters")?.value {
    case nil: return []
    case .mapping(let mapping)?: return mapping.map { ($0.key, $0.value) }
    case .scalar(let scalar)? where scalar.string.isEmpty || scalar.string == "null" || scalar.string == "~": return []
    case let other?: throw .notUnderstood(line: other.mark?.line)
    }
  }

  /// Where the entries' names stand: from 0.
  private func filterKeys() throws(Fault) -> [ConfigEdit.Place]? {
    try entries().map { entry throws(Fault) in
      guard let mark = entry.key.mark else { throw .cannotEdit }
      return ConfigEdit.Place(line: mark.line - 1, column: mark.column - 1)
    }
  }

  /// Whether all but what stands under one key is as in another text.
  func hasSame(as other: ConfigText, but key: String) -> Bool {
    let own = root.filter { $0.key.scalar?.string != key }
    let others = other.root.filter { $0.key.scalar?.string != key }
    return own.count == others.count && zip(own, others).allSatisfy { $0.key == $1.key && $0.value == $1.value }
  }

  private static func line(of error: any Error) -> Int? {
    switch error as? YamlError {
    case .scanner(_, _, let mark, _)?, .parser(_, _, let mark, _)?, .composer(_, _, let mark, _)?: mark.line
    case .duplicatedKeysInMapping(_, let context)?: context.mark.line
    default: nil
    }
  }
}
