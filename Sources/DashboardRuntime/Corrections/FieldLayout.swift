import StrategyModel

import enum StrategyModel.Record

/// In which order the fields of a record stand, at every depth: as the model declares them.
struct FieldLayout {
  private(set) var names: [String] = []
  private var inner: [String: FieldLayout] = [:]

  private init() {}

  init(_ record: Record) {
    // The one associated value of the record's case.
    if let value = Mirror(reflecting: record).children.first?.value { add(value) }
  }

  private mutating func add(_ value: Any) {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: if let some = mirror.children.first { add(some.value) }
    // One layout for all elements: they are of a kind.
    case .collection: for element in mirror.children { add(element.value) }
    case .struct:
      for case (let name?, let value) in mirror.children {
        if !names.contains(name) { names.append(name) }
        inner[name, default: FieldLayout()].add(value)
      }
    default: break
    }
  }

  subscript(name: String) -> FieldLayout? { inner[name] }

  /// Names that the layout does not know come last.
  func ordered(_ fields: some Collection<String>) -> [String] {
    names.filter(fields.contains) + fields.filter { !names.contains($0) }.sorted()
  }
}
