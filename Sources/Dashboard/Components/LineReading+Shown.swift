import StrategyModel

extension LineReading {
  /// The expected value to as many places as the KPI's own numbers have, and to more only where it would look like what
  /// was measured.
  func shown(baseline: Double?, measured: Double?) -> Double {
    let own = [baseline, target.value, measured].compactMap { $0 }
    var scale = 1.0
    while scale < 10_000 {
      let value = (expected * scale).rounded() / scale
      if own.allSatisfy({ $0 * scale == ($0 * scale).rounded() }), value != measured || expected == measured {
        return value
      }
      scale *= 10
    }
    return expected
  }
}
