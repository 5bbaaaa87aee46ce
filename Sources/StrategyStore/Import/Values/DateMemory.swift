import StrategyModel

/// Reads dates, each spelling once.
struct DateMemory {
  private var known: [String: PartialDate?] = [:]

  subscript(text: String) -> PartialDate? {
    mutating get {
      if let date = known[text] { return date }
      let date = DateReading.partialDate(text)
      if known.count < 10_000 { known[text] = .some(date) }
      return date
    }
  }
}
