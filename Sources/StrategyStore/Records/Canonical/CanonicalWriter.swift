import StrategyModel

/// Writes canonical JSON field by field, byte by byte what ``CanonicalJSON`` takes from the general encoder.
///
/// For the kinds of record that come by the hundred thousand: it costs a twentieth. Callers name the fields in order.
struct CanonicalWriter {
  private(set) var bytes: [UInt8] = []
  /// A number that JSON has no form for was met; the general encoder says so as an error.
  private(set) var isUnwritable = false
  /// SQLite's text ends at a NUL.
  private(set) var holdsNUL = false

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    isUnwritable = false
    holdsNUL = false
  }

  mutating func replace(with body: [UInt8], holdsNUL: Bool) {
    bytes = body
    isUnwritable = false
    self.holdsNUL = holdsNUL
  }

  mutating func begin() { bytes.append(UInt8(ascii: "{")) }

  mutating func end() { bytes.append(UInt8(ascii: "}")) }

  mutating func key(_ name: StaticString) {
    if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  mutating func field(_ name: StaticString, _ text: String) {
    key(name)
    string(text)
  }

  mutating func field(_ name: StaticString, ifAny text: String?) {
    if let text { field(name, text) }
  }

  mutating func field(_ name: StaticString, _ flag: Bool) {
    key(name)
    raw(flag ? "true" : "false")
  }

  mutating func field(_ name: StaticString, _ number: Int) {
    key(name)
    integer(number)
  }

  mutating func field(_ name: StaticString, ifAny number: Double?) {
    guard let number else { return }
    key(name)
    double(number)
  }

  mutating func field(_ name: StaticString, ifAny date: PartialDate?) {
    guard let date else { return }
    key(name)
    if case .day(let day) = date { self.date(day) } else { string(date.code) }
  }

  mutating func field(_ name: StaticString, _ day: CivilDate) {
    key(name)
    date(day)
  }

  mutating func list<Element>(
    _ name: StaticString, _ elements: [Element], _ write: (inout CanonicalWriter, Element) -> Void
  ) {
    key(name)
    bytes.append(UInt8(ascii: "["))
    for (place, element) in elements.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      write(&self, element)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func raw(_ text: StaticString) { text.withUTF8Buffer { bytes.append(contentsOf: $0) } }

  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { escaped($0) }
    if done == nil { Array(text.utf8).withUnsafeBufferPointer { escaped($0) } }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for (place, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
      bytes.append(contentsOf: text[start..<place])
      start = place + 1
      escape(byte)
    }
    bytes.append(contentsOf: text[start...])
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      if byte == 0 { holdsNUL = true }
      raw("u00")
      bytes.append(UInt8(ascii: "0") + byte >> 4)
      bytes.append(byte & 0xF < 10 ? UInt8(ascii: "0") + byte & 0xF : UInt8(ascii: "a") - 10 + byte & 0xF)
    }
  }

  private mutating func integer(_ number: Int) {
    if (0...9).contains(number) {
      bytes.append(UInt8(ascii: "0") + UInt8(number))
    } else {
      bytes.append(contentsOf: String(number).utf8)
    }
  }

  private mutating func double(_ number: Double) {
    if !number.isFinite { isUnwritable = true }
    // Within what a Double counts exactly, a whole number is written as one.
    if let whole = Int(exactly: number), whole.magnitude < 1 << 53, whole != 0 || number.sign == .plus {
      return integer(whole)
    }
    let text = number.description
    bytes.append(contentsOf: text.hasSuffix(".0") ? text.utf8.dropLast(2) : text.utf8[...])
  }

  private mutating func date(_ day: CivilDate) {
    bytes.append(UInt8(ascii: "\""))
    digits(day.year, 4)
    bytes.append(UInt8(ascii: "-"))
    digits(day.month, 2)
    bytes.append(UInt8(ascii: "-"))
    digits(day.day, 2)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func digits(_ number: Int, _ count: Int) {
    var divisor = count == 4 ? 1000 : 10
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }
}
