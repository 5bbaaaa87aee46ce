import StrategyModel

/// Writes canonical JSON field by field, byte by byte what ``CanonicalJSON`` takes from the general encoder.
///
/// For the kinds of record that come by the hundred thousand: it costs a twentieth. Callers name the fields in order.
struct CanonicalWriter: ~Copyable {
  /// What is written to; the body stands at its end.
  var room = ByteRoom()
  /// Where the body begins.
  private var start = 0
  /// A number that JSON has no form for was met; the general encoder says so as an error.
  private(set) var isUnwritable = false
  /// SQLite's text ends at a NUL.
  private(set) var holdsNUL = false

  /// The last body. Valid until the next change.
  var bytes: UnsafeBufferPointer<UInt8> { room.part(from: start) }

  mutating func beginBody() {
    start = room.count
    isUnwritable = false
    holdsNUL = false
  }

  mutating func replace(with body: [UInt8], holdsNUL: Bool) {
    room.cut(to: start)
    body.withUnsafeBufferPointer { room.append($0) }
    isUnwritable = false
    self.holdsNUL = holdsNUL
  }

  mutating func begin() { room.append(UInt8(ascii: "{")) }

  mutating func end() { room.append(UInt8(ascii: "}")) }

  mutating func key(_ name: StaticString) { room.append(key: name) }

  mutating func field(_ name: StaticString, _ text: String) {
    key(name)
    string(text)
  }

  mutating func field(_ name: StaticString, ifAny text: String?) {
    if let text { field(name, text) }
  }

  mutating func field(_ name: StaticString, _ flag: Bool) {
    key(name)
    room.append(flag ? "true" as StaticString : "false")
  }

  mutating func field(_ name: StaticString, _ number: Int) {
    key(name)
    room.append(decimal: number)
  }

  mutating func field(_ name: StaticString, ifAny number: Double?) {
    guard let number else { return }
    key(name)
    double(number)
  }

  mutating func field(_ name: StaticString, ifAny date: PartialDate?) {
    if let date { field(name, date.code) }
  }

  mutating func field(_ name: StaticString, _ day: CivilDate) {
    field(name, day.iso)
  }

  mutating func list<Element>(
    _ name: StaticString, _ elements: [Element], _ write: (inout CanonicalWriter, Element) -> Void
  ) {
    key(name)
    room.append(UInt8(ascii: "["))
    for (place, element) in elements.enumerated() {
      if place > 0 { room.append(UInt8(ascii: ",")) }
      write(&self, element)
    }
    room.append(UInt8(ascii: "]"))
  }

  mutating func string(_ text: String) {
    room.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      if CanonicalWriter.isPlain(bytes) { room.append(bytes) } else { escaped(bytes) }
    }
    room.append(UInt8(ascii: "\""))
  }

  /// Whether no character has to be escaped, looked at eight bytes at a time.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let bytes = UnsafeRawBufferPointer(text)
    var place = 0
    var found: UInt64 = 0
    guard bytes.count >= 8 else { return bytes.allSatisfy { !isEscaped($0) } }
    while place < bytes.count {
      // The last eight bytes may be some of those before them.
      let word = bytes.loadUnaligned(fromByteOffset: min(place, bytes.count - 8), as: UInt64.self)
      let quote = word ^ (ones &* 0x22)
      let slash = word ^ (ones &* 0x5C)
      // The high bit of each byte that is below 0x20, or that is the character itself.
      found |= (word &- ones &* 0x20) & ~word | (quote &- ones) & ~quote | (slash &- ones) & ~slash
      place += 8
    }
    return found & (ones &* 0x80) == 0
  }

  private static func isEscaped(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C }

  private mutating func escaped(_ text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      if CanonicalWriter.isEscaped(byte) { escape(byte) } else { room.append(byte) }
    }
  }

  private mutating func escape(_ byte: UInt8) {
    room.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x22, 0x5C: room.append(byte)
    case 0x08: room.append(UInt8(ascii: "b"))
    case 0x09: room.append(UInt8(ascii: "t"))
    case 0x0A: room.append(UInt8(ascii: "n"))
    case 0x0C: room.append(UInt8(ascii: "f"))
    case 0x0D: room.append(UInt8(ascii: "r"))
    default:
      if byte == 0 { holdsNUL = true }
      room.append("u00" as StaticString)
      room.append(UInt8(ascii: "0") + byte >> 4)
      room.append(byte & 0xF < 10 ? UInt8(ascii: "0") + byte & 0xF : UInt8(ascii: "a") - 10 + byte & 0xF)
    }
  }

  private mutating func double(_ number: Double) {
    if !number.isFinite { isUnwritable = true }
    // Within what a Double counts exactly, a whole number is written as one.
    if let whole = Int(exactly: number), whole.magnitude < 1 << 53, whole != 0 || number.sign == .plus {
      return room.append(decimal: whole)
    }
    let text = number.description
    room.append(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }
}
