import CLinux
import Glibc
import StrategyModel

/// A descriptor that becomes readable when the next day begins in Asia/Tokyo, also after sleep or a changed clock.
final class MidnightTimer {
  let descriptor: Int32

  init() {
    descriptor = linux_timerfd()
    set()
  }

  deinit { close(descriptor) }

  private static var today: CivilDate { TokyoTime.day(atUnixTime: time(nil)) }

  /// Takes the expiry in and sets the timer for the next midnight.
  func restart() -> CivilDate {
    var count: UInt64 = 0
    _ = read(descriptor, &count, 8)
    set()
    return MidnightTimer.today
  }

  private func set() {
    let tomorrow = MidnightTimer.today.adding(days: 1)
    _ = linux_set_timer(descriptor, Int64(TokyoTime.unixTime(atMidnightOf: tomorrow)))
  }
}
