import CNcurses
import Glibc
import Testing

/// Both ends of a pseudo terminal: the program draws on `terminal`, the test reads and types at `controller`.
final class PseudoTerminal {
  let terminal: Int32
  private let controller: Int32
  private var isOpen = true

  init(columns: Int32, rows: Int32) throws {
    var controller: Int32 = -1
    var terminal: Int32 = -1
    try #require(honbu_open_pty(&controller, &terminal, columns, rows) == 0)
    self.controller = controller
    self.terminal = terminal
  }

  deinit {
    hangUp()
    close(terminal)
  }

  func hangUp() {
    if isOpen { close(controller) }
    isOpen = false
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
