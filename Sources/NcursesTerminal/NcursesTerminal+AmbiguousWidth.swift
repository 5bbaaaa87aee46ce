import CNcurses
import Glibc
import TextUI

extension NcursesTerminal {
  /// Asks the terminal how wide it draws `─`, before ncurses starts.
  ///
  /// - Returns: `nil` when no answer came in time. An answer that comes later is swallowed by `readInput`.
  public static func queryAmbiguousWidth(timeoutMilliseconds: Int = 100) -> AmbiguousWidth? {
    queryAmbiguousWidth(input: STDIN_FILENO, output: STDOUT_FILENO, timeoutMilliseconds: timeoutMilliseconds)
  }

  static func queryAmbiguousWidth(input: Int32, output: Int32, timeoutMilliseconds: Int) -> AmbiguousWidth? {
    switch columns(of: ["─"], input: input, output: output, timeoutMilliseconds: timeoutMilliseconds).first {
    case 1: .narrow
    case 2: .wide
    default: nil
    }
  }

  /// Asks the terminal on the standard streams how many columns it gives to each of some texts of one or two.
  ///
  /// - Returns: fewer than asked for, or none, when an answer did not come in time.
  public static func columns(of texts: [String], timeoutMilliseconds: Int = 100) -> [Int] {
    columns(of: texts, input: STDIN_FILENO, output: STDOUT_FILENO, timeoutMilliseconds: timeoutMilliseconds)
  }

  static func columns(of texts: [String], input: Int32, output: Int32, timeoutMilliseconds: Int) -> [Int] {
    guard isatty(input) == 1, isatty(output) == 1 else { return [] }
    if let name = getenv("TERM"), strcmp(name, "dumb") == 0 { return [] }
    var before = termios()
    guard tcgetattr(input, &before) == 0 else { return [] }
    var modes = before
    cfmakeraw(&modes)
    guard tcsetattr(input, TCSANOW, &modes) == 0 else { return [] }
    defer { tcsetattr(input, TCSANOW, &before) }
    defer { send("\r  \r", to: output) }
    var answers: [Int] = []
    for text in texts {
      send("\r\(text)\u{1B}[6n", to: output)
      guard let column = answer(from: input, within: timeoutMilliseconds) else { break }
      answers.append(column - 1)
    }
    return answers
  }

  /// The column that a cursor report names; what else came in waits for the first read.
  private static func answer(from input: Int32, within timeoutMilliseconds: Int) -> Int? {
    var reply = CursorReport()
    let deadline = milliseconds() + timeoutMilliseconds
    while !reply.isComplete {
      var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
      let left = deadline - milliseconds()
      guard left > 0, poll(&waiting, 1, Int32(left)) > 0 else { break }
      var bytes = [UInt8](repeating: 0, count: 256)
      let count = read(input, &bytes, bytes.count)
      guard count > 0 else { break }
      for byte in bytes.prefix(count) { reply.take(byte) }
    }
    let typed = reply.typedAhead
    honbu_keep_typed_ahead(typed, typed.count)
    return reply.column
  }

  private static func send(_ text: String, to output: Int32) {
    text.withCString { _ = honbu_write(output, $0, strlen($0), 100) }
  }

  private static func milliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}

/// The answer to `ESC [ 6 n`, `ESC [ row ; column R`, among what the user typed meanwhile.
struct CursorReport {
  private(set) var column: Int?
  private var bytes: [UInt8] = []

  var isComplete: Bool { column != nil }
  /// What is not part of the answer, an unfinished one included: its rest will follow.
  var typedAhead: [UInt8] { bytes }

  mutating func take(_ byte: UInt8) {
    bytes.append(byte)
    guard byte == UInt8(ascii: "R"), column == nil, let start = bytes.lastIndex(of: 0x1B) else { return }
    let body = bytes[(start + 1)...].dropLast()
    guard body.first == UInt8(ascii: "[") else { return }
    let numbers = body.dropFirst().split(separator: UInt8(ascii: ";")).map {
      Int(String(decoding: $0, as: UTF8.self))
    }
    guard numbers.count == 2, numbers[0] != nil, let answered = numbers[1] else { return }
    column = answered
    bytes.removeSubrange(start...)
  }
}
