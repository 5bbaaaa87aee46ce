import CLinux
import Glibc
import StrategyModel

/// A descriptor that becomes readable at each full minute while the clock is shown; at rest it never does.
final class MinuteTimer {
  let descriptor: Int32
  private(set) var isRunning = false

  init() { descriptor = linux_timerfd() }

  deinit { close(descriptor) }

  /// - Returns: minutes since midnight in Asia/Tokyo.
  func start() -> Int {
    isRunning = true
    return set()
  }

  /// Takes the expiry in and sets the timer for the next minute.
  func restart() -> Int {
    var count: UInt64 = 0
    _ = read(descriptor, &count, 8)
    return set()
  }

  func stop() {
    isRunning = false
    _ = linux_set_timer(descriptor, 0)
  }

  private func set() -> Int {
    let now = time(nil)
    _ = linux_set_timer(descriptor, Int64((now / 60 + 1) * 60))
    let midnight = TokyoTime.unixTime(atMidnightOf: TokyoTime.day(atUnixTime: now))
    return (now - midnight) / 60
  }
}
