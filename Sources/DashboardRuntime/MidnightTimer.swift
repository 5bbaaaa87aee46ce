import Glibc
import StrategyModel

/// A descriptor that becomes readable when the next day begins in Asia/Tokyo, also after sleep or a changed clock.
final class MidnightTimer {
  let descriptor: Int32
  private static let secondsEast = 9 * 3600

  init() {
    descriptor = timerfd_create(CLOCK_REALTIME, Int32(TFD_NONBLOCK.rawValue) | Int32(TFD_CLOEXEC.rawValue))
    set()
  }

  deinit { close(descriptor) }

  /// Japan has had no summer time since 1951: nine hours east of UTC, without a time zone's file.
  static var today: CivilDate {
    let local = time(nil) + secondsEast
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    return CivilDate(dayNumber: day)
  }

  /// Takes the expiry in and sets the timer for the next midnight.
  func restart() -> CivilDate {
    var count: UInt64 = 0
    _ = read(descriptor, &count, 8)
    set()
    return MidnightTimer.today
  }

  private func set() {
    var value = itimerspec()
    value.it_value.tv_sec = MidnightTimer.today.adding(days: 1).dayNumber * 86_400 - MidnightTimer.secondsEast
    // TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET; the header's enumeration has them as 1 and 2.
    timerfd_settime(descriptor, 3, &value, nil)
  }
}
