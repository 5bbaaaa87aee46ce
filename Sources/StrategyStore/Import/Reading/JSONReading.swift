/// Reads JSON as RFC 8259 says it and no more: no duplicate keys, no comments, no NUL, no lone surrogates.
///
/// Foundation's reader keeps one of two equal keys silently and tells no place, so honbu has its own.
struct JSONReading {
  private let bytes: FileBytes
  private(set) var index = 0
  private var depth = 0
  /// Values that may still come in the record at hand.
  private var budget = ImportLimits.jsonValues

  init(_ text: DecodedText, at index: Int = 0) {
    bytes = text.bytes
    self.index = index
  }

  /// The next value of a JSON Lines file, each on a line of its own, as `read` takes it; `nil` at the end.
  mutating func nextLine<Value>(
    _ read: (inout JSONReading) throws(FormFault) -> Value
  ) throws(FormFault) -> Value? {
    skipSpace()
    guard index < bytes.count else { return nil }
    let value = try read(&self)
    while let byte = bytes[safe: index], byte == 0x20 || byte == 0x09 { index += 1 }
    guard index == bytes.count || bytes[index] == Byte.lineFeed || bytes[index] == Byte.carriageReturn else {
      throw fault(ImportWording.jsonTextAfterEnd)
    }
    return value
  }

  /// The byte that the next value begins with.
  mutating func nextByte() -> UInt8? {
    skipSpace()
    return bytes[safe: index]
  }

  /// A value that has a bounded size: one record.
  mutating func record() throws(FormFault) -> JSONNode {
    skipSpace()
    budget = ImportLimits.jsonValues
    let start = index
    do throws(FormFault) {
      let node = try value()
      guard node.range.count <= ImportLimits.lineBytes else {
        throw FormFault(offset: start, message: ImportWording.recordTooLong)
      }
      return node
    } catch {
      // A record that has no end is told where it begins.
      throw budget < 0 ? FormFault(offset: start, message: ImportWording.tooManyValues) : error
    }
  }

