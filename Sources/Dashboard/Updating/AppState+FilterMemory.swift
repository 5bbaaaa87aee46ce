import TextSearch
import TextUI

/// Filters that were used before.
extension AppState {
  mutating func take(_ memory: FilterMemory) {
    // What stood first in an empty list stands last in a full one.
    if filterMemory.saved.isEmpty, overlay?.kind == .savedFilters { overlay?.scroll = ScrollState() }
    filterMemory = memory
    moveInOverlay(by: 0)
  }

  mutating func take(saved filter: SavedFilter) {
    if let place = filterMemory.saved.firstIndex(where: { $0.isNamed(filter.name) }) {
      filterMemory.saved[place] = filter
    } else {
      filterMemory.saved.append(filter)
    }
    notice = Notice(.information, words.filterSaved(filter.name))
  }

  mutating func take(deleted filter: SavedFilter) {
    filterMemory.saved.removeAll { $0.isNamed(filter.name) }
    moveInOverlay(by: 0)
    notice = Notice(.information, words.filterDeleted(filter.name))
  }

  /// Puts a filter in force that was chosen and not typed. One with fields is about action items, wherever one is.
  mutating func apply(filter text: String) -> [Effect] {
    let isAboutItems = FilterQuery.namesField(text)
    if place.screen != .actions, place.screen != .difference, isAboutItems || screen.finding == .search {
      go(to: Place(.actions, filter: text))
    } else {
      setFilter(text)
    }
    return remember(text)
  }

  mutating func remember(_ filter: String) -> [Effect] {
    filterMemory.remember(filter) ? [.rememberFilter(filter)] : []
  }

  /// Puts an older (-1) or newer (1) filter into the prompt; after the newest comes what had been typed.
  mutating func recall(_ step: Int) -> [Effect] {
    guard var prompt else { return beginFinding() }
    let history = filterMemory.history
    let typed = prompt.recalled?.typed ?? prompt.field
    var place = (prompt.recalled?.place ?? history.count) + step
    // The filter in force stands in the prompt already.
    while history.indices.contains(place), history[place] == prompt.field.text { place += step }
    if place < 0 { return refuse(.noOlderFilter) }
    if place >= history.count {
      guard prompt.recalled != nil else { return refuse(.noNewerFilter) }
      prompt.field = typed
      prompt.recalled = nil
    } else {
      prompt.field = TextField(history[place])
      prompt.recalled = Prompt.Recalled(place: place, typed: typed)
    }
    prompt.isUntouched = false
    prompt.completing = nil
    take(&prompt)
    self.prompt = prompt
    return []
  }
}
