import Glibc

/// A JSON text taken apart for decoding, in one pass: each value with its place, and where the next one begins.
///
/// It takes the plain texts that records are written in. Of anything else — an escaped key, a text that is no JSON — it makes
/// nothing, and the general decoder has the word.
struct JSONTokens {
  enum Shape: UInt8 {
    case object, array, string, escapedString, number, yes, no, null
  }

  struct Token {
    var shape: Shape
    /// The place of the first byte and that behind the last, of a string without its quotes.
    var start: Int32
    var end: Int32
    /// The token behind this value and all within it.
    var next: Int32
  }

  /// Values in the order of the text; in an object a key and its value by turns.
  private(set) var tokens: [Token] = []
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  /// Deeper texts are left to the general decoder.
  private static let depthLimit = 64

  /// - Parameter bytes: valid UTF-8, for as long as the tokens are used.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count < Int(Int32.max) else { return nil }
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 12 + 4)
    guard value(depth: 0) else { return nil }
    skipSpace()
    guard place == bytes.count else { return nil }
  }

  private var byte: UInt8 { place < bytes.count ? bytes[place] : 0 }

  private mutating func skipSpace() {
    while byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
  }

  private mutating func take(_ expected: UInt8) -> Bool {
    skipSpace()
    guard byte == expected else { return false }
    place += 1
    return true
  }

  private mutating func value(depth: Int) -> Bool {
    skipSpace()
    switch byte {
    case UInt8(ascii: "\""): return string()
    case UInt8(ascii: "{"): return compound(.object, UInt8(ascii: "}"), depth)
    case UInt8(ascii: "["): return compound(.array, UInt8(ascii: "]"), depth)
    case UInt8(ascii: "t"): return word("true", .yes)
    case UInt8(ascii: "f"): return word("false", .no)
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  private mutating func add(_ shape: Shape, _ start: Int, _ end: Int) {
    tokens.append(Token(shape: shape, start: Int32(start), end: Int32(end), next: Int32(tokens.count + 1)))
  }

  private mutating func compound(_ shape: Shape, _ close: UInt8, _ depth: Int) -> Bool {
    guard depth < JSONTokens.depthLimit else { return false }
    let own = tokens.count
    add(shape, place, place)
    place += 1
    if !take(close) {
      repeat {
        if shape == .object {
          skipSpace()
          guard byte == UInt8(ascii: "\""), string(), tokens[tokens.count - 1].shape == .string else { return false }
          guard take(UInt8(ascii: ":")) else { return false }
        }
        guard value(depth: depth + 1) else { return false }
      } while take(UInt8(ascii: ","))
      guard take(close) else { return false }
    }
    tokens[own].end = Int32(place)
    tokens[own].next = Int32(tokens.count)
    return true
  }

  private mutating func string() -> Bool {
    place += 1
    let start = place
    var isEscaped = false
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        add(isEscaped ? .escapedString : .string, start, place)
        place += 1
        return true
      }
      guard byte >= 0x20 else { return false }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        place += 1
        // Four digits, or a fault, also in a field that nobody asks for.
        guard self.byte != UInt8(ascii: "u") || hasDigits(behind: place) else { return false }
      }
      place += 1
    }
    return false
  }

  private func hasDigits(behind place: Int) -> Bool {
    place + 4 < bytes.count && bytes[(place + 1)...(place + 4)].allSatisfy { isxdigit(Int32($0)) != 0 }
  }

  private mutating func word(_ text: StaticString, _ shape: Shape) -> Bool {
    let end = place + text.utf8CodeUnitCount
    guard end <= bytes.count else { return false }
    for index in 0..<text.utf8CodeUnitCount where bytes[place + index] != text.utf8Start[index] { return false }
    add(shape, place, end)
    place = end
    return true
  }

  private mutating func digits() -> Bool {
    let start = place
    while byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { place += 1 }
    return place > start
  }

  private mutating func number() -> Bool {
    let start = place
    if byte == UInt8(ascii: "-") { place += 1 }
    let isZero = byte == UInt8(ascii: "0")
    let first = place
    guard digits(), !isZero || place == first + 1 else { return false }
    if byte == UInt8(ascii: ".") {
      place += 1
      guard digits() else { return false }
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      place += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { place += 1 }
      guard digits() else { return false }
    }
    add(.number, start, place)
    return true
  }
}