  private mutating func value() throws(FormFault) -> JSONNode {
    skipSpace()
    budget -= 1
    guard budget >= 0 else { throw fault(ImportWording.tooManyValues) }
    let start = index
    let value: JSONNode.Value
    switch bytes[safe: index] {
    case UInt8(ascii: "{"):
      var members: [JSONMember] = []
      try eachMember { reader, key, offset throws(FormFault) in
        members.append(JSONMember(key: key, offset: offset, node: try reader.value()))
      }
      value = .object(members)
    case UInt8(ascii: "["):
      var elements: [JSONNode] = []
      try eachElement { reader throws(FormFault) in elements.append(try reader.value()) }
      value = .array(elements)
    case Byte.quote: value = .string(try string())
    case UInt8(ascii: "t"): value = try word("true", .bool(true))
    case UInt8(ascii: "f"): value = try word("false", .bool(false))
    case UInt8(ascii: "n"): value = try word("null", .null)
    case nil: throw fault(ImportWording.jsonEndsEarly)
    case let byte? where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte): value = .number(try number())
    default: throw fault(ImportWording.jsonUnexpected)
    }
    return JSONNode(value: value, range: start..<index)
  }

  // MARK: Arrays and objects

  /// Goes through an array that begins here. What `element` reads is kept by nobody else.
  mutating func eachElement(_ element: (inout JSONReading) throws(FormFault) -> Void) throws(FormFault) {
    try nested { reader throws(FormFault) in
      reader.skipSpace()
      if reader.take("]") { return }
      while true {
        try element(&reader)
        reader.skipSpace()
        if reader.take("]") { return }
        try reader.expect(",")
      }
    }
  }

  /// Goes through an object that begins here; `member` reads the value, and is told where the key stands.
  mutating func eachMember(
    _ member: (inout JSONReading, _ key: String, _ offset: Int) throws(FormFault) -> Void
  ) throws(FormFault) {
    try nested { reader throws(FormFault) in
      var keys = SeenKeys()
      reader.skipSpace()
      if reader.take("}") { return }
      while true {
        reader.skipSpace()
        let offset = reader.index
        guard reader.bytes[safe: offset] == Byte.quote else { throw reader.fault(ImportWording.jsonKeyExpected) }
        let key = try reader.string()
        guard keys.insert(key) else {
          throw FormFault(offset: offset, message: ImportWording.jsonDuplicateKey(key))
        }
        guard keys.count <= ImportLimits.jsonValues else {
          throw FormFault(offset: offset, message: ImportWording.tooManyValues)
        }
        reader.skipSpace()
        try reader.expect(":")
        try member(&reader, key, offset)
        reader.skipSpace()
        if reader.take("}") { return }
        try reader.expect(",")
      }
    }
  }

  private mutating func nested(_ read: (inout JSONReading) throws(FormFault) -> Void) throws(FormFault) {
    depth += 1
    guard depth <= ImportLimits.jsonDepth else { throw fault(ImportWording.jsonTooDeep) }
    index += 1
    try read(&self)
    depth -= 1
  }

  // MARK: Words and numbers

  private mutating func word(_ word: String, _ value: JSONNode.Value) throws(FormFault) -> JSONNode.Value {
    guard bytes[index...].starts(with: word.utf8) else { throw fault(ImportWording.jsonUnexpected) }
    index += word.utf8.count
    return value
  }

  private mutating func number() throws(FormFault) -> String {
    let start = index
    _ = take("-")
    let leading = index
    guard digits() > 0 else { throw fault(ImportWording.jsonNumber) }
    guard bytes[leading] != UInt8(ascii: "0") || index == leading + 1 else {
      throw FormFault(offset: start, message: ImportWording.jsonNumber)
    }
    if take("."), digits() == 0 { throw fault(ImportWording.jsonNumber) }
    if take("e") || take("E") {
      _ = take("+") || take("-")
      guard digits() > 0 else { throw fault(ImportWording.jsonNumber) }
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() -> Int {
    let start = index
    while let byte = bytes[safe: index], (0x30...0x39).contains(byte) { index += 1 }
    return index - start
  }

  // MARK: Strings

  private mutating func string() throws(FormFault) -> String {
    let start = index
    index += 1
    var content: [UInt8] = []
    while true {
      let from = index
      let buffer = bytes.buffer
      while index < buffer.count, buffer[index] != Byte.quote, buffer[index] != Byte.backslash, buffer[index] >= 0x20 {
        index += 1
      }
      guard content.count + index - from <= ImportLimits.cellBytes else {
        throw FormFault(offset: start, message: ImportWording.cellTooLong)
      }
      // Most strings are written as they are.
      if content.isEmpty, bytes[safe: index] == Byte.quote {
        index += 1
        return String(decoding: bytes.part(from..<(index - 1)), as: UTF8.self)
      }
      content += bytes[from..<index]
      switch bytes[safe: index] {
      case Byte.quote:
        index += 1
        return String(decoding: content, as: UTF8.self)
      case Byte.backslash: content += try escape()
      case nil: throw FormFault(offset: start, message: ImportWording.jsonUnclosedString)
      default: throw fault(ImportWording.jsonControlCharacter)
      }
    }
  }

  private mutating func escape() throws(FormFault) -> [UInt8] {
    let start = index
    index += 2
    switch bytes[safe: index - 1] {
    case Byte.quote: return [Byte.quote]
    case Byte.backslash: return [Byte.backslash]
    case UInt8(ascii: "/"): return [UInt8(ascii: "/")]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): break
    default: throw FormFault(offset: start, message: ImportWording.jsonEscape)
    }
    var units = [try hexUnit(start)]
    if UTF16.isLeadSurrogate(units[0]), bytes[safe: index] == Byte.backslash, bytes[safe: index + 1] == 0x75 {
      index += 2
      units.append(try hexUnit(start))
    }
    guard units != [0] else { throw FormFault(offset: start, message: ImportWording.nul) }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw FormFault(offset: start, message: ImportWording.jsonEscape)
    }
    return Array(text.utf8)
  }

  private mutating func hexUnit(_ start: Int) throws(FormFault) -> UInt16 {
    let digits = bytes[min(index, bytes.count)..<min(index + 4, bytes.count)]
    guard digits.count == 4, digits.allSatisfy({ UInt8(ascii: "0") <= $0 && Character(UnicodeScalar($0)).isHexDigit }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw FormFault(offset: start, message: ImportWording.jsonEscape) }
    index += 4
    return unit
  }

  // MARK: Marks

  private mutating func skipSpace() {
    while let byte = bytes[safe: index], byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard bytes[safe: index] == UInt8(ascii: mark) else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ mark: Unicode.Scalar) throws(FormFault) {
    guard take(mark) else { throw fault(ImportWording.jsonExpected(String(mark))) }
  }

  private func fault(_ message: String) -> FormFault { FormFault(offset: index, message: message) }
}
