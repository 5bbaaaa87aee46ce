/// The values of a record as a tree: what all kinds have in common, so that one merge serves them all.
public indirect enum FieldTree: Hashable, Sendable {
  case text(String)
  case flag(Bool)
  case integer(Int)
  case number(Double)
  case list([FieldTree])
  case fields([String: FieldTree])

  /// A value inside, named by the fields and elements that lead to it.
  public typealias Path = [String]
}

/// As the plain value that it stands for; absent fields are left out.
extension FieldTree: Codable {
  public init(from decoder: any Decoder) throws {
    if let fields = try? decoder.container(keyedBy: FieldName.self) {
      var values: [String: FieldTree] = [:]
      for name in fields.allKeys where try !fields.decodeNil(forKey: name) {
        values[name.stringValue] = try fields.decode(FieldTree.self, forKey: name)
      }
      self = .fields(values)
    } else if var elements = try? decoder.unkeyedContainer() {
      var values: [FieldTree] = []
      while !elements.isAtEnd { values.append(try elements.decode(FieldTree.self)) }
      self = .list(values)
    } else {
      let value = try decoder.singleValueContainer()
      if let flag = try? value.decode(Bool.self) {
        self = .flag(flag)
      } else if let integer = try? value.decode(Int.self) {
        self = .integer(integer)
      } else if let number = try? value.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try value.decode(String.self))
      }
    }
  }

  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .fields(let values):
      var fields = encoder.container(keyedBy: FieldName.self)
      for (name, value) in values { try fields.encode(value, forKey: FieldName(stringValue: name)) }
    case .list(let values):
      var elements = encoder.unkeyedContainer()
      for value in values { try elements.encode(value) }
    case .text(let text): try FieldTree.encode(text, to: encoder)
    case .flag(let flag): try FieldTree.encode(flag, to: encoder)
    case .integer(let integer): try FieldTree.encode(integer, to: encoder)
    case .number(let number): try FieldTree.encode(number, to: encoder)
    }
  }

  private static func encode(_ value: some Encodable, to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }

  private struct FieldName: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

extension FieldTree {
  /// The value of a field; `nil` where it is absent.
  public subscript(name: String) -> FieldTree? {
    guard case .fields(let values) = self else { return nil }
    return values[name]
  }

  /// What tells an element of a list from the others: its id, what it says, or itself.
  var identity: String? {
    switch self {
    case .text(let text): return text
    case .fields(let values):
      for name in ["id", "title", "text", "label"] {
        if case .text(let text)? = values[name] { return text }
      }
      return nil
    default: return nil
    }
  }
}
