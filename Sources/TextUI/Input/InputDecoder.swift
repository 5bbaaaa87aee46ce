/// One thing read from a terminal before it has a meaning.
public enum RawInput: Hashable, Sendable {
  case scalar(Unicode.Scalar)
  /// A key that the terminal library recognised.
  case key(Key)
  case pasteBegan
  case pasteEnded
  case ended
}

/// Turns what was read into events.
public enum InputRun {
  /// The events of one read: one read of kana is one run, ASCII that comes in a burst stays separate keys.
  public static func events(from reading: [RawInput]) -> [InputEvent] {
    var decoder = InputDecoder()
    return decoder.events(from: reading) + decoder.flush()
  }
}

/// Turns reads into events and keeps what is unfinished between them: a paste, a control sequence.
public struct InputDecoder: Sendable {
  /// The most bytes of a paste that are kept.
  public static let pasteLimit = 64 * 1024

  private var paste: String?
  private var run = ""
  private var sequence = ControlSequence()

  public init() {}

  public mutating func events(from reading: [RawInput]) -> [InputEvent] {
    var events: [InputEvent] = []
    for input in reading {
      if paste != nil {
        collect(input, &events)
      } else {
        decode(input, &events)
      }
    }
    endRun(&events)
    events += sequence.endRead()
    return events
  }

  /// Gives up waiting for the rest of a sequence.
  mutating func flush() -> [InputEvent] {
    sequence = ControlSequence()
    guard let pasted = paste else { return [] }
    paste = nil
    return [.paste(pasted)]
  }

  private mutating func decode(_ input: RawInput, _ events: inout [InputEvent]) {
    if case .scalar(let scalar) = input {
      switch sequence.take(scalar) {
      case .pass: break
      case .swallowed:
        endRun(&events)
        return
      case .events(let done):
        endRun(&events)
        events += done
        return
      }
      if scalar.value >= 0xA0 {
        run.unicodeScalars.append(scalar)
      } else if let key = Self.key(for: scalar) {
        endRun(&events)
        events.append(.key(key))
      }
      return
    }
    endRun(&events)
    events += sequence.endRead()
    switch input {
    case .key(let key): events.append(.key(key))
    case .pasteBegan: paste = ""
    case .ended: events.append(.ended)
    case .pasteEnded, .scalar: break
    }
  }

  private mutating func collect(_ input: RawInput, _ events: inout [InputEvent]) {
    switch input {
    case .scalar(let scalar):
      let size = paste?.utf8.count ?? 0
      if size + UTF8.width(scalar) <= Self.pasteLimit { paste?.unicodeScalars.append(scalar) }
    case .key(.enter): paste?.append("\n")
    case .key(.tab): paste?.append("\t")
    case .key, .pasteBegan: break
    case .pasteEnded:
      events.append(.paste(paste ?? ""))
      paste = nil
    case .ended:
      paste = nil
      events.append(.ended)
    }
  }

  private mutating func endRun(_ events: inout [InputEvent]) {
    guard !run.isEmpty else { return }
    events.append(.text(run))
    run = ""
  }

  /// The key of an ASCII or C1 scalar; C1 has none.
  private static func key(for scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x08, 0x7F: .backspace
    case 0x1B: .escape
    case 0x00: .control(" ")
    case 0x01...0x1A: Unicode.Scalar(scalar.value + 0x60).map { .control(Character($0)) }
    case 0x1C...0x1F: Unicode.Scalar(scalar.value + 0x40).map { .control(Character($0)) }
    case 0x20...0x7E: .character(Character(scalar))
    default: nil
    }
  }
}
