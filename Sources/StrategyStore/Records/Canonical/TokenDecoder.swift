import Foundation

/// Decodes a value from ``JSONTokens``; what it does not know how to, it gives up, and tells nothing of the reason.
///
/// Foundation's decoder takes some 80 µs for an item with its KPIs, this one a fraction. It is asked again for whatever
/// is given up here, so that what can be decoded, and how a fault is told, remains its word.
struct TokenDecoder: Decoder {
  struct GivenUp: Error {}

  /// The text and its tokens, for all values within it.
  final class Source {
    let bytes: UnsafeBufferPointer<UInt8>
    let tokens: [JSONTokens.Token]
    /// Also where a type asks for one thing, and then for another.
    fileprivate(set) var isGivenUp = false

    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
      guard let found = JSONTokens(bytes) else { return nil }
      self.bytes = bytes
      tokens = found.tokens
    }
  }

  let source: Source
  let index: Int

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// The root value of a text in UTF-8, which must last as long as this; `nil` where it is not a plain one.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = Source(bytes) else { return nil }
    self.source = source
    index = 0
  }

  private init(_ source: Source, _ index: Int) {
    self.source = source
    self.index = index
  }

  private var token: JSONTokens.Token { source.tokens[index] }

  func giveUp() -> GivenUp {
    source.isGivenUp = true
    return GivenUp()
  }

  /// The token behind this value and all within it.
  var end: Int { Int(token.next) }

  /// Another value of the same text.
  func at(_ index: Int) -> TokenDecoder { TokenDecoder(source, index) }

  /// Between the quotes, where nothing is escaped: a field's name, a text.
  var text: String { String(decoding: contents, as: UTF8.self) }

  func isNamed(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let own = contents
    guard own.count == name.count, let start = own.baseAddress, let other = name.baseAddress else {
      return own.count == name.count
    }
    return memcmp(start, other, own.count) == 0
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard token.shape == .object else { throw giveUp() }
    return KeyedDecodingContainer(TokenFields<Key>(decoder: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard token.shape == .array else { throw giveUp() }
    return TokenElements(self)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }
}

extension TokenDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { token.shape == .null }

  func decode(_ type: Bool.Type) throws -> Bool {
    switch token.shape {
    case .yes: true
    case .no: false
    default: throw giveUp()
    }
  }

  func decode(_ type: String.Type) throws -> String {
    switch token.shape {
    case .string: return text
    case .escapedString: return try unescaped()
    default: throw giveUp()
    }
  }

  func decode(_ type: Int.Type) throws -> Int {
    guard token.shape == .number, let value = integer else { throw giveUp() }
    return value
  }

  func decode(_ type: Double.Type) throws -> Double {
    guard token.shape == .number else { throw giveUp() }
    // Up to 15 digits are exact; `-0` is not 0.
    if contents.count <= 15, let value = integer, value != 0 { return Double(value) }
    guard let value = Double(text), value.isFinite else { throw giveUp() }
    // What is too small for a number comes out as 0, and is none.
    guard value != 0 || ["0", "-0", "0.0", "-0.0"].contains(text) else { throw giveUp() }
    return value
  }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    // These have forms of their own in JSON.
    guard type != Date.self, type != Data.self, type != URL.self, type != Decimal.self else { throw giveUp() }
    return try Value(from: self)
  }

  func decode(_ type: Float.Type) throws -> Float { throw giveUp() }
  func decode(_ type: Int8.Type) throws -> Int8 { throw giveUp() }
  func decode(_ type: Int16.Type) throws -> Int16 { throw giveUp() }
  func decode(_ type: Int32.Type) throws -> Int32 { throw giveUp() }
  func decode(_ type: Int64.Type) throws -> Int64 { throw giveUp() }
  func decode(_ type: UInt.Type) throws -> UInt { throw giveUp() }
  func decode(_ type: UInt8.Type) throws -> UInt8 { throw giveUp() }
  func decode(_ type: UInt16.Type) throws -> UInt16 { throw giveUp() }
  func decode(_ type: UInt32.Type) throws -> UInt32 { throw giveUp() }
  func decode(_ type: UInt64.Type) throws -> UInt64 { throw giveUp() }

  /// A text with escapes of one character, as its writer makes them: other ones are rare.
  private func unescaped() throws -> String {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in contents {
      guard isEscaped else {
        isEscaped = byte == UInt8(ascii: "\\")
        if !isEscaped { bytes.append(byte) }
        continue
      }
      isEscaped = false
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(byte)
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "r"): bytes.append(0x0D)
      case UInt8(ascii: "b"): bytes.append(0x08)
      case UInt8(ascii: "f"): bytes.append(0x0C)
      default: throw giveUp()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private var contents: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: source.bytes[Int(token.start)..<Int(token.end)])
  }

  /// Of digits alone.
  private var integer: Int? {
    let text = contents
    let isNegative = text[0] == UInt8(ascii: "-")
    var value = 0
    for byte in isNegative ? text.dropFirst() : text[...] {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      let (tenfold, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isOver) = tenfold.subtractingReportingOverflow(Int(byte - UInt8(ascii: "0")))
      guard !isTooLarge, !isOver else { return nil }
      value = sum
    }
    // Counted below zero, where there is one more.
    return isNegative ? value : value == Int.min ? nil : -value
  }
}
