import Glibc
import Snapshot

/// One line on standard error that overwrites itself; nothing where that is no terminal, or the work is short.
final class ProgressLine {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var last = ContinuousClock.now
  private var isShown = false

  func show(_ text: String) {
    let now = ContinuousClock.now
    guard isTerminal, now - start > .milliseconds(300), !isShown || now - last > .milliseconds(100) else { return }
    last = now
    isShown = true
    write("\r\u{1B}[K\(text)")
  }

  func clear() {
    guard isShown else { return }
    isShown = false
    write("\r\u{1B}[K")
  }

  private func write(_ text: String) {
    // A progress line that cannot be shown is no reason to stop an import.
    try? StandardOutput.write(text, to: STDERR_FILENO)
  }
}
