import CLinux
import CNcurses
import Glibc
import Testing

/// Both ends of a pseudo terminal: the program draws on `terminal`, the test reads and types at `controller`.
final class PseudoTerminal {
  let terminal: Int32
  private let controller: Int32
  private var isOpen = true

  /// Neither end is inherited by a program that another test starts meanwhile: the line would not hang up.
  init(columns: UInt16, rows: UInt16) throws {
    var name = [CChar](repeating: 0, count: 64)
    controller = linux_open_terminal(&name, columns, rows)
    try #require(controller >= 0)
    terminal = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    try #require(terminal >= 0)
  }

  deinit {
    hangUp()
    close(terminal)
  }

  /// Until the line is down: a program that another test is starting holds its end until it has begun.
  func hangUp() {
    guard isOpen else { return }
    isOpen = false
    close(controller)
    var waiting = pollfd(fd: terminal, events: 0, revents: 0)
    poll(&waiting, 1, 1000)
  }

  func type(_ text: String) {
    text.withCString { _ = honbu_write(controller, $0, strlen($0), 1000) }
    waitForInput()
  }

  /// Until the line discipline has passed on what was typed.
  private func waitForInput() {
    var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    poll(&waiting, 1, 1000)
  }

  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
  }

  /// What was sent to the terminal since the last call. A write to a pseudo terminal can be read when it returns.
  func output() -> String {
    var all: [UInt8] = []
    var waiting = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    while poll(&waiting, 1, 0) > 0, waiting.revents & Int16(POLLIN) != 0 {
      var bytes = [UInt8](repeating: 0, count: 65536)
      let count = read(controller, &bytes, bytes.count)
      guard count > 0 else { break }
      all += bytes.prefix(count)
    }
    return String(decoding: all, as: UTF8.self)
  }

  /// The modes of the line discipline, as bytes to compare.
  var modes: [UInt32] {
    var modes = termios()
    tcgetattr(terminal, &modes)
    let controls = withUnsafeBytes(of: modes.c_cc) { $0.map(UInt32.init) }
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag] + controls
  }
}
