/// Recognises what a terminal sends that is no key we know: mouse reports, and answers to queries that may come late
/// and must not act as keys.
struct ControlSequence: Sendable {
  enum Outcome {
    case pass
    case swallowed
    case events([InputEvent])
  }

  private enum State: Sendable {
    case none, escape, parameters, string, stringEscape
  }

  /// The longest sequence or string that is waited for.
  private static let limit = 4096

  private var state = State.none
  private var parameters = ""
  private var length = 0

  mutating func take(_ scalar: Unicode.Scalar) -> Outcome {
    length += 1
    switch state {
    case .none:
      guard scalar.value == 0x1B else { return .pass }
      begin(.escape)
      return .swallowed
    case .escape: return afterEscape(scalar)
    case .parameters: return inParameters(scalar)
    case .string:
      if scalar.value == 0x1B {
        state = .stringEscape
      } else if scalar.value == 0x07 || length > Self.limit {
        state = .none
      }
      return .swallowed
    case .stringEscape:
      state = scalar == "\\" || length > Self.limit ? .none : .string
      return .swallowed
    }
  }

  /// At the end of a read an Esc or `Esc [` that nothing followed was typed; a longer piece waits for its rest.
  mutating func endRead() -> [InputEvent] {
    if state == .escape {
      state = .none
      return [.key(.escape)]
    }
    if state == .parameters, parameters.isEmpty {
      state = .none
      return [.key(.escape), .key(.character("["))]
    }
    return []
  }

  private mutating func begin(_ next: State) {
    state = next
    parameters = ""
    length = 0
  }

  private mutating func afterEscape(_ scalar: Unicode.Scalar) -> Outcome {
    switch scalar {
    case "[":
      begin(.parameters)
      return .swallowed
    case "]", "P", "_", "^":
      begin(.string)
      return .swallowed
    case "\u{1B}":
      return .events([.key(.escape)])
    default:
      // Esc and a key typed fast, or held back by a slow line, arrive together.
      state = .none
      return .events([.key(.escape)] + InputRun.events(from: [.scalar(scalar)]))
    }
  }

  private mutating func inParameters(_ scalar: Unicode.Scalar) -> Outcome {
    switch scalar.value {
    case 0x20...0x3F where length < Self.limit:
      parameters.unicodeScalars.append(scalar)
      return .swallowed
    case 0x40...0x7E:
      state = .none
      return mouse(final: scalar).map { .events([.mouse($0)]) } ?? .swallowed
    default:
      state = .none
      return .pass
    }
  }

  /// An SGR report: `< button ; column ; row`, with `M` for a press and `m` for a release.
  private func mouse(final: Unicode.Scalar) -> Mouse? {
    guard final == "M" || final == "m", parameters.hasPrefix("<") else { return nil }
    let numbers = parameters.dropFirst().split(separator: ";").map { Int($0) }
    guard numbers.count == 3, let code = numbers[0], let column = numbers[1], let row = numbers[2],
      column > 0, row > 0
    else { return nil }
    let position = Point(column: column - 1, row: row - 1)
    // Bits 2 to 4 are Shift, Meta and Control; bit 5 is a move, which we did not ask for.
    let buttons: [Int: Mouse.Button] = [0: .left, 1: .middle, 2: .right, 64: .wheelUp, 65: .wheelDown]
    guard code & 32 == 0, let button = buttons[code & ~0b11100] else { return nil }
    return Mouse(button: button, position: position, isPress: final == "M")
  }
}
