import CLinux
import Glibc
import TerminalModel

struct BenchFailure: Error, CustomStringConvertible {
  var description: String
}

/// The program on a pseudo terminal, with the time at which its bytes came.
final class PtyProgram {
  /// POSIX_SPAWN_SETSID, which Swift's Glibc module does not show: the terminal becomes the session's own.
  private static let setSession: Int16 = 0x80
  private let primary: Int32
  private var buffer = [UInt8](repeating: 0, count: 65_536)
  private(set) var process: pid_t = 0
  private(set) var screen: ShownScreen

  /// Nanoseconds of a clock that only goes forward.
  static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  init(_ program: String, _ arguments: [String], environment: [String], columns: UInt16, rows: UInt16) throws {
    var path = [CChar](repeating: 0, count: 64)
    primary = linux_open_terminal(&path, columns, rows)
    screen = ShownScreen(columns: Int(columns), rows: Int(rows))
    guard primary >= 0 else { throw BenchFailure(description: "no pseudo terminal") }
    let name = String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setflags(&attributes, Self.setSession)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    let status = withCStrings([program] + arguments) { argv in
      withCStrings(environment) { posix_spawn(&process, program, &actions, &attributes, argv, $0) }
    }
    guard status == 0 else { throw BenchFailure(description: "\(program) could not be started") }
  }

  deinit {
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(primary)
  }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(primary, bytes, bytes.count)
  }

  /// Reads until nothing has come for a while and the screen is as wanted.
  ///
  /// - Parameters:
  ///   - milliseconds: how long nothing may come, once something came.
  ///   - isSettled: asked once nothing comes; while it is not so, reading goes on.
  /// - Returns: when the first and the last byte came, and how many came; `nil` when none did.
  func settle(
    quiet milliseconds: Int32 = 40, atMost limit: Int32 = 60_000, until isSettled: (ShownScreen) -> Bool = { _ in true }
  ) throws -> (first: UInt64, time: UInt64, bytes: Int)? {
    let end = PtyProgram.now + UInt64(limit) * 1_000_000
    var (first, last): (UInt64?, UInt64?)
    var count = 0
    // A busy machine may let a key wait.
    var patience = max(milliseconds, PtyProgram.firstByte)
    while true {
      var came: [UInt8] = []
      while let bytes = readSome(patience) {
        patience = milliseconds
        last = PtyProgram.now
        first = first ?? last
        came += bytes
      }
      // Only now, so that reading is never late for the next byte.
      screen.take(came)
      count += came.count
      if isSettled(screen) { return first.flatMap { first in last.map { (first, $0, count) } } }
      guard PtyProgram.now < end else {
        throw BenchFailure(description: "never settled:\n\(screen.lines.joined(separator: "\n"))")
      }
    }
  }

  /// Takes what comes within a time: the next key is not answered by it.
  func take(for milliseconds: Int32) {
    let end = PtyProgram.now + UInt64(milliseconds) * 1_000_000
    while true {
      let now = PtyProgram.now
      guard now < end else { return }
      if let bytes = readSome(Int32((end - now) / 1_000_000) + 1) { screen.take(bytes) }
    }
  }

  /// Milliseconds after which a key is taken to bring nothing.
  private static let firstByte: Int32 = 400

  /// KiB that were resident at most.
  var peakMemory: Int {
    guard let file = fopen("/proc/\(process)/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, 256, file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      if text.hasPrefix("VmHWM:") { return Int(text.filter(\.isNumber)) ?? 0 }
    }
    return 0
  }

  /// - Returns: `nil` when nothing came in time, or the program is gone.
  private func readSome(_ milliseconds: Int32) -> ArraySlice<UInt8>? {
    var descriptor = pollfd(fd: primary, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, milliseconds) > 0 else { return nil }
    let count = read(primary, &buffer, buffer.count)
    return count > 0 ? buffer[..<count] : nil
  }
}

/// A null-ended array of C strings for the length of a call.
func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
  defer { pointers.forEach { free($0) } }
  return pointers.withUnsafeMutableBufferPointer { buffer in
    guard let base = buffer.baseAddress else { preconditionFailure("the array ends in nil, so it is never empty") }
    return body(base)
  }
}
