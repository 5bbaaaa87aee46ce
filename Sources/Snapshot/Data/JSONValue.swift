import TextUI

/// JSON with its keys in the order in which they are given, so that the same facts give the same bytes.
public enum JSONValue: Sendable {
  case text(String)
  case number(Double)
  case whole(Int)
  case flag(Bool)
  case list([JSONValue])
  /// A value that is not known has no key.
  case object([(String, JSONValue?)])
  /// JSON as it stands.
  case written(String)

  public static func text(_ text: String?) -> JSONValue? { text.map { .text($0) } }
  public static func number(_ number: Double?) -> JSONValue? { number.map { .number($0) } }
  public static func whole(_ number: Int?) -> JSONValue? { number.map { .whole($0) } }

  /// As text, on one line.
  public var written: String {
    var text = ""
    write(to: &text)
    return text
  }

  func write(to result: inout String) {
    switch self {
    case .text(let text): Self.quote(text, to: &result)
    case .number(let number): result += Self.written(number)
    case .whole(let number): result += String(number)
    case .flag(let isSo): result += isSo ? "true" : "false"
    case .written(let text): result += text
    case .list(let values):
      result += "["
      for (place, value) in values.enumerated() {
        if place > 0 { result += "," }
        value.write(to: &result)
      }
      result += "]"
    case .object(let entries):
      result += "{"
      result += Self.members(entries)
      result += "}"
    }
  }

  /// `"a":1,"b":2`
  static func members(_ entries: [(String, JSONValue?)]) -> String {
    var text = ""
    for case (let name, let value?) in entries {
      if !text.isEmpty { text += "," }
      quote(name, to: &text)
      text += ":"
      value.write(to: &text)
    }
    return text
  }

  private static func written(_ number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e15 ? String(Int(number)) : String(number)
  }

  /// The same in UTF-8.
  static func quote(_ text: String, to bytes: inout [UInt8]) {
    guard isPlain(text) else {
      var quoted = ""
      quote(text, to: &quoted)
      return bytes.append(contentsOf: quoted.utf8)
    }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: text.utf8)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether nothing in the text has to be escaped, as in most.
  private static func isPlain(_ text: String) -> Bool {
    !text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) && SafeText.isVisible(text)
  }

  static func quote(_ text: String, to result: inout String) {
    result += "\""
    defer { result += "\"" }
    if isPlain(text) { return result += text }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case let scalar where SafeText.isSafe(scalar): result.unicodeScalars.append(scalar)
      default: result += JSONText.escaped(scalar)
      }
    }
  }
}
