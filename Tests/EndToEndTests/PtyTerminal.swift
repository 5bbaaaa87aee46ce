import CLinux
import Foundation
import TerminalModel
import TestSupport
import Testing

/// The built program on a pseudo terminal of its own session: its raw bytes, a screen of our own, and both ends in hand.
final class PtyTerminal {
  enum Stream {
    case terminal
    case closed
    case path(String)
  }

  let home: String
  private(set) var process: pid_t = 0
  var running: RunningProcess { RunningProcess(id: process) }
  /// All that the program wrote since the last `forget`.
  private(set) var raw: [UInt8] = []
  private(set) var screen: ShownScreen
  private var primary: Int32
  /// Kept open, so that the line discipline outlives the program.
  private let line: Int32
  private var status: Int32?
  /// Bytes that the program has read, at least, once it has what was typed last.
  private var mustHaveRead: Int?
  private var size: (columns: Int, rows: Int)

  /// - Parameters:
  ///   - before: shell commands to run first, such as `trap '' HUP`.
  ///   - program: a whole command in the place of the program.
  init(
    columns: Int = 100, rows: Int = 30, _ arguments: [String] = [], environment: [String: String] = [:],
    before: String = ":", program: String? = nil, streams: [Stream] = [.terminal, .terminal, .terminal]
  ) throws {
    home = FileManager.default.temporaryDirectory.path + "/honbu-pty-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    size = (columns, rows)
    screen = ShownScreen(columns: max(1, columns), rows: max(1, rows))
    var name = [CChar](repeating: 0, count: 64)
    primary = linux_open_terminal(&name, UInt16(columns), UInt16(rows))
    try #require(primary >= 0)
    let path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    line = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    try #require(line >= 0)

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens becomes the session's own.
    posix_spawn_file_actions_addopen(&actions, 9, path, O_RDWR, 0)
    for (number, stream) in zip(Int32(0)..., streams) {
      switch stream {
      case .terminal: posix_spawn_file_actions_adddup2(&actions, 9, number)
      case .path(let path): posix_spawn_file_actions_addopen(&actions, number, path, O_RDWR | O_CREAT, 0o600)
      case .closed: posix_spawn_file_actions_addclose(&actions, number)
      }
    }
    posix_spawn_file_actions_addclose(&actions, 9)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (all, none) = (sigset_t(), sigset_t())
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    // POSIX_SPAWN_SETSID, which Swift's Glibc module does not show.
    posix_spawnattr_setflags(&attributes, Int16(0x80 | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    var variables = [
      "HOME": home, "XDG_DATA_HOME": home + "/data", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
      "PATH": "/usr/bin:/bin", "USER": "tester",
    ]
    variables.merge(environment) { $1 }
    let command = program ?? "exec \"$0\" \"$@\""
    let words = ["/bin/sh", "-c", "cd '\(home)'; \(before); \(command)", TmuxTerminal.program] + arguments
    var argv: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var envp: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for case let pointer? in argv + envp { free(pointer) } }
    try #require(posix_spawn(&process, words[0], &actions, &attributes, &argv, &envp) == 0)
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
    hangUp()
    close(line)
    try? FileManager.default.removeItem(atPath: home)
  }

  // MARK: Doing

  func type(_ text: String) {
    var bytes = Array(text.utf8)[...]
    mustHaveRead = running.bytesRead.map { $0 + bytes.count }
    while !bytes.isEmpty {
      // The line takes four kilobytes; the program may write meanwhile, and would wait for us.
      var ready = pollfd(fd: primary, events: Int16(POLLIN | POLLOUT), revents: 0)
      guard poll(&ready, 1, 10_000) > 0 else {
        Issue.record("the terminal takes no input")
        return
      }
      if ready.revents & Int16(POLLIN) != 0 { _ = pump(0) }
      guard ready.revents & Int16(POLLOUT) != 0 else { continue }
      let count = bytes.withUnsafeBytes { write(primary, $0.baseAddress, min($0.count, 1024)) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Types without reading what the program writes meanwhile.
  ///
  /// - Returns: whether the line took it.
  func typeBlindly(_ text: String) -> Bool {
    var ready = pollfd(fd: primary, events: Int16(POLLOUT), revents: 0)
    guard poll(&ready, 1, 20) > 0 else { return false }
    let bytes = Array(text.utf8)
    return write(primary, bytes, bytes.count) == bytes.count
  }

  func resize(columns: Int, rows: Int) {
    var area = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    size = (columns, rows)
    blank()
    _ = ioctl(primary, UInt(TIOCSWINSZ), &area)
  }

  /// The window is closed.
  func hangUp() {
    if primary >= 0 { close(primary) }
    primary = -1
  }

  func send(_ signal: Int32) { kill(process, signal) }

  func forget() { raw = [] }

  /// The window shows nothing until something is drawn.
  func blank() { screen = ShownScreen(columns: max(1, size.columns), rows: max(1, size.rows)) }

  // MARK: Looking

  /// Takes in what is written within some time; ends early once nothing comes any more.
  ///
  /// - Returns: whether anything came.
  @discardableResult
  func pump(_ milliseconds: Int32 = 20) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var hasCome = false
    var waiting = pollfd(fd: primary, events: Int16(POLLIN), revents: 0)
    while poll(&waiting, 1, hasCome ? 0 : milliseconds) > 0 {
      let count = read(primary, &buffer, buffer.count)
      guard count > 0 else { return hasCome }
      raw += buffer[..<count]
      screen.take(buffer[..<count])
      hasCome = true
    }
    return hasCome
  }

  func wait(
    _ what: String, within limit: Duration = Patience.limit, sourceLocation: SourceLocation = #_sourceLocation,
    until isReached: (ShownScreen) -> Bool
  ) throws {
    let end = ContinuousClock.now + limit
    while !isReached(screen) {
      guard ContinuousClock.now < end, status == nil else {
        Issue.record("never: \(what)\n\(screen.lines.joined(separator: "\n"))", sourceLocation: sourceLocation)
        throw TmuxTerminal.NeverReached(what: what)
      }
      if !pump(), hasEnded(within: .zero), !pump(0) { continue }
    }
  }

  func waitFor(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait(text, sourceLocation: sourceLocation) { $0.contains(text) }
  }

  /// Until the program waits for something, has written nothing for a while, and what came ends with a whole character.
  ///
  /// What was typed may still be on its way through the line, of which the program knows nothing yet.
  func settle() {
    let end = ContinuousClock.now + Patience.limit
    var quiet = 0
    while quiet < (hasReadAll ? 3 : 25), ContinuousClock.now < end {
      quiet = pump(20) || endsWithinCharacter || running.isBusy ? 0 : quiet + 1
    }
  }

  private var hasReadAll: Bool {
    guard let mustHaveRead, let read = running.bytesRead else { return true }
    return read >= mustHaveRead
  }

  /// The line takes a frame in pieces, which end where they are full.
  private var endsWithinCharacter: Bool {
    let tail = raw.suffix(4)
    guard let lead = tail.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return false }
    let length = tail[lead] >= 0xF0 ? 4 : tail[lead] >= 0xE0 ? 3 : tail[lead] >= 0xC0 ? 2 : 1
    return tail.endIndex - lead < length
  }

  /// Waits for the end, but not longer than this; what is written meanwhile is taken in.
  func hasEnded(within limit: Duration = Patience.limit) -> Bool {
    let end = ContinuousClock.now + limit
    while status == nil {
      var found: Int32 = 0
      if waitpid(process, &found, WNOHANG) == process { status = found }
      if status != nil || ContinuousClock.now >= end { break }
      if primary >= 0 { pump(2) } else { poll(nil, 0, 1) }
    }
    if primary >= 0, status != nil { pump(0) }
    return status != nil
  }

  /// Waits for the end without reading what the program writes.
  func endsUnread(within limit: Duration = Patience.limit) -> Bool {
    let end = ContinuousClock.now + limit
    var found: Int32 = 0
    while status == nil, ContinuousClock.now < end {
      if waitpid(process, &found, WNOHANG) == process { status = found } else { poll(nil, 0, 2) }
    }
    return status != nil
  }

  /// As a shell's `$?`: 128 + n for a signal; `nil` while it runs.
  var exitStatus: Int32? { status.map { $0 & 0x7F == 0 ? ($0 >> 8) & 0xFF : 128 + ($0 & 0x7F) } }

  /// The modes of the line discipline, as numbers to compare.
  var modes: [UInt32] {
    var modes = termios()
    tcgetattr(line, &modes)
    let controls = withUnsafeBytes(of: modes.c_cc) { $0.map(UInt32.init) }
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag] + controls
  }

  /// The line takes nothing more until somebody reads.
  ///
  /// Once it was full the kernel may make some room by itself, and wakes nobody for it: then the program still waits, and
  /// leaves keys unread.
  var isFull: Bool {
    var room = pollfd(fd: line, events: Int16(POLLOUT), revents: 0)
    var unread: Int32 = 0
    _ = ioctl(line, UInt(FIONREAD), &unread)
    return poll(&room, 1, 0) == 0 || unread > 2 && !running.isBusy
  }
}
