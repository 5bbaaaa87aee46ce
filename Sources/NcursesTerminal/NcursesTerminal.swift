import CNcurses
import Glibc
import TextUI

/// The terminal through ncurses. One at a time in a process, used from one thread.
public final class NcursesTerminal: TerminalDevice {
  public private(set) var size: Size
  public let inputDescriptor: Int32

  let outputDescriptor: Int32
  private let screen: OpaquePointer
  /// Input is read through a pad, because reading through a window refreshes it first.
  let inputPad: UnsafeMutablePointer<WINDOW>?
  var decoder = InputDecoder()
  var palette = ColorPairs()
  private(set) var isMouseOn: Bool
  var isCursorShown: Bool?
  private(set) var phase = Phase.active

  enum Phase {
    case active, suspended, restored
  }

  /// Opens the terminal that the program was started on.
  public convenience init(ambiguous: AmbiguousWidth, mouse: Bool) throws(TerminalError) {
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    var input = STDIN_FILENO
    if isatty(STDIN_FILENO) != 1 {
      input = open("/dev/tty", O_RDWR | O_CLOEXEC)
      guard input >= 0 else { throw .notATerminal }
    }
    try self.init(input: input, output: STDOUT_FILENO, ambiguous: ambiguous, mouse: mouse)
  }

  /// Opens a terminal by its descriptors.
  public init(input: Int32, output: Int32, ambiguous: AmbiguousWidth, mouse: Bool) throws(TerminalError) {
    if let encoding = honbu_use_utf8() { throw .unsupportedEncoding(String(cString: encoding)) }
    Self.layOut(by: ambiguous)
    honbu_remember_terminal(input, output)
    var opened: OpaquePointer?
    let result = honbu_open(input, output, &opened)
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    switch result {
    case HONBU_UNKNOWN_TERMINAL: throw .unknownTerminal(name)
    case HONBU_INCAPABLE_TERMINAL: throw .incapableTerminal(name)
    default: break
    }
    guard result == HONBU_OPENED, let opened else { throw .couldNotStart }

    screen = opened
    inputDescriptor = input
    outputDescriptor = output
    isMouseOn = mouse
    honbu_use_unblocked(output)
    raw()
    noecho()
    nonl()
    set_escdelay(25)
    typeahead(-1)
    inputPad = newpad(1, 1)
    nodelay(inputPad, true)
    keypad(inputPad, true)
    // Mouse reports are recognised by the decoder, in the one form that reaches beyond column 223.
    define_key(nil, KEY_MOUSE)
    palette.start()
    size = Size(columns: Int(getmaxx(honbu_screen_window())), rows: Int(getmaxy(honbu_screen_window())))
    honbu_arm_restore(Modes.off)
    write(raw: Modes.on(mouse: mouse))
  }

  /// ncurses asks our table, under the policy of the terminal that was opened last.
  private static func layOut(by ambiguous: AmbiguousWidth) {
    switch ambiguous {
    case .narrow: honbu_set_width_function { NcursesTerminal.cells($0, .narrow) }
    case .wide: honbu_set_width_function { NcursesTerminal.cells($0, .wide) }
    }
  }

  private static func cells(_ value: Int32, _ policy: WidthPolicy) -> Int32 {
    guard let scalar = Unicode.Scalar(UInt32(bitPattern: value)), SafeText.isSafe(scalar) else { return -1 }
    return Int32(policy.width(of: scalar))
  }

  public func setMouse(_ isOn: Bool) {
    guard isOn != isMouseOn else { return }
    isMouseOn = isOn
    if phase == .active { write(raw: isOn ? Modes.mouseOn : Modes.mouseOff) }
  }

  public func redrawAll() {
    clearok(honbu_current_screen(), true)
  }

  public func suspend() {
    guard phase == .active else { return }
    phase = .suspended
    honbu_disarm_restore()
    write(raw: Modes.off)
    endwin()
  }

  public func resume() {
    guard phase == .suspended else { return }
    phase = .active
    honbu_arm_restore(Modes.off)
    isCursorShown = nil
    redrawAll()
    doupdate()
    write(raw: Modes.on(mouse: isMouseOn))
  }

  public func restore() {
    guard phase != .restored else { return }
    let wasActive = phase == .active
    phase = .restored
    if wasActive {
      // Who leaves does not wait for a terminal that takes nothing.
      write(raw: Modes.off, patience: Self.farewell)
      honbu_hold_output(outputDescriptor)
      endwin()
      honbu_release_output_within(Self.farewell)
    }
    honbu_disarm_restore()
    delwin(inputPad)
    delscreen(screen)
    honbu_interrupt_by(-1)
    honbu_use_unblocked(-1)
    honbu_set_width_function(nil)
  }

  public func resized() -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    if honbu_terminal_size(outputDescriptor, &columns, &rows) {
      resizeterm(rows, columns)
      redrawAll()
    }
    size = Size(columns: Int(getmaxx(honbu_screen_window())), rows: Int(getmaxy(honbu_screen_window())))
    return size
  }

  /// Milliseconds for which a terminal may take nothing of what gives it back.
  private static let farewell: Int32 = 250

  public func beInterrupted(by descriptor: Int32) { honbu_interrupt_by(descriptor) }

  public func write(raw: String) { write(raw: raw, patience: -1) }

  private func write(raw: String, patience: Int32) {
    var raw = raw
    raw.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        if let base = characters.baseAddress { _ = honbu_write(outputDescriptor, base, characters.count, patience) }
      }
    }
  }
}
