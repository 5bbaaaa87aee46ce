/// One thing read from a terminal before it has a meaning.
public enum RawInput: Hashable, Sendable {
  case byte(UInt8)
  /// A key that the terminal library recognised.
  case key(Key)
  case ended

  /// The bytes of a text, for scripts and tests.
  public static func bytes(_ text: String) -> [RawInput] {
    text.utf8.map { .byte($0) }
  }
}

/// Turns what was read into events.
public enum InputRun {
  /// The events of one read: one read of kana is one run, ASCII that comes in a burst stays separate keys.
  public static func events(from reading: [RawInput]) -> [InputEvent] {
    var decoder = InputDecoder()
    return decoder.events(from: reading)
  }
}

/// Turns reads into events and keeps what is unfinished between them: a paste, a control sequence, a character.
public struct InputDecoder: Sendable {
  /// The most bytes of a paste that are kept.
  public static let pasteLimit = 64 * 1024

  private var paste: Paste?
  private var sequence = ControlSequence()
  private var decoder = ScalarDecoder()
  private var run = ""

  public init() {}

  /// Whether what comes next belongs to a paste.
  public var isPasting: Bool { paste != nil }

  public mutating func events(from reading: [RawInput]) -> [InputEvent] {
    var events: [InputEvent] = []
    for input in reading { take(input, &events) }
    finish(&events)
    return events
  }

  /// Takes one thing of a read; `finish` ends the read.
  public mutating func take(_ input: RawInput, _ events: inout [InputEvent]) {
    switch input {
    case .byte(let byte) where isPasting: collect(byte, &events)
    case .byte(let byte): take(byte, &events)
    // Keys inside a paste are what the pasted text looks like to the terminal library.
    case .key where isPasting: break
    case .key(let key):
      finish(&events)
      events.append(.key(key))
    case .ended:
      finish(&events)
      paste = nil
      events.append(.ended)
    }
  }

  /// Ends a read: what nothing followed stands for itself.
  public mutating func finish(_ events: inout [InputEvent]) {
    endRun(&events)
    events += sequence.endRead().map(InputEvent.key)
  }

  private mutating func take(_ byte: UInt8, _ events: inout [InputEvent]) {
    switch sequence.take(byte) {
    case .pass:
      if let scalar = decoder.take(byte) { take(scalar, &events) }
    case .swallowed:
      endRun(&events)
    case .keys(let keys, andByte: let next):
      endRun(&events)
      events += keys.map(InputEvent.key)
      if let next, let scalar = decoder.take(next) { take(scalar, &events) }
    case .mouse(let mouse):
      endRun(&events)
      events.append(.mouse(mouse))
    case .pasteBegan:
      endRun(&events)
      paste = Paste()
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar, _ events: inout [InputEvent]) {
    if scalar.value >= 0xA0 {
      run.unicodeScalars.append(scalar)
    } else if let key = Self.key(for: scalar) {
      endRun(&events)
      events.append(.key(key))
    }
  }

  private mutating func collect(_ byte: UInt8, _ events: inout [InputEvent]) {
    guard let text = paste?.take(byte) else { return }
    paste = nil
    events.append(.paste(text))
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
