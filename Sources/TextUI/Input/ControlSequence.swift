/// Recognises control sequences that are no key the terminal library knows: mouse reports, keys of other terminals,
/// and answers to queries, which may come late and must not act as keys.
struct ControlSequence: Sendable {
  enum Outcome {
    case pass
    case swallowed
    /// Keys, and a byte after them that is still to be read.
    case keys([Key], andByte: UInt8?)
    case mouse(Mouse)
    case pasteBegan
  }

  private enum State: Sendable {
    case none, escape, single, parameters, oldMouse, string, stringEscape
  }

  /// The longest sequence or string that is waited for.
  private static let limit = 4096
  private static let escapeByte: UInt8 = 0x1B

  private var state = State.none
  private var parameters: [UInt8] = []
  private var length = 0
  /// What followed the Esc.
  private var introducer: UInt8 = 0

  mutating func take(_ byte: UInt8) -> Outcome {
    length += 1
    switch state {
    case .none:
      guard byte == Self.escapeByte else { return .pass }
      begin(.escape)
      return .swallowed
    case .escape: return afterEscape(byte)
    case .single:
      state = .none
      if let key = Self.finalKeys[byte] { return .keys([key], andByte: nil) }
      return .keys([.escape, .character("O")], andByte: byte)
    case .parameters: return inParameters(byte)
    case .oldMouse, .string, .stringEscape:
      // A control character is a key: a sequence that never ends must not eat Ctrl-C.
      if byte < 0x20, byte != Self.escapeByte, byte != 0x07 {
        state = .none
        return .pass
      }
      return inString(byte)
    }
  }

  private mutating func inString(_ byte: UInt8) -> Outcome {
    switch state {
    case .oldMouse:
      parameters.append(byte)
      guard parameters.count == 3 else { return .swallowed }
      state = .none
      return oldMouse().map { .mouse($0) } ?? .swallowed
    case .string:
      if byte == Self.escapeByte {
        state = .stringEscape
      } else if byte == 0x07 || length > Self.limit {
        state = .none
      }
      return .swallowed
    default:
      state = byte == UInt8(ascii: "\\") || length > Self.limit ? .none : .string
      return .swallowed
    }
  }

  /// At the end of a read, what nothing followed was typed; a longer piece waits for its rest.
  mutating func endRead() -> [Key] {
    switch state {
    case .escape:
      state = .none
      return [.escape]
    case .single:
      state = .none
      return [.escape, .character("O")]
    case .parameters where parameters.isEmpty, .string where length == 0:
      state = .none
      return [.escape, .character(Character(Unicode.Scalar(introducer)))]
    default:
      return []
    }
  }

  private mutating func begin(_ next: State) {
    state = next
    parameters = []
    length = 0
  }

  private mutating func afterEscape(_ byte: UInt8) -> Outcome {
    introducer = byte
    switch byte {
    case UInt8(ascii: "["): begin(.parameters)
    case UInt8(ascii: "O"): begin(.single)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"): begin(.string)
    case Self.escapeByte: return .keys([.escape], andByte: nil)
    default:
      // Esc and a key typed fast, or held back by a slow line, arrive together.
      state = .none
      return .keys([.escape], andByte: byte)
    }
    return .swallowed
  }

  private mutating func inParameters(_ byte: UInt8) -> Outcome {
    switch byte {
    case 0x20...0x3F where length < Self.limit:
      parameters.append(byte)
      return .swallowed
    case UInt8(ascii: "M") where parameters.isEmpty:
      begin(.oldMouse)
      return .swallowed
    case 0x40...0x7E:
      state = .none
      return meaning(of: byte)
    case Self.escapeByte:
      begin(.escape)
      return .swallowed
    default:
      state = .none
      return .pass
    }
  }

  private func meaning(of final: UInt8) -> Outcome {
    if let mouse = mouse(final: final) { return .mouse(mouse) }
    let text = String(decoding: parameters, as: UTF8.self)
    if final == UInt8(ascii: "~") {
      if text == "200" { return .pasteBegan }
      return Self.numberedKeys[text].map { .keys([$0], andByte: nil) } ?? .swallowed
    }
    guard parameters.isEmpty, let key = Self.finalKeys[final] else { return .swallowed }
    return .keys([key], andByte: nil)
  }

  private static let finalKeys: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
    UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "Z"): .backTab, UInt8(ascii: "M"): .enter,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3),
    UInt8(ascii: "S"): .function(4),
  ]

  private static let numberedKeys: [String: Key] = [
    "1": .home, "2": .insert, "3": .delete, "4": .end, "5": .pageUp, "6": .pageDown, "7": .home, "8": .end,
    "11": .function(1), "12": .function(2), "13": .function(3), "14": .function(4), "15": .function(5),
    "17": .function(6), "18": .function(7), "19": .function(8), "20": .function(9), "21": .function(10),
    "23": .function(11), "24": .function(12),
  ]

  /// An SGR report: `< button ; column ; row`, with `M` for a press and `m` for a release.
  private func mouse(final: UInt8) -> Mouse? {
    guard final == UInt8(ascii: "M") || final == UInt8(ascii: "m"), parameters.first == UInt8(ascii: "<")
    else { return nil }
    let numbers = parameters.dropFirst().split(separator: UInt8(ascii: ";"))
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 3, let code = numbers[0], let column = numbers[1], let row = numbers[2] else { return nil }
    return Self.mouse(code, column: column, row: row, isPress: final == UInt8(ascii: "M"))
  }

  /// A report of terminals without SGR: three bytes, each 32 more than its number; 3 means some button released.
  private func oldMouse() -> Mouse? {
    let numbers = parameters.map { Int($0) - 32 }
    let isRelease = numbers[0] & 0b1000011 == 3
    return Self.mouse(
      isRelease ? numbers[0] & ~3 : numbers[0], column: numbers[1], row: numbers[2], isPress: !isRelease)
  }

  private static func mouse(_ code: Int, column: Int, row: Int, isPress: Bool) -> Mouse? {
    // Bits 2 to 4 are Shift, Meta and Control; bit 5 is a move, which we did not ask for.
    let buttons: [Int: Mouse.Button] = [0: .left, 1: .middle, 2: .right, 64: .wheelUp, 65: .wheelDown]
    guard column > 0, row > 0, code & 32 == 0, let button = buttons[code & ~0b11100] else { return nil }
    return Mouse(button: button, position: Point(column: column - 1, row: row - 1), isPress: isPress)
  }
}
