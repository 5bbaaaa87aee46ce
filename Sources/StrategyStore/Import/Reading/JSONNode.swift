/// A JSON value with its place in the file.
struct JSONNode: Sendable {
  indirect enum Value: Sendable {
    case null
    case bool(Bool)
    /// As written: a number is only read when a field asks for one.
    case number(String)
    case string(String)
    case array([JSONNode])
    case object([JSONMember])
  }

  var value: Value
  /// The bytes of the text that the value takes up.
  var range: Range<Int>

  subscript(key: String) -> JSONNode? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.node
  }

  var elements: [JSONNode]? {
    if case .array(let elements) = value { elements } else { nil }
  }

  var string: String? {
    if case .string(let text) = value { text } else { nil }
  }
}

struct JSONMember: Sendable {
  var key: String
  var offset: Int
  var node: JSONNode
}
