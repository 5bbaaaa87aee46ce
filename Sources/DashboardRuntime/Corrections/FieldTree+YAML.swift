import StrategyModel
import Yams

extension FieldTree {
  /// As YAML writes it for people: nothing that goes without saying, and no text that could be taken for a number.
  ///
  /// - Parameter name: the field that holds the value.
  func node(_ name: String, _ layout: FieldLayout?) -> Node {
    switch self {
    case .text(let text): FieldTree.scalar(FieldForm.shown(text, in: name), isDate: FieldForm.isDate(name))
    case .flag(let flag): Node(flag ? "true" : "false")
    case .integer(let integer): Node("\(integer)")
    case .number(let number): Node("\(number)")
    case .list(let elements):
      Node(elements.map { $0.node(name, layout) }, .implicit, elements.isEmpty || isShort ? .flow : .block)
    case .fields(let values):
      Node(
        (layout?.ordered(values.keys) ?? values.keys.sorted()).compactMap { name in
          guard let value = values[name], !value.isOrdinary(name) else { return nil }
          return (Node(name), value.node(name, layout?[name]))
        })
    }
  }

  /// All of it, as the ledger writes it.
  var plainNode: Node {
    switch self {
    case .list(let elements): Node(elements.map(\.plainNode))
    case .fields(let values):
      Node(values.keys.sorted().compactMap { name in values[name].map { (Node(name), $0.plainNode) } })
    default: node("", nil)
    }
  }

  /// It need not be written.
  func isOrdinary(_ name: String) -> Bool { self == FieldForm.ordinary(name) }

  /// Ids, which fit on one line.
  private var isShort: Bool {
    guard case .list(let elements) = self else { return false }
    return elements.allSatisfy { element in
      guard case .text(let text) = element else { return false }
      return !text.isEmpty && text.utf8.count <= 24
        && text.utf8.allSatisfy { ($0 >= 0x30 && $0 < 0x7B && $0 != 0x3A) || $0 == 0x2D }
    } && elements.count <= 6
  }

  private static func scalar(_ text: String, isDate: Bool) -> Node {
    let isAmbiguous = Resolver.default.resolveTag(of: Node(text)) != .str && !isDate
    let breaks = text.unicodeScalars.contains { "\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0) }
    let style: Node.Scalar.Style =
      isAmbiguous || breaks || text.isEmpty ? .doubleQuoted : text.contains("\n") ? .literal : .any
    return Node(text, .implicit, style)
  }
}

extension Node {
  /// The lines of a field of the outermost mapping.
  static func lines(_ name: String, _ value: Node) throws -> [String] {
    let text = try Yams.serialize(
      node: Node([(Node(name), value)]), indent: 2, width: -1, allowUnicode: true)
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast()
  }

  /// The line, from 1, on which a value begins, or what of the way there is written.
  func line(_ path: FieldTree.Path) -> Int {
    var line = mark?.line ?? 1
    var node = self
    for step in path {
      if let mapping = node.mapping, let pair = mapping.first(where: { $0.key.string == step }) {
        line = pair.key.mark?.line ?? line
        node = pair.value
      } else if let sequence = node.sequence, let index = Int(step), sequence.indices.contains(index) {
        node = sequence[index]
        line = node.mark?.line ?? line
      } else {
        break
      }
    }
    return line
  }

  func value(at path: some Collection<String>) -> Node? {
    guard let step = path.first else { return self }
    if let mapping { return mapping[Node(step)]?.value(at: path.dropFirst()) }
    guard let sequence, let index = Int(step), sequence.indices.contains(index) else { return nil }
    return sequence[index].value(at: path.dropFirst())
  }

  /// Puts a value in a place, or takes it out; what leads there has to be written already.
  mutating func set(_ value: Node?, at path: some Collection<String>) {
    guard let step = path.first else { return }
    let rest = path.dropFirst()
    switch self {
    case .mapping(var mapping):
      if rest.isEmpty {
        mapping[Node(step)] = value
      } else if var inner = mapping[Node(step)] {
        inner.set(value, at: rest)
        mapping[Node(step)] = inner
      }
      self = .mapping(mapping)
    case .sequence(var sequence):
      guard let index = Int(step), sequence.indices.contains(index) else { return }
      if !rest.isEmpty {
        sequence[index].set(value, at: rest)
      } else if let value {
        sequence[index] = value
      } else {
        sequence.remove(at: index)
      }
      self = .sequence(sequence)
    default: break
    }
  }
}
