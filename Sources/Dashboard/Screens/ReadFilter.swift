import StrategyModel
import TextSearch

/// A filter's text as it is understood on a day, with its Latin words as readings.
///
/// Kept between messages: the parts of one frame ask for it a dozen times, and to read romaji takes longer than to draw.
struct ReadFilter: Equatable, Sendable {
  private(set) var text = ""
  private var today: CivilDate?
  private(set) var query: FilterQuery?
  /// `nil` when no word of it can be a reading.
  private(set) var withReadings: FilterQuery?

  init() {}

  init(_ text: String, today: CivilDate) {
    self.text = text
    self.today = today
    // A filter of the state is known to be valid; one that is not matches everything.
    query = text.isEmpty ? nil : try? FilterQuery(parsing: text, today: today)
    withReadings = query?.withReadings(nil)
  }

  func isOf(_ text: String, today: CivilDate) -> Bool { self.text == text && (self.today == today || text.isEmpty) }
}

extension AppState {
  /// Reads the place's filter anew where it is another than before.
  mutating func readFilterOnce() {
    if !readFilter.isOf(place.filter, today: settings.today) {
      readFilter = ReadFilter(place.filter, today: settings.today)
    }
  }
}
