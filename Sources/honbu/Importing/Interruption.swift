import Glibc
import Synchronization

/// Ctrl-C, SIGTERM or a closed terminal during an import: it was not imported, and the exit status says so.
///
/// What a staged import has written until then no reader sees; the next writer sweeps it.
enum Interruption {
  enum Phase: Int {
    case reading, writing, written
  }

  private static let phase = Atomic<Int>(Phase.reading.rawValue)

  static func enter(_ phase: Phase) { Self.phase.store(phase.rawValue, ordering: .sequentiallyConsistent) }

  static func arm() {
    // Touched here, so that the handler finds the sentences made.
    _ = (untouched.utf8CodeUnitCount, uncertain.utf8CodeUnitCount)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // An import under nohup goes on.
      var found = sigaction()
      if sigaction(number, nil, &found) == 0, number == SIGHUP, isIgnored(found) { continue }
      signal(number) { number in Interruption.end(number) }
    }
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }

  /// Calls only what a signal handler may call.
  private static func end(_ number: Int32) {
    let phase = Self.phase.load(ordering: .sequentiallyConsistent)
    guard phase != Phase.written.rawValue else { _exit(128 + number) }
    let words = phase == Phase.writing.rawValue ? uncertain : untouched
    _ = Glibc.write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
    _exit(128 + number)
  }

  private static let untouched: StaticString = "\nhonbu: 中断しました。台帳は元のままです\n"
  private static let uncertain: StaticString = "\nhonbu: 書き込みの途中で中断しました。台帳は取り込みの前か後のどちらかです\n"
}
