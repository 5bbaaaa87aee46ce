import CLinux
import Glibc
import StrategyModel

/// A descriptor that becomes readable when the next day begins in Asia/Tokyo, also after sleep or a changed clock.
final class MidnightTimer {
  let descriptor: Int32
  private static let secondsEast = 9 * 3600

  init() {
    descriptor = linux_timerfd()
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
    let tomorrow = MidnightTimer.today.adding(days: 1)
    _ = linux_set_timer(descriptor, Int64(tomorrow.dayNumber * 86_400 - MidnightTimer.secondsEast))
  }
}
